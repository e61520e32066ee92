package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServeCommandTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void dataLivesWhereEachSystemKeepsIt() {
        assertThat(UserDataFolder.of("Linux", HOME, Map.of())).isEqualTo(HOME.resolve(".local/share/hearth/server"));
        assertThat(UserDataFolder.of("Linux", HOME, Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/hearth/server"));
        assertThat(UserDataFolder.of("Linux", HOME, Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(HOME.resolve(".local/share/hearth/server"));
        assertThat(UserDataFolder.of("Mac OS X", HOME, Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/Hearth/server"));
        assertThat(UserDataFolder.of("Windows 11", HOME, Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/Hearth/server"));
        assertThat(UserDataFolder.of("Windows 11", HOME, Map.of()))
                .isEqualTo(HOME.resolve("AppData/Local/Hearth/server"));
    }

    @Test
    void theNameOfTheMachineIsTheDefaultWhereItCanBeShown() {
        assertThat(ServeCommand.defaultName(Map.of("HOSTNAME", "kitchen"))).isEqualTo("kitchen");
        assertThat(ServeCommand.defaultName(Map.of("COMPUTERNAME", "DESK", "HOSTNAME", "kitchen")))
                .isEqualTo("DESK");
        assertThat(ServeCommand.defaultName(Map.of("HOSTNAME", " "))).isNotBlank();
    }

    @Test
    void namesWithControlCharactersOrHalvesOfCharactersAreNotShown() {
        assertThat(ServeCommand.isShowable("Küche 🍳")).isTrue();
        assertThat(ServeCommand.isShowable("a\tb")).isFalse();
        assertThat(ServeCommand.isShowable("\uD83C")).isFalse();
        assertThat(ServeCommand.isShowable("x".repeat(65))).isFalse();
        assertThat(ServeCommand.isShowable("")).isFalse();
    }
}
