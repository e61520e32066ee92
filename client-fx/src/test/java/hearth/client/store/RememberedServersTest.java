package hearth.client.store;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.DialectName;
import hearth.client.link.ServerSpec;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.RememberedServer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers that the {@link SqliteKeepStore} remembers. */
final class RememberedServersTest {
    private static final Account ADA = new Account("server-1", "Ada");
    private static final Account BO = new Account("server-1", "Bo");
    private static final Instant WRITTEN = Instant.parse("2026-11-20T08:00:00.123Z");

    @TempDir
    private Path folder;

    private Path file;
    private KeepStore store;

    @BeforeEach
    void open() throws StoreException {
        file = folder.resolve(SqliteKeepStore.FILE_NAME);
        store = SqliteKeepStore.open(file, _ -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void howOneSpeaksWithAServerIsRemembered() throws StoreException {
        RememberedServer ours = visit(ADA, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN);
        ServerSpec room = new ServerSpec(ours.address(), DialectName.JSONROOM, Optional.of("a.b.c"));
        RememberedServer theirs = new RememberedServer(ours.serverId(), room, "Kitchen", "Ada", WRITTEN);
        store.remember(ours);
        store.remember(theirs);
        assertThat(store.servers()).containsExactly(theirs);
        assertThat(theirs.toString()).doesNotContain("a.b.c");
        store.remember(ours);
        assertThat(store.servers()).containsExactly(ours);
    }

    @Test
    void remembersOneServerPerUserTheNewestVisitFirst() throws StoreException {
        RememberedServer old = visit(ADA, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN);
        RememberedServer other = visit(BO, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN.plusSeconds(1));
        RememberedServer moved = visit(ADA, "ws://10.0.0.6:7878/chat", "Küche", WRITTEN.plusSeconds(2));
        store.remember(old);
        store.remember(other);
        assertThat(store.servers()).containsExactly(other, old);

        store.remember(moved);

        assertThat(store.servers()).containsExactly(moved, other);
    }

    @Test
    void aServerOfAKindThatALaterVersionKnewIsTakenForOneOfOurs() throws StoreException, SQLException {
        store.remember(visit(ADA, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN));
        store.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE servers SET dialect = 'telepathy'");
        }
        store = SqliteKeepStore.open(file, _ -> {});
        assertThat(store.servers()).containsExactly(visit(ADA, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN));
    }

    private static RememberedServer visit(Account account, String address, String serverName, Instant at) {
        return new RememberedServer(
                account.serverId(), ServerSpec.hearth(URI.create(address)), serverName, account.name(), at);
    }
}
