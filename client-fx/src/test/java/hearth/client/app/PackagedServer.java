package hearth.client.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged server on one port of the loopback and one data folder, to be started as often as it ended. */
public final class PackagedServer {
    private final Path folder;
    private final int port;
    private final List<String> further;
    private int starts;

    /**
     * A server that does not run yet.
     *
     * @param further options of its command line, besides where it is and what it is called
     */
    public PackagedServer(Path folder, String... further) throws IOException {
        this.folder = folder;
        this.further = List.of(further);
        port = FreePort.find();
    }

    /** Where clients find it. */
    public String address() {
        return "ws://127.0.0.1:" + port + "/chat";
    }

    /** The port at which it listens. */
    public int port() {
        return port;
    }

    /** Starts it, and returns once it can be reached. */
    public Program start() throws IOException {
        return start(Map.of());
    }

    /** The same, with further variables in its environment. */
    public Program start(Map<String, String> environment) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--data",
                folder.resolve("server").toString(),
                "--name",
                "Kitchen"));
        options.addAll(further);
        Path output = folder.resolve("server-" + starts++ + ".out");
        return Program.start("hearth.modules.server", "hearth.server/hearth.server.Main", output, options, environment)
                .onceItPrints(":" + port);
    }
}
