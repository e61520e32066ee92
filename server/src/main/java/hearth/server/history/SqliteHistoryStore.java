package hearth.server.history;

import hearth.protocol.Event;
import hearth.server.account.CaseFolding;
import hearth.server.account.Ids;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The history in one SQLite file, {@code hearth.db}. Owned by one thread; holds its folder against other servers from {@link #open} to {@link #close()}.
 */
public final class SqliteHistoryStore implements HistoryStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteHistoryStore.class);

    private final Database database;
    private final Identity identity;
    private final Statements statements;
    private final StateTables state;
    private final EventLog log;
    private final EventQueries queries;
    private final WriteAheadLog wal;

    /** A batch has begun, and neither its commit nor its rollback is known to have succeeded. */
    private boolean isUnfinished;

    private SqliteHistoryStore(Database database, Identity identity, Statements statements) {
        this.database = database;
        this.identity = identity;
        this.statements = statements;
        this.state = new StateTables(statements);
        this.log = new EventLog(statements);
        this.queries = new EventQueries(statements);
        this.wal = new WriteAheadLog(statements, database.file(), WriteAheadLog.Sizes.USUAL);
    }

    /**
     * Opens the history of a folder; makes both where they are missing.
     *
     * @param random for the identities of a new history
     */
    public static SqliteHistoryStore open(Path folder, SecureRandom random) throws UnusableDatabaseException {
        return open(Database.open(folder), random);
    }

    /** Takes over an open database. */
    static SqliteHistoryStore open(Database database, SecureRandom random) throws UnusableDatabaseException {
        try {
            Statements statements = new Statements(database.connection());
            statements.update("BEGIN IMMEDIATE");
            Identity identity = Identity.readOrMake(statements, new Ids(random));
            new SearchIndex(statements).refold();
            statements.update("COMMIT");
            return new SqliteHistoryStore(database, identity, statements);
        } catch (SQLException e) {
            database.close();
            throw database.unusable(e);
        }
    }

    /** Which server this is, and which history it tells: another one where this was a backup, which is none any more from now on. */
    private record Identity(String server, String epoch) {
        static Identity readOrMake(Statements statements, Ids ids) throws SQLException {
            statements.update(
                    "INSERT OR IGNORE INTO server (only, id, epoch, folding) VALUES (1, ?, ?, ?)",
                    ids.next(),
                    ids.next(),
                    CaseFolding.unicodeVersion());
            statements.update("UPDATE server SET epoch = ?, is_backup = 0 WHERE is_backup = 1", ids.next());
            return statements
                    .first(row -> new Identity(row.getString("id"), row.getString("epoch")), "SELECT * FROM server")
                    .orElseThrow();
        }
    }

    @Override
    public String serverId() {
        return identity.server();
    }

    @Override
    public String epoch() {
        return identity.epoch();
    }

    @Override
    public void replay(Consumer<Change> sink) throws StorageException {
        run("read the state", () -> state.replay(sink));
    }

    @Override
    public void begin() throws StorageException {
        if (isUnfinished) {
            rollback();
        }
        run("begin a batch", () -> statements.update("BEGIN IMMEDIATE"));
        isUnfinished = true;
    }

    @Override
    public void apply(Change change) throws StorageException {
        run("write a change", () -> write(change));
    }

    private void write(Change change) throws SQLException {
        switch (change) {
            case Change.UserAdded added -> state.add(added);
            case Change.UserRemoved removed -> state.remove(removed);
            case Change.TokenAdded added -> state.add(added);
            case Change.TokenRevoked revoked -> state.revoke(revoked);
            case Change.RoomAdded added -> state.add(added);
            case Change.DirectAdded added -> state.add(added);
            case Change.RoomChanged changed -> state.change(changed);
            case Change.RoomDeleted deleted -> {
                wal.owesErasure();
                log.erase(deleted.conversation());
                state.delete(deleted);
            }
            case Change.MemberAdded added -> state.add(added);
            case Change.MemberRemoved removed -> state.remove(removed);
            case Change.RoleSet set -> state.set(set);
            case Change.Read read -> state.read(read);
            case Change.Banned banned -> state.ban(banned);
            case Change.Unbanned unbanned -> state.unban(unbanned);
            case Change.Muted muted -> state.mute(muted);
            case Change.Appended(var event) -> {
                if (event instanceof Event.Deleted) {
                    wal.owesErasure();
                }
                log.append(event);
            }
            case Change.HeadKnown _ -> throw new IllegalArgumentException("heads follow from the log");
        }
    }

    @Override
    public void commit() throws StorageException {
        run("commit a batch", () -> statements.update("COMMIT"));
        isUnfinished = false;
        wal.afterCommit();
    }

    @Override
    public void rollback() {
        try {
            statements.update("ROLLBACK");
            isUnfinished = false;
        } catch (SQLException e) {
            LOG.debug("nothing to roll back: the database did so itself, or the next batch tries again", e);
        }
    }

    @Override
    public Optional<Receipt> findPost(String sender, String clientId) throws StorageException {
        return call("look up a post", () -> queries.receipt(sender, clientId));
    }

    @Override
    public Optional<StoredMessage> message(String conversation, long seq) throws StorageException {
        return call("look up a message", () -> queries.message(conversation, seq));
    }

    @Override
    public boolean isMessage(String conversation, long seq) throws StorageException {
        return call("look up a message", () -> queries.isMessage(conversation, seq));
    }

    @Override
    public ReactionState reaction(String conversation, long target, String user, String emoji) throws StorageException {
        return call("look up a reaction", () -> queries.reaction(conversation, target, user, emoji));
    }

    @Override
    public Unread unread(String conversation, String user, long read) throws StorageException {
        return call("count what is unread", () -> queries.unread(conversation, user, read));
    }

    @Override
    public Optional<Event.Message> lastMessage(String conversation) throws StorageException {
        return call("read the last message", () -> queries.lastMessage(conversation));
    }

    @Override
    public boolean events(String conversation, long after, long upTo, Sink sink) throws StorageException {
        return call("read events", () -> queries.run(conversation, after, upTo, sink));
    }

    @Override
    public HistoryReader openReader() throws StorageException {
        return call("open the reading side", () -> new SqliteHistoryReader(database.connectReader()));
    }

    @Override
    public void close() {
        if (isUnfinished) {
            rollback();
        }
        database.close();
    }

    /** Something done to the database. */
    private interface Work {
        void run() throws SQLException;
    }

    /** Something asked of the database. */
    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static void run(String what, Work work) throws StorageException {
        try {
            work.run();
        } catch (SQLException e) {
            throw new StorageException("could not " + what, e);
        }
    }

    private static <T> T call(String what, Question<T> question) throws StorageException {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new StorageException("could not " + what, e);
        }
    }
}
