package hearth.client.session;

import static hearth.client.session.SessionBench.ADA;
import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.SERVER;
import static hearth.client.session.SessionBench.item;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.message;
import static hearth.client.session.SessionBench.room;
import static hearth.client.session.SessionBench.stamp;
import static hearth.client.session.SessionBench.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.store.CacheStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.StoreException;
import hearth.client.store.Target;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.GoneReason;
import hearth.protocol.HistoryItem;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.protocol.ServerRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CacheTest {
    private static final Account ACCOUNT = new Account(SERVER.id(), ADA.name());

    private final MemoryCacheShelf shelf = new MemoryCacheShelf();
    private final MemoryKeepStore keep = new MemoryKeepStore();
    private SessionBench bench = SessionBench.onCache(keep, shelf, Optional.empty());

    @Test
    void theLastStateIsThereBeforeAnyNetwork() {
        bench.loggedIn(lobby(3), room("c2", "kitchen", 1));
        bench.happen(message("c1", 4, BO, "hi"));
        startAgain();
        assertThat(bench.link().takeSent()).isEmpty();
        assertThat(bench.heard(SessionEvent.SignedIn.class)).singleElement().satisfies(signedIn -> {
            assertThat(signedIn.self()).isEqualTo(new ServerFrame.Self(ADA.id(), ADA.name(), ServerRole.MEMBER));
            assertThat(signedIn.server()).isEqualTo(SERVER);
        });
        assertThat(bench.heard(SessionEvent.ConversationChanged.class))
                .extracting(SessionEvent.ConversationChanged::conversation)
                .extracting(ConversationSummary::id)
                .containsExactly("c1", "c2");
        assertThat(bench.summary("c1").unread()).isEqualTo(1);
        assertThat(bench.summary("c1").last()).contains(message("c1", 4, BO, "hi"));
    }

    @Test
    void aConversationThatNobodyOpenedShowsOfflineWhatCame() {
        bench.loggedIn(lobby(3));
        bench.happen(message("c1", 4, BO, "one"));
        bench.happen(message("c1", 5, BO, "two"));
        startAgain();
        bench.session.open("c1");
        assertThat(bench.texts()).containsExactly("one", "two");
        assertThat(bench.shown().hasOlder()).isTrue();
    }

    @Test
    void whatIsMissingIsFetchedFromWhereTheCacheEnds() {
        bench.loggedIn(lobby(3));
        bench.happen(message("c1", 4, BO, "one"));
        startAgain();
        bench.session.open("c1");
        bench.loop.settle();
        bench.logIn(lobby(6));
        bench.refuse(bench.sent(ClientFrame.History.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
        answerMembers();
        ClientFrame.Sync sync = bench.sent(ClientFrame.Sync.class);
        assertThat(sync.conversations()).isEqualTo(Map.of("c1", 4L));
        bench.answer(sync, recovered(6, message("c1", 5, BO, "two"), message("c1", 6, BO, "three")));
        assertThat(bench.applied()).containsExactly(5L, 6L);
        assertThat(bench.texts()).containsExactly("one", "two", "three");
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
    }

    @Test
    void aConversationInWhichNothingHappenedIsNotAskedFor() {
        bench.loggedIn(lobby(3));
        startAgain();
        bench.logIn(lobby(3));
        assertThat(bench.allSent(ClientFrame.Sync.class)).isEmpty();
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
    }

    @Test
    void aPageIsKeptAndNotAskedForAgain() {
        bench.loggedIn(lobby(200));
        openWith(page(200, true, items(101, 200)));
        startAgain();
        bench.session.open("c1");
        bench.logIn(lobby(200));
        assertThat(bench.texts()).hasSize(100);
        assertThat(bench.allSent(ClientFrame.History.class)).isEmpty();
    }

    @Test
    void olderOnesComeFromTheCacheAndThenFromTheServer() {
        bench.loggedIn(lobby(300));
        openWith(page(300, true, items(201, 300)));
        bench.session.loadOlder("c1");
        bench.answer(bench.sent(ClientFrame.History.class), page(300, true, items(101, 200)));
        startAgain();
        bench.session.open("c1");
        assertThat(bench.texts()).hasSize(100);
        bench.session.loadOlder("c1");
        assertThat(bench.texts()).hasSize(200).startsWith("text 101");
        assertThat(bench.shown().hasOlder()).isTrue();
        bench.logIn(lobby(300));
        bench.session.loadOlder("c1");
        answerMembers();
        ClientFrame.History rest = bench.sent(ClientFrame.History.class);
        assertThat(rest.place()).isEqualTo(new ClientFrame.Place.Before(101));
        bench.answer(rest, page(300, false, items(1, 100)));
        startAgain();
        bench.session.open("c1");
        bench.session.loadOlder("c1");
        bench.session.loadOlder("c1");
        bench.session.loadOlder("c1");
        assertThat(bench.texts()).hasSize(300);
        assertThat(bench.shown().hasOlder()).isFalse();
    }

    @Test
    void aShortRunIsShownAtOnceAndFilledUpFromTheServer() {
        bench.loggedIn(lobby(3));
        bench.happen(message("c1", 4, BO, "four"));
        bench.session.open("c1");
        assertThat(bench.texts()).containsExactly("four");
        ClientFrame.History older = bench.sent(ClientFrame.History.class);
        assertThat(older.place()).isEqualTo(new ClientFrame.Place.Before(4));
        bench.answer(older, page(4, false, items(1, 3)));
        assertThat(bench.texts()).hasSize(4);
        startAgain();
        bench.session.open("c1");
        assertThat(bench.texts()).hasSize(4);
        assertThat(bench.shown().hasOlder()).isFalse();
    }

    @Test
    void aPageIsBroughtUpToDateByWhatHappenedSinceItWasRead() throws StoreException {
        bench.loggedIn(lobby(3));
        bench.session.open("c1");
        ClientFrame.History history = bench.sent(ClientFrame.History.class);
        bench.happen(new Event.Edited(stamp("c1", 4, BO), 2, "edited", List.of(), false));
        bench.happen(new Event.Deleted(stamp("c1", 5, BO), 3));
        bench.answer(history, page(3, false, items(1, 3)));
        assertThat(cached("c1")).containsExactly("text 1", "edited", "");
    }

    @Test
    void aPageOfWhichTheNewestPartWasNotAppliedYetLeavesThatOut() throws StoreException {
        bench.loggedIn(lobby(3));
        bench.session.open("c1");
        bench.answer(bench.sent(ClientFrame.History.class), page(5, false, items(1, 5)));
        assertThat(cached("c1")).containsExactly("text 1", "text 2", "text 3");
        bench.happen(message("c1", 4, BO, "text 4"));
        assertThat(cached("c1")).containsExactly("text 1", "text 2", "text 3", "text 4");
    }

    @Test
    void aPageThatEndsBeforeWhatIsKeptLeavesNoHole() throws StoreException {
        bench.loggedIn(lobby(300));
        openWith(page(300, true, items(201, 300)));
        shelf.giveUp("c1", 298);
        bench.session.loadOlder("c1");
        ClientFrame.History older = bench.sent(ClientFrame.History.class);
        bench.answer(older, page(300, true, items(101, 200)));
        assertThat(bench.texts()).as("what is shown is whole").hasSize(200);
        assertThat(cached("c1")).containsExactly("text 299", "text 300");
    }

    @Test
    void ofTheSameMessageTheNewerStateIsKeptWhetherAPageOrAnEventHasIt() throws StoreException {
        bench.loggedIn(lobby(3));
        bench.session.open("c1");
        ClientFrame.History history = bench.sent(ClientFrame.History.class);
        bench.happen(message("c1", 4, BO, "four"));
        bench.happen(message("c1", 5, BO, "five"));
        Event.Edited edited = new Event.Edited(stamp("c1", 6, BO), 5, "five, edited", List.of(), false);
        bench.happen(edited);
        Event.Message rewritten = message("c1", 4, BO, "four, as of 8");
        HistoryItem newer = new HistoryItem(rewritten, true, List.of(), OptionalLong.of(8));
        bench.answer(history, page(8, false, List.of(newer, item(message("c1", 5, BO, "five")))));
        assertThat(cached("c1")).containsExactly("four, as of 8", "five, edited");
        bench.happen(new Event.Edited(stamp("c1", 7, BO), 4, "four, as of 7", List.of(), false));
        assertThat(cached("c1")).as("an older change says less").containsExactly("four, as of 8", "five, edited");
    }

    @Test
    void whatIsDeletedIsDeletedInTheCache() throws StoreException {
        bench.loggedIn(lobby(3));
        bench.happen(message("c1", 4, BO, "secret"));
        bench.happen(new Event.Deleted(stamp("c1", 5, BO), 4));
        assertThat(cached("c1")).containsExactly("");
        startAgain();
        assertThat(bench.summary("c1").last().orElseThrow().text()).isEmpty();
    }

    @Test
    void whatCannotBeCaughtUpWithIsReplaced() throws StoreException {
        bench.loggedIn(lobby(3));
        bench.happen(message("c1", 4, BO, "old"));
        startAgain();
        bench.logIn(lobby(1_000));
        bench.answer(bench.sent(ClientFrame.Sync.class), new Answer.Synced(Map.of("c1", new SyncResult.Reload(1_000))));
        ClientFrame.History history = bench.sent(ClientFrame.History.class);
        assertThat(cached("c1")).as("until the page is here").containsExactly("old");
        bench.answer(history, page(1_001, true, items(999, 1_001)));
        assertThat(cached("c1")).containsExactly("text 999", "text 1000", "text 1001");
        startAgain();
        bench.logIn(lobby(1_001));
        assertThat(bench.allSent(ClientFrame.Sync.class)).isEmpty();
    }

    @Test
    void whatCannotBeLoadedLeavesNoHole() throws StoreException {
        bench.loggedIn(lobby(3));
        bench.happen(message("c1", 4, BO, "old"));
        startAgain();
        bench.logIn(lobby(1_000));
        bench.refuse(bench.sent(ClientFrame.Sync.class), ErrorCode.UNSUPPORTED, OptionalLong.empty());
        bench.refuse(bench.sent(ClientFrame.History.class), ErrorCode.UNSUPPORTED, OptionalLong.empty());
        bench.happen(message("c1", 1_001, BO, "new"));
        assertThat(cached("c1")).containsExactly("new");
    }

    @Test
    void anotherEpochDropsTheCacheAndKeepsTheOutbox() throws StoreException {
        bench.loggedIn(lobby(3), room("c2", "kitchen", 1));
        bench.happen(message("c1", 4, BO, "old"));
        bench.end(new Ending.Lost(""));
        bench.session.post(new Target.Conversation("c1"), "unsent", OptionalLong.empty());
        bench.loop.settle();
        startAgain();
        bench.recognise();
        ServerInfo restored = new ServerInfo(SERVER.id(), "epoch-2", SERVER.name(), SERVER.version());
        bench.arrive(welcome(restored, false, lobby(2)));
        assertThat(bench.heard(SessionEvent.ConversationRemoved.class))
                .containsExactly(new SessionEvent.ConversationRemoved("c2", GoneReason.DELETED));
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("unsent");
        assertThat(cached("c1")).isEmpty();
        startAgain();
        assertThat(bench.heard(SessionEvent.ConversationChanged.class)).hasSize(1);
        assertThat(bench.heard(SessionEvent.SignedIn.class).getFirst().server()).isEqualTo(restored);
    }

    @Test
    void anotherUserUnderTheSameNameSeesNothingOfIt() {
        bench.loggedIn(lobby(3));
        startAgain();
        bench.recognise();
        ServerFrame.Welcome known = welcome(lobby(3));
        bench.arrive(new ServerFrame.Welcome(
                known.re(),
                known.server(),
                new ServerFrame.Self("u-other", ADA.name(), ServerRole.MEMBER),
                known.heartbeatMs(),
                known.limits(),
                known.capabilities(),
                known.alternates(),
                List.of(),
                List.of(),
                Optional.empty(),
                false));
        assertThat(bench.heard(SessionEvent.ConversationRemoved.class)).hasSize(1);
        startAgain();
        assertThat(bench.heard(SessionEvent.ConversationChanged.class)).isEmpty();
    }

    @Test
    void anotherServerAtTheAddressGetsNothingAndDropsNothing() {
        bench.loggedIn(lobby(3));
        startAgain();
        bench.link().recognise(new ServerInfo("server-2", "epoch-9", "Elsewhere", "1.0"));
        assertThat(bench.allSent(ClientFrame.class)).isEmpty();
        assertThat(bench.state()).isInstanceOf(ConnectionState.Refused.class);
        startAgain();
        assertThat(bench.heard(SessionEvent.ConversationChanged.class)).hasSize(1);
    }

    @Test
    void whatIsNoLongerOursIsDropped() {
        bench.loggedIn(lobby(3), room("c2", "kitchen", 1), room("c3", "attic", 1));
        bench.arrive(new ServerFrame.Gone("c2", GoneReason.KICKED));
        startAgain();
        bench.logIn(lobby(3));
        bench.answer(
                bench.sent(ClientFrame.Sync.class),
                new Answer.Synced(Map.of("c3", new SyncResult.Lost(ErrorCode.NOT_MEMBER))));
        startAgain();
        assertThat(bench.heard(SessionEvent.ConversationChanged.class))
                .extracting(changed -> changed.conversation().id())
                .containsExactly("c1");
    }

    @Test
    void aServerThatIsMetUnderAnAddressIsKnownAgainByItsId() {
        bench.loggedIn(lobby(3));
        bench.happen(message("c1", 4, BO, "one"));
        bench = SessionBench.onCache(keep, shelf, Optional.empty());
        bench.session.connect();
        bench.loop.settle();
        assertThat(bench.heard(SessionEvent.SignedIn.class)).isEmpty();
        bench.logIn(lobby(5));
        assertThat(bench.sent(ClientFrame.Sync.class).conversations()).isEqualTo(Map.of("c1", 4L));
    }

    @Test
    void aBurstIsCommittedOnce() {
        bench.loggedIn(lobby(3));
        int before = shelf.commits();
        for (long seq = 4; seq <= 1_000; seq++) {
            bench.link().arrive(new ServerFrame.Happened(message("c1", seq, BO, "text " + seq)));
        }
        bench.loop.settle();
        assertThat(shelf.commits()).isEqualTo(before + 1);
        assertThat(bench.applied()).hasSize(997);
    }

    /** As after a crash: only what was committed is there. */
    private void startAgain() {
        bench = SessionBench.onCache(keep.copy(), shelf, Optional.of(SERVER.id()));
        bench.session.connect();
        bench.loop.settle();
    }

    private void answerMembers() {
        bench.answer(bench.sent(ClientFrame.Members.class), new Answer.MembersPage(List.of(), false));
    }

    private void openWith(Answer.HistoryPage page) {
        bench.session.open("c1");
        bench.answer(bench.sent(ClientFrame.History.class), page);
        answerMembers();
    }

    private List<String> cached(String conversation) throws StoreException {
        CacheStore store = shelf.open(ACCOUNT);
        return store.before(conversation, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(item -> ((Event.Message) item.event()).text())
                .toList();
    }

    private static Answer.Synced recovered(long head, Event... events) {
        return new Answer.Synced(Map.of("c1", new SyncResult.Recovered(List.of(events), head)));
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
