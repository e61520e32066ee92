package hearth.client.store;

import static hearth.client.store.OpenKeep.ADA;
import static hearth.client.store.OpenKeep.BO;
import static hearth.client.store.OpenKeep.WRITTEN;
import static hearth.client.store.OpenKeep.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteKeepStoreTest {
    private static final Account ADA_ELSEWHERE = new Account("server-2", "Ada");
    private final Path folder;

    @AutoClose
    private final OpenKeep keep;

    private KeepStore store;

    SqliteKeepStoreTest(@TempDir Path folder) throws StoreException {
        this.folder = folder;
        keep = new OpenKeep(folder);
        store = keep.store();
    }

    @Test
    void forgettingAServerKeepsItsTokenAndItsUnsentMessages() throws StoreException {
        store.remember(visit(ADA, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN));
        store.keepToken(ADA, "secret");
        store.putOutbox(entry(ADA, "a", "hello"));

        store.forget(ADA);

        assertThat(store.servers()).isEmpty();
        assertThat(store.token(ADA)).contains("secret");
        assertThat(store.outbox(ADA)).hasSize(1);
    }

    @Test
    void keepsOneTokenPerUserAndServer() throws StoreException {
        store.keepToken(ADA, "first");
        store.keepToken(ADA, "second");
        store.keepToken(ADA_ELSEWHERE, "third");

        assertThat(store.token(ADA)).contains("second");
        assertThat(store.token(ADA_ELSEWHERE)).contains("third");
        assertThat(store.token(BO)).isEmpty();
    }

    @Test
    void outboxKeepsTheOrderAndEveryFieldOfItsEntries() throws StoreException {
        OutboxEntry first = entry(ADA, "a", "Hello 世界 😀\n\"quoted\"");
        OutboxEntry second = new OutboxEntry(
                ADA,
                "b",
                new Target.Person("Bo"),
                new Work.Post("psst", OptionalLong.of(4_700)),
                WRITTEN,
                Optional.empty(),
                new Progress.Failed("too-long"));
        OutboxEntry ofAnother = entry(BO, "a", "mine");
        store.putOutbox(first);
        store.putOutbox(ofAnother);
        store.putOutbox(second);
        OutboxEntry third = new OutboxEntry(
                ADA,
                "c",
                new Target.Person("Bo", Optional.of("u-bo")),
                first.work(),
                WRITTEN,
                Optional.empty(),
                new Progress.Waiting());
        store.putOutbox(third);

        OutboxEntry fourth = entry(ADA, "d", "perhaps").now(new Progress.Unconfirmed());
        store.putOutbox(fourth);

        assertThat(store.outbox(ADA)).containsExactly(first, second, third, fourth);
        assertThat(store.outbox(BO)).containsExactly(ofAnother);
        assertThat(store.outbox(ADA_ELSEWHERE)).isEmpty();
    }

    @Test
    void outboxKeepsEveryKindOfWork() throws StoreException {
        List<Work> works = List.of(
                new Work.Post("hello", OptionalLong.empty()),
                new Work.Edit(4, "hello 世界"),
                new Work.React(Long.MAX_VALUE, "👍🏽", true),
                new Work.React(5, "👍🏽", false),
                new Work.Delete(4));
        for (int i = 0; i < works.size(); i++) {
            store.putOutbox(entry(ADA, "id-" + i, works.get(i)));
        }

        assertThat(store.outbox(ADA)).extracting(OutboxEntry::work).isEqualTo(works);
    }

    @Test
    void anotherSpellingOfTheNameTakesEverythingWithIt() throws StoreException {
        store.putOutbox(entry(ADA, "a", "one"));
        store.putOutbox(entry(BO, "b", "two"));
        store.putOutbox(entry(ADA, "c", "three"));
        store.putOutbox(entry(BO, "c", "three"));
        store.keepDraft(ADA, "c1", "half a");
        store.keepDraft(ADA, "c2", "typed");
        store.keepDraft(BO, "c2", "older");
        store.keepMarker(ADA, "c1", new KeepStore.Marker(3, Optional.empty()));
        store.keepMarker(ADA, "c2", new KeepStore.Marker(5, Optional.empty()));
        store.keepMarker(BO, "c2", new KeepStore.Marker(9, Optional.empty()));

        store.rename(ADA, BO);

        assertThat(store.outbox(BO)).extracting(OutboxEntry::clientId).containsExactly("a", "b", "c");
        assertThat(store.drafts(BO)).isEqualTo(Map.of("c1", "half a", "c2", "older\ntyped"));
        assertThat(store.markers(BO))
                .isEqualTo(Map.of(
                        "c1",
                        new KeepStore.Marker(3, Optional.empty()),
                        "c2",
                        new KeepStore.Marker(9, Optional.empty())));
        assertThat(store.outbox(ADA)).isEmpty();
        assertThat(store.drafts(ADA)).isEmpty();
        assertThat(store.markers(ADA)).isEmpty();
    }

    @Test
    void keepsTheNewestMarkerOfEachConversation() throws StoreException {
        store.keepMarker(ADA, "c1", new KeepStore.Marker(3, Optional.empty()));
        store.keepMarker(ADA, "c2", new KeepStore.Marker(9, Optional.empty()));
        store.keepMarker(ADA, "c1", new KeepStore.Marker(5, Optional.empty()));
        store.keepMarker(BO, "c1", new KeepStore.Marker(1, Optional.empty()));
        assertThat(store.markers(ADA))
                .isEqualTo(Map.of(
                        "c1",
                        new KeepStore.Marker(5, Optional.empty()),
                        "c2",
                        new KeepStore.Marker(9, Optional.empty())));

        store.removeMarker(ADA, "c1");

        assertThat(store.markers(ADA)).isEqualTo(Map.of("c2", new KeepStore.Marker(9, Optional.empty())));
        assertThat(store.markers(BO)).isEqualTo(Map.of("c1", new KeepStore.Marker(1, Optional.empty())));
    }

    @Test
    void changingAnEntryKeepsItsPlace() throws StoreException {
        store.putOutbox(entry(ADA, "a", "one"));
        store.putOutbox(entry(ADA, "b", "two"));
        OutboxEntry failed = new OutboxEntry(
                ADA,
                "a",
                new Target.Conversation("c9"),
                new Work.Post("one", OptionalLong.of(3)),
                WRITTEN.plusSeconds(1),
                Optional.empty(),
                new Progress.Failed("muted"));

        store.putOutbox(failed);

        assertThat(store.outbox(ADA)).containsExactly(failed, entry(ADA, "b", "two"));
    }

    @Test
    void entriesThatWereRemovedGiveTheirPlaceToNobody() throws StoreException {
        store.putOutbox(entry(ADA, "a", "one"));
        store.putOutbox(entry(ADA, "b", "two"));
        store.removeOutbox(ADA, "b");
        store.removeOutbox(ADA, "unknown");

        store.putOutbox(entry(ADA, "c", "three"));

        assertThat(store.outbox(ADA)).extracting(OutboxEntry::clientId).containsExactly("a", "c");
    }

    @Test
    void anEmptyDraftIsNone() throws StoreException {
        store.keepDraft(ADA, "c1", "half a");
        store.keepDraft(ADA, "c1", "half a sentence");
        store.keepDraft(ADA, "c2", "other");
        assertThat(store.draft(ADA, "c1")).isEqualTo("half a sentence");

        store.keepDraft(ADA, "c1", "");

        assertThat(store.draft(ADA, "c1")).isEmpty();
        assertThat(store.draft(ADA, "c2")).isEqualTo("other");
        assertThat(store.draft(BO, "c2")).isEmpty();
        assertThat(store.drafts(ADA)).isEqualTo(Map.of("c2", "other"));
    }

    @Test
    void everythingIsThereAfterReopening() throws StoreException {
        fill();
        store = keep.reopen();

        assertFilled(store);
    }

    @Test
    void everythingIsThereAfterAnAbruptEnd(@TempDir Path crash) throws StoreException, IOException {
        fill();
        // What a process leaves behind that is killed now: the file and its write-ahead log, nothing closed.
        Files.copy(keep.file(), crash.resolve("keep.db"));
        Files.copy(folder.resolve("keep.db-wal"), crash.resolve("keep.db-wal"));

        try (KeepStore after = SqliteKeepStore.open(crash.resolve("keep.db"), _ -> {})) {
            assertFilled(after);
        }
    }

    @Test
    void everyCommitIsSynchronised() throws StoreException {
        try (SqliteFile other = SqliteFile.open(keep.file(), KeepSchema.SCHEMA)) {
            assertThat(other.rows("PRAGMA synchronous", row -> row.getInt(1))).containsExactly(2);
            assertThat(other.rows("PRAGMA journal_mode", row -> row.getString(1)))
                    .containsExactly("wal");
        }
    }

    @Test
    void onlyTheOwnerMayReadTheFiles() throws StoreException, IOException {
        store.keepToken(ADA, "secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keep.file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keep.db-wal"))))
                .isEqualTo("rw-------");
    }

    @Test
    void permissionsThatAreTooWideAreTakenBack() throws StoreException, IOException {
        store.close();
        Files.setPosixFilePermissions(keep.file(), PosixFilePermissions.fromString("rw-r--r--"));

        store = keep.reopen();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keep.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileOfANewerVersionIsRefused() throws StoreException, SQLException {
        keep.change("PRAGMA user_version = " + (KeepSchema.SCHEMA.version() + 1));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> SqliteKeepStore.open(keep.file(), _ -> {}))
                .withMessage("The file " + keep.file() + " was written by a newer version of Hearth.");
    }

    @Test
    void aFileThatCannotBeMadeIsRefused() {
        Path impossible = keep.file().resolve("keep.db");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> SqliteKeepStore.open(impossible, _ -> {}))
                .withMessage("The file " + impossible + " cannot be written.");
    }

    @Test
    void useAfterClosingIsReported() {
        store.close();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(store::servers)
                .withMessage("The file " + keep.file() + " cannot be read.");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.keepToken(ADA, "late"))
                .withMessage("The file " + keep.file() + " cannot be written.");
    }

    @Test
    void needsNoTemporaryFolder() throws IOException {
        Process other = ChildJvm.start(
                StoreOpener.class,
                folder.resolve("fresh.db").toString(),
                "-Djava.io.tmpdir=" + folder.resolve("missing"));
        try (var said = other.inputReader()) {
            assertThat(said.lines()).endsWith("opened");
        } finally {
            other.destroyForcibly();
        }
        assertThat(folder.resolve("native")).isDirectory();
    }

    /** Another process that opens a store. */
    static final class StoreOpener {
        private StoreOpener() {}

        public static void main(String[] args) throws StoreException {
            SqliteKeepStore.open(Path.of(args[0]), _ -> {}).close();
            System.out.println("opened");
        }
    }

    private void fill() throws StoreException {
        store.remember(visit(ADA, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN));
        store.keepToken(ADA, "secret");
        store.putOutbox(entry(ADA, "a", "hello"));
        store.keepDraft(ADA, "c1", "half");
    }

    private static void assertFilled(KeepStore filled) throws StoreException {
        assertThat(filled.servers()).containsExactly(visit(ADA, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN));
        assertThat(filled.token(ADA)).contains("secret");
        assertThat(filled.outbox(ADA)).containsExactly(entry(ADA, "a", "hello"));
        assertThat(filled.draft(ADA, "c1")).isEqualTo("half");
    }

    private static OutboxEntry entry(Account account, String clientId, String text) {
        return entry(account, clientId, new Work.Post(text, OptionalLong.empty()));
    }

    @Test
    void whatHasNumbersKeepsTheEpochThatTheyAreOf() throws StoreException {
        OutboxEntry entry = entry(ADA, "a", new Work.Delete(470)).doing(new Work.Delete(470), "epoch-1");
        KeepStore.Marker marker = new KeepStore.Marker(470, Optional.of("epoch-1"));
        store.putOutbox(entry);
        store.keepMarker(ADA, "c1", marker);
        store.keepMarker(BO, "c1", new KeepStore.Marker(480, Optional.of("epoch-0")));
        assertThat(store.outbox(ADA)).containsExactly(entry);
        assertThat(store.markers(ADA)).isEqualTo(Map.of("c1", marker));

        OutboxEntry later = entry.doing(entry.work(), "epoch-2");
        store.putOutbox(later);
        assertThat(store.outbox(ADA)).containsExactly(later);

        store.rename(ADA, BO);
        assertThat(store.markers(BO))
                .as("numbers of two epochs are not compared")
                .isEqualTo(Map.of("c1", marker));
    }

    private static OutboxEntry entry(Account account, String clientId, Work work) {
        return new OutboxEntry(
                account,
                clientId,
                new Target.Conversation("c1"),
                work,
                WRITTEN,
                Optional.empty(),
                new Progress.Waiting());
    }
}
