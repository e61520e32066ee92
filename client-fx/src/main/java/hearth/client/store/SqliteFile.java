package hearth.client.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * One database file with one connection. Every change is a transaction of its own, and on disk when it returns. Safe from any thread, one call after the
 * other.
 */
final class SqliteFile implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SqliteFile.class);

    /** Where the driver unpacks its native library: what lies in the temporary folder may be forbidden to run. */
    private static final String NATIVE_LIBRARY_FOLDER = "org.sqlite.tmpdir";

    private static final int BUSY_TIMEOUT_MS = 5_000;

    /** No version is larger: such a number is no version but damage. */
    private static final int LARGEST_VERSION = 1_000_000;

    private final Path file;
    private final Connection connection; // guarded by this

    private SqliteFile(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** How a file of one kind came to look as it does: the step at index n brings version n to n + 1. */
    record Schema(List<List<String>> steps) {
        int version() {
            return steps.size();
        }
    }

    /**
     * Opens a file, or makes it.
     *
     * @throws StoreException if it cannot be read or written, is damaged, or is of a newer version; the message is a sentence that names it
     */
    static SqliteFile open(Path file, Schema schema) throws StoreException {
        try {
            DataFolder.createOwnerOnly(file);
            keepNativeLibraryBeside(file);
        } catch (IOException e) {
            throw new StoreException("The file " + file + " cannot be written.", e);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        SqliteFile opened = null;
        boolean usable = false;
        try {
            opened = new SqliteFile(file, config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
            opened.check();
            opened.bringTo(schema);
            usable = true;
            return opened;
        } catch (SQLException e) {
            throw new StoreException("The file " + file + " is damaged or cannot be read.", e);
        } finally {
            if (opened != null && !usable) {
                opened.close();
            }
        }
    }

    /** Once for the whole process, since the library is loaded once; what was set on the command line stays. */
    static void keepNativeLibraryBeside(Path file) throws IOException {
        if (System.getProperty(NATIVE_LIBRARY_FOLDER) == null) {
            Path folder = Files.createDirectories(file.toAbsolutePath().resolveSibling("native"));
            System.setProperty(NATIVE_LIBRARY_FOLDER, folder.toString());
        }
    }

    private void check() throws SQLException {
        String verdict = first("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("no answer");
        if (!"ok".equals(verdict)) {
            throw damage(verdict);
        }
    }

    /** What the database says, or would say if it looked, of a file whose content makes no sense. */
    static SQLException damage(String detail) {
        return new SQLException(detail, null, SQLiteErrorCode.SQLITE_CORRUPT.code);
    }

    static boolean isDamage(SQLException e) {
        return e.getErrorCode() == SQLiteErrorCode.SQLITE_CORRUPT.code
                || e.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private void bringTo(Schema schema) throws SQLException, StoreException {
        int version = first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
        if (version < 0 || version > LARGEST_VERSION) {
            throw damage("user_version " + version);
        }
        if (version > schema.version()) {
            throw new StoreException(
                    "The file " + file + " was written by a newer version of Hearth.",
                    new SQLException("user_version " + version));
        }
        for (int next = version; next < schema.version(); next++) {
            take(schema.steps().get(next), next + 1);
        }
    }

    /** One step, all of it or nothing. */
    private void take(List<String> step, int version) throws SQLException {
        try {
            inTransaction(() -> {
                try (Statement statement = connection.createStatement()) {
                    for (String sql : step) {
                        statement.execute(sql);
                    }
                    statement.execute("PRAGMA user_version = " + version);
                }
            });
        } catch (SQLException e) {
            throw e.getErrorCode() == SQLiteErrorCode.SQLITE_ERROR.code ? contradiction(e) : e;
        }
    }

    /** A step fails so only where the file is not what its version says. */
    private static SQLException contradiction(SQLException e) {
        SQLException damage = damage(e.getMessage());
        damage.initCause(e);
        return damage;
    }

    /** A statement that changes something. */
    record Change(String sql, Object... values) {}

    /** Runs a statement that changes something. */
    synchronized void change(String sql, Object... values) throws StoreException {
        try (PreparedStatement statement = prepare(sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("The file " + file + " cannot be written.", e);
        }
    }

    /** Runs statements that change something: all of them or none. */
    synchronized void change(List<Change> changes) throws StoreException {
        try {
            inTransaction(() -> {
                for (Change change : changes) {
                    try (PreparedStatement statement = prepare(change.sql(), change.values())) {
                        statement.executeUpdate();
                    }
                }
            });
        } catch (SQLException e) {
            throw new StoreException("The file " + file + " cannot be written.", e);
        }
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    private interface Steps {
        void run() throws SQLException;
    }

    private void inTransaction(Steps steps) throws SQLException {
        connection.setAutoCommit(false);
        try {
            steps.run();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** All rows of a query. */
    synchronized <T> List<T> rows(String sql, RowReader<T> reader, Object... values) throws StoreException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new StoreException("The file " + file + " cannot be read.", e);
        }
    }

    private <T> Optional<T> first(String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? Optional.of(reader.read(result)) : Optional.empty();
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            log.warn("{} could not be closed", file, e);
        }
    }
}
