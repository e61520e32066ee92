package hearth.client.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one person's data, held by this process alone from {@link #claim} to {@link #close}; a process that dies lets go of it by that. Safe from
 * any thread.
 */
public final class DataFolder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final String LOCK_FILE = "hearth.lock";

    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the folder where there is none, readable by its owner only, and claims it.
     *
     * @return nothing if another process, or another part of this one, holds it
     * @throws StoreException if it cannot be made or written; the message is a sentence that names it
     */
    public static Optional<DataFolder> claim(Path path) throws StoreException {
        try {
            createOwnerOnlyFolder(path);
            return lock(path);
        } catch (IOException e) {
            throw new StoreException("The folder " + path + " cannot be written.", e);
        }
    }

    private static Optional<DataFolder> lock(Path path) throws IOException {
        Path file = path.resolve(LOCK_FILE);
        createOwnerOnly(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            log.debug("{} is held by this process already", path, e);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return Optional.ofNullable(lock).map(held -> new DataFolder(path, channel, held));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Makes a folder that only its owner may read, where there is none. */
    static void createOwnerOnlyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, ownerOnly(nearestExisting(path), OWNER_ONLY_FOLDER));
        }
    }

    /** Makes an empty file that only its owner may read, and takes the others' permissions away where it is there already. */
    static void createOwnerOnly(Path file) throws IOException {
        try {
            Files.createFile(file, ownerOnly(file.toAbsolutePath().getParent(), OWNER_ONLY_FILE));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(file)) {
                throw e;
            }
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(OWNER_ONLY_FILE);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path existing, Set<PosixFilePermission> permissions)
            throws IOException {
        FileStore volume = Files.getFileStore(existing);
        return volume.supportsFileAttributeView(PosixFileAttributeView.class)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static Path nearestExisting(Path path) {
        Path candidate = path.toAbsolutePath();
        while (!Files.exists(candidate) && candidate.getParent() != null) {
            candidate = candidate.getParent();
        }
        return candidate;
    }

    /** Lets go of the folder. */
    @Override
    public void close() throws StoreException {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new StoreException("The folder " + path + " cannot be let go of.", e);
        }
    }
}
