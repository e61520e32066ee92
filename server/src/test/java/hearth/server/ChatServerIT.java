package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hearth.protocol.UserRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A whole server over loopback: real sockets, real database. */
class ChatServerIT {
    @TempDir
    Path data;

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private ChatServer server;

    private ChatServer start(int port) throws Exception {
        server = new ChatServer(
                new ServerConfig(Optional.empty(), port, data, "Kitchen", List.of(), ServerConfig.DEFAULT_HEARTBEAT));
        server.start();
        return server;
    }

    @AfterEach
    void nothingIsLeft() {
        if (server != null) {
            server.stop();
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .filteredOn(thread -> thread.getName().startsWith("hearth-")
                                || thread.getName().startsWith("WebSocket"))
                        .isSubsetOf(before));
        assertThat(openFilesBelow(data)).isEmpty();
    }

    @Test
    void whatOnePostsAllReceiveInOneOrder() throws Exception {
        start(0);
        try (ChatPeer ada = ChatPeer.guest(server.port(), "Ada");
                ChatPeer bob = ChatPeer.guest(server.port(), "Bob")) {
            ada.post("hello");
            long first = ada.awaitMessage("hello").get("seq").asLong();
            bob.post("hi");
            assertThat(bob.awaitMessage("hello").get("seq").asLong()).isEqualTo(first);
            assertThat(bob.awaitMessage("hi").get("seq").asLong()).isEqualTo(first + 1);
        }
    }

    @Test
    void itKnowsWhoIsSignedInAndNobodyOnceItHasStopped() throws Exception {
        start(0);
        assertThat(server.people()).isEmpty();
        try (ChatPeer ada = ChatPeer.guest(server.port(), "Ada")) {
            ada.post("hello");
            ada.awaitMessage("hello");
            assertThat(server.people()).extracting(UserRef::name).containsExactly("Ada");
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> server.people().isEmpty());
        server.stop();
        assertThat(server.people()).isEmpty();
    }

    @Test
    void usersAndMessagesSurviveARestart() throws Exception {
        start(0);
        String id;
        String token;
        try (ChatPeer ada = ChatPeer.guest(server.port(), "Ada")) {
            id = ada.welcome().get("server").get("id").asString();
            token = ada.welcome().get("token").asString();
            ada.post("remember me");
            ada.await("ok");
        }
        server.stop();
        start(0);
        try (ChatPeer ada = ChatPeer.withToken(server.port(), token)) {
            assertThat(ada.welcome().get("server").get("id").asString()).isEqualTo(id);
            assertThat(ada.welcome().get("user").get("name").asString()).isEqualTo("Ada");
            assertThat(textsOf(ada.ask("history", ""))).contains("remember me");
        }
    }

    @Test
    void itStartsTwentyTimesOnTheSamePort() throws Exception {
        int port = 0;
        for (int i = 0; i < 20; i++) {
            port = start(port).port();
            try (ChatPeer guest = ChatPeer.guest(port, "Guest " + i)) {
                assertThat(guest.lobby()).isNotEmpty();
            }
            server.stop();
        }
    }

