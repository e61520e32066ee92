package hearth.client.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A database file that may be lost but is never inconsistent: statements are collected in one transaction until {@link #commit}, which does not wait for the
 * disk. What is deleted is overwritten. A file of another version is damaged, for nobody brings a cache up to date. Owned by one thread.
 */
final class CacheFile implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CacheFile.class);
    private static final int BUSY_TIMEOUT_MS = 2_000;

    /** What says something of the disk or of others who use the file, not of what is in it. */
    private static final Set<SQLiteErrorCode> NOT_THE_CONTENT = Set.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_LOCKED,
            SQLiteErrorCode.SQLITE_PERM,
            SQLiteErrorCode.SQLITE_NOMEM);

    private static final int PRIMARY_CODE = 0xff;

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private CacheFile(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens a file, or makes it. */
    static CacheFile open(Path file, int version, List<String> schema) throws StoreException {
        try {
            DataFolder.createOwnerOnly(file);
            SqliteFile.keepNativeLibraryBeside(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new StoreException("The file " + file + " cannot be written.", e);
        }
        CacheFile opened = null;
        boolean usable = false;
        try {
            opened = new CacheFile(file, config().createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
            opened.bringTo(version, schema);
            usable = true;
            return opened;
        } catch (SQLException e) {
            throw failure(file, e);
        } finally {
            if (opened != null && !usable) {
                opened.close();
            }
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        return config;
    }

    private void bringTo(int version, List<String> schema) throws SQLException, StoreException {
        try (Statement statement = connection.createStatement()) {
            // Before the journal mode, which writes the first page of a new file and by that settles it.
            statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
            statement.execute("PRAGMA journal_mode = WAL");
        }
        int found = (int) pragma("user_version");
        connection.setAutoCommit(false);
        if (found == version) {
            return;
        }
        if (found != 0) {
            throw new DamagedStoreException(
                    "The file " + file + " was written by another version of Hearth.",
                    new SQLException("user_version " + found));
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : schema) {
                statement.execute(sql);
            }
            statement.execute("PRAGMA user_version = " + version);
        }
        connection.commit();
    }

    /** Runs a statement that changes something. */
    void change(String sql, Object... values) throws StoreException {
        try {
            prepare(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** All rows of a query. */
    <T> List<T> rows(String sql, RowReader<T> reader, Object... values) throws StoreException {
        try (ResultSet result = prepare(sql, values).executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException, StoreException;
    }

    /** The first row of a query. */
    <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) throws StoreException {
        return rows(sql, reader, values).stream().findFirst();
    }

    /** Ends the transaction and begins the next. */
    void commit() throws StoreException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** How many bytes the file has, but for what is free in it. */
    long usedBytes() throws StoreException {
        try {
            return (pragma("page_count") - pragma("freelist_count")) * pragma("page_size");
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** Ends the transaction, gives back what is free, and leaves nothing of what was deleted beside the file either. */
    void shrink() throws StoreException {
        try {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                // As updates, which run to their end: a query would give back one page only.
                statement.executeUpdate("PRAGMA incremental_vacuum");
                statement.executeUpdate("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    private long pragma(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** What was stored cannot be understood. */
    DamagedStoreException damaged(Exception cause) {
        return new DamagedStoreException("The file " + file + " is damaged.", cause);
    }

    private static StoreException failure(Path file, SQLException e) {
        if (e instanceof SQLiteException sqlite && NOT_THE_CONTENT.contains(primary(sqlite.getResultCode()))) {
            return new StoreException("The file " + file + " cannot be read or written.", e);
        }
        return new DamagedStoreException("The file " + file + " is damaged.", e);
    }

    /** A file that ends too early is damaged, whatever else an error of reading means. */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return code == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ
                ? SQLiteErrorCode.SQLITE_CORRUPT
                : SQLiteErrorCode.getErrorCode(code.code & PRIMARY_CODE);
    }

    @Override
    public void close() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            log.debug("{} could not be rolled back", file, e);
        }
        try {
            connection.close();
        } catch (SQLException e) {
            log.warn("{} could not be closed", file, e);
        }
    }
}
