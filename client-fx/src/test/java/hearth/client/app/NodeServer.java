package hearth.client.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small server of a foreign dialect, written for Node, on one port of the loopback; to be started as often as it ended. */
public final class NodeServer {
    private static final Path SCRIPTS = Path.of("src", "test", "node").toAbsolutePath();

    private static final int OLDEST_NODE = 18;

    private final Path folder;
    private final int port;
    private final List<String> command = new ArrayList<>();
    private int starts;

    /** A server that does not run yet. Skips the test where there is no Node, or what the servers need is not installed. */
    public NodeServer(Path folder, String script, String... arguments) throws IOException {
        assumeTrue(
                isInstalled(),
                "Skipped: the foreign servers need Node 18 or newer and, once, npm ci --prefix client-fx/src/test/node");
        this.folder = folder;
        port = FreePort.find();
        command.addAll(List.of("node", SCRIPTS.resolve(script).toString(), String.valueOf(port)));
        command.addAll(List.of(arguments));
    }

    /** Whether there is what these servers need. Npm writes the hidden lock file last: what was interrupted has none. */
    public static boolean isInstalled() {
        return Files.exists(SCRIPTS.resolve("node_modules/.package-lock.json")) && isNewEnough();
    }

    private static boolean isNewEnough() {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return node.waitFor() == 0
                    && Integer.parseInt(version.replaceFirst("(?s)v(\\d+)\\..*", "$1")) >= OLDEST_NODE;
        } catch (IOException e) {
            // There is no such program.
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Where clients find it. */
    public String address() {
        return address("/chat");
    }

    /** Where clients find it, at this path. */
    String address(String path) {
        return "ws://127.0.0.1:" + port + path;
    }

    /** Starts it, and returns once it listens. */
    public Program start() throws IOException {
        return Program.command(command, folder.resolve("node-" + starts++ + ".out"), Map.of())
                .onceItPrints("listening on " + port);
    }
}
