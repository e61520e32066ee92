package hearth.server.history;

import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/** Loads SQLite's native library, once in a process. Safe from any thread. */
final class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);
    private static final String UNPACK_FOLDER = "org.sqlite.tmpdir";

    private SqliteLibrary() {}

    /** Unpacks the library to the system's temporary folder, or, where nothing may be executed from there, to this one. */
    static void load(Path fallback) throws SQLException {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            LOG.info("SQLite's library cannot be loaded from the temporary folder; trying {}", fallback, e);
            System.setProperty(UNPACK_FOLDER, fallback.toAbsolutePath().toString());
            loadAgain();
        }
    }

    private static void loadAgain() throws SQLException {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new SQLException("SQLite's library cannot be loaded", e);
        }
    }
}
