package hearth.client.session;

import static hearth.client.session.SessionBench.ADA;
import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.SERVER;
import static hearth.client.session.SessionBench.item;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.message;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionEvent.Notice;
import hearth.client.store.CacheStore;
import hearth.client.store.DamagedStoreException;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.StoreException;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Caches that are damaged, full, or cannot be made. */
class FailingCacheTest {
    private static final Account ACCOUNT = new Account(SERVER.id(), ADA.name());

    private final MemoryCacheShelf shelf = new MemoryCacheShelf();
    private final MemoryKeepStore keep = new MemoryKeepStore();
    private SessionBench bench = SessionBench.onCache(keep, shelf, Optional.empty());

    @Test
    void aDamagedCacheIsMadeAnewAndTheUserIsTold() throws StoreException {
        bench.loggedIn(lobby(3));
        bench.happen(message("c1", 4, BO, "one"));
        shelf.failWith(new DamagedStoreException("The file is damaged.", null));
        bench.happen(message("c1", 5, BO, "two"));
        bench.happen(message("c1", 6, BO, "three"));
        assertThat(bench.applied()).containsExactly(4L, 5L, 6L);
        assertThat(bench.notices()).containsExactly(Notice.CACHE_REBUILT);
        assertThat(cached("c1")).as("from where it was made anew").containsExactly("three");
        startAgain();
        assertThat(bench.summary("c1").head()).isEqualTo(6);
    }

    @Test
    void aCacheThatIsDamagedAtTheStartIsMadeAnew() {
        bench.loggedIn(lobby(3));
        shelf.failWith(new DamagedStoreException("The file is damaged.", null));
        startAgain();
        assertThat(bench.heard(SessionEvent.ConversationChanged.class)).isEmpty();
        assertThat(bench.notices()).containsExactly(Notice.CACHE_REBUILT);
        bench.logIn(lobby(3));
        startAgain();
        assertThat(bench.heard(SessionEvent.ConversationChanged.class)).hasSize(1);
        assertThat(bench.notices()).isEmpty();
    }

    @Test
    void aFullDiskIsToldOnceAndHarmsNothing() {
        bench.loggedIn(lobby(3));
        shelf.becomeUnfit();
        shelf.failWith(new StoreException("The disk is full.", null));
        bench.happen(message("c1", 4, BO, "one"));
        bench.happen(message("c1", 5, BO, "two"));
        bench.session.open("c1");
        bench.answer(bench.sent(ClientFrame.History.class), page(5, false, items(1, 5)));
        assertThat(bench.texts()).hasSize(5);
        assertThat(bench.applied()).containsExactly(4L, 5L);
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(5));
        assertThat(bench.notices()).containsExactly(Notice.CACHE_FAILED);
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
    }

    @Test
    void aCacheThatCannotBeMadeIsToldOnceAndHarmsNothing() {
        shelf.becomeUnfit();
        bench.loggedIn(lobby(3));
        bench.happen(message("c1", 4, BO, "one"));
        assertThat(bench.applied()).containsExactly(4L);
        assertThat(bench.notices()).containsExactly(Notice.CACHE_FAILED);
    }

    @Test
    void aCacheThatIsDamagedOnceMoreIsGivenUp() {
        bench.loggedIn(lobby(3));
        shelf.failWith(new DamagedStoreException("The file is damaged.", null));
        bench.happen(message("c1", 4, BO, "one"));
        shelf.failWith(new DamagedStoreException("The file is damaged.", null));
        bench.happen(message("c1", 5, BO, "two"));
        bench.happen(message("c1", 6, BO, "three"));
        assertThat(bench.notices()).containsExactly(Notice.CACHE_REBUILT, Notice.CACHE_FAILED);
        assertThat(bench.applied()).containsExactly(4L, 5L, 6L);
    }

    @Test
    void aCacheThatWasMadeAndNeverUsedTellsNothing() throws StoreException {
        shelf.open(ACCOUNT).commit();
        startAgain();
        assertThat(bench.heard(SessionEvent.ConversationChanged.class)).isEmpty();
        bench.logIn(lobby(3));
        bench.happen(message("c1", 4, BO, "one"));
        assertThat(cached("c1")).containsExactly("one");
        assertThat(bench.notices()).isEmpty();
    }

    /** As after a crash: only what was committed is there. */
    private void startAgain() {
        bench = SessionBench.onCache(keep.copy(), shelf, Optional.of(SERVER.id()));
        bench.session.connect();
        bench.loop.settle();
    }

    private List<String> cached(String conversation) throws StoreException {
        CacheStore store = shelf.open(ACCOUNT);
        return store.before(conversation, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(item -> ((Event.Message) item.event()).text())
                .toList();
    }

    private static Answer.HistoryPage page(long asOf, boolean more, List<HistoryItem> items) {
        return new Answer.HistoryPage(items, asOf, more, false);
    }

    private static List<HistoryItem> items(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seq -> item(message("c1", seq, BO, "text " + seq)))
                .toList();
    }
}
