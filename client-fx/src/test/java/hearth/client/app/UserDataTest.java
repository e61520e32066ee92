package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UserDataTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linuxFollowsTheXdgSpecification() {
        assertThat(folder("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/hearth/client"));
        assertThat(folder("Linux", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/hearth/client"));
        assertThat(folder("Linux", Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(HOME.resolve(".local/share/hearth/client"));
        assertThat(folder("Linux", Map.of("XDG_DATA_HOME", ""))).isEqualTo(HOME.resolve(".local/share/hearth/client"));
    }

    @Test
    void macHasALibrary() {
        assertThat(folder("Mac OS X", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(HOME.resolve("Library/Application Support/Hearth/client"));
    }

    @Test
    void windowsSaysWhereLocalDataIs() {
        assertThat(folder("Windows 11", Map.of("LOCALAPPDATA", "/local"))).isEqualTo(Path.of("/local/Hearth/client"));
        assertThat(folder("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Local/Hearth/client"));
    }

    private static Path folder(String system, Map<String, String> environment) {
        return new UserData(system, HOME, environment).clientFolder();
    }
}
