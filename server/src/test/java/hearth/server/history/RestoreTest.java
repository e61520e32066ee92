package hearth.server.history;

import static hearth.server.history.Scribe.ADA;
import static hearth.server.history.Scribe.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hearth.server.history.UnusableDatabaseException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {
    /** More than the steps of any restore. */
    private static final int MANY = 20;

    @TempDir
    Path parent;

    private Path folder;
    private Path backup;
    private String id;
    private String epoch;

    /** A server that was backed up, went on, and was killed: its last message is only in the log. */
    @BeforeEach
    void serve() throws Exception {
        backup = parent.resolve("backup.db");
        Path served = parent.resolve("served");
        try (HistoryStore store = Folders.open(served)) {
            id = store.serverId();
            epoch = store.epoch();
            Scribe scribe = Scribe.withRooms(store);
            scribe.say(LOBBY, ADA, "old");
            Backup.make(served, backup);
            scribe.say(LOBBY, ADA, "new");
            folder = Folders.killedCopy(served, parent.resolve("data"));
        }
    }

    /** The process is killed: nothing of it runs any more, its tidying neither. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Problem problem(Path file) throws Exception {
        byte[] before = Files.readAllBytes(Folders.database(folder));
        Problem problem = catchThrowableOfType(UnusableDatabaseException.class, () -> Restore.of(file, folder))
                .problem();
        assertThat(Files.readAllBytes(Folders.database(folder)))
                .as("nothing is changed")
                .isEqualTo(before);
        assertThat(Folders.names(folder)).doesNotContain("hearth.db.restoring").hasSizeLessThanOrEqualTo(4);
        return problem;
    }

    @Test
    void aRestoredServerTellsAnotherHistoryAndTheOldOneIsKept() throws Exception {
        Restore.Done done = Restore.of(backup, folder);

        Path aside = folder.resolve("hearth.db.before-restore-1");
        assertThat(done).isEqualTo(new Restore.Done(Folders.database(folder), Optional.of(aside)));
        assertThat(Folders.names(folder))
                .containsExactly(
                        "hearth.db", "hearth.db.before-restore-1", "hearth.db.before-restore-1-wal", "hearth.lock");
        try (HistoryStore store = Folders.open(folder)) {
            assertThat(store.serverId()).isEqualTo(id);
            assertThat(store.epoch()).isNotEqualTo(epoch);
            assertThat(Folders.texts(store)).containsExactly("old");
            assertThat(store.findPost(ADA.id(), "client-0")).isPresent();
            assertThat(store.findPost(ADA.id(), "client-1"))
                    .as("what came after the backup is free")
                    .isEmpty();
        }
    }

    @Test
    void theBackupIsLeftAsItIsAndCanBeRestoredAgain() throws Exception {
        byte[] before = Files.readAllBytes(backup);
        Restore.of(backup, folder);
        String first;
        try (HistoryStore store = Folders.open(folder)) {
            first = store.epoch();
        }

        Restore.Done done = Restore.of(backup, folder);

        assertThat(done.before()).contains(folder.resolve("hearth.db.before-restore-2"));
        assertThat(Files.readAllBytes(backup)).isEqualTo(before);
        assertThat(Folders.names(parent)).doesNotContain("backup.db-wal", "backup.db-shm");
        try (HistoryStore store = Folders.open(folder)) {
            assertThat(store.epoch()).isNotIn(epoch, first);
        }
    }

    @Test
    void aRestoreCanBeTakenBackFromWhatWasKept() throws Exception {
        Restore.of(backup, folder);

        Restore.of(folder.resolve("hearth.db.before-restore-1"), folder);

        try (HistoryStore store = Folders.open(folder)) {
            assertThat(Folders.texts(store)).as("the log beside it too").containsExactly("old", "new");
            assertThat(store.serverId()).isEqualTo(id);
            assertThat(store.epoch()).as("a copy without a mark gets one").isNotEqualTo(epoch);
        }
    }

    @Test
    void aLogBesideTheBackupThatIsNotItsOwnIsNotReplayed() throws Exception {
        Path stray = Files.copy(folder.resolve("hearth.db-wal"), parent.resolve("backup.db-wal"));
        byte[] before = Files.readAllBytes(stray);

        Restore.of(backup, folder);

        assertThat(Folders.texts(folder)).containsExactly("old");
        assertThat(stray).as("it is somebody's").hasBinaryContent(before);
    }

    @Test
    void aNewMachineNeedsNothingButTheBackup() throws Exception {
        Path fresh = parent.resolve("fresh").resolve("data");

        assertThat(Restore.of(backup, fresh).before()).isEmpty();

        assertThat(Folders.names(fresh)).containsExactly("hearth.db", "hearth.lock");
        assertThat(Folders.texts(fresh)).containsExactly("old");
    }

    @Test
    void onlyTheOwnerMayReadWhatWasRestored() throws Exception {
        assumeTrue(parent.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(backup, PosixFilePermissions.fromString("rw-r--r--"));

        Restore.of(backup, folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Folders.database(folder))))
                .isEqualTo("rw-------");
    }

    @Test
    void aServerThatRunsKeepsItsData() throws Exception {
        try (HistoryStore running = Folders.open(folder)) {
            assertThat(problem(backup)).isEqualTo(new Problem.InUse(Folders.database(folder)));
            assertThat(Folders.texts(running)).containsExactly("old", "new");
        }
    }

    @Test
    void whatIsNoBackupChangesNothing() throws Exception {
        Path other = parent.resolve("other.db");
        assertThat(problem(other)).isEqualTo(new Problem.Missing(other));
        Files.createFile(other);
        assertThat(problem(other)).isEqualTo(new Problem.Empty(other));
        Files.writeString(other, "a letter to somebody, and no database. ".repeat(40));
        assertThat(problem(other))
                .isInstanceOfSatisfying(
                        Problem.Damaged.class,
                        damaged -> assertThat(damaged.file()).isEqualTo(other));
        byte[] cut = Files.readAllBytes(backup);
        Files.write(other, java.util.Arrays.copyOf(cut, cut.length / 2));
        assertThat(problem(other)).isInstanceOf(Problem.Damaged.class);
        assertThat(Folders.texts(folder)).containsExactly("old", "new");
    }

    @Test
    void aDamagedDatabaseIsReplacedAndKeptWithItsLog() throws Exception {
        Files.writeString(Folders.database(folder), "scratched. ".repeat(400));

        Restore.of(backup, folder);

        assertThat(Folders.texts(folder)).containsExactly("old");
        assertThat(folder.resolve("hearth.db.before-restore-1")).content().startsWith("scratched.");
        assertThat(folder.resolve("hearth.db.before-restore-1-wal")).exists();
    }

    @Test
    void aKillBetweenAnyTwoStepsLeavesTheOldDataOrTheNew() throws Exception {
        List<List<String>> outcomes = new ArrayList<>();
        for (int steps = 0; steps < MANY; steps++) {
            Path killed = Folders.killedCopy(folder, parent.resolve("killed-" + steps));
            boolean isDone = stoppedAfter(steps, killed);

            List<String> texts = Folders.texts(killed);
            outcomes.add(texts);
            Path aside = killed.resolve("hearth.db.before-restore-1");
            if (texts.size() == 1) {
                assertThat(Folders.names(killed))
                        .containsExactly(
                                "hearth.db",
                                "hearth.db.before-restore-1",
                                "hearth.db.before-restore-1-wal",
                                "hearth.lock");
                Restore.of(aside, killed);
                assertThat(Folders.texts(killed)).as("kept whole").containsExactly("old", "new");
            } else {
                assertThat(Folders.names(killed)).containsExactly("hearth.db", "hearth.lock");
            }
            if (isDone) {
                assertThat(outcomes.subList(0, steps)).contains(List.of("old", "new"), List.of("old"));
                return;
            }
        }
        throw new AssertionError("a restore of more than " + MANY + " steps");
    }

    /** Whether it came to its end. */
    private boolean stoppedAfter(int steps, Path killed) throws UnusableDatabaseException, IOException {
        int[] left = {steps};
        try {
            Restore.of(backup, killed, (from, to) -> {
                if (left[0]-- == 0) {
                    throw new Killed();
                }
                OwnerFiles.rename(from, to);
            });
            return true;
        } catch (Killed e) {
            return false;
        }
    }

    @Test
    void whatAKillLeftOfACopyMeansNothing() throws Exception {
        Files.writeString(folder.resolve("hearth.db.restoring"), "half of a ba");
        Files.writeString(folder.resolve("hearth.db.restoring-wal"), "ck");

        assertThat(Folders.texts(folder)).containsExactly("old", "new");

        assertThat(Folders.names(folder)).containsExactly("hearth.db", "hearth.lock");
    }

    @Test
    void aSecondRestoreAfterAKillKeepsBothThatWereThere() throws Exception {
        stoppedAfter(2, folder);

        Restore.of(backup, folder);

        assertThat(Folders.names(folder))
                .contains("hearth.db.before-restore-1", "hearth.db.before-restore-1-wal", "hearth.db.before-restore-2");
        assertThat(Folders.texts(folder)).containsExactly("old");
    }

    @Test
    void aRestoreThatCannotBeWrittenChangesNothing() throws Exception {
        assertThatThrownBy(() -> Restore.of(backup, folder, (from, to) -> {
                    throw new IOException("no");
                }))
                .isInstanceOf(IOException.class);
        assertThat(Folders.texts(folder)).containsExactly("old", "new");
    }
}
