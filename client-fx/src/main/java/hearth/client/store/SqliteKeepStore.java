package hearth.client.store;

import hearth.client.link.DialectName;
import hearth.client.link.ServerSpec;
import hearth.client.store.SqliteFile.Change;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The {@link KeepStore} in {@code keep.db}. Times are kept to the millisecond. Safe from any thread. */
public final class SqliteKeepStore implements KeepStore {
    /** The file's name in the data folder. */
    public static final String FILE_NAME = "keep.db";

    private static final Logger log = LoggerFactory.getLogger(SqliteKeepStore.class);

    private final KeepFile file;
    private final OutboxTable outbox;

    private SqliteKeepStore(KeepFile file) {
        this.file = file;
        this.outbox = new OutboxTable(file);
    }

    /**
     * Opens the store of a data folder, or makes it.
     *
     * @param onSalvaged hears, on the thread that uses the store, whenever a damaged file had to be replaced
     * @throws StoreException if the file is of a newer version, or none can be written; the message is a sentence that names it
     */
    public static SqliteKeepStore open(DataFolder folder, Consumer<Salvaged> onSalvaged) throws StoreException {
        return open(folder.path().resolve(FILE_NAME), onSalvaged);
    }

    static SqliteKeepStore open(Path file, Consumer<Salvaged> onSalvaged) throws StoreException {
        return new SqliteKeepStore(KeepFile.open(file, onSalvaged));
    }

    @Override
    public List<RememberedServer> servers() throws StoreException {
        return file.rows("""
                SELECT server_id, address, dialect, signed_token, server_name, user_name, last_visit_ms FROM servers
                ORDER BY last_visit_ms DESC, rowid""", SqliteKeepStore::server).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** A disk may turn an address into none; that of one server does not take the others away. */
    private static Optional<RememberedServer> server(ResultSet row) throws SQLException {
        try {
            return Optional.of(new RememberedServer(
                    row.getString("server_id"),
                    new ServerSpec(
                            new URI(row.getString("address")),
                            dialect(row.getString("dialect")),
                            Optional.ofNullable(row.getString("signed_token"))),
                    row.getString("server_name"),
                    row.getString("user_name"),
                    Instant.ofEpochMilli(row.getLong("last_visit_ms"))));
        } catch (URISyntaxException e) {
            log.warn("a remembered server has no address", e);
            return Optional.empty();
        }
    }

    /** A later version may know more kinds of server than this one. */
    private static DialectName dialect(String name) {
        return DialectName.of(name).orElse(DialectName.HEARTH);
    }

    @Override
    public void remember(RememberedServer server) throws StoreException {
        file.change(
                """
                INSERT INTO servers (server_id, user_name, address, dialect, signed_token, server_name, last_visit_ms)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (server_id, user_name) DO UPDATE
                SET address = excluded.address, dialect = excluded.dialect, signed_token = excluded.signed_token,
                    server_name = excluded.server_name, last_visit_ms = excluded.last_visit_ms""",
                server.serverId(),
                server.userName(),
                server.address().toString(),
                server.server().dialect().text(),
                server.server().token().orElse(null),
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
    public List<String> names(String serverId) throws StoreException {
        return file.rows(
                "SELECT user_name FROM tokens WHERE server_id = ? ORDER BY rowid",
                row -> row.getString("user_name"),
                serverId);
    }

    @Override
    public void keepToken(Account account, String token) throws StoreException {
        file.change("""
                INSERT INTO tokens (server_id, user_name, token) VALUES (?, ?, ?)
                ON CONFLICT (server_id, user_name) DO UPDATE SET token = excluded.token""", account.serverId(), account.name(), token);
    }

    @Override
    public void rename(Account before, Account now) throws StoreException {
        file.change(List.of(
                moved(
                        "UPDATE OR REPLACE outbox SET server_id = ?, user_name = ? WHERE server_id = ? AND user_name = ?",
                        before,
                        now),
                moved("""
                        INSERT INTO drafts (server_id, user_name, conversation, text)
                        SELECT ?, ?, conversation, text FROM drafts WHERE server_id = ? AND user_name = ?
                        ON CONFLICT (server_id, user_name, conversation) DO UPDATE
                        SET text = drafts.text || char(10) || excluded.text""", before, now),
                moved("""
                        INSERT INTO markers (server_id, user_name, conversation, seq, epoch)
                        SELECT ?, ?, conversation, seq, epoch FROM markers WHERE server_id = ? AND user_name = ?
                        ON CONFLICT (server_id, user_name, conversation) DO UPDATE
                        SET seq = iif(markers.epoch IS excluded.epoch, max(markers.seq, excluded.seq), excluded.seq),
                            epoch = excluded.epoch""", before, now),
                gone("drafts", before),
                gone("markers", before)));
    }

    private static Change moved(String sql, Account before, Account now) {
        return new Change(sql, now.serverId(), now.name(), before.serverId(), before.name());
    }

    private static Change gone(String table, Account account) {
        return new Change(
                "DELETE FROM " + table + " WHERE server_id = ? AND user_name = ?", account.serverId(), account.name());
    }

    @Override
    public List<OutboxEntry> outbox(Account account) throws StoreException {
        return outbox.entries(account);
    }

    @Override
    public void putOutbox(OutboxEntry entry) throws StoreException {
        outbox.put(entry);
    }

    @Override
    public void removeOutbox(Account account, String clientId) throws StoreException {
        outbox.remove(account, clientId);
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
    public Map<String, String> drafts(Account account) throws StoreException {
        return byConversation(account, "SELECT conversation, text FROM drafts", row -> row.getString("text"));
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
    public Map<String, Marker> markers(Account account) throws StoreException {
        return byConversation(
                account,
                "SELECT conversation, seq, epoch FROM markers",
                row -> new Marker(row.getLong("seq"), Optional.ofNullable(row.getString("epoch"))));
    }

    @Override
    public void keepMarker(Account account, String conversation, Marker marker) throws StoreException {
        file.change(
                """
                INSERT INTO markers (server_id, user_name, conversation, seq, epoch) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (server_id, user_name, conversation) DO UPDATE SET seq = excluded.seq, epoch = excluded.epoch""",
                account.serverId(),
                account.name(),
                conversation,
                marker.seq(),
                marker.epoch().orElse(null));
    }

    @Override
    public void removeMarker(Account account, String conversation) throws StoreException {
        file.change(
                "DELETE FROM markers WHERE server_id = ? AND user_name = ? AND conversation = ?",
                account.serverId(),
                account.name(),
                conversation);
    }

    private <T> Map<String, T> byConversation(Account account, String select, SqliteFile.RowReader<T> value)
            throws StoreException {
        Map<String, T> found = new LinkedHashMap<>();
        List<Map.Entry<String, T>> rows = file.rows(
                select + " WHERE server_id = ? AND user_name = ? ORDER BY rowid",
                row -> Map.entry(row.getString("conversation"), value.read(row)),
                account.serverId(),
                account.name());
        rows.forEach(row -> found.put(row.getKey(), row.getValue()));
        return found;
    }

    @Override
    public void close() {
        file.close();
    }
}
