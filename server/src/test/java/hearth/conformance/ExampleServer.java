package hearth.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The example server in a process of its own, as it is or with a fault. */
final class ExampleServer implements AutoCloseable {
    private static final Path FOLDER = Path.of("examples", "node");
    private static final String LISTENING = "listening at ";

    /** The first with {@code String.isWellFormed}. */
    private static final int OLDEST_NODE = 20;

    private final Process process;
    private final int port;

    /** Starts this program on any free port. */
    ExampleServer(Path program, Duration heartbeat) throws IOException {
        process = new ProcessBuilder("node", program.toString(), "0", Long.toString(heartbeat.toMillis()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.startsWith(LISTENING)) {
            process.destroyForcibly();
            throw new IOException("the example server does not start: " + line);
        }
        port = Integer.parseInt(line.substring(LISTENING.length()));
    }

    /** Why it cannot be started here; empty where it can. */
    static Optional<String> missing() {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (node.waitFor() != 0 || Integer.parseInt(version.replaceFirst("(?s)v(\\d+)\\..*", "$1")) < OLDEST_NODE) {
                return Optional.of("node " + OLDEST_NODE + " or newer is needed");
            }
        } catch (IOException e) {
            return Optional.of("there is no node on the path");
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        // Npm writes the hidden lock file last: what was interrupted has none.
        return Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))
                ? Optional.empty()
                : Optional.of("npm ci was not called in server/" + FOLDER);
    }

    static Path program() {
        return FOLDER.resolve("server.js");
    }

    /** Writes the program with a fault to a file that finds the same modules. */
    static Path write(Mutant mutant, Path file) throws IOException {
        URI ws = FOLDER.resolve("node_modules", "ws", "wrapper.mjs").toUri();
        String program = mutant.in(Files.readString(program()));
        return Files.writeString(file, program.replace("from 'ws'", "from '" + ws + "'"));
    }

    Target target(Duration patience) {
        return new Target(URI.create("ws://127.0.0.1:" + port + "/chat"), patience, Optional.of(process::destroy));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
