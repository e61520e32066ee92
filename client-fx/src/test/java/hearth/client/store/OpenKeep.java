package hearth.client.store;

import hearth.client.link.ServerSpec;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.RememberedServer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;

/** What is kept in a folder, open, and who keeps it. For one thread. */
final class OpenKeep implements AutoCloseable {
    static final Account ADA = new Account("server-1", "Ada");
    static final Account BO = new Account("server-1", "Bo");
    static final Instant WRITTEN = Instant.parse("2026-11-20T08:00:00.123Z");

    private final Path file;
    private KeepStore store;

    OpenKeep(Path folder) throws StoreException {
        file = folder.resolve(SqliteKeepStore.FILE_NAME);
        store = SqliteKeepStore.open(file, _ -> {});
    }

    Path file() {
        return file;
    }

    KeepStore store() {
        return store;
    }

    /** The same file, opened by the next process. */
    KeepStore reopen() throws StoreException {
        store.close();
        store = SqliteKeepStore.open(file, _ -> {});
        return store;
    }

    /** Another program changes the file, which is closed by then. */
    void change(String sql) throws SQLException {
        store.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static RememberedServer visit(Account account, String address, String serverName, Instant at) {
        return new RememberedServer(
                account.serverId(), ServerSpec.hearth(URI.create(address)), serverName, account.name(), at);
    }

    @Override
    public void close() {
        store.close();
    }
}
