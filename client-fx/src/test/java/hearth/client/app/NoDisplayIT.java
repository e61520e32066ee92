package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged client where no window can be opened. */
class NoDisplayIT {
    private static final String NO_DISPLAY = "";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"en, Hearth cannot open a window here: ", "zh, 这里无法打开 Hearth 窗口："})
    @EnabledOnOs(OS.LINUX)
    void theUserReadsOneSentenceAndTheLogHasTheCause(String language, String beginning) throws Exception {
        Path output = folder.resolve("window.out");
        List<String> arguments = List.of(
                "-Duser.language=" + language,
                "--enable-native-access=javafx.graphics,org.xerial.sqlitejdbc",
                "-p",
                Program.modules("hearth.modules.client"),
                "-m",
                "hearth.client/hearth.client.app.Main",
                "--data",
                folder.resolve("data").toString());
        Map<String, String> environment = Map.of("DISPLAY", NO_DISPLAY, "WAYLAND_DISPLAY", NO_DISPLAY);
        try (Program window = Program.java(arguments, output, environment)) {
            assertThat(window.endOfInput()).isEqualTo(1);
            assertThat(window.lines()).isEmpty();
        }
        assertThat(Files.readAllLines(Path.of(output + ".err")))
                .filteredOn(line -> line.contains("Hearth") || line.contains("Exception") || line.contains("\tat "))
                .singleElement()
                .asString()
                .startsWith(beginning)
                .contains("GTK 3", "--console");
        assertThat(folder.resolve("data/hearth.log.0"))
                .content()
                .contains("no window can be opened", "NoDisplayException", "Caused by: ");
    }
}
