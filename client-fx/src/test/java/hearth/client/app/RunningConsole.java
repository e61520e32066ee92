package hearth.client.app;

import static org.awaitility.Awaitility.await;

import hearth.client.console.ConsoleOptions;
import hearth.client.link.ServerSpec;
import hearth.client.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A console client in this process, with a keyboard and a screen of the test's. */
final class RunningConsole implements AutoCloseable {
    private static final int PIPE_BYTES = 65_536;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PipedOutputStream keyboard = new PipedOutputStream();
    private final CompletableFuture<Integer> exit;

    RunningConsole(Path data, URI address, String name, ConsoleOptions options) throws IOException {
        Reader in = new InputStreamReader(new PipedInputStream(keyboard, PIPE_BYTES), StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        exit = CompletableFuture.supplyAsync(
                () -> {
                    try (AppGraph graph = AppGraph.open(data, "test 1.0").orElseThrow()) {
                        return graph.runConsole(ServerSpec.hearth(address), name, options, in, out);
                    } catch (StoreException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task, "console-" + name).start());
    }

    void type(String line) throws IOException {
        keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Ends the input and gives the exit code. */
    int endOfInput() throws Exception {
        keyboard.close();
        return exitCode();
    }

    int exitCode() throws Exception {
        return exit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    List<String> lines() {
        return screen.toString(StandardCharsets.UTF_8).lines().toList();
    }

    void awaitLine(String part) {
        await(part).atMost(PATIENCE).until(() -> lines().stream().anyMatch(line -> line.contains(part)));
    }

    /** The lines of messages that were told as they came. */
    List<String> messages() {
        return Transcript.messages(lines());
    }

    @Override
    public void close() throws IOException {
        keyboard.close();
        exit.copy().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
