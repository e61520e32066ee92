package hearth.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hearth.client.store.CacheStore.CachedConversation;
import hearth.client.store.CacheStore.Owner;
import hearth.client.store.KeepStore.Account;
import hearth.protocol.Capability;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.Limits;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.protocol.ServerRole;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCacheStoreTest {
    private static final Account ADA = new Account("server-1", "Ada");
    private static final Owner OWNER = new Owner(
            new ServerFrame.Self("u1", "Ada", ServerRole.ADMIN),
            new ServerInfo("server-1", "epoch-1", "Küche", "1.0"),
            Limits.STANDARD,
            Set.of(Capability.ROOMS, Capability.EDIT));
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00.123Z");
    private static final long MOST_BYTES = 400_000;

    @TempDir
    private Path folder;

    private SqliteCacheShelf shelf;
    private CacheStore store;

    @BeforeEach
    void open() throws StoreException {
        shelf = new SqliteCacheShelf(folder.resolve("cache"), MOST_BYTES);
        store = shelf.open(ADA);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasCommittedIsThereAfterAStart() throws StoreException {
        store.own(OWNER);
        store.put(conversation("c1", 10));
        store.put(conversation("c2", 3));
        store.put(item("c1", 11, "Hello 世界"));
        store.put(conversation("c1", 11));
        store.commit();
        reopen();
        assertThat(store.owner()).contains(OWNER);
        assertThat(store.conversations()).containsExactly(conversation("c1", 11), conversation("c2", 3));
        assertThat(store.item("c1", 11)).contains(item("c1", 11, "Hello 世界"));
        assertThat(store.floor("c1")).as("where it began").isEqualTo(10);
    }

    @Test
    void whatWasNotCommittedIsNot() throws StoreException {
        store.put(conversation("c1", 10));
        store.commit();
        store.put(item("c1", 11, "x"));
        store.put(conversation("c1", 11));
        reopen();
        assertThat(store.conversations()).containsExactly(conversation("c1", 10));
        assertThat(store.item("c1", 11)).isEmpty();
    }

    @Test
    void pagesAreOldestFirstAndEndBeforeANumber() throws StoreException {
        fill("c1", 1, 5);
        fill("c2", 3, 4);
        assertThat(seqs(store.before("c1", 5, 2))).containsExactly(3L, 4L);
        assertThat(seqs(store.before("c1", 3, 10))).containsExactly(1L, 2L);
        assertThat(store.before("c1", 1, 10)).isEmpty();
    }

    @Test
    void anItemTakesThePlaceOfTheOneWithItsNumber() throws StoreException {
        fill("c1", 1, 1);
        store.put(item("c1", 1, "another"));
        assertThat(store.before("c1", 9, 9)).containsExactly(item("c1", 1, "another"));
    }

    @Test
    void theFloorGoesDownWithOlderItemsAndUpWithARestart() throws StoreException {
        fill("c1", 8, 9);
        store.lowerFloor("c1", 5);
        store.lowerFloor("c1", 7);
        assertThat(store.floor("c1")).isEqualTo(5);
        store.restart("c1", 20);
        assertThat(store.floor("c1")).isEqualTo(20);
        assertThat(store.before("c1", 99, 99)).isEmpty();
    }

    @Test
    void aRemovedConversationComesBackEmpty() throws StoreException {
        fill("c1", 1, 3);
        fill("c2", 1, 3);
        store.remove("c1");
        store.put(conversation("c1", 7));
        assertThat(store.before("c1", 99, 99)).isEmpty();
        assertThat(store.floor("c1")).isEqualTo(7);
        assertThat(store.before("c2", 99, 99)).hasSize(3);
    }

    @Test
    void aClearedCacheKnowsNothing() throws StoreException {
        store.own(OWNER);
        fill("c1", 1, 3);
        store.clear();
        store.commit();
        reopen();
        assertThat(store.owner()).isEmpty();
        assertThat(store.conversations()).isEmpty();
    }

    @Test
    void eachAccountHasAFileOfItsOwnThatOnlyItsOwnerMayRead() throws StoreException, IOException {
        store.put(conversation("c1", 10));
        store.commit();
        Account other = new Account("server-2", "Ada");
        assertThat(shelf.find(other)).isEmpty();
        try (CacheStore elsewhere = shelf.open(other)) {
            assertThat(elsewhere.conversations()).isEmpty();
        }
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
                assertThat(file.getFileName().toString()).doesNotContain("server", "Ada");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("cache"))))
                .isEqualTo("rwx------");
    }

    @Test
    void ofADeletedTextNothingIsLeftOnDisk() throws StoreException, IOException {
        String secret = "the secret that nobody may find";
        store.put(conversation("c1", 0));
        for (long seq = 1; seq <= 50; seq++) {
            store.put(item("c1", seq, "before " + seq));
        }
        store.put(item("c1", 51, secret));
        store.put(item("c1", 52, secret.repeat(1_000)));
        store.commit();
        assertThat(onDisk(secret)).isTrue();
        store.put(gone("c1", 51));
        store.put(gone("c1", 52));
        store.commit();
        assertThat(onDisk(secret)).isFalse();
    }

    @Test
    void aTextInASummaryGoesToo() throws StoreException, IOException {
        String secret = "the secret that nobody may find";
        store.put(new CachedConversation(summary("c1", 5, Optional.of(message("c1", 5, secret, false))), 5));
        store.commit();
        assertThat(onDisk(secret)).isTrue();
        store.put(new CachedConversation(summary("c1", 6, Optional.of(message("c1", 5, "", true))), 6));
        store.commit();
        assertThat(onDisk(secret)).isFalse();
    }

    @Test
    void whatTakesNoTextAwayDoesNotWaitForTheDisk() throws StoreException, IOException {
        var deleted = new CachedConversation(summary("c1", 6, Optional.of(message("c1", 5, "", true))), 6);
        store.put(deleted);
        store.put(edited("c1", 4, "better"));
        store.put(gone("c1", 3));
        store.commit();
        assertThat(sizeOfLog()).isPositive();
        store.put(new CachedConversation(deleted.summary(), 7));
        store.put(edited("c1", 4, "better"));
        store.put(gone("c1", 3));
        store.commit();
        assertThat(sizeOfLog()).as("the log was not moved into the file").isPositive();
    }

    @Test
    void anEditedTextGoesTooWhereverItWas() throws StoreException, IOException {
        String secret = "the secret that nobody may find";
        store.put(new CachedConversation(summary("c1", 5, Optional.of(message("c1", 5, secret, false))), 5));
        store.put(conversation("c2", 0));
        store.put(item("c2", 1, secret));
        store.commit();
        store.put(new CachedConversation(summary("c1", 6, Optional.of(message("c1", 5, "better", false))), 6));
        store.commit();
        assertThat(sizeOfLog()).isZero();
        assertThat(onDisk(secret)).as("the other one").isTrue();
        store.put(edited("c2", 1, "better"));
        store.commit();
        assertThat(onDisk(secret)).isFalse();
    }

    @Test
    void aCacheThatIsTooLargeGivesUpTheOldestItemsOfAllConversations() throws StoreException, IOException {
        store.put(conversation("c1", 0));
        store.put(conversation("c2", 0));
        String long_ = "x".repeat(1_000);
        for (long seq = 1; seq <= 1_000; seq++) {
            store.put(item("c1", seq, long_));
            if (seq % 10 == 0) {
                store.put(item("c2", seq, long_));
                store.commit();
            }
        }
        store.put(conversation("c1", 1_000));
        store.put(conversation("c2", 1_000));
        store.commit();
        List<Long> first = seqs(store.before("c1", 1_001, 1_000));
        List<Long> second = seqs(store.before("c2", 1_001, 1_000));
        assertThat(first).hasSizeBetween(100, 400).endsWith(1_000L);
        assertThat(first)
                .as("without a hole")
                .isEqualTo(
                        LongStream.rangeClosed(first.getFirst(), 1_000).boxed().toList());
        assertThat(store.floor("c1")).isEqualTo(first.getFirst() - 1);
        assertThat(second.getFirst()).as("as old as those").isBetween(first.getFirst(), first.getFirst() + 10);
        assertThat(store.floor("c2")).isLessThan(second.getFirst()).isGreaterThanOrEqualTo(second.getFirst() - 10);
        reopen();
        assertThat(sizeOnDisk()).isLessThan(MOST_BYTES * 3 / 2);
    }

    @Test
    void whatIsNoDatabaseIsDamaged() throws StoreException, IOException {
        store.put(conversation("c1", 1));
        store.commit();
        store.close();
        Files.writeString(onlyFile(), "this is no database at all, and longer than its header would be. ".repeat(100));
        assertThatExceptionOfType(DamagedStoreException.class).isThrownBy(() -> shelf.open(ADA));
        shelf.discard(ADA);
        store = shelf.open(ADA);
        assertThat(store.conversations()).isEmpty();
    }

    @Test
    void aFileThatEndsTooEarlyIsDamaged() throws StoreException, IOException {
        fill("c1", 1, 500);
        store.commit();
        store.close();
        byte[] bytes = Files.readAllBytes(onlyFile());
        Files.write(onlyFile(), java.util.Arrays.copyOf(bytes, bytes.length / 2 / 4096 * 4096));
        assertThatExceptionOfType(DamagedStoreException.class).isThrownBy(() -> {
            store = shelf.open(ADA);
            store.conversations();
            store.before("c1", 501, 500);
        });
    }

    @Test
    void aFileOfANewerVersionIsAsUselessAsADamagedOne() throws StoreException, IOException, SQLException {
        store.close();
        sql("PRAGMA user_version = 99");
        assertThatExceptionOfType(DamagedStoreException.class).isThrownBy(() -> shelf.open(ADA));
    }

    @Test
    void whatCannotBeUnderstoodIsDamaged() throws StoreException, IOException, SQLException {
        store.own(OWNER);
        fill("c1", 1, 1);
        store.commit();
        store.close();
        sql("UPDATE items SET item = '{}'");
        sql("UPDATE owner SET welcome = '{\"type\":\"ping\"}'");
        store = shelf.open(ADA);
        assertThatExceptionOfType(DamagedStoreException.class).isThrownBy(() -> store.item("c1", 1));
        assertThatExceptionOfType(DamagedStoreException.class).isThrownBy(() -> store.owner());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNotDamage() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        SqliteCacheShelf nowhere = new SqliteCacheShelf(file.resolve("cache"), MOST_BYTES);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> nowhere.open(ADA))
                .isNotInstanceOf(DamagedStoreException.class);
    }

    private void reopen() throws StoreException {
        store.close();
        store = shelf.open(ADA);
    }

    private void fill(String conversation, long from, long to) throws StoreException {
        store.put(conversation(conversation, from - 1));
        for (long seq = from; seq <= to; seq++) {
            store.put(item(conversation, seq, "text " + seq));
        }
        store.put(conversation(conversation, to));
    }

    private boolean onDisk(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private long sizeOnDisk() throws IOException {
        return Files.size(onlyFile());
    }

    private long sizeOfLog() throws IOException {
        return Files.size(onlyFile().resolveSibling(onlyFile().getFileName() + "-wal"));
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.filter(file -> file.toString().endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void sql(String statement) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + onlyFile());
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private static List<Long> seqs(List<HistoryItem> items) {
        return items.stream().map(item -> item.event().seq()).toList();
    }

    static CachedConversation conversation(String id, long cursor) {
        return new CachedConversation(summary(id, cursor, Optional.empty()), cursor);
    }

    private static ConversationSummary summary(String id, long head, Optional<Event.Message> last) {
        var room = new ConversationSummary.Room("room " + id, "topic", Visibility.PRIVATE, Role.OWNER);
        return new ConversationSummary(id, room, 2, head, 1, 2, 1, last);
    }

    private static Event.Message message(String conversation, long seq, String text, boolean deleted) {
        Event.Stamp stamp = new Event.Stamp(conversation, seq, AT.plusSeconds(seq), new UserRef("u1", "Ada"));
        return new Event.Message(stamp, "client-" + seq, text, OptionalLong.empty(), List.of(), deleted);
    }

    static HistoryItem item(String conversation, long seq, String text) {
        return new HistoryItem(message(conversation, seq, text, false), false, List.of(), OptionalLong.empty());
    }

    private static HistoryItem edited(String conversation, long seq, String text) {
        return new HistoryItem(message(conversation, seq, text, false), true, List.of(), OptionalLong.of(seq + 100));
    }

    private static HistoryItem gone(String conversation, long seq) {
        return new HistoryItem(message(conversation, seq, "", true), false, List.of(), OptionalLong.of(seq + 100));
    }
}
