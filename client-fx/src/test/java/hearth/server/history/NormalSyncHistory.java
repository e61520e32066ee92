package hearth.server.history;

import hearth.server.history.UnusableDatabaseException.Problem;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.Statement;

/** The product's history with {@code synchronous=NORMAL}: the write-ahead log is synced before a checkpoint, and at no commit. */
public final class NormalSyncHistory {
    private NormalSyncHistory() {}

    /** Opens the history of a folder, as the product does but for this one setting. */
    public static HistoryStore open(Path folder, SecureRandom random) throws UnusableDatabaseException {
        Database database = Database.open(folder);
        try (Statement statement = database.connection().createStatement()) {
            statement.execute("PRAGMA synchronous = NORMAL");
        } catch (SQLException e) {
            database.close();
            throw new UnusableDatabaseException(new Problem.Failed(folder, e.getMessage()), e);
        }
        return SqliteHistoryStore.open(database, random);
    }
}
