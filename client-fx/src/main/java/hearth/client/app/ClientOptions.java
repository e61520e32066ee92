package hearth.client.app;

import hearth.client.console.ConsoleOptions;
import hearth.client.link.DialectName;
import hearth.client.link.ServerSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param server where to connect; always there for the console
 * @param dialect what the server speaks; where it is not told, it is found out
 * @param token a signed token that lets the user in, for servers that want one; a secret
 * @param name as whom; always there for the console
 * @param data the folder for everything that is kept
 */
record ClientOptions(
        Optional<URI> server,
        Optional<DialectName> dialect,
        Optional<String> token,
        Optional<String> name,
        Path data,
        Mode mode) {

    /** Where to connect, and how to speak there. */
    ServerSpec spec(DialectName spoken) {
        return new ServerSpec(server.orElseThrow(), spoken, token);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ClientOptions[" + server + ", dialect=" + dialect + ", name=" + name + ", data=" + data + ", mode="
                + mode + "]";
    }

    /** Whom the program talks with. */
    sealed interface Mode {

        /** A person, through the window. */
        record Window() implements Mode {}

        /** A script or a person, through standard input and output. */
        record Console(ConsoleOptions options) implements Mode {}
    }
}
