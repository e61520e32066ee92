package hearth.client.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where each system keeps a person's data.
 *
 * @param system the system's name, as Java gives it
 * @param home the person's home folder
 * @param environment the environment variables
 */
record UserData(String system, Path home, Map<String, String> environment) {

    /** The client's folder, which need not exist yet. */
    Path clientFolder() {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("mac")) {
            return home.resolve("Library")
                    .resolve("Application Support")
                    .resolve("Hearth")
                    .resolve("client");
        }
        if (lower.contains("windows")) {
            return absolute("LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Hearth")
                    .resolve("client");
        }
        return absolute("XDG_DATA_HOME")
                .orElse(home.resolve(".local").resolve("share"))
                .resolve("hearth")
                .resolve("client");
    }

    /** A relative path in such a variable is invalid, says the XDG specification, and to be ignored. */
    private Optional<Path> absolute(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
