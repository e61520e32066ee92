package hearth.server.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts another database in the place of a folder's, so that a kill at any moment leaves the old or the new one. One rename decides: what has the name
 * {@code hearth.db.restore-N} is whole and on the disk, and will be the database; the steps that follow can be done again from any point, and are, when the
 * folder is held the next time. Used by whoever holds the folder.
 */
final class Replacement {
    private static final Logger LOG = LoggerFactory.getLogger(Replacement.class);

    private static final String PREPARED = ".restoring";
    private static final String DECIDED = ".restore-";
    private static final String ASIDE = ".before-restore-";

    private final Path database;
    private final Renaming renaming;

    /** Gives a file another name in its folder, and replaces what had it, in one step. */
    interface Renaming {
        void rename(Path from, Path to) throws IOException;
    }

    Replacement(Path database, Renaming renaming) {
        this.database = database;
        this.renaming = renaming;
    }

    /** The file in which what comes into place is made ready; what a kill left there means nothing. */
    Path prepared() {
        return OwnerFiles.companion(database, PREPARED);
    }

    /**
     * Puts what is prepared, one file that is on the disk, in place.
     *
     * @return where the database is that was there before, if there was one
     */
    Optional<Path> putInPlace() throws IOException {
        boolean replaces = Files.exists(database);
        int number = freeNumber();
        renaming.rename(prepared(), OwnerFiles.companion(database, DECIDED + number));
        finish();
        return replaces ? Optional.of(aside(number)) : Optional.empty();
    }

    /** Does what was decided and not done. */
    void finish() throws IOException {
        OwnerFiles.deleteDatabase(prepared());
        Optional<Path> decided = decided();
        if (decided.isPresent()) {
            OwnerFiles.forceNames(database.getParent());
            setAside(aside(numberBehind(DECIDED, decided.get().getFileName().toString())));
            renaming.rename(decided.get(), database);
            OwnerFiles.forceNames(database.getParent());
        }
    }

    /**
     * Sets a write-ahead log aside that belongs to another database: one that lies beside a backup which somebody copied to this name. It would be written
     * into the backup otherwise.
     */
    void setStrayLogAside() throws IOException {
        Path log = OwnerFiles.companion(database, "-wal");
        boolean isThere = Files.exists(log) && Files.exists(database) && Files.size(log) > 0;
        if (isThere && FileHeader.of(database) == FileHeader.WITHOUT_LOG) {
            Path aside = OwnerFiles.companion(aside(freeNumber()), "-wal");
            LOG.warn("the log {} is not that of the database beside it, and is now {}", log, aside);
            renaming.rename(log, aside);
            Files.deleteIfExists(OwnerFiles.companion(database, "-shm"));
            OwnerFiles.forceNames(database.getParent());
        }
    }

    /** The database first: while it has its name, its log does too. */
    private void setAside(Path aside) throws IOException {
        renameIfThere(database, aside);
        for (String companion : OwnerFiles.COMPANIONS) {
            renameIfThere(OwnerFiles.companion(database, companion), OwnerFiles.companion(aside, companion));
        }
    }

    private void renameIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            renaming.rename(from, to);
        }
    }

    private Path aside(int number) {
        return OwnerFiles.companion(database, ASIDE + number);
    }

    private Optional<Path> decided() throws IOException {
        return neighbours().stream()
                .filter(file -> numberBehind(DECIDED, file.getFileName().toString()) > 0)
                .findFirst();
    }

    private int freeNumber() throws IOException {
        int highest = neighbours().stream()
                .map(file -> file.getFileName().toString().replaceFirst("-(wal|shm|journal)$", ""))
                .mapToInt(name -> numberBehind(ASIDE, name))
                .max()
                .orElse(0);
        return highest + 1;
    }

    private List<Path> neighbours() throws IOException {
        try (Stream<Path> files = Files.list(database.getParent())) {
            return files.toList();
        }
    }

    /** The number behind the name of the database and this word; 0 where the name is another one. */
    private int numberBehind(String word, String name) {
        String start = database.getFileName() + word;
        String digits = name.startsWith(start) ? name.substring(start.length()) : "";
        return digits.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(digits) : 0;
    }
}
