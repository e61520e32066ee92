package hearth.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.settings.Preferences.Density;
import hearth.client.settings.Preferences.Language;
import hearth.client.settings.Preferences.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasChosenIsThereAgain() {
        PreferencesFile file = new PreferencesFile(folder.resolve("preferences.properties"));
        Preferences chosen = new Preferences(Scheme.CONTRAST, Language.CHINESE, 175, Density.COMPACT, true);
        file.save(chosen);
        assertThat(file.load()).isEqualTo(chosen);
    }

    @Test
    void atFirstItIsAsDesigned() {
        assertThat(new PreferencesFile(folder.resolve("none")).load()).isEqualTo(Preferences.FIRST);
    }

    @Test
    void nonsenseInTheFileIsAsNeverChosen() throws IOException {
        Path file = folder.resolve("preferences.properties");
        Files.writeString(file, "theme=pink\nlanguage=\ntextPercent=huge\ndensity=7\nreduceMotion=perhaps\n");
        assertThat(new PreferencesFile(file).load()).isEqualTo(Preferences.FIRST);
        Files.writeString(file, "textPercent=9999");
        assertThat(new PreferencesFile(file).load().textPercent()).isEqualTo(Preferences.LARGEST_TEXT);
    }
}
