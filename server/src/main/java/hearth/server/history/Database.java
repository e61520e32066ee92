package hearth.server.history;

import hearth.server.history.UnusableDatabaseException.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The file in which everything lives: opened, checked, and of the newest form. Owned by the thread that opened it, but for {@link #connectReader}, which is
 * safe from any.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    static final int BUSY_TIMEOUT_MS = 2_000;

    /** A write-ahead log beyond this size is cut back once it has been written into the database. */
    private static final int WAL_BYTES = 4 << 20;

    private final DataFolder folder;
    private final Connection connection;

    private Database(DataFolder folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /** Opens the database of a folder, both made where they are missing. */
    static Database open(Path path) throws UnusableDatabaseException {
        DataFolder folder = DataFolder.hold(path);
        try {
            SqliteLibrary.load(path);
            Path file = OwnerFiles.makeFile(folder.database());
            return new Database(folder, connectWriter(file, file));
        } catch (UnusableDatabaseException e) {
            folder.close();
            throw e;
        } catch (IOException e) {
            folder.close();
            throw new UnusableDatabaseException(new Problem.NotWritable(path), e);
        } catch (SQLException e) {
            folder.close();
            throw unusable(e, folder.database());
        }
    }

    /** What a failure means for somebody who wants to serve from here. */
    UnusableDatabaseException unusable(SQLException failure) {
        return unusable(failure, folder.database());
    }

    /** Where it is. */
    Path file() {
        return folder.database();
    }

    /** The connection that writes. */
    Connection connection() {
        return connection;
    }

    /** Another connection, which cannot write. */
    Connection connectReader() throws SQLException {
        return connectReader(folder.database());
    }

    /** A connection to a database, in use or not, that cannot write. */
    static Connection connectReader(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /**
     * The one connection that writes to a database, which is checked and brought to the newest form first.
     *
     * @param told the file that is named where this one, a copy of it, is no good
     */
    static Connection connectWriter(Path file, Path told) throws SQLException, UnusableDatabaseException {
        Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
        boolean isReady = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_TIMEOUT_MS);
            checkOrigin(statement, told);
            settle(statement);
            checkHealth(statement, told);
            migrate(statement);
            isReady = true;
            return connection;
        } finally {
            if (!isReady) {
                connection.close();
            }
        }
    }

    private static void checkOrigin(Statement statement, Path file) throws SQLException, UnusableDatabaseException {
        // Not by its size: a start that was cut short leaves a first page with nothing on it.
        boolean isNew = number(statement, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!isNew && number(statement, "PRAGMA application_id") != Schema.APPLICATION_ID) {
            throw new UnusableDatabaseException(new Problem.Foreign(file));
        }
        int version = number(statement, "PRAGMA user_version");
        if (version > Schema.STEPS.size()) {
            throw new UnusableDatabaseException(new Problem.Newer(file, version, Schema.STEPS.size()));
        }
    }

    /** Commits reach the disk (FULL), and what is deleted is overwritten (secure_delete). */
    private static void settle(Statement statement) throws SQLException {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
        statement.execute("PRAGMA secure_delete = ON");
        statement.execute("PRAGMA foreign_keys = ON");
        statement.execute("PRAGMA journal_size_limit = " + WAL_BYTES);
        statement.execute("PRAGMA temp_store = MEMORY");
    }

    private static void checkHealth(Statement statement, Path file) throws SQLException, UnusableDatabaseException {
        String first;
        try (ResultSet found = statement.executeQuery("PRAGMA quick_check(1)")) {
            first = found.getString(1);
        }
        if (!first.equals("ok")) {
            throw new UnusableDatabaseException(new Problem.Damaged(file, first));
        }
    }

    private static void migrate(Statement statement) throws SQLException {
        for (int version = number(statement, "PRAGMA user_version"); version < Schema.STEPS.size(); version++) {
            statement.execute("BEGIN IMMEDIATE");
            statement.executeUpdate(Schema.STEPS.get(version));
            statement.execute("PRAGMA application_id = " + Schema.APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + (version + 1));
            statement.execute("COMMIT");
        }
    }

    private static int number(Statement statement, String pragma) throws SQLException {
        try (ResultSet row = statement.executeQuery(pragma)) {
            return row.getInt(1);
        }
    }

    /** What a failure means for somebody who wants to use this database. */
    static UnusableDatabaseException unusable(SQLException failure, Path file) {
        Problem problem = switch (kindOf(failure)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> new Problem.InUse(file);
            case SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN -> new Problem.NotWritable(file.getParent());
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new Problem.Damaged(file, failure.getMessage());
            case SQLITE_FULL -> new Problem.NoSpace(file.getParent());
            default -> new Problem.Failed(file, failure.getMessage());
        };
        return new UnusableDatabaseException(problem, failure);
    }

    /** Whether a disk is full. */
    static boolean isOutOfSpace(SQLException failure) {
        return kindOf(failure) == SQLiteErrorCode.SQLITE_FULL;
    }

    private static SQLiteErrorCode kindOf(SQLException failure) {
        int code = failure instanceof SQLiteException sqlite ? sqlite.getResultCode().code : 0;
        // The low byte is the kind of error; what is above it tells finer ones apart.
        return SQLiteErrorCode.getErrorCode(code & 0xFF);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("could not close the database", e);
        }
        folder.close();
    }
}
