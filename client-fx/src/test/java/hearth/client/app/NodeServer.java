package hearth.client.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small server of a foreign dialect, written for Node, on one port of the loopback; to be started as often as it ended. */
final class NodeServer {
    private static final Path SCRIPTS = Path.of("src", "test", "node").toAbsolutePath();

    private final Path folder;
    private final int port;
    private final List<String> command = new ArrayList<>();
    private int starts;

    /** A server that does not run yet. Skips the test where there is no Node, or what the servers need is not installed. */
    NodeServer(Path folder, String script, String... arguments) throws IOException {
        assumeTrue(
                isInstalled(),
                "Skipped: the foreign servers need Node and, once, npm ci --prefix client-fx/src/test/node");
        this.folder = folder;
        port = FreePort.find();
        command.addAll(List.of("node", SCRIPTS.resolve(script).toString(), String.valueOf(port)));
        command.addAll(List.of(arguments));
    }

    private static boolean isInstalled() {
        Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of);
        return Files.isDirectory(SCRIPTS.resolve("node_modules"))
                && path.anyMatch(each ->
                        Files.isExecutable(each.resolve("node")) || Files.isExecutable(each.resolve("node.exe")));
    }

    /** Where clients find it. */
    String address() {
        return "ws://127.0.0.1:" + port + "/chat";
    }

    /** Starts it, and returns once it listens. */
    Program start() throws IOException {
        return Program.command(command, folder.resolve("node-" + starts++ + ".out"), Map.of())
                .onceItPrints("listening on " + port);
    }
}
