package hearth.server.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** Makes and moves files that nobody but their owner may read, and that are to be there after a power cut. Safe from any thread. */
final class OwnerFiles {
    /** What SQLite may keep beside a database. */
    static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerFiles() {}

    /** Makes a folder where it is missing; one that is there keeps its permissions. */
    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            permit(folder, FOLDER);
        }
    }

    /** Makes an empty file where it is missing; one that is there becomes the owner's alone. */
    static Path makeFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, forOwner(file));
        }
        permit(file, FILE);
        return file;
    }

    /** Copies into a file that is there; it keeps its permissions. */
    static void copyInto(Path from, Path to) throws IOException {
        try (FileChannel target = FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                FileChannel source = FileChannel.open(from, StandardOpenOption.READ)) {
            long size = source.size();
            long done = 0;
            while (done < size) {
                done += source.transferTo(done, size - done, target);
            }
        }
    }

    /** Gives a file another name in its folder, in one step, where the file system can. */
    static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns when the content of a file is on the disk. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Returns when the names in a folder are on the disk, on systems where a program can ask for that. */
    static void forceNames(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Deletes a database and all that is kept beside it, as far as it is there. */
    static void deleteDatabase(Path database) throws IOException {
        Files.deleteIfExists(database);
        for (String companion : COMPANIONS) {
            Files.deleteIfExists(companion(database, companion));
        }
    }

    /** The file beside a database whose name ends so. */
    static Path companion(Path database, String ending) {
        return database.resolveSibling(database.getFileName() + ending);
    }

    private static FileAttribute<?>[] forOwner(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
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
}
