package hearth.client.store;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.store.CacheStore.CachedConversation;
import hearth.client.store.KeepStore.Account;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCacheShelfTest {
    private static final Account ADA = new Account("server-1", "Ada");
    private static final Account BO = new Account("server-1", "Bo");
    private static final Account CY = new Account("server-2", "Cy");
    private static final int CACHE_BYTES = 200_000;

    @TempDir
    private Path folder;

    private SqliteCacheShelf shelf;

    @BeforeEach
    void putOnTheShelf() {
        shelf = new SqliteCacheShelf(folder, 3 * CACHE_BYTES);
    }

    @Test
    void whatWasNotWrittenForLongestGoesWhereAllAreTooLarge() throws Exception {
        fill(ADA, 3);
        fill(BO, 1);
        fill(CY, 2);
        open(new Account("server-3", "Di")).close();
        assertThat(isKept(ADA)).isTrue();
        assertThat(isKept(BO)).as("the oldest").isFalse();
        assertThat(isKept(CY)).as("no more than needed").isTrue();
        assertThat(files()).allMatch(file -> file.endsWith(".db"));
    }

    @Test
    void theOneThatIsOpenedStaysThoughItIsTheOldest() throws Exception {
        fill(ADA, 1);
        fill(BO, 2);
        fill(CY, 3);
        open(ADA).close();
        assertThat(isKept(ADA)).isTrue();
        assertThat(isKept(BO)).isFalse();
    }

    @Test
    void whatSomebodyHasOpenStays() throws Exception {
        fill(ADA, 1);
        try (CacheStore open = open(ADA)) {
            makeOlder(ADA, 1);
            fill(BO, 2);
            fill(CY, 3);
            open(new Account("server-3", "Di")).close();
            assertThat(isKept(ADA)).isTrue();
            assertThat(isKept(BO)).isFalse();
            assertThat(open.conversations()).hasSize(1);
        }
        makeOlder(ADA, 1);
        fill(BO, 2);
        open(CY).close();
        assertThat(isKept(ADA)).as("nobody has it open any more").isFalse();
    }

    @Test
    void whatIsSmallEnoughStays() throws Exception {
        fill(ADA, 1);
        fill(BO, 2);
        open(CY).close();
        assertThat(List.of(isKept(ADA), isKept(BO), isKept(CY))).containsOnly(true);
    }

    @Test
    void whatIsThrownAwayLeavesNothing() throws Exception {
        fill(ADA, 1);
        shelf.discard(ADA);
        assertThat(files()).isEmpty();
        shelf.discard(ADA);
        assertThat(shelf.find(ADA)).isEmpty();
    }

    private CacheStore open(Account account) throws StoreException {
        return shelf.open(account);
    }

    /** More than a third of what all may have. */
    private void fill(Account account, int day) throws Exception {
        try (CacheStore store = open(account)) {
            var room = new ConversationSummary.Room("room", "x".repeat(CACHE_BYTES), Visibility.PRIVATE, Role.OWNER);
            var summary = new ConversationSummary("c1", room, 2, 1, 1, 0, 0, Optional.empty());
            store.put(new CachedConversation(summary, 1));
            store.commit();
        }
        makeOlder(account, day);
    }

    /** With what lies beside it while it is open. */
    private void makeOlder(Account account, int day) throws IOException {
        String name = shelf.fileOf(account).toString();
        for (String file : files()) {
            if (file.startsWith(name)) {
                Files.setLastModifiedTime(
                        Path.of(file), FileTime.from(Instant.parse("2026-11-0" + day + "T08:00:00Z")));
            }
        }
    }

    private boolean isKept(Account account) {
        return Files.exists(shelf.fileOf(account));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }
}
