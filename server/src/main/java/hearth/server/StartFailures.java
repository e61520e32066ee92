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
        return switch (failure.problem()) {
            case Problem.NotWritable(var folder) ->
                because(failure, Reason.FOLDER_NOT_WRITABLE, "The data folder " + folder + " cannot be written to.");
            case Problem.InUse(var file) ->
                because(failure, Reason.FOLDER_IN_USE, "Another server is using the database " + file + ".");
            case Problem.Newer(var file, var found, var supported) -> {
                String formats = " (format " + found + ", this one knows " + supported + ").";
                yield because(
                        failure,
                        Reason.DATABASE_NEWER,
                        "The database " + file + " was written by a newer version of the program" + formats);
            }
            case Problem.Foreign(var file) ->
                because(failure, Reason.DATABASE_FOREIGN, "The file " + file + " is the database of another program.");
            case Problem.Damaged(var file, var detail) ->
                because(failure, Reason.DATABASE_DAMAGED, "The database " + file + " is damaged: " + oneLine(detail));
            case Problem.Failed(var file, var detail) ->
                because(failure, Reason.FAILED, "The database " + file + " cannot be opened: " + oneLine(detail));
        };
    }

    static ServerStartException of(StorageException failure) {
        return because(failure, Reason.FAILED, "The database cannot be read: " + oneLine(failure.getMessage()));
    }

    static ServerStartException of(IOException failure, int port) {
        String detail = oneLine(String.valueOf(failure.getMessage()));
        if (failure instanceof BindException && detail.contains("in use")) {
            return because(failure, Reason.PORT_TAKEN, "Port " + port + " is taken by another program.");
        }
        return because(failure, Reason.ADDRESS_UNAVAILABLE, "The server cannot listen at port " + port + ": " + detail);
    }

    private static ServerStartException because(Exception cause, Reason reason, String sentence) {
        return new ServerStartException(reason, sentence, cause);
    }

    private static String oneLine(String detail) {
        String line = detail.lines().findFirst().orElse("no reason given").strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
