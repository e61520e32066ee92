package hearth.server.history;

import hearth.server.history.UnusableDatabaseException.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes a backup of a copy. Pure. */
final class BackupMark {
    private BackupMark() {}

    /**
     * Checks a copy of a database that nobody else uses, brings it to the newest form, marks it, and leaves it as one file that is on the disk.
     *
     * @param original the file that is named where the copy is no good
     */
    static void set(Path copy, Path original) throws SQLException, UnusableDatabaseException, IOException {
        try (Connection connection = Database.connectWriter(copy, original);
                Statement statement = connection.createStatement()) {
            if (statement.executeUpdate("UPDATE server SET is_backup = 1") == 0) {
                throw new UnusableDatabaseException(new Problem.Empty(original));
            }
            // All into the one file: a log beside it would be left behind by whoever copies it.
            statement.execute("PRAGMA journal_mode = DELETE");
        }
        OwnerFiles.force(copy);
    }
}
