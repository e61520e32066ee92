package hearth.server.history;

import java.io.Serial;
import java.nio.file.Path;

/** The data folder cannot be served from; {@link #problem()} says why, for one sentence to the operator. */
public final class UnusableDatabaseException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnusableDatabaseException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    UnusableDatabaseException(Problem problem) {
        this(problem, null);
    }

    /** What is the matter. */
    public Problem problem() {
        return problem;
    }

    /** Why a database cannot be used. */
    public sealed interface Problem {
        /** The folder cannot be made, or nothing can be written there. */
        record NotWritable(Path folder) implements Problem {}

        /** Another running server, or another program, holds the database. */
        record InUse(Path file) implements Problem {}

        /** A newer version of the program wrote it. */
        record Newer(Path file, int found, int supported) implements Problem {}

        /** It is the database of another program. */
        record Foreign(Path file) implements Problem {}

        /** It is no database, or it has defects; {@code detail} is what the check found first. */
        record Damaged(Path file, String detail) implements Problem {}

        /** Nothing more can be written to the disk of this folder. */
        record NoSpace(Path folder) implements Problem {}

        /** There is no such file. */
        record Missing(Path file) implements Problem {}

        /** It is a database with nothing in it. */
        record Empty(Path file) implements Problem {}

        /** The system failed otherwise. */
        record Failed(Path file, String detail) implements Problem {}
    }
}
