package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Backing up a server that serves, and restoring it, as an operator does it and as its users see it. */
class BackupIT {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private ChatServer server;

    private Path data() {
        return folder.resolve("data");
    }

    private Path backup() {
        return folder.resolve("backup.db");
    }

    private int start() throws Exception {
        server = new ChatServer(ServerConfig.of(0, data(), "Kitchen"));
        server.start();
        return server.port();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        return new Main(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    private int backUp() {
        return run("--data", data().toString(), "--backup", backup().toString());
    }

    private int restore() {
        return run("--data", data().toString(), "--restore", backup().toString());
    }

    private static List<String> lines(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String tellsOf(JsonNode welcome, String field) {
        return welcome.get("server").get(field).asString();
    }

    private static List<String> texts(ChatPeer peer) throws IOException {
        return StreamSupport.stream(peer.ask("history", "").get("items").spliterator(), false)
                .filter(item -> item.get("kind").asString().equals("message"))
                .map(item -> item.get("text").asString())
                .toList();
    }

    @Test
    void afterARestoreTheServerIsTheSameAndItsHistoryAnother() throws Exception {
        int port = start();
        String token;
        JsonNode before;
        try (ChatPeer ada = ChatPeer.guest(port, "Ada")) {
            before = ada.welcome();
            token = before.get("token").asString();
            ada.post("kept", "id-1");
            ada.await("ok");
            assertThat(backUp()).isZero();
            ada.post("lost", "id-2");
            ada.await("ok");
        }
        server.stop();

        assertThat(restore()).isZero();

        assertThat(lines(out))
                .containsExactly("A copy of " + backup() + " is now the database "
                        + data().resolve("hearth.db") + "; what was there before is now "
                        + data().resolve("hearth.db.before-restore-1") + ".");
        try (ChatPeer ada = ChatPeer.withToken(start(), token)) {
            assertThat(tellsOf(ada.welcome(), "id")).isEqualTo(tellsOf(before, "id"));
            assertThat(tellsOf(ada.welcome(), "epoch")).isNotEqualTo(tellsOf(before, "epoch"));
            assertThat(ada.welcome().get("user").get("id"))
                    .isEqualTo(before.get("user").get("id"));
            assertThat(texts(ada)).containsExactly("kept");
            assertThat(ada.answerToPost("lost", "id-2").has("duplicate"))
                    .as("what came after the backup was never said")
                    .isFalse();
            assertThat(ada.answerToPost("kept", "id-1").get("duplicate").asBoolean())
                    .isTrue();
            assertThat(texts(ada)).containsExactly("kept", "lost");
        }
    }

    @Test
    void idsOfWhatCameAfterTheBackupAreNotGivenAgain() throws Exception {
        int port = start();
        List<String> users = new ArrayList<>();
        List<String> rooms = new ArrayList<>();
        assertThat(backUp()).isZero();
        for (int life = 0; life < 3; life++) {
            try (ChatPeer ada = ChatPeer.guest(port, "Ada")) {
                users.add(ada.welcome().get("user").get("id").asString());
                rooms.add(ada.ask("create-room", ",\"name\":\"den\",\"visibility\":\"public\"")
                        .get("conversation")
                        .get("id")
                        .asString());
            }
            server.stop();
            assertThat(restore()).isZero();
            port = start();
        }
        assertThat(users).doesNotHaveDuplicates();
        assertThat(rooms).doesNotHaveDuplicates();
    }

    @Test
    void aBackupUnderLoadHoldsAllThatWasAcknowledgedBefore() throws Exception {
        int port = start();
        try (ChatPeer ada = ChatPeer.guest(port, "Ada")) {
            List<String> acknowledged = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                ada.post("before " + i, "before-" + i);
                acknowledged.add(ada.awaitAcknowledged());
            }
            CompletableFuture<Integer> backingUp =
                    CompletableFuture.supplyAsync(this::backUp, Thread::startVirtualThread);
            for (int i = 0; !backingUp.isDone(); i++) {
                ada.post("meanwhile " + i, "meanwhile-" + i);
                ada.awaitAcknowledged();
            }
            assertThat(backingUp.join()).isZero();
            assertThat(lines(out)).hasSize(1).allMatch(line -> line.startsWith("The backup is in " + backup() + ": "));
            assertThat(lines(err)).isEmpty();
            server.stop();
            assertThat(restore()).isZero();
            try (ChatPeer reader = ChatPeer.guest(start(), "Reader")) {
                for (int i = 0; i < 50; i++) {
                    assertThat(reader.ask("search", ",\"query\":\"" + acknowledged.get(i) + "\"")
                                    .get("hits"))
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void anExistingFileAndARunningServerAreLeftAlone() throws Exception {
        start();
        Files.writeString(backup(), "precious");

        assertThat(backUp()).isEqualTo(1);
        assertThat(lines(err)).containsExactly("The backup cannot be written to " + backup() + ": it exists already.");
        assertThat(backup()).hasContent("precious");

        assertThat(restore()).isEqualTo(1);
        assertThat(lines(err))
                .containsExactly(
                        "Another server is using the database " + data().resolve("hearth.db") + ". Stop it first.");
        assertThat(lines(out)).isEmpty();
    }

    @Test
    void whatCannotBeBackedUpOrRestoredIsOneSentence() throws Exception {
        assertThat(backUp()).isEqualTo(1);
        assertThat(lines(err))
                .containsExactly("There is no file " + data().resolve("hearth.db") + ". No backup was made.");
        assertThat(restore()).isEqualTo(1);
        assertThat(lines(err)).containsExactly("There is no file " + backup() + ". Nothing was changed.");
        Files.createFile(backup());
        assertThat(restore()).isEqualTo(1);
        assertThat(lines(err)).containsExactly("The database " + backup() + " has nothing in it. Nothing was changed.");
        start();
        Path nowhere = folder.resolve("nowhere").resolve("backup.db");
        assertThat(run("--data", data().toString(), "--backup", nowhere.toString()))
                .isEqualTo(1);
        assertThat(lines(err))
                .hasSize(1)
                .allMatch(line -> line.startsWith("The backup cannot be written to " + nowhere));
    }
}
