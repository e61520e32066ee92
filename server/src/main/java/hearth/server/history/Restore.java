package hearth.server.history;

import hearth.server.history.UnusableDatabaseException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Puts a copy of a backup in the place of a folder's database. */
public final class Restore {
    private final Path backup;
    private final DataFolder folder;
    private final Replacement replacement;

    private Restore(Path backup, DataFolder folder, Replacement.Renaming renaming) {
        this.backup = backup;
        this.folder = folder;
        this.replacement = new Replacement(folder.database(), renaming);
    }

    /**
     * What was done.
     *
     * @param database where the copy is now
     * @param before where the database is that was there before, if there was one
     */
    public record Done(Path database, Optional<Path> before) {}

    /**
     * Checks a file, and puts a copy of it in place that a server will start a new epoch from. What was there is kept. Until the copy is whole and on the
     * disk nothing is changed; from then on a kill does not keep it from coming into place.
     *
     * @param backup a backup, or the database of a server that does not run, with what lies beside it; left as it is
     * @throws UnusableDatabaseException if the file is no good, or a server runs in the folder; nothing is changed then
     * @throws IOException if the file cannot be read, or not be copied to the folder
     */
    public static Done of(Path backup, Path folder) throws UnusableDatabaseException, IOException {
        return of(backup, folder, OwnerFiles::rename);
    }

    static Done of(Path backup, Path folder, Replacement.Renaming renaming)
            throws UnusableDatabaseException, IOException {
        if (!Files.exists(backup)) {
            throw new UnusableDatabaseException(new Problem.Missing(backup));
        }
        try (DataFolder held = DataFolder.hold(folder)) {
            return new Restore(backup, held, renaming).run();
        }
    }

    private Done run() throws UnusableDatabaseException, IOException {
        prepare();
        return new Done(folder.database(), replacement.putInPlace());
    }

    private void prepare() throws UnusableDatabaseException, IOException {
        Path copy = replacement.prepared();
        boolean isReady = false;
        try {
            SqliteLibrary.load(copy.getParent());
            OwnerFiles.copyInto(backup, OwnerFiles.makeFile(copy));
            copyLog(copy);
            BackupMark.set(copy, backup);
            isReady = true;
        } catch (SQLException e) {
            throw Database.isOutOfSpace(e)
                    ? new UnusableDatabaseException(new Problem.NoSpace(copy.getParent()), e)
                    : Database.unusable(e, backup);
        } finally {
            if (!isReady) {
                OwnerFiles.deleteDatabase(copy);
            }
        }
    }

    /** What a server that was killed had not yet written into its database; a log that belongs to another database stays where it is. */
    private void copyLog(Path copy) throws IOException {
        Path log = OwnerFiles.companion(backup, "-wal");
        if (Files.exists(log) && FileHeader.of(backup) == FileHeader.WITH_LOG) {
            OwnerFiles.copyInto(log, OwnerFiles.makeFile(OwnerFiles.companion(copy, "-wal")));
        }
    }
}
