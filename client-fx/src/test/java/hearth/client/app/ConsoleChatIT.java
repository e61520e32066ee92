package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.console.ConsoleOptions;
import hearth.server.ChatServer;
import hearth.server.ServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two whole clients without windows, and a whole server, in one process over loopback. */
class ConsoleChatIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private ChatServer server;
    private int port;

    @BeforeEach
    void startServer() throws Exception {
        start(0);
        port = server.port();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void twoClientsSeeTheSameMessagesInTheSameOrder() throws Exception {
        try (RunningConsole ada = console("Ada");
                RunningConsole bo = console("Bo")) {
            ada.awaitLine("\"state\":\"ONLINE\"");
            bo.awaitLine("\"state\":\"ONLINE\"");
            for (int i = 0; i < 20; i++) {
                ada.type("from Ada " + i);
                bo.type("from Bo " + i);
            }
            await().atMost(PATIENCE)
                    .until(() -> ada.messages().size() == 40 && bo.messages().size() == 40);
            assertThat(Transcript.ofRooms(ada.lines())).isEqualTo(Transcript.ofRooms(bo.lines()));
            assertThat(ada.endOfInput()).isZero();
            assertThat(bo.endOfInput()).isZero();
        }
    }

    @Test
    void roomsAndPrivateMessagesReachWhomTheyAreMeantFor() throws Exception {
        try (RunningConsole ada = console("Ada");
                RunningConsole bo = console("Bo");
                RunningConsole cy = console("Cy Dee")) {
            bo.awaitLine("\"state\":\"ONLINE\"");
            cy.awaitLine("\"state\":\"ONLINE\"");
            ada.type("/join kitchen table");
            ada.awaitLine("Current conversation: kitchen table");
            bo.type("/join \"kitchen table\"");
            ada.awaitLine("{\"event\":\"joined\",\"conversation\":\"kitchen table\",\"user\":\"Bo\"}");
            ada.type("only for two");
            bo.awaitLine(
                    "\"conversation\":\"kitchen table\",\"kind\":\"room\",\"author\":\"Ada\",\"text\":\"only for two\"");
            ada.type("/msg Cy Dee for one");
            cy.awaitLine("{\"event\":\"message\",\"conversation\":\"Ada\",\"kind\":\"direct\",\"author\":\"Ada\","
                    + "\"text\":\"for one\",\"own\":false,\"seq\":1,\"history\":false}");
            ada.type("/who");
            ada.awaitLine("{\"event\":\"members\",\"names\":[");
            ada.type("/rooms");
            ada.awaitLine("{\"event\":\"rooms\",\"names\":[\"kitchen table\",\"lobby\"]}");
            ada.type("/history 1");
            ada.awaitLine("\"text\":\"only for two\",\"own\":true,\"seq\":3,\"history\":true");
            bo.type("/leave");
            ada.awaitLine("{\"event\":\"left\",\"conversation\":\"kitchen table\",\"user\":\"Bo\"}");
            assertThat(bo.messages()).noneMatch(line -> line.contains("for one"));
            assertThat(cy.messages()).noneMatch(line -> line.contains("only for two"));
            ada.type("/msg Nobody hello");
            ada.awaitLine("\"state\":\"failed\",\"reason\":\"unknown-user\"");
            assertThat(ada.endOfInput()).isEqualTo(1);
            assertThat(cy.endOfInput()).isZero();
        }
    }

    @Test
    void aServerThatStopsAndComesBackLosesAndDoublesNothing() throws Exception {
        try (RunningConsole ada = console("Ada");
                RunningConsole bo = console("Bo")) {
            ada.awaitLine("\"state\":\"ONLINE\"");
            bo.awaitLine("\"state\":\"ONLINE\"");
            for (int i = 0; i < 100; i++) {
                ada.type("from Ada " + i);
                bo.type("from Bo " + i);
            }
            await().atMost(PATIENCE).until(() -> bo.messages().size() > 20);
            server.stop();
            start(port);
            await().atMost(PATIENCE)
                    .until(() -> ada.messages().size() >= 200 && bo.messages().size() >= 200);
            assertThat(ada.endOfInput()).isZero();
            assertThat(bo.endOfInput()).isZero();
            assertThat(Transcript.ofRooms(ada.lines()))
                    .isEqualTo(Transcript.ofRooms(bo.lines()))
                    .doesNotHaveDuplicates()
                    .hasSize(200);
        }
    }

    @Test
    void linesThatAreWrittenBeforeTheServerIsThereAreSentOnceItIs() throws Exception {
        server.stop();
        try (RunningConsole ada = console("Ada")) {
            for (int i = 0; i < 200; i++) {
                ada.type("early " + i);
            }
            ada.awaitLine("\"state\":\"WAITING\"");
            ada.awaitLine("Nothing answers at 127.0.0.1:" + port + "; it is tried again. ");
            start(port);
            assertThat(ada.endOfInput()).isZero();
            assertThat(ada.messages()).hasSize(200);
        }
    }

    @Test
    void whoTakesAnothersNameIsRefused() throws Exception {
        try (RunningConsole ada = console("Ada")) {
            ada.awaitLine("\"state\":\"ONLINE\"");
            try (RunningConsole impostor = console("Ada", "impostor", Optional.empty())) {
                assertThat(impostor.exitCode()).isEqualTo(2);
                impostor.awaitLine("name-taken");
            }
            assertThat(ada.endOfInput()).isZero();
        }
    }

    @Test
    void theTimeoutEndsAWaitWithoutAServer() throws Exception {
        server.stop();
        try (RunningConsole ada = console("Ada", "Ada", Optional.of(Duration.ofSeconds(1)))) {
            ada.type("never");
            assertThat(ada.endOfInput()).isEqualTo(1);
        }
    }

    private RunningConsole console(String name) throws IOException {
        return console(name, name, Optional.empty());
    }

    private RunningConsole console(String name, String data, Optional<Duration> timeout) throws IOException {
        URI address = URI.create("ws://127.0.0.1:" + port + "/chat");
        return new RunningConsole(folder.resolve(data), address, name, new ConsoleOptions(true, timeout));
    }

    private void start(int wanted) throws Exception {
        server = new ChatServer(new ServerConfig(
                Optional.of(InetAddress.getLoopbackAddress()),
                wanted,
                folder.resolve("server"),
                "Kitchen",
                List.of(),
                ServerConfig.DEFAULT_HEARTBEAT));
        server.start();
    }
}
