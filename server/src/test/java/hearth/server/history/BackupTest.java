package hearth.server.history;

import static hearth.server.history.Scribe.ADA;
import static hearth.server.history.Scribe.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hearth.server.history.UnusableDatabaseException.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path parent;

    private Path folder;
    private Path target;

    @BeforeEach
    void name() throws IOException {
        folder = parent.resolve("data");
        target = Files.createDirectory(parent.resolve("backups")).resolve("hearth backup.db");
    }

    /** A folder that somebody copies the backup into by hand. */
    private Path copiedByHand(String name) throws IOException {
        Path copy = Files.createDirectory(parent.resolve(name));
        Files.copy(target, Folders.database(copy));
        return copy;
    }

    private void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private Problem problem() throws IOException {
        Problem problem = catchThrowableOfType(UnusableDatabaseException.class, () -> Backup.make(folder, target))
                .problem();
        assertThat(Folders.names(target.getParent())).as("nothing is left").isEmpty();
        return problem;
    }

    @Test
    void aBackupOfARunningServerHoldsAllThatWasCommitted() throws Exception {
        try (HistoryStore store = Folders.open(folder)) {
            Scribe scribe = Scribe.withRooms(store);
            scribe.say(LOBBY, ADA, "one");
            scribe.say(LOBBY, ADA, "two");

            assertThat(Backup.make(folder, target)).isEqualTo(Files.size(target));

            scribe.say(LOBBY, ADA, "three");
        }
        assertThat(Folders.names(target.getParent())).containsExactly("hearth backup.db");
        assertThat(Folders.texts(copiedByHand("copy"))).containsExactly("one", "two");
        assertThat(Folders.texts(folder)).containsExactly("one", "two", "three");
    }

    @Test
    void whoServesFromABackupTellsAnotherHistoryOfTheSameServer() throws Exception {
        String id;
        String epoch;
        try (HistoryStore store = Folders.open(folder)) {
            id = store.serverId();
            epoch = store.epoch();
            Backup.make(folder, target);
        }
        Path copy = copiedByHand("copy");
        String next;
        try (HistoryStore store = Folders.open(copy)) {
            assertThat(store.serverId()).isEqualTo(id);
            assertThat(store.epoch()).isNotEqualTo(epoch);
            next = store.epoch();
        }
        try (HistoryStore store = Folders.open(copy)) {
            assertThat(store.epoch()).as("no backup any more").isEqualTo(next);
        }
        try (HistoryStore store = Folders.open(copiedByHand("another"))) {
            assertThat(store.epoch()).as("each its own").isNotEqualTo(next);
        }
        try (HistoryStore store = Folders.open(folder)) {
            assertThat(store.epoch()).as("not touched by its backup").isEqualTo(epoch);
        }
    }

    @Test
    void aBackupUnderLoadIsOneStateOfTheHistory() throws Exception {
        try (HistoryStore store = Folders.open(folder)) {
            Scribe scribe = Scribe.withRooms(store);
            for (int i = 0; i < 200; i++) {
                scribe.say(LOBBY, ADA, "message " + i);
            }
            int committed = 200;
            CompletableFuture<Long> backup = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return Backup.make(folder, target);
                        } catch (UnusableDatabaseException | IOException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    Thread::startVirtualThread);
            while (!backup.isDone()) {
                scribe.say(LOBBY, ADA, "message " + committed++);
            }
            assertThat(backup.join()).isPositive();
        }
        List<String> saved = Folders.texts(copiedByHand("copy"));
        assertThat(saved).hasSizeGreaterThanOrEqualTo(200);
        assertThat(saved)
                .isEqualTo(IntStream.range(0, saved.size())
                        .mapToObj(i -> "message " + i)
                        .toList());
    }

    @Test
    void aServerThatWasKilledCanBeBackedUp() throws Exception {
        Path killed;
        try (HistoryStore store = Folders.open(folder)) {
            Scribe.withRooms(store).say(LOBBY, ADA, "only in the log");
            killed = Folders.killedCopy(folder, parent.resolve("killed"));
        }
        Backup.make(killed, target);

        assertThat(Folders.texts(copiedByHand("copy"))).containsExactly("only in the log");
        assertThat(Folders.texts(killed)).containsExactly("only in the log");
    }

    @Test
    void anExistingFileIsNotOverwritten() throws Exception {
        Folders.open(folder).close();
        Files.writeString(target, "precious");

        assertThatThrownBy(() -> Backup.make(folder, target)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(target).hasContent("precious");
        assertThat(Folders.names(target.getParent())).hasSize(1);
    }

    @Test
    void aFolderThatIsNotThereIsNoPlaceForABackup() throws Exception {
        Folders.open(folder).close();
        target = parent.resolve("nowhere").resolve("backup.db");

        assertThatThrownBy(() -> Backup.make(folder, target)).isInstanceOf(IOException.class);
    }

    @Test
    void onlyTheOwnerMayReadABackup() throws Exception {
        assumeTrue(parent.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Folders.open(folder).close();

        Backup.make(folder, target);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
    }

    @Test
    void whereThereIsNoDatabaseThereIsNoBackup() throws Exception {
        assertThat(problem()).isEqualTo(new Problem.Missing(Folders.database(folder)));
        assertThat(folder).doesNotExist();
    }

    @Test
    void aDatabaseThatWasNeverServedFromIsEmpty() throws Exception {
        Database.open(folder).close();
        assertThat(problem()).isEqualTo(new Problem.Empty(Folders.database(folder)));
    }

    @Test
    void databasesOfOthersAreNotBackedUp() throws Exception {
        Path file = Folders.database(folder);
        Files.createDirectory(folder);
        execute(file, "CREATE TABLE other (id INTEGER)");
        assertThat(problem()).isEqualTo(new Problem.Foreign(file));
        Files.delete(file);
        Folders.open(folder).close();
        execute(file, "PRAGMA user_version = 99");
        assertThat(problem()).isEqualTo(new Problem.Newer(file, 99, Schema.STEPS.size()));
    }

    @Test
    void whatIsNoDatabaseIsTold() throws Exception {
        Files.createDirectory(folder);
        Path file = Files.writeString(Folders.database(folder), "a letter to somebody, and no database. ".repeat(40));
        assertThat(problem())
                .isInstanceOfSatisfying(
                        Problem.Damaged.class,
                        damaged -> assertThat(damaged.file()).isEqualTo(file));
    }

    @Test
    void theBackupOfADatabaseOfTheFirstFormatIsMarkedToo() throws Exception {
        Path file = Folders.database(Files.createDirectory(folder));
        execute(
                file,
                "PRAGMA journal_mode = WAL",
                Schema.STEPS.getFirst(),
                "PRAGMA application_id = " + Schema.APPLICATION_ID,
                "PRAGMA user_version = 1",
                "INSERT INTO server (only, id, epoch, folding) VALUES (1, 'the id', 'the epoch', '')");

        Backup.make(folder, target);

        try (HistoryStore store = Folders.open(copiedByHand("copy"))) {
            assertThat(store.serverId()).isEqualTo("the id");
            assertThat(store.epoch()).isNotEqualTo("the epoch");
        }
        try (HistoryStore store = Folders.open(folder)) {
            assertThat(store.epoch()).isEqualTo("the epoch");
        }
    }

    @Test
    void aBackupCopiedOverADatabaseWhoseLogIsLeftIsNotMixedWithIt() throws Exception {
        Path killed;
        try (HistoryStore store = Folders.open(folder)) {
            Scribe scribe = Scribe.withRooms(store);
            scribe.say(LOBBY, ADA, "one");
            Backup.make(folder, target);
            for (int i = 0; i < 50; i++) {
                scribe.say(LOBBY, ADA, "later " + i);
            }
            killed = Folders.killedCopy(folder, parent.resolve("killed"));
        }
        Files.delete(Folders.database(killed));
        Files.copy(target, Folders.database(killed));

        assertThat(Folders.texts(killed)).containsExactly("one");
        assertThat(Folders.names(killed)).contains("hearth.db.before-restore-1-wal");
    }
}
