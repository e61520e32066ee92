package hearth.server.history;

import hearth.server.history.UnusableDatabaseException.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;

/** Copies the history of a folder into one file, while a server uses it or not. */
public final class Backup {
    private final Path source;
    private final Path target;

    private Backup(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Makes a backup: everything that was committed before, in a file that only its owner may read. Returns when it is on the disk. It has its name only when
     * it is whole; a failure leaves nothing.
     *
     * @param target must not be there
     * @return how many bytes it has
     * @throws IOException if it cannot be written there
     */
    public static long make(Path folder, Path target) throws UnusableDatabaseException, IOException {
        return new Backup(DataFolder.databaseIn(folder), target.toAbsolutePath()).run();
    }

    private long run() throws UnusableDatabaseException, IOException {
        requireFree();
        if (!Files.exists(source)) {
            throw new UnusableDatabaseException(new Problem.Missing(source));
        }
        Path copy =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
        try {
            OwnerFiles.makeFile(copy);
            copyInto(copy);
            requireFree();
            OwnerFiles.rename(copy, target);
            OwnerFiles.forceNames(target.getParent());
            return Files.size(target);
        } finally {
            OwnerFiles.deleteDatabase(copy);
        }
    }

    private void copyInto(Path copy) throws UnusableDatabaseException, IOException {
        try {
            SqliteLibrary.load(target.getParent());
            Object before = identityOfSource();
            vacuumInto(copy);
            if (!Objects.equals(before, identityOfSource())) {
                throw new IOException("the database was replaced meanwhile");
            }
            BackupMark.set(copy, source);
        } catch (SQLException e) {
            throw Database.isOutOfSpace(e)
                    ? new UnusableDatabaseException(new Problem.NoSpace(target.getParent()), e)
                    : Database.unusable(e, source);
        }
    }

    /** One reading transaction: the server goes on writing beside it. */
    private void vacuumInto(Path copy) throws SQLException {
        try (Connection connection = Database.connectReader(source);
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.executeUpdate();
        }
    }

    /** Tells whether a file of this name is still the same; nothing on systems where an open file cannot be replaced. */
    private Object identityOfSource() throws IOException {
        return Files.readAttributes(source, BasicFileAttributes.class).fileKey();
    }

    private void requireFree() throws FileAlreadyExistsException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
    }
}
