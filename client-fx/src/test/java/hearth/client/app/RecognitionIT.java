package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.DialectName;
import hearth.client.link.recognition.Finding;
import hearth.client.link.recognition.Finding.Sign;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real servers of each kind, found out by their address alone. */
class RecognitionIT {
    private static final String NAME = "Ada-of-the-secret-name";
    private static final String TOKEN = "a-secret-token";
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void oursIsRecognisedByItsAnswer() throws Exception {
        PackagedServer packaged = new PackagedServer(folder);
        try (Program _ = packaged.start();
                Eavesdropper line = new Eavesdropper(packaged.address())) {
            assertThat(found(line, "/chat")).isEqualTo(new Finding.Certain(DialectName.HEARTH));
            assertNothingWasTold(line);
        }
    }

    @Test
    void whoAgreesToAnySubprotocolIsNotOurs() throws Exception {
        NodeServer node = node("text.js", "echo");
        try (Program _ = node.start();
                Eavesdropper line = new Eavesdropper(node.address())) {
            assertThat(found(line, "/chat")).isEqualTo(new Finding.Certain(DialectName.TEXT));
            assertThat(line.before("{\"type\":\"ping\""))
                    .last()
                    .asString()
                    .contains("Sec-WebSocket-Protocol: hearth.v1");
            assertNothingWasTold(line);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jsonroom.js, 1000, /chat, JSONROOM",
        "jsonroom.js, 1000 key, /, JSONROOM",
        "koa.js, '', /ws/chat, KOA",
        "koa.js, '', /chat, KOA"
    })
    void whatShowsItselfIsCertain(String script, String arguments, String path, DialectName kind) throws Exception {
        NodeServer node = node(script, arguments);
        try (Program _ = node.start();
                Eavesdropper line = new Eavesdropper(node.address())) {
            assertThat(found(line, path)).isEqualTo(new Finding.Certain(kind));
            assertNothingWasTold(line);
            assertThat(found(line, path)).as("it lives").isEqualTo(new Finding.Certain(kind));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "chat.js, 2, /chat, SOCKET_IO_2, SOCKETIO_CHAT",
        "chat.js, 3, /chat, SOCKET_IO_3, SOCKETIO_CHAT",
        "chat.js, 4, /chat, SOCKET_IO_4, SOCKETIO_CHAT",
        "talk.js, 4, /socket.io/, SOCKET_IO_4, SOCKETIO_CHAT",
        "text.js, relay, /ws/chat, WEB_SOCKET, KOA"
    })
    void whatDoesNotIsGuessed(String script, String arguments, String path, Sign sign, DialectName guess)
            throws Exception {
        NodeServer node = node(script, arguments);
        try (Program _ = node.start();
                Eavesdropper line = new Eavesdropper(node.address())) {
            assertThat(found(line, path)).isInstanceOfSatisfying(Finding.Uncertain.class, uncertain -> {
                assertThat(uncertain.sign()).isEqualTo(sign);
                assertThat(uncertain.guesses()).startsWith(guess);
            });
            assertNothingWasTold(line);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text.js, echo, ECHO: {\"type\":\"ping\"",
        "jsonroom.js, 1000, '\"event\":\"heartbeat\"'",
        "koa.js, '', 405 Method Not Allowed"
    })
    void theConsoleNeedsTheAddressOnly(String script, String arguments, String proof) throws Exception {
        NodeServer node = node(script, arguments);
        try (Program _ = node.start();
                Eavesdropper line = new Eavesdropper(node.address());
                Program console = console(line)) {
            console.awaitLine("\"state\":\"ONLINE\"");
            console.type("大家好");
            console.awaitLine("\"text\":\"大家好\",\"state\":\"sent\"");
            assertThat(console.endOfInput()).isZero();
            assertThat(line.before(NAME)).as("before the name leaves").anyMatch(text -> text.contains(proof));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, (version 2)", "3, (version 3 or 4)", "4, (version 4)"})
    void theConsoleAsksForTheKindWhereThatDoesNotShow(String version, String words) throws Exception {
        NodeServer node = node("chat.js", version);
        try (Program _ = node.start();
                Eavesdropper line = new Eavesdropper(node.address());
                Program console = console(line)) {
            assertThat(console.endOfInput()).isEqualTo(2);
            assertThat(Files.readString(Path.of(folder.resolve("console.out") + ".err")))
                    .contains(words, "--dialect socketio-chat");
            assertNothingWasTold(line);
        }
    }

    private NodeServer node(String script, String arguments) throws IOException {
        return new NodeServer(folder, script, arguments.isEmpty() ? new String[0] : arguments.split(" "));
    }

    private Finding found(Eavesdropper line, String path) throws Exception {
        URI address = line.address(path);
        try (AppGraph graph =
                AppGraph.open(folder.resolve("data"), "hearth-fx 1").orElseThrow()) {
            return graph.recogniser().recognise(address).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private Program console(Eavesdropper line) throws IOException {
        List<String> options = List.of(
                "--console",
                "--json",
                "--server",
                line.address("/chat").toString(),
                "--name",
                NAME,
                "--token",
                TOKEN,
                "--data",
                folder.resolve("data").toString());
        Path output = folder.resolve("console.out");
        return Program.start("hearth.modules.client", "hearth.client/hearth.client.app.Main", output, options);
    }

    /** Two kinds of request, neither of which says more than what every request must, and one frame. */
    private static void assertNothingWasTold(Eavesdropper line) {
        assertThat(line.sent())
                .isNotEmpty()
                .allMatch(text -> text.matches("GET \\S+ HTTP/1\\.1\\r\\n(?s:.*)")
                        || text.matches("\\{\"type\":\"ping\",\"t\":\"[\\w-]{22}\"}"))
                .allSatisfy(text -> assertThat(text).doesNotContainIgnoringCase("cookie:", "authorization:"))
                .noneMatch(text -> text.contains(NAME) || text.contains(TOKEN));
    }
}
