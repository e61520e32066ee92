package hearth.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where this system keeps what programs store for a user. Pure. */
final class UserDataFolder {
    private UserDataFolder() {}

    /**
     * The folder of the server's database where nothing else is said.
     *
     * @param system the name of the operating system
     * @param home the user's home folder
     * @param environment the variables of the process
     */
    static Path of(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            return absolute(environment.get("LOCALAPPDATA"))
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Hearth")
                    .resolve("server");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Hearth/server");
        }
        return absolute(environment.get("XDG_DATA_HOME"))
                .orElse(home.resolve(".local/share"))
                .resolve("hearth")
                .resolve("server");
    }

    private static Optional<Path> absolute(String path) {
        return Optional.ofNullable(path).filter(p -> !p.isBlank()).map(Path::of).filter(Path::isAbsolute);
    }
}
