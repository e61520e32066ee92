package hearth.client.store;

import hearth.client.store.SqliteFile.Schema;
import java.net.URI;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The {@link KeepStore} in {@code keep.db}. Times are kept to the millisecond. Safe from any thread. */
public final class SqliteKeepStore implements KeepStore {
    /** The file's name in the data folder. */
    public static final String FILE_NAME = "keep.db";

    private static final String CONVERSATION = "conversation";
    private static final String PERSON = "person";

    private static final Schema SCHEMA = new Schema(1, List.of("""
                    CREATE TABLE servers (
                        server_id TEXT NOT NULL,
                        user_name TEXT NOT NULL,
                        address TEXT NOT NULL,
                        server_name TEXT NOT NULL,
                        last_visit_ms INTEGER NOT NULL,
                        PRIMARY KEY (server_id, user_name)
                    ) STRICT""", """
                    CREATE TABLE tokens (
                        server_id TEXT NOT NULL,
                        user_name TEXT NOT NULL,
                        token TEXT NOT NULL,
                        PRIMARY KEY (server_id, user_name)
                    ) STRICT""", """
                    CREATE TABLE outbox (
                        position INTEGER PRIMARY KEY AUTOINCREMENT,
                        server_id TEXT NOT NULL,
                        user_name TEXT NOT NULL,
                        client_id TEXT NOT NULL,
                        target_kind TEXT NOT NULL CHECK (target_kind IN ('conversation', 'person')),
                        target TEXT NOT NULL,
                        text TEXT NOT NULL,
                        reply_to INTEGER,
                        written_at_ms INTEGER NOT NULL,
                        failure TEXT,
                        UNIQUE (server_id, user_name, client_id)
                    ) STRICT""", """
                    CREATE TABLE drafts (
                        server_id TEXT NOT NULL,
                        user_name TEXT NOT NULL,
                        conversation TEXT NOT NULL,
                        text TEXT NOT NULL,
                        PRIMARY KEY (server_id, user_name, conversation)
                    ) STRICT"""));

    private final SqliteFile file;

    private SqliteKeepStore(SqliteFile file) {
        this.file = file;
    }

    /**
     * Opens the store of a data folder, or makes it.
     *
     * @throws StoreException if the file cannot be read or written, is damaged, or is of a newer version; the message is a sentence that names it
     */
    public static SqliteKeepStore open(DataFolder folder) throws StoreException {
        return open(folder.path().resolve(FILE_NAME));
    }

    static SqliteKeepStore open(Path file) throws StoreException {
        return new SqliteKeepStore(SqliteFile.open(file, SCHEMA));
    }

    @Override
    public List<RememberedServer> servers() throws StoreException {
        return file.rows(
                """
                SELECT server_id, address, server_name, user_name, last_visit_ms FROM servers
                ORDER BY last_visit_ms DESC, rowid""",
                row -> new RememberedServer(
                        row.getString("server_id"),
                        URI.create(row.getString("address")),
                        row.getString("server_name"),
                        row.getString("user_name"),
                        Instant.ofEpochMilli(row.getLong("last_visit_ms"))));
    }

    @Override
    public void remember(RememberedServer server) throws StoreException {
        file.change(
                """
                INSERT INTO servers (server_id, user_name, address, server_name, last_visit_ms) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (server_id, user_name) DO UPDATE
                SET address = excluded.address, server_name = excluded.server_name, last_visit_ms = excluded.last_visit_ms""",
                server.serverId(),
                server.userName(),
                server.address().toString(),
                server.serverName(),
                server.lastVisit().toEpochMilli());
    }

    @Override
    public void forget(Account account) throws StoreException {
        file.change("DELETE FROM servers WHERE server_id = ? AND user_name = ?", account.serverId(), account.name());
    }

    @Override
    public Optional<String> token(Account account) throws StoreException {
        return file
                .rows(
                        "SELECT token FROM tokens WHERE server_id = ? AND user_name = ?",
                        row -> row.getString("token"),
                        account.serverId(),
                        account.name())
                .stream()
                .findFirst();
    }

    @Override
    public void keepToken(Account account, String token) throws StoreException {
        file.change("""
                INSERT INTO tokens (server_id, user_name, token) VALUES (?, ?, ?)
                ON CONFLICT (server_id, user_name) DO UPDATE SET token = excluded.token""", account.serverId(), account.name(), token);
    }

    @Override
    public List<OutboxEntry> outbox(Account account) throws StoreException {
        return file.rows("""
                SELECT client_id, target_kind, target, text, reply_to, written_at_ms, failure FROM outbox
                WHERE server_id = ? AND user_name = ? ORDER BY position""", row -> readEntry(account, row), account.serverId(), account.name());
    }

    private static OutboxEntry readEntry(Account account, ResultSet row) throws SQLException {
        String target = row.getString("target");
        long replyTo = row.getLong("reply_to");
        OptionalLong reply = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(replyTo);
        return new OutboxEntry(
                account,
                row.getString("client_id"),
                PERSON.equals(row.getString("target_kind"))
                        ? new Target.Person(target)
                        : new Target.Conversation(target),
                row.getString("text"),
                reply,
                Instant.ofEpochMilli(row.getLong("written_at_ms")),
                Optional.ofNullable(row.getString("failure")));
    }

    @Override
    public void putOutbox(OutboxEntry entry) throws StoreException {
        String kind = switch (entry.target()) {
            case Target.Conversation _ -> CONVERSATION;
            case Target.Person _ -> PERSON;
        };
        String target = switch (entry.target()) {
            case Target.Conversation(String id) -> id;
            case Target.Person(String name) -> name;
        };
        file.change(
                """
                INSERT INTO outbox (server_id, user_name, client_id, target_kind, target, text, reply_to, written_at_ms, failure)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (server_id, user_name, client_id) DO UPDATE
                SET target_kind = excluded.target_kind, target = excluded.target, text = excluded.text,
                    reply_to = excluded.reply_to, written_at_ms = excluded.written_at_ms, failure = excluded.failure""",
                entry.account().serverId(),
                entry.account().name(),
                entry.clientId(),
                kind,
                target,
                entry.text(),
                entry.replyTo().isPresent() ? entry.replyTo().getAsLong() : null,
                entry.writtenAt().toEpochMilli(),
                entry.failure().orElse(null));
    }

    @Override
    public void removeOutbox(Account account, String clientId) throws StoreException {
        file.change(
                "DELETE FROM outbox WHERE server_id = ? AND user_name = ? AND client_id = ?",
                account.serverId(),
                account.name(),
                clientId);
    }

    @Override
    public String draft(Account account, String conversation) throws StoreException {
        return file
                .rows(
                        "SELECT text FROM drafts WHERE server_id = ? AND user_name = ? AND conversation = ?",
                        row -> row.getString("text"),
                        account.serverId(),
                        account.name(),
                        conversation)
                .stream()
                .findFirst()
                .orElse("");
    }

    @Override
    public void keepDraft(Account account, String conversation, String text) throws StoreException {
        if (text.isEmpty()) {
            file.change(
                    "DELETE FROM drafts WHERE server_id = ? AND user_name = ? AND conversation = ?",
                    account.serverId(),
                    account.name(),
                    conversation);
        } else {
            file.change("""
                    INSERT INTO drafts (server_id, user_name, conversation, text) VALUES (?, ?, ?, ?)
                    ON CONFLICT (server_id, user_name, conversation) DO UPDATE SET text = excluded.text""", account.serverId(), account.name(), conversation, text);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
