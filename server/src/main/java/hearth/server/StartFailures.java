package hearth.server;

import hearth.server.ServerStartException.Reason;
import hearth.server.history.StorageException;
import hearth.server.history.UnusableDatabaseException;
import hearth.server.history.UnusableDatabaseException.Problem;
import java.io.IOException;
import java.net.BindException;

/** Says in one sentence why a server could not start. Pure. */
final class StartFailures {
    private StartFailures() {}

    static ServerStartException of(UnusableDatabaseException failure) {
        Problem problem = failure.problem();
        return because(failure, reason(problem), DataProblems.sentence(problem) + " " + advice(problem));
    }

    private static Reason reason(Problem problem) {
        return switch (problem) {
            case Problem.NotWritable _ -> Reason.FOLDER_NOT_WRITABLE;
            case Problem.InUse _ -> Reason.FOLDER_IN_USE;
            case Problem.Newer _ -> Reason.DATABASE_NEWER;
            case Problem.Foreign _ -> Reason.DATABASE_FOREIGN;
            case Problem.Damaged _ -> Reason.DATABASE_DAMAGED;
            case Problem.NoSpace _, Problem.Missing _, Problem.Empty _, Problem.Failed _ -> Reason.FAILED;
        };
    }

    private static String advice(Problem problem) {
        return switch (problem) {
            case Problem.NotWritable _ -> "Make it writable, or choose another with --data DIR.";
            case Problem.InUse _ -> "Stop it first, or choose another folder with --data DIR.";
            case Problem.Newer _ -> "Start a version that is as new, or choose another folder with --data DIR.";
            case Problem.Foreign _ -> "Move it away, or choose another folder with --data DIR.";
            case Problem.NoSpace _ -> "Make room, and start again.";
            case Problem.Damaged _, Problem.Missing _, Problem.Empty _, Problem.Failed _ ->
                "Put a backup in place with --restore FILE, or move the file away to begin anew.";
        };
    }

    static ServerStartException of(StorageException failure) {
        return because(
                failure, Reason.FAILED, "The database cannot be read: " + DataProblems.oneLine(failure.getMessage()));
    }

    static ServerStartException of(IOException failure, int port) {
        String detail = DataProblems.oneLine(String.valueOf(failure.getMessage()));
        if (failure instanceof BindException && detail.contains("in use")) {
            return because(failure, Reason.PORT_TAKEN, "Port " + port + " is taken by another program.");
        }
        return because(failure, Reason.ADDRESS_UNAVAILABLE, "The server cannot listen at port " + port + ": " + detail);
    }

    private static ServerStartException because(Exception cause, Reason reason, String sentence) {
        return new ServerStartException(reason, sentence, cause);
    }
}
