package hearth.server;

import hearth.server.history.Restore;
import hearth.server.history.UnusableDatabaseException;
import hearth.server.history.UnusableDatabaseException.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Puts a copy of a backup in place of the database of a data folder. */
final class RestoreRun {
    private final PrintStream out;
    private final PrintStream err;

    RestoreRun(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Gives the exit code: 0 where the copy is in place. */
    int run(Path file, Path folder) {
        try {
            Restore.Done done = Restore.of(file, folder);
            String before = done.before()
                    .map(path -> "; what was there before is now " + path)
                    .orElse("");
            out.println("A copy of " + file + " is now the database " + done.database() + before + ".");
            return 0;
        } catch (UnusableDatabaseException e) {
            String advice = e.problem() instanceof Problem.InUse ? " Stop it first." : " Nothing was changed.";
            err.println(DataProblems.sentence(e.problem()) + advice);
        } catch (IOException e) {
            err.println("The backup " + file + " cannot be put in place in " + folder + ": " + DataProblems.reason(e));
        }
        return 1;
    }
}
