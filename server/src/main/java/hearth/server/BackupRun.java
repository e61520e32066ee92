package hearth.server;

import hearth.server.history.Backup;
import hearth.server.history.UnusableDatabaseException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** Makes a backup of a data folder, whether a server uses it or not. */
final class BackupRun {
    private final PrintStream out;
    private final PrintStream err;

    BackupRun(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Gives the exit code: 0 where the backup is on the disk, whole and checked. */
    int run(Path folder, Path file) {
        try {
            long bytes = Backup.make(folder, file);
            out.printf(Locale.ROOT, "The backup is in %s: %,d bytes.%n", file.toAbsolutePath(), bytes);
            return 0;
        } catch (UnusableDatabaseException e) {
            err.println(DataProblems.sentence(e.problem()) + " No backup was made.");
        } catch (IOException e) {
            err.println("The backup cannot be written to " + file + ": " + DataProblems.reason(e));
        }
        return 1;
    }
}
