package hearth.server.history;

import hearth.server.history.UnusableDatabaseException.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    private final Path database;
    private final FileChannel lockChannel;

    private DataFolder(Path database, FileChannel lockChannel) {
        this.database = database;
        this.lockChannel = lockChannel;
    }

    /** Where the database of a folder is. */
    static Path databaseIn(Path folder) {
        return folder.resolve(DATABASE);
    }

    /**
     * Makes the folder where it is missing, and holds it until {@link #close()}. What was not brought to its end when the folder was last held is brought to
     * its end now: the database is one that can be opened afterwards, or is missing.
     */
    static DataFolder hold(Path folder) throws UnusableDatabaseException {
        Path database = databaseIn(folder);
        try {
            OwnerFiles.makeFolder(folder);
            FileChannel channel = lock(OwnerFiles.makeFile(folder.resolve(LOCK)), database);
            try {
                Replacement replacement = new Replacement(database, OwnerFiles::rename);
                replacement.finish();
                replacement.setStrayLogAside();
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

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            LOG.warn("could not let go of the data folder", e);
        }
    }
}
