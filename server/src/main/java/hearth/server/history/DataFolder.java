package hearth.server.history;

import hearth.server.history.UnusableDatabaseException.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the database, for one server at a time: held by a lock on a file beside the database. What is made in it only its owner may read. Safe from
 * any thread.
 */
final class DataFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final String DATABASE = "hearth.db";
    private static final String LOCK = "hearth.lock";
    private static final Set<PosixFilePermission> OWNERS_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path database;
    private final FileChannel lockChannel;

    private DataFolder(Path database, FileChannel lockChannel) {
        this.database = database;
        this.lockChannel = lockChannel;
    }

    /** Makes the folder and an empty database where they are missing, and holds them until {@link #close()}. */
    static DataFolder hold(Path folder) throws UnusableDatabaseException {
        Path database = folder.resolve(DATABASE);
        try {
            makeFolder(folder);
            FileChannel channel = lock(makeFile(folder.resolve(LOCK)), database);
            try {
                makeFile(database);
                return new DataFolder(database, channel);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UnusableDatabaseException(new Problem.NotWritable(folder), e);
        }
    }

    /** The file of the database. */
    Path database() {
        return database;
    }

    private static FileChannel lock(Path lockFile, Path database) throws IOException, UnusableDatabaseException {
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("held by a server of this process", e);
        }
        channel.close();
        throw new UnusableDatabaseException(new Problem.InUse(database));
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            permit(folder, OWNERS_FOLDER);
        }
    }

    private static Path makeFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, forOwner(file));
        }
        permit(file, OWNERS_FILE);
        return file;
    }

    private static FileAttribute<?>[] forOwner(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS_FILE)}
                : new FileAttribute<?>[0];
    }

    private static void permit(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (isPosix(path)) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            LOG.warn("could not let go of the data folder", e);
        }
    }
}