    @Test
    void stoppingSaysByeAndCloses1001() throws Exception {
        start(0);
        try (ChatPeer ada = ChatPeer.guest(server.port(), "Ada")) {
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::stop);
            JsonNode bye = ada.await("bye");
            assertThat(bye.get("retryAfterMs").asInt()).isEqualTo(2_000);
            assertThat(ada.readToClose()).isEqualTo(1001);
            ada.cut();
            stopping.join();
        }
    }

    @Test
    void stoppingUnderLoadLosesNothingThatWasAcknowledged() throws Exception {
        start(0);
        List<CompletableFuture<List<String>>> senders = new ArrayList<>();
        ChatPeer[] peers = new ChatPeer[4];
        for (int i = 0; i < peers.length; i++) {
            peers[i] = ChatPeer.guest(server.port(), "Sender " + i);
            int number = i;
            senders.add(CompletableFuture.supplyAsync(
                    () -> postUntilTheEnd(peers[number], number), Thread::startVirtualThread));
        }
        try (ChatPeer witness = ChatPeer.guest(server.port(), "Witness")) {
            witness.awaitMessage("0-20");
        }
        server.stop();
        List<String> acknowledged = new ArrayList<>();
        for (CompletableFuture<List<String>> sender : senders) {
            acknowledged.addAll(sender.join());
        }
        assertThat(acknowledged).hasSizeGreaterThan(20);
        start(0);
        try (ChatPeer reader = ChatPeer.guest(server.port(), "Reader")) {
            assertThat(everything(reader)).containsAll(acknowledged);
        }
    }

    @Test
    void oneWhoDoesNotReadIsClosedAndTheOthersMissNothing() throws Exception {
        start(0);
        String filler = "x".repeat(9_000);
        try (ChatPeer stuck = ChatPeer.narrowGuest(server.port(), "Stuck");
                ChatPeer ada = ChatPeer.guest(server.port(), "Ada")) {
            for (int i = 0; i < 400; i++) {
                ada.post(i + filler);
                ada.awaitMessage(i + filler);
            }
            assertThat(stuck.readToClose()).isIn(4009, -1);
            try (ChatPeer again = ChatPeer.guest(server.port(), "Later")) {
                ada.post("still here");
                again.awaitMessage("still here");
            }
        }
    }

    @Test
    void aTakenPortIsOneSentenceAndLeavesTheFolderFree() throws Exception {
        start(0);
        ChatServer second = new ChatServer(ServerConfig.of(server.port(), data.resolve("second"), "Second"));
        assertThatThrownBy(second::start)
                .isInstanceOfSatisfying(
                        ServerStartException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(ServerStartException.Reason.PORT_TAKEN))
                .hasMessage("Port " + server.port() + " is taken by another program.");
        second.stop();
        ChatServer third = new ChatServer(ServerConfig.of(0, data.resolve("second"), "Third"));
        third.start();
        third.stop();
    }

    @Test
    void aFolderInUseOrDamagedIsTold() throws Exception {
        start(0);
        assertThat(reasonOfStarting(data)).isEqualTo(ServerStartException.Reason.FOLDER_IN_USE);
        Path damaged = Files.createDirectory(data.resolve("damaged"));
        Files.writeString(
                damaged.resolve("hearth.db"),
                "this is no database at all, and long enough to be read as one".repeat(100));
        assertThat(reasonOfStarting(damaged)).isEqualTo(ServerStartException.Reason.DATABASE_DAMAGED);
        Path file = Files.writeString(data.resolve("file"), "");
        assertThat(reasonOfStarting(file.resolve("below"))).isEqualTo(ServerStartException.Reason.FOLDER_NOT_WRITABLE);
    }

    @Test
    void addressesEndWithLoopbackAndCarryThePort() throws Exception {
        start(0);
        assertThat(server.addresses()).last().isEqualTo("127.0.0.1:" + server.port());
        assertThat(server.addresses()).allMatch(address -> address.endsWith(":" + server.port()));
    }

    private static ServerStartException.Reason reasonOfStarting(Path folder) {
        try {
            new ChatServer(ServerConfig.of(0, folder, "Other")).start();
            throw new AssertionError("it started");
        } catch (ServerStartException e) {
            assertThat(e.getMessage()).doesNotContain("\n").endsWith(".");
            return e.reason();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<String> postUntilTheEnd(ChatPeer peer, int number) {
        List<String> acknowledged = new ArrayList<>();
        try (peer) {
            String done = "";
            for (int i = 0; done != null; i++) {
                peer.post(number + "-" + i);
                done = peer.awaitAcknowledged();
                Optional.ofNullable(done).ifPresent(acknowledged::add);
            }
        } catch (IOException e) {
            assertThat(e).as("the server has closed the connection").isNotNull();
        }
        return acknowledged;
    }

    private static List<String> everything(ChatPeer reader) throws IOException {
        List<String> texts = new ArrayList<>();
        JsonNode page = reader.ask("history", ",\"limit\":100");
        texts.addAll(textsOf(page));
        while (page.get("more").asBoolean()) {
            long before = page.get("items").get(0).get("seq").asLong();
            page = reader.ask("history", ",\"limit\":100,\"before\":" + before);
            texts.addAll(textsOf(page));
        }
        return texts;
    }

    private static List<String> textsOf(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .filter(item -> item.get("kind").asString().equals("message"))
                .map(item -> item.get("text").asString())
                .collect(Collectors.toList());
    }

    /** Where the system tells; elsewhere nothing. */
    private static List<String> openFilesBelow(Path folder) {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return List.of();
        }
        try (var each = Files.list(descriptors)) {
            return each.map(ChatServerIT::target)
                    .filter(path -> path.startsWith(folder.toString()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
