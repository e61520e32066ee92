package hearth.client.session;

import static hearth.client.session.SessionBench.ADA;
import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.direct;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.message;
import static hearth.client.session.SessionBench.own;
import static hearth.client.session.SessionBench.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionConfig.Missed;
import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.StoreException;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.GoneReason;
import hearth.protocol.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReadMarkersTest {
    private SessionBench bench = new SessionBench();

    @Test
    void countsWhatIsUnreadAndMentionsUs() {
        bench.loggedIn(lobby(3));
        bench.happen(mentioning(4));
        bench.happen(message("c1", 5, BO, "plain"));
        bench.happen(own("c1", 6, "x", "mine"));
        assertThat(bench.summary("c1").unread()).isEqualTo(2);
        assertThat(bench.summary("c1").mentions()).isEqualTo(1);
        assertThat(bench.summary("c1").head()).isEqualTo(6);
        bench.happen(new Event.Deleted(stamp("c1", 7, BO), 4));
        assertThat(bench.summary("c1").unread()).isEqualTo(1);
        assertThat(bench.summary("c1").mentions()).isZero();
        bench.happen(new Event.Edited(stamp("c1", 8, BO), 5, "@Ada", List.of(ADA.id()), false));
        assertThat(bench.summary("c1").mentions()).isEqualTo(1);
        assertThat(bench.allSent(ClientFrame.Read.class)).isEmpty();
    }

    @Test
    void missedEventsAreNotCountedTwice() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(unread(5, 3, 2, 0));
        ClientFrame.Sync sync = bench.sent(ClientFrame.Sync.class);
        bench.answer(
                sync,
                new Answer.Synced(Map.of(
                        "c1",
                        new Answer.SyncResult.Recovered(
                                List.of(message("c1", 4, BO, ""), message("c1", 5, BO, "")), 5))));
        assertThat(bench.summary("c1").unread()).isEqualTo(2);
    }

    @Test
    void asksTheServerWhereOnlyItCanCount() {
        bench.loggedIn(unread(10, 5, 4, 1));
        bench.happen(new Event.Deleted(stamp("c1", 11, BO), 7));
        ClientFrame.Read read = bench.sent(ClientFrame.Read.class);
        assertThat(read.seq()).as("the marker as it is").isEqualTo(5);
        bench.answer(read, new Answer.Marked(5, 3, 0));
        assertThat(bench.summary("c1").unread()).isEqualTo(3);
        assertThat(bench.summary("c1").mentions()).isZero();
    }

    @Test
    void markersThatCannotBeReadAreReadAtTheNextLogin() throws StoreException {
        MemoryKeepStore left = new MemoryKeepStore();
        left.keepMarker(new Account("server-1", "Ada"), "c1", new KeepStore.Marker(9, Optional.empty()));
        left.breakDown(true);
        bench = new SessionBench(left, Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
        left.breakDown(false);
        bench.logIn(unread(10, 5, 4, 1));
        assertThat(bench.sent(ClientFrame.Read.class).seq()).isEqualTo(9);
    }

    @Test
    void ofReadMarkersOnlyTheNewestIsSent() {
        bench.loggedIn(unread(10, 5, 4, 1));
        bench.session.markRead("c1", 6);
        ClientFrame.Read first = bench.sent(ClientFrame.Read.class);
        bench.session.markRead("c1", 7);
        bench.session.markRead("c1", 9);
        bench.session.markRead("c1", 8);
        assertThat(bench.allSent(ClientFrame.Read.class)).isEmpty();
        bench.answer(first, new Answer.Marked(6, 3, 1));
        assertThat(bench.sent(ClientFrame.Read.class).seq()).isEqualTo(9);
    }

    @Test
    void aReadMarkerIsSentAfterTheNextLogin() {
        bench.loggedIn(unread(10, 5, 4, 1));
        bench.end(new Ending.Lost(""));
        bench.session.markRead("c1", 10);
        bench.loop.settle();
        assertThat(bench.summary("c1").unread()).isZero();
        bench.comeBack();
        bench.logIn(unread(10, 5, 4, 1));
        ClientFrame.Read cut = bench.sent(ClientFrame.Read.class);
        assertThat(cut.seq()).isEqualTo(10);
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(unread(10, 5, 4, 1));
        ClientFrame.Read again = bench.sent(ClientFrame.Read.class);
        bench.refuse(again, ErrorCode.RATE_LIMITED, OptionalLong.of(1_000));
        bench.loop.advance(Duration.ofSeconds(1));
        bench.refuse(bench.sent(ClientFrame.Read.class), ErrorCode.UNSUPPORTED, OptionalLong.empty());
        bench.loop.advance(Duration.ofSeconds(5));
        assertThat(bench.allSent(ClientFrame.Read.class)).isEmpty();
    }

    @Test
    void markersThatMoveElsewhereAreTold() {
        bench.loggedIn(unread(10, 5, 4, 1), direct("d1", BO, 3));
        bench.arrive(new ServerFrame.Read("c1", ADA.id(), 8, OptionalInt.of(1), OptionalInt.of(0)));
        assertThat(bench.summary("c1").unread()).isEqualTo(1);
        bench.arrive(new ServerFrame.Read("d1", BO.id(), 3, OptionalInt.empty(), OptionalInt.empty()));
        assertThat(bench.summary("d1").title()).isEqualTo(new ConversationSummary.Direct(BO, 3));
        bench.arrive(new ServerFrame.Read("nowhere", BO.id(), 3, OptionalInt.empty(), OptionalInt.empty()));
        assertThat(bench.heard(SessionEvent.MarkerMoved.class))
                .containsExactly(
                        new SessionEvent.MarkerMoved("c1", ADA.id(), 8),
                        new SessionEvent.MarkerMoved("d1", BO.id(), 3));
    }

    @Test
    void aMarkerThatIsConfirmedAtOnceIsNotWritten() {
        bench.loggedIn(unread(10, 5, 4, 1));
        bench.session.markRead("c1", 10);
        bench.answer(bench.sent(ClientFrame.Read.class), new Answer.Marked(10, 0, 0));
        bench.loop.advance(Duration.ofSeconds(5));
        assertThat(bench.store.allMarkers()).isEmpty();
        bench.loop.hurry(Duration.ofSeconds(2));
        bench.session.close();
        assertThat(bench.loop.isOver()).isTrue();
        assertThat(bench.store.markerWrites()).isZero();
    }

    @Test
    void aMarkerThatIsNotConfirmedSurvivesARestart() {
        bench.loggedIn(unread(10, 5, 4, 1));
        bench.end(new Ending.Lost(""));
        bench.session.markRead("c1", 7);
        bench.session.markRead("c1", 9);
        bench.session.markRead("c1", 8);
        bench.loop.settle();
        assertThat(bench.store.allMarkers()).isEqualTo(Map.of("c1", 9L));

        bench = new SessionBench(bench.store.copy(), Optional.of("server-1"), SessionConfig.Missed.NEWEST_PAGE);
        bench.loggedInKeepingSent(unread(10, 5, 4, 1));
        assertThat(bench.summary("c1").read())
                .as("shown before it is confirmed")
                .isEqualTo(9);
        ClientFrame.Read read = bench.sent(ClientFrame.Read.class);
        assertThat(read.seq()).isEqualTo(9);
        bench.answer(read, new Answer.Marked(9, 1, 0));
        assertThat(bench.store.allMarkers()).isEmpty();
        assertThat(bench.summary("c1").unread()).isEqualTo(1);
    }

    @Test
    void aMarkerWhoseAnswerTakesLongIsKept() {
        bench.loggedIn(unread(10, 5, 4, 1));
        bench.session.markRead("c1", 10);
        bench.loop.advance(Duration.ofMillis(999));
        assertThat(bench.store.allMarkers()).isEmpty();
        bench.loop.advance(Duration.ofMillis(1));
        assertThat(bench.store.allMarkers()).isEqualTo(Map.of("c1", 10L));
        bench.refuse(bench.sent(ClientFrame.Read.class), ErrorCode.UNSUPPORTED, OptionalLong.empty());
        assertThat(bench.store.allMarkers()).as("nobody will ever want it").isEmpty();
    }

    @Test
    void whatIsUnderWayAtTheEndIsKept() {
        bench.loggedIn(unread(10, 5, 4, 1));
        bench.session.markRead("c1", 10);
        bench.session.shutDown();
        bench.loop.advance(Duration.ofSeconds(2));
        assertThat(bench.store.allMarkers()).isEqualTo(Map.of("c1", 10L));
    }

    @Test
    void aConversationThatIsGoneNeedsNoMarker() {
        bench.loggedIn(unread(10, 5, 4, 1));
        bench.end(new Ending.Lost(""));
        bench.session.markRead("c1", 10);
        bench.comeBack();
        bench.logIn(unread(10, 5, 4, 1));
        bench.arrive(new ServerFrame.Gone("c1", GoneReason.KICKED));
        assertThat(bench.store.allMarkers()).isEmpty();
    }

    @Test
    void aDiskThatFailsStopsNoMarker() {
        bench.store.breakDown(true);
        bench = new SessionBench(bench.store, Optional.of("server-1"), SessionConfig.Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
        bench.store.breakDown(false);
        bench.logIn(unread(10, 5, 4, 1));
        bench.link().takeSent();
        bench.store.breakDown(true);
        bench.session.markRead("c1", 10);
        bench.loop.advance(Duration.ofSeconds(1));
        bench.answer(bench.sent(ClientFrame.Read.class), new Answer.Marked(10, 0, 0));
        assertThat(bench.summary("c1").unread()).isZero();
    }

    @Test
    void whoHasReadNothingTellsNothing() {
        bench.loggedIn(unread(10, 0, 10, 1));
        bench.session.markRead("c1", 0);
        assertThat(bench.allSent(ClientFrame.Read.class)).isEmpty();
    }

    @Test
    void whileTheServerIsBusyAConversationMayGoAndIsNotAskedAboutAgain() {
        bench.loggedIn(unread(10, 5, 4, 1));
        bench.session.markRead("c1", 10);
        bench.refuse(bench.sent(ClientFrame.Read.class), ErrorCode.RATE_LIMITED, OptionalLong.of(1_000));
        bench.arrive(new ServerFrame.Gone("c1", GoneReason.KICKED));
        bench.loop.advance(Duration.ofSeconds(5));
        assertThat(bench.allSent(ClientFrame.Read.class)).isEmpty();
    }

    @Test
    void anAnswerThatComesAfterTheConversationWentChangesNothing() {
        bench.loggedIn(unread(10, 5, 4, 1));
        bench.session.markRead("c1", 10);
        ClientFrame.Read read = bench.sent(ClientFrame.Read.class);
        bench.loop.advance(Duration.ofSeconds(1));
        bench.arrive(new ServerFrame.Gone("c1", GoneReason.KICKED));
        assertThat(bench.store.allMarkers()).isEmpty();
        int told = bench.heard(SessionEvent.ConversationChanged.class).size();
        bench.answer(read, new Answer.Marked(10, 0, 0));
        assertThat(bench.heard(SessionEvent.ConversationChanged.class)).hasSize(told);
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
    }

    @Test
    void anAnswerThatSaysNothingOfTheMarkerIsNotAskedForAgain() {
        bench.loggedIn(unread(10, 5, 4, 1));
        bench.session.markRead("c1", 10);
        bench.answer(bench.sent(ClientFrame.Read.class), new Answer.Done());
        bench.loop.advance(Duration.ofSeconds(5));
        assertThat(bench.allSent(ClientFrame.Read.class)).isEmpty();
        assertThat(bench.store.allMarkers()).isEmpty();
    }

    @Test
    void aMarkerOfAnotherHistoryIsDroppedWhereWhatIsCachedTellsSo() throws StoreException {
        MemoryCacheShelf caches = new MemoryCacheShelf();
        SessionBench.onCache(new MemoryKeepStore(), caches, Optional.empty()).loggedIn(unread(10, 5, 4, 1));
        MemoryKeepStore left = new MemoryKeepStore();
        Account ada = new Account("server-1", "Ada");
        left.keepMarker(ada, "c1", new KeepStore.Marker(9, Optional.of("an earlier epoch")));
        bench = SessionBench.onCache(left, caches, Optional.of("server-1"));
        bench.session.connect();
        bench.loop.settle();
        assertThat(left.allMarkers()).isEmpty();
        assertThat(bench.summary("c1").read()).isEqualTo(5);
        bench.logIn(unread(10, 5, 4, 1));
        assertThat(bench.allSent(ClientFrame.Read.class)).isEmpty();
    }

    @Test
    void whatIsReadBeforeTheDiskCouldBeReadOutlivesAMarkerOfAnotherHistory() throws StoreException {
        MemoryCacheShelf caches = new MemoryCacheShelf();
        SessionBench.onCache(new MemoryKeepStore(), caches, Optional.empty()).loggedIn(unread(10, 5, 4, 1));
        MemoryKeepStore left = new MemoryKeepStore();
        left.keepMarker(new Account("server-1", "Ada"), "c1", new KeepStore.Marker(9, Optional.of("an earlier epoch")));
        left.breakDown(true);
        bench = SessionBench.onCache(left, caches, Optional.of("server-1"));
        bench.session.connect();
        bench.session.markRead("c1", 7);
        bench.loop.settle();
        left.breakDown(false);
        bench.logIn(unread(10, 5, 4, 1));
        assertThat(bench.sent(ClientFrame.Read.class).seq()).isEqualTo(7);
        assertThat(left.allMarkers()).isEqualTo(Map.of("c1", 7L));
    }

    private static ConversationSummary unread(long head, long read, int unread, int mentions) {
        ConversationSummary lobby = lobby(head);
        return new ConversationSummary(
                lobby.id(), lobby.title(), lobby.members(), head, read, unread, mentions, Optional.empty());
    }

    private static Event.Message mentioning(long seq) {
        return new Event.Message(
                stamp("c1", seq, BO), "b" + seq, "@Ada", OptionalLong.empty(), List.of(ADA.id()), false);
    }
}
