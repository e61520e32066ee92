package hearth.server;

import hearth.server.history.UnusableDatabaseException.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Says in one sentence what is the matter with a database or its files. Pure. */
final class DataProblems {
    private DataProblems() {}

    static String sentence(Problem problem) {
        return switch (problem) {
            case Problem.NotWritable(var folder) -> "The folder " + folder + " cannot be written.";
            case Problem.InUse(var file) -> "Another server is using the database " + file + ".";
            case Problem.Newer(var file, var found, var supported) ->
                "The database " + file + " was written by a newer version of the program (format " + found
                        + ", this one knows " + supported + ").";
            case Problem.Foreign(var file) -> "The file " + file + " is the database of another program.";
            case Problem.Damaged(var file, var detail) -> "The database " + file + " is damaged: " + oneLine(detail);
            case Problem.NoSpace(var folder) -> "There is no space left on the disk of " + folder + ".";
            case Problem.Missing(var file) -> "There is no file " + file + ".";
            case Problem.Empty(var file) -> "The database " + file + " has nothing in it.";
            case Problem.Failed(var file, var detail) -> "The database " + file + " cannot be used: " + oneLine(detail);
        };
    }

    /** Why a file cannot be read or written, as the end of a sentence. */
    static String reason(IOException failure) {
        return switch (failure) {
            case FileAlreadyExistsException _ -> "it exists already.";
            case NoSuchFileException missing -> "there is no " + missing.getFile() + ".";
            case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied.";
            default -> oneLine(String.valueOf(failure.getMessage()));
        };
    }

    static String oneLine(String detail) {
        String line = detail.lines().findFirst().orElse("no reason given").strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
