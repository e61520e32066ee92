package hearth.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hearth.client.link.ServerSpec;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.KeepStore.RememberedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeepSalvageTest {
    private static final Account ADA = new Account("server-1", "Ada");
    private static final Instant WRITTEN = Instant.parse("2026-11-20T08:00:00.123Z");
    private static final int PAGE_BYTES = 4_096;
    private static final int ENTRIES = 200;
    private static final Salvaged.Counts ALL = new Salvaged.Counts(1, 1, ENTRIES, 1, 1);

    @TempDir
    private Path folder;

    private final List<Salvaged> told = new ArrayList<>();
    private Path file;
    private FileDamage damage;

    @BeforeEach
    void fill() throws StoreException {
        file = folder.resolve(SqliteKeepStore.FILE_NAME);
        damage = new FileDamage(file);
        try (KeepStore store = open()) {
            fill(store);
        }
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 16", "0, 100", "16, 60", "0, 4096"})
    void aFileWhoseBeginningIsGarbageLosesNothing(int from, int until) throws StoreException, IOException {
        damage.garble(from, until);
        byte[] damaged = Files.readAllBytes(file);
        try (KeepStore store = open()) {
            assertThat(told).containsExactly(new Salvaged(file, setAside(1), ALL));
            assertThat(setAside(1)).hasBinaryContent(damaged);
            assertFilled(store);
        }
        told.clear();
        try (KeepStore store = open()) {
            assertFilled(store);
            assertThat(told).as("it is told once").isEmpty();
        }
    }

    @Test
    void whatLiesBeforeAndBehindADamagedPageIsSaved() throws StoreException, IOException {
        long middle = Files.size(file) / PAGE_BYTES / 2 * PAGE_BYTES;
        damage.garble(middle, middle + PAGE_BYTES);
        try (KeepStore store = open()) {
            assertThat(told).hasSize(1);
            List<OutboxEntry> saved = store.outbox(ADA);
            assertThat(saved).hasSizeBetween(ENTRIES - 10, ENTRIES - 1).isSubsetOf(entries());
            assertThat(saved.getFirst()).isEqualTo(entry(0));
            assertThat(saved.getLast()).isEqualTo(entry(ENTRIES - 1));
            assertThat(saved).isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
            assertThat(told.getFirst().saved()).isEqualTo(new Salvaged.Counts(1, 1, saved.size(), 1, 1));
            assertThat(store.token(ADA)).contains("secret");
        }
    }

    @Test
    void whatLiesBetweenTwoDamagedPagesIsSaved() throws StoreException, IOException {
        long pages = Files.size(file) / PAGE_BYTES;
        damage.garble(pages / 3 * PAGE_BYTES, pages / 3 * PAGE_BYTES + 600);
        damage.garble(pages * 2 / 3 * PAGE_BYTES, pages * 2 / 3 * PAGE_BYTES + 600);
        try (KeepStore store = open()) {
            assertThat(store.outbox(ADA))
                    .hasSizeBetween(ENTRIES - 20, ENTRIES - 1)
                    .isSubsetOf(entries())
                    .contains(entry(0), entry(ENTRIES / 2), entry(ENTRIES - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, 0.7, 0.5})
    void aFileThatWasCutOffKeepsWhatIsLeft(double share) throws StoreException, IOException {
        damage.cut((long) (Files.size(file) * share));
        try (KeepStore store = open()) {
            assertThat(told).hasSize(1);
            assertThat(store.token(ADA)).contains("secret");
            assertThat(store.servers()).hasSize(1);
            assertThat(store.draft(ADA, "c1")).isEqualTo("half a");
            assertThat(store.outbox(ADA))
                    .hasSizeGreaterThan((int) (ENTRIES * (share - 0.2)))
                    .isSubsetOf(entries());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 4_096})
    void aFileOfWhichHardlyAnythingIsLeftIsReplacedAllTheSame(int bytes) throws StoreException, IOException {
        damage.cut(bytes);
        try (KeepStore store = open()) {
            assertThat(told).containsExactly(new Salvaged(file, setAside(1), new Salvaged.Counts(0, 0, 0, 0, 0)));
            store.keepToken(ADA, "new");
            assertThat(store.token(ADA)).contains("new");
        }
    }

    @Test
    void aFileThatIsSomethingElseIsSetAsideAsItIs() throws StoreException, IOException {
        Files.writeString(file, "my notes, ".repeat(1_000));
        open().close();
        assertThat(told).hasSize(1);
        assertThat(setAside(1)).hasContent("my notes, ".repeat(1_000));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(
            longs = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30
            })
    void bytesFlippedAnywhereAreEitherHarmlessOrToldAndTheStoreWorks(long seed) throws StoreException, IOException {
        Random random = new Random(seed);
        int flips = 1 + random.nextInt(8);
        for (int i = 0; i < flips; i++) {
            damage.flip(random.nextLong(Files.size(file)), 1 + random.nextInt(255));
        }
        try (KeepStore store = open()) {
            List<OutboxEntry> saved = store.outbox(ADA);
            assertThat(saved).doesNotHaveDuplicates();
            if (told.isEmpty()) {
                assertThat(saved).hasSize(ENTRIES);
            } else {
                assertThat(setAside(1)).exists();
            }
            store.keepToken(ADA, "new");
            store.putOutbox(entry(ENTRIES));
            assertThat(store.servers()).hasSizeLessThanOrEqualTo(1);
        }
        told.clear();
        try (KeepStore store = open()) {
            assertThat(told).isEmpty();
            assertThat(store.token(ADA)).contains("new");
            assertThat(store.outbox(ADA).getLast()).isEqualTo(entry(ENTRIES));
        }
    }

    @Test
    void anIndexThatMissesARowIsNotBelieved() throws StoreException, SQLException {
        sql(
                "PRAGMA writable_schema = ON",
                "CREATE TABLE other (a TEXT, b TEXT, c TEXT, PRIMARY KEY (a, b)) STRICT",
                "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_other_1')"
                        + " WHERE name = 'sqlite_autoindex_tokens_1'",
                "DELETE FROM sqlite_schema WHERE tbl_name = 'other'");
        try (KeepStore store = open()) {
            assertThat(told).containsExactly(new Salvaged(file, setAside(1), ALL));
            assertThat(store.token(ADA)).contains("secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE drafts RENAME TO drafty",
                "ALTER TABLE outbox RENAME COLUMN emoji TO emoja",
                "PRAGMA user_version = -7",
                "PRAGMA user_version = 33554434",
                "PRAGMA user_version = 0"
            })
    void aFileWhoseTablesAreNotWhatItsVersionSaysIsDamaged(String change) throws StoreException, SQLException {
        sql(change);
        try (KeepStore store = open()) {
            assertThat(told).hasSize(1);
            assertThat(store.token(ADA)).contains("secret");
            assertThat(store.outbox(ADA)).hasSize(ENTRIES);
            store.keepDraft(ADA, "c2", "works");
        }
    }

    @Test
    void aNewerVersionIsRefusedAndNotSetAside() throws SQLException {
        sql("PRAGMA user_version = 66");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(this::open)
                .withMessage("The file " + file + " was written by a newer version of Hearth.");
        assertThat(setAside(1)).doesNotExist();
    }

    @Test
    void whatIsOnlyInTheWriteAheadLogIsSavedToo(@TempDir Path crash) throws StoreException, IOException {
        Path copy = crash.resolve("keep.db");
        try (KeepStore store = open()) {
            store.putOutbox(entry(ENTRIES));
            Files.copy(file, copy);
            Files.copy(folder.resolve("keep.db-wal"), crash.resolve("keep.db-wal"));
        }
        file = copy;
        new FileDamage(copy).garble(0, 100);
        try (KeepStore store = open()) {
            assertThat(told).hasSize(1);
            assertThat(store.outbox(ADA)).hasSize(ENTRIES + 1).contains(entry(ENTRIES));
        }
        assertThat(crash.resolve("keep.db-wal")).as("of the new file, closed").doesNotExist();
    }

    @Test
    void aFileOfTheFirstVersionIsSavedToo() throws StoreException, SQLException, IOException {
        Files.delete(file);
        sql(KeepSchema.SCHEMA.steps().getFirst().toArray(String[]::new));
        sql(
                "PRAGMA user_version = 1",
                "INSERT INTO tokens VALUES ('server-1', 'Ada', 'secret')",
                "INSERT INTO outbox VALUES (7, 'server-1', 'Ada', 'id-0', 'conversation', 'c1', 'text 0', NULL, 1795161600123, NULL)");
        damage.flip(28, 0x55);
        damage.garble(40, 60);
        try (KeepStore store = open()) {
            assertThat(told).containsExactly(new Salvaged(file, setAside(1), new Salvaged.Counts(0, 1, 1, 0, 0)));
            assertThat(store.outbox(ADA).getFirst().work()).isEqualTo(new Work.Post("text 0", OptionalLong.empty()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReplacementThatWasInterruptedIsFinishedAtTheNextStart(boolean logMoved) throws StoreException, IOException {
        try (KeepStore store = open()) {
            store.putOutbox(entry(ENTRIES));
            Files.copy(file, setAside(1));
            Files.copy(
                    folder.resolve("keep.db-wal"),
                    folder.resolve(logMoved ? "keep.db.damaged-1-wal" : "keep.db-wal.later"));
        }
        Files.delete(file);
        if (!logMoved) {
            Files.move(folder.resolve("keep.db-wal.later"), folder.resolve("keep.db-wal"));
        }
        Files.writeString(folder.resolve("keep.db.building"), "half");
        try (KeepStore store = open()) {
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().setAside()).isEqualTo(setAside(1));
            assertThat(store.outbox(ADA)).hasSize(ENTRIES + 1).contains(entry(ENTRIES));
        }
        assertThat(folder.resolve("keep.db.building")).doesNotExist();
    }

    @Test
    void whatWasSetAsideBeforeIsNotTouched() throws StoreException, IOException {
        Files.writeString(setAside(1), "an older one");
        damage.garble(0, 100);
        open().close();
        assertThat(told.getFirst().setAside()).isEqualTo(setAside(2));
        assertThat(setAside(1)).hasContent("an older one");
    }

    @Test
    void onlyTheOwnerMayReadWhatIsSetAsideAndWhatTakesItsPlace() throws StoreException, IOException {
        FileStore volume = Files.getFileStore(folder);
        Assumptions.assumeTrue(volume.supportsFileAttributeView(PosixFileAttributeView.class));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        damage.garble(0, 100);
        try (KeepStore store = open()) {
            store.keepToken(ADA, "new");
            try (var files = Files.list(folder)) {
                List<Path> all = files.filter(Files::isRegularFile).toList();
                assertThat(all).hasSizeGreaterThanOrEqualTo(3);
                for (Path each : all) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .as(each.toString())
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    void whereNoNewFileCanBeWrittenTheDamagedOneIsNotLost() throws StoreException, IOException {
        damage.garble(0, 100);
        byte[] damaged = Files.readAllBytes(file);
        Path inTheWay = Files.createDirectories(folder.resolve("keep.db.building/full"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(this::open)
                .withMessage("The file " + file + " was damaged and set aside as " + setAside(1)
                        + ", and a new one cannot be written.");
        assertThat(setAside(1)).hasBinaryContent(damaged);
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        try (KeepStore store = open()) {
            assertFilled(store);
        }
    }

    private KeepStore open() throws StoreException {
        return SqliteKeepStore.open(file, told::add);
    }

    private Path setAside(int number) {
        return file.resolveSibling("keep.db.damaged-" + number);
    }

    private void sql(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void fill(KeepStore store) throws StoreException {
        store.remember(new RememberedServer(
                "server-1", ServerSpec.hearth(URI.create("ws://kitchen:7878/chat")), "Kitchen", "Ada", WRITTEN));
        store.keepToken(ADA, "secret");
        store.keepDraft(ADA, "c1", "half a");
        store.keepMarker(ADA, "c1", new KeepStore.Marker(12, Optional.of("epoch-1")));
        for (OutboxEntry each : entries()) {
            store.putOutbox(each);
        }
    }

    private static void assertFilled(KeepStore store) throws StoreException {
        assertThat(store.servers()).hasSize(1);
        assertThat(store.token(ADA)).contains("secret");
        assertThat(store.draft(ADA, "c1")).isEqualTo("half a");
        assertThat(store.markers(ADA)).isEqualTo(Map.of("c1", new KeepStore.Marker(12, Optional.of("epoch-1"))));
        assertThat(store.outbox(ADA)).isEqualTo(entries());
    }

    private static List<OutboxEntry> entries() {
        return IntStream.range(0, ENTRIES).mapToObj(KeepSalvageTest::entry).toList();
    }

    private static OutboxEntry entry(int number) {
        Work work = number % 5 == 4
                ? new Work.React(number, "👍", true)
                : new Work.Post("text 世界 " + number + " ".repeat(500), OptionalLong.empty());
        Progress progress = number % 3 == 2 ? new Progress.Unconfirmed() : new Progress.Waiting();
        return new OutboxEntry(
                ADA, "id-" + number, new Target.Conversation("c1"), work, WRITTEN, Optional.empty(), progress);
    }

    private static int number(OutboxEntry entry) {
        return Integer.parseInt(entry.clientId().substring(3));
    }
}
