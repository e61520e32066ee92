package hearth.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hearth.client.link.ServerSpec;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.KeepStore.RememberedServer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeepSchemaTest {
    private static final Account ADA = new Account("server-1", "Ada");
    private static final Instant WRITTEN = Instant.ofEpochMilli(1_795_161_600_123L);

    /** What the first release made, and what its users have on their disks: never changed. */
    private static final List<String> VERSION_1 = List.of(
            "CREATE TABLE servers (server_id TEXT NOT NULL, user_name TEXT NOT NULL, address TEXT NOT NULL, server_name TEXT NOT NULL,"
                    + " last_visit_ms INTEGER NOT NULL, PRIMARY KEY (server_id, user_name)) STRICT",
            "CREATE TABLE tokens (server_id TEXT NOT NULL, user_name TEXT NOT NULL, token TEXT NOT NULL,"
                    + " PRIMARY KEY (server_id, user_name)) STRICT",
            "CREATE TABLE outbox (position INTEGER PRIMARY KEY AUTOINCREMENT, server_id TEXT NOT NULL, user_name TEXT NOT NULL,"
                    + " client_id TEXT NOT NULL, target_kind TEXT NOT NULL CHECK (target_kind IN ('conversation', 'person')),"
                    + " target TEXT NOT NULL, text TEXT NOT NULL, reply_to INTEGER, written_at_ms INTEGER NOT NULL, failure TEXT,"
                    + " UNIQUE (server_id, user_name, client_id)) STRICT",
            "CREATE TABLE drafts (server_id TEXT NOT NULL, user_name TEXT NOT NULL, conversation TEXT NOT NULL, text TEXT NOT NULL,"
                    + " PRIMARY KEY (server_id, user_name, conversation)) STRICT",
            "INSERT INTO servers VALUES ('server-1', 'Ada', 'ws://10.0.0.5:7878/chat', 'Kitchen', 1795161600123)",
            "INSERT INTO tokens VALUES ('server-1', 'Ada', 'secret')",
            "INSERT INTO outbox VALUES (7, 'server-1', 'Ada', 'b', 'person', 'Bo', 'psst', NULL, 1795161600123, 'unknown-user')",
            "INSERT INTO outbox VALUES (3, 'server-1', 'Ada', 'a', 'conversation', 'c1', 'Hello 世界', 4, 1795161600123, NULL)",
            "INSERT INTO drafts VALUES ('server-1', 'Ada', 'c1', 'half a')",
            "PRAGMA user_version = 1");

    @TempDir
    private Path folder;

    @Test
    void aFileOfTheFirstVersionKeepsAllThatIsInIt() throws StoreException, SQLException {
        Path file = folder.resolve(SqliteKeepStore.FILE_NAME);
        write(file, VERSION_1);

        for (int opening = 0; opening < 2; opening++) {
            try (KeepStore store = SqliteKeepStore.open(file, _ -> {})) {
                assertThat(store.servers())
                        .containsExactly(new RememberedServer(
                                "server-1",
                                ServerSpec.hearth(URI.create("ws://10.0.0.5:7878/chat")),
                                "Kitchen",
                                "Ada",
                                WRITTEN));
                assertThat(store.token(ADA)).contains("secret");
                assertThat(store.draft(ADA, "c1")).isEqualTo("half a");
                assertThat(store.markers(ADA)).isEmpty();
                assertThat(store.outbox(ADA))
                        .containsExactly(
                                new OutboxEntry(
                                        ADA,
                                        "a",
                                        new Target.Conversation("c1"),
                                        new Work.Post("Hello 世界", OptionalLong.of(4)),
                                        WRITTEN,
                                        Optional.empty(),
                                        new Progress.Waiting()),
                                new OutboxEntry(
                                        ADA,
                                        "b",
                                        new Target.Person("Bo"),
                                        new Work.Post("psst", OptionalLong.empty()),
                                        WRITTEN,
                                        Optional.empty(),
                                        new Progress.Failed("unknown-user")));
            }
        }
    }

    @Test
    void aFileOfTheFirstVersionTakesTheNewKindsOfWork() throws StoreException, SQLException {
        Path file = folder.resolve(SqliteKeepStore.FILE_NAME);
        write(file, VERSION_1);
        try (KeepStore store = SqliteKeepStore.open(file, _ -> {})) {
            store.putOutbox(new OutboxEntry(
                    ADA,
                    "c",
                    new Target.Conversation("c1"),
                    new Work.Delete(9),
                    WRITTEN,
                    Optional.empty(),
                    new Progress.Waiting()));
            store.keepMarker(ADA, "c1", new KeepStore.Marker(12, Optional.empty()));
        }
        try (KeepStore store = SqliteKeepStore.open(file, _ -> {})) {
            assertThat(store.outbox(ADA)).extracting(OutboxEntry::clientId).containsExactly("a", "b", "c");
            assertThat(store.outbox(ADA).getLast().work()).isEqualTo(new Work.Delete(9));
            assertThat(store.markers(ADA)).containsEntry("c1", new KeepStore.Marker(12, Optional.empty()));
        }
    }

    @Test
    void aStepThatFailsHalfwayLeavesTheFileAsItWas() throws StoreException, SQLException {
        Path file = folder.resolve("other.db");
        List<String> first = List.of("CREATE TABLE a (x INTEGER) STRICT", "INSERT INTO a VALUES (1)");
        List<String> broken = List.of("INSERT INTO a VALUES (2)", "INSERT INTO nowhere VALUES (3)");
        List<String> mended = List.of("INSERT INTO a VALUES (4)");
        SqliteFile.open(file, new SqliteFile.Schema(List.of(first))).close();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> SqliteFile.open(file, new SqliteFile.Schema(List.of(first, broken))));

        try (SqliteFile after = SqliteFile.open(file, new SqliteFile.Schema(List.of(first, mended, mended)))) {
            assertThat(after.rows("SELECT x FROM a ORDER BY rowid", row -> row.getInt(1)))
                    .containsExactly(1, 4, 4);
            assertThat(after.rows("PRAGMA user_version", row -> row.getInt(1))).containsExactly(3);
        }
    }

    private static void write(Path file, List<String> statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
