package hearth.client.app;

import hearth.client.console.ConsoleOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param server where to connect; always there for the console
 * @param name as whom; always there for the console
 * @param data the folder for everything that is kept
 */
record ClientOptions(Optional<URI> server, Optional<String> name, Path data, Mode mode) {

    /** Whom the program talks with. */
    sealed interface Mode {

        /** A person, through the window. */
        record Window() implements Mode {}

        /** A script or a person, through standard input and output. */
        record Console(ConsoleOptions options) implements Mode {}
    }
}
