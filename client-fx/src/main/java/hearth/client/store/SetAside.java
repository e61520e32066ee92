package hearth.client.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Moves a damaged database out of the way, with its write-ahead log: {@code keep.db} becomes {@code keep.db.damaged-1}. As long as there is a damaged one and
 * no other in its place, the replacing is not finished, whichever process began it.
 */
final class SetAside {
    private static final String DAMAGED = ".damaged-";
    private static final List<String> COMPANIONS = List.of("-wal", "-shm");

    private SetAside() {}

    /** Whether an earlier process began to replace the file and did not come to an end. */
    static boolean isUnfinished(Path file) {
        return !Files.exists(file) && last(file) > 0;
    }

    /**
     * Moves the file, or does what is left of an earlier move.
     *
     * @return where the database lies now
     */
    static Path move(Path file) throws StoreException {
        Path target = numbered(file, isUnfinished(file) ? last(file) : last(file) + 1);
        try {
            moveIfThere(file, target);
            for (String companion : COMPANIONS) {
                moveIfThere(beside(file, companion), beside(target, companion));
            }
            return target;
        } catch (IOException e) {
            throw new StoreException("The file " + file + " is damaged and cannot be set aside.", e);
        }
    }

    /** The file that belongs to this one, like its write-ahead log. */
    static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            DataFolder.createOwnerOnly(from);
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The number of the newest one that was set aside; 0 where none was. */
    private static int last(Path file) {
        int number = 0;
        while (Files.exists(numbered(file, number + 1))) {
            number++;
        }
        return number;
    }

    private static Path numbered(Path file, int number) {
        return beside(file, DAMAGED + number);
    }
}
