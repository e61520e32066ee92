package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.store.DataFolder;
import hearth.client.transport.FakePeer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as its user meets it, in this process. */
@Timeout(60)
final class MainIT {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path data;

    @AfterEach
    void putTheOldLogBack() throws IOException {
        LogManager.getLogManager().readConfiguration();
    }

    @Test
    void helpGoesToStandardOutput() {
        assertThat(run("", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: hearth");
        assertThat(err.size()).isZero();
    }

    @Test
    void mistakeGoesToStandardErrorInOneSentence() {
        assertThat(run("", "--console")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("The console needs --server and --name. Try --help.");
        assertThat(out.size()).isZero();
    }

    @Test
    void secondStartOnTheSameFolderSaysSo() throws Exception {
        try (DataFolder _ = DataFolder.claim(data).orElseThrow()) {
            assertThat(console("", "127.0.0.1:1")).isEqualTo(1);
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("Hearth runs already with the folder " + data + ".");
    }

    @Test
    void folderThatCannotBeUsedIsNamed() throws Exception {
        Path file = Files.createFile(data.resolve("file"));

        assertThat(run("", "--console", "--server", "127.0.0.1:1", "--name", "Ada", "--data", file + "/data"))
                .isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("The folder " + file + "/data cannot be written.");
    }

    @Test
    void serverThatRefusesTheLoginEndsTheConsoleWithTwo() throws Exception {
        runIntoARefusal();
        assertThat(data.resolve("hearth.log.0")).exists();
        try (DataFolder again = DataFolder.claim(data).orElseThrow()) {
            assertThat(again.path()).isEqualTo(data);
        }
    }

    private void runIntoARefusal() throws Exception {
        try (FakePeer peer = new FakePeer()) {
            CompletableFuture<Integer> exit =
                    CompletableFuture.supplyAsync(() -> console("hello\n", address(peer.uri())));
            peer.answerThatThereIsNoForm();
            sayWhoIsThere(peer.upgrade());
            FakePeer.Connection server = peer.upgrade();
            sayWhoIsThere(server);
            assertThat(server.readText()).contains("\"type\":\"hello\"", "\"name\":\"Ada\"");
            server.text("{\"type\":\"error\",\"re\":1,\"code\":\"name-taken\",\"message\":\"\"}");
            server.closeFrame(4001, "");

            assertThat(exit.get(30, TimeUnit.SECONDS)).isEqualTo(2);
        }
    }

    /** Once where the console finds out what is there, and once where it joins. */
    private static void sayWhoIsThere(FakePeer.Connection server) throws Exception {
        String nonce = server.readText().replaceFirst(".*\"t\":\"([^\"]*)\".*", "$1");
        server.text("{\"type\":\"pong\",\"t\":\"" + nonce + "\",\"server\":{\"id\":\"k3\",\"epoch\":\"9f\"}}");
    }

    @Test
    void damagedFileIsSetAsideAndToldOnStandardError() throws Exception {
        Files.writeString(data.resolve("keep.db"), "no database ".repeat(1_000));
        runIntoARefusal();

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("The file " + data.resolve("keep.db") + " was damaged and set aside as "
                        + data.resolve("keep.db.damaged-1") + ". Saved from it: servers 0,");
        assertThat(data.resolve("keep.db.damaged-1")).hasContent("no database ".repeat(1_000));
    }

    private static String address(URI uri) {
        return uri.getHost() + ":" + uri.getPort();
    }

    private int console(String input, String server) {
        return run(input, "--console", "--json", "--server", server, "--name", "Ada", "--data", data.toString());
    }

    private int run(String input, String... args) {
        Main main = new Main(
                new StringReader(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return main.run(data.resolve("usual"), args);
    }
}
