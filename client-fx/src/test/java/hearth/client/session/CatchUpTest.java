package hearth.client.session;

import static hearth.client.session.SessionBench.ADA;
import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.item;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.message;
import static hearth.client.session.SessionBench.room;
import static hearth.client.session.SessionBench.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionConfig.Missed;
import hearth.client.timeline.ShownTimeline;
import hearth.client.timeline.TimelineEntry;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.ClientFrame;
import hearth.protocol.ClientFrame.Place;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.FrameCodec;
import hearth.protocol.GoneReason;
import hearth.protocol.HistoryItem;
import hearth.protocol.Limits;
import hearth.protocol.ServerFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    private SessionBench bench = new SessionBench();

    @Test
    void aFirstLoginBeginsAtTheHead() {
        bench.loggedInKeepingSent(lobby(300));
        assertThat(bench.allSent(ClientFrame.Sync.class)).isEmpty();
        bench.happen(message("c1", 300, BO, "old"));
        bench.happen(message("c1", 301, BO, "new"));
        assertThat(bench.applied()).containsExactly(301L);
    }

    @Test
    void aLaterLoginFetchesWhatWasMissed() {
        comeBackTo(lobby(6));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Syncing());
        ClientFrame.Sync sync = bench.sent(ClientFrame.Sync.class);
        assertThat(sync.conversations()).isEqualTo(Map.of("c1", 3L));
        bench.answer(sync, recovered(6, 4, 5));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Syncing());
        ClientFrame.Sync rest = bench.sent(ClientFrame.Sync.class);
        assertThat(rest.conversations()).isEqualTo(Map.of("c1", 5L));
        bench.answer(rest, recovered(6, 6));
        assertThat(bench.applied()).containsExactly(4L, 5L, 6L);
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
    }

    @Test
    void eventsThatArriveMeanwhileAreAppliedInTheirTurn() {
        comeBackTo(lobby(5));
        ClientFrame.Sync sync = bench.sent(ClientFrame.Sync.class);
        bench.happen(message("c1", 6, BO, "live"));
        assertThat(bench.allSent(ClientFrame.Sync.class)).as("one at a time").isEmpty();
        bench.answer(sync, recovered(6, 4, 5, 6));
        bench.happen(message("c1", 7, BO, "live"));
        assertThat(bench.applied()).containsExactly(4L, 5L, 6L, 7L);
    }

    @Test
    void aConversationThatWasLeftOutIsAskedForAgain() {
        comeBackTo(new String[] {"c2"}, lobby(4), room("c2", "kitchen", 5));
        ClientFrame.Sync both = bench.sent(ClientFrame.Sync.class);
        assertThat(both.conversations()).containsOnlyKeys("c1", "c2");
        bench.answer(both, recovered(4, 4));
        assertThat(bench.sent(ClientFrame.Sync.class).conversations()).containsOnlyKeys("c2");
    }

    @Test
    void thousandsOfConversationsAreAskedForInRequestsThatFitIntoAFrame() {
        ConversationSummary[] before = rooms(2_000, 1);
        bench.loggedIn(before);
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.recognise();
        bench.arrive(
                SessionBench.welcome(new Limits(4_096, 262_144, 10_000, 100, 32, Optional.empty()), rooms(2_000, 2)));
        Map<String, Long> asked = new HashMap<>();
        while (bench.state() instanceof ConnectionState.Syncing) {
            ClientFrame.Sync sync = bench.sent(ClientFrame.Sync.class);
            assertThat(new FrameCodec().encode(sync).length()).isLessThanOrEqualTo(4_096);
            asked.putAll(sync.conversations());
            Map<String, SyncResult> results = new HashMap<>();
            sync.conversations()
                    .keySet()
                    .forEach(id -> results.put(id, new SyncResult.Recovered(List.of(message(id, 2, BO, "missed")), 2)));
            bench.answer(sync, new Answer.Synced(results));
        }
        assertThat(asked).hasSize(2_000);
        assertThat(bench.applied()).hasSize(2_000);
    }

    @Test
    void afterBeingTooSlowOneConversationIsAskedForAtATime() {
        bench.loggedIn(lobby(3), room("c2", "kitchen", 1));
        bench.end(new Ending.Closed(4009, ""));
        bench.comeBack();
        bench.logIn(lobby(4), room("c2", "kitchen", 5));
        assertThat(bench.sent(ClientFrame.Sync.class).conversations()).containsOnlyKeys("c1");
    }

    @Test
    void anAnswerWithoutProgressIsNotAskedForInATightLoop() {
        comeBackTo(lobby(5));
        bench.answer(bench.sent(ClientFrame.Sync.class), recovered(5));
        assertThat(bench.allSent(ClientFrame.Sync.class)).isEmpty();
        bench.loop.advance(Duration.ofSeconds(1));
        bench.answer(bench.sent(ClientFrame.Sync.class), recovered(5, 4, 5));
        assertThat(bench.applied()).containsExactly(4L, 5L);
    }

    @Test
    void anAnswerThatIsNoneIsAskedForLater() {
        comeBackTo(lobby(5));
        bench.answer(bench.sent(ClientFrame.Sync.class), new Answer.Done());
        bench.loop.advance(Duration.ofSeconds(1));
        bench.sent(ClientFrame.Sync.class);
    }

    @Test
    void aWaitForProgressEndsWithTheConnection() {
        comeBackTo(lobby(5));
        bench.answer(bench.sent(ClientFrame.Sync.class), recovered(5));
        bench.end(new Ending.Lost(""));
        bench.loop.advance(Duration.ofSeconds(1));
        bench.comeBack();
        bench.logIn(lobby(5));
        bench.sent(ClientFrame.Sync.class);
    }

    @Test
    void aServerThatIsBusyIsAskedAgainLater() {
        comeBackTo(lobby(5));
        bench.refuse(bench.sent(ClientFrame.Sync.class), ErrorCode.RATE_LIMITED, OptionalLong.of(3_000));
        assertThat(bench.allSent(ClientFrame.Sync.class)).isEmpty();
        bench.loop.advance(Duration.ofSeconds(3));
        bench.answer(bench.sent(ClientFrame.Sync.class), recovered(5, 4, 5));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
    }

    @Test
    void aConversationThatIsNoLongerOursIsDropped() {
        bench.loggedIn(lobby(3), room("c2", "kitchen", 1), room("c3", "attic", 1));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(3));
        ClientFrame.Sync sync = bench.sent(ClientFrame.Sync.class);
        assertThat(sync.conversations()).isEqualTo(Map.of("c2", 1L, "c3", 1L));
        bench.answer(
                sync,
                new Answer.Synced(Map.of(
                        "c2", new SyncResult.Lost(ErrorCode.NOT_MEMBER),
                        "c3", new SyncResult.Lost(ErrorCode.UNKNOWN_CONVERSATION))));
        assertThat(bench.heard(SessionEvent.ConversationRemoved.class))
                .containsExactlyInAnyOrder(
                        new SessionEvent.ConversationRemoved("c2", GoneReason.LEFT),
                        new SessionEvent.ConversationRemoved("c3", GoneReason.DELETED));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        assertThat(bench.allSent(ClientFrame.Sync.class)).isEmpty();
    }

    @Test
    void aConversationThatWasNotNamedMayStillBeOurs() {
        bench.loggedIn(lobby(3), room("c2", "kitchen", 1));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(3));
        bench.answer(
                bench.sent(ClientFrame.Sync.class),
                new Answer.Synced(Map.of("c2", new SyncResult.Recovered(List.of(), 1))));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        bench.happen(message("c2", 2, BO, "hi"));
        assertThat(bench.applied()).containsExactly(2L);
    }

    @Test
    void aConversationThatGoesWhileItIsFetchedEndsTheFetching() {
        comeBackTo(new String[] {"c2"}, lobby(3), room("c2", "kitchen", 5));
        ClientFrame.Sync sync = bench.sent(ClientFrame.Sync.class);
        bench.arrive(new ServerFrame.Gone("c2", GoneReason.KICKED));
        bench.answer(sync, new Answer.Synced(Map.of("c2", new SyncResult.Reload(5))));
        assertThat(bench.heard(SessionEvent.ConversationRemoved.class))
                .containsExactly(new SessionEvent.ConversationRemoved("c2", GoneReason.KICKED));
        bench.loop.advance(Duration.ofSeconds(1));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
    }

    @Test
    void eventsOfAConversationThatIsNotOursAreIgnored() {
        bench.loggedIn(lobby(3));
        bench.happen(message("c9", 1, BO, "secret"));
        assertThat(bench.applied()).isEmpty();
    }

    @Test
    void whatCannotBeCaughtUpWithIsLoadedByItsNewestPage() {
        comeBackTo(lobby(1_000));
        bench.answer(bench.sent(ClientFrame.Sync.class), reload(1_000));
        ClientFrame.History history = bench.sent(ClientFrame.History.class);
        assertThat(history.place()).isEqualTo(new Place.Latest());
        bench.happen(message("c1", 1_001, BO, "live"));
        bench.happen(message("c1", 1_002, BO, "live"));
        bench.answer(history, page(1_001, true, false, item(999), item(1_001)));
        assertThat(bench.applied()).containsExactly(999L, 1_001L, 1_002L);
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        bench.happen(message("c1", 1_003, BO, "live"));
        assertThat(bench.applied()).endsWith(1_003L);
    }

    @Test
    void aTranscriptLoadsEveryPage() {
        bench = new SessionBench(new MemoryKeepStore(), Optional.empty(), Missed.EVERYTHING);
        comeBackTo(lobby(1_000));
        bench.answer(bench.sent(ClientFrame.Sync.class), reload(1_000));
        ClientFrame.History first = bench.sent(ClientFrame.History.class);
        assertThat(first.place()).isEqualTo(new Place.After(3));
        bench.answer(first, page(1_000, true, true, item(4), item(7)));
        ClientFrame.History second = bench.sent(ClientFrame.History.class);
        assertThat(second.place()).isEqualTo(new Place.After(7));
        bench.happen(new Event.Edited(stamp("c1", 1_001, BO), 4, "edited", List.of(), false));
        bench.happen(new Event.Edited(stamp("c1", 1_002, BO), 1_000, "edited", List.of(), false));
        bench.happen(new Event.Reacted(stamp("c1", 1_003, BO), 2, "+1", true));
        bench.happen(new Event.Joined(stamp("c1", 1_004, BO), BO, Optional.empty()));
        HistoryItem newest =
                new HistoryItem(message("c1", 1_000, BO, "edited"), true, List.of(), OptionalLong.of(1_002));
        bench.answer(second, page(1_004, true, false, newest, joined(1_004)));
        assertThat(bench.applied())
                .as("the edit of 1000 is in its page; that of 4 came after its page was read")
                .containsExactly(4L, 7L, 1_000L, 1_004L, 1_001L, 1_003L);
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
    }

    @Test
    void anEmptyPageEndsTheLoading() {
        bench = new SessionBench(new MemoryKeepStore(), Optional.empty(), Missed.EVERYTHING);
        comeBackTo(lobby(1_000));
        bench.answer(bench.sent(ClientFrame.Sync.class), reload(1_000));
        bench.answer(bench.sent(ClientFrame.History.class), page(1_000, true, true));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        bench.happen(message("c1", 1_001, BO, "live"));
        assertThat(bench.applied()).containsExactly(1_001L);
    }

    @Test
    void aConversationAheadOfTheServerIsLoadedAnew() {
        bench.loggedIn(lobby(50));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(40));
        ClientFrame.Sync sync = bench.sent(ClientFrame.Sync.class);
        assertThat(sync.conversations()).isEqualTo(Map.of("c1", 50L));
        bench.answer(sync, reload(40));
        bench.answer(bench.sent(ClientFrame.History.class), page(40, true, false, item(40)));
        bench.happen(message("c1", 41, BO, "live"));
        assertThat(bench.applied()).containsExactly(41L);
    }

    @Test
    void whatCanNeitherBeCaughtUpNorLoadedGoesOnFromItsHead() {
        comeBackTo(lobby(10));
        bench.refuse(bench.sent(ClientFrame.Sync.class), ErrorCode.UNSUPPORTED, OptionalLong.empty());
        bench.refuse(bench.sent(ClientFrame.History.class), ErrorCode.UNSUPPORTED, OptionalLong.empty());
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        bench.happen(message("c1", 11, BO, "live"));
        assertThat(bench.applied()).containsExactly(11L);
    }

    @Test
    void aLoadThatIsCutBeginsAgainAfterTheNextLogin() {
        comeBackTo(lobby(1_000));
        bench.answer(bench.sent(ClientFrame.Sync.class), reload(1_000));
        bench.sent(ClientFrame.History.class);
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(1_000));
        assertThat(bench.sent(ClientFrame.Sync.class).conversations()).isEqualTo(Map.of("c1", 3L));
    }

    @Test
    void onlySoMuchIsKeptDuringALoadAndTheRestIsFetched() {
        comeBackTo(lobby(1_000));
        bench.answer(bench.sent(ClientFrame.Sync.class), reload(1_000));
        ClientFrame.History history = bench.sent(ClientFrame.History.class);
        for (int i = 1; i <= 1_100; i++) {
            bench.happen(message("c1", 1_000 + i, BO, "live"));
        }
        bench.answer(history, page(1_000, true, false, item(1_000)));
        assertThat(bench.applied()).hasSize(1_001).endsWith(2_000L);
        assertThat(bench.sent(ClientFrame.Sync.class).conversations()).isEqualTo(Map.of("c1", 2_000L));
    }

    @Test
    void anOpenTimelineIsResetToTheNewestPage() {
        bench.loggedIn(lobby(3));
        bench.session.open("c1");
        bench.answer(bench.sent(ClientFrame.History.class), page(3, false, false, item(1), item(2), item(3)));
        bench.answer(bench.sent(ClientFrame.Members.class), new Answer.MembersPage(List.of(), false));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(1_000));
        bench.answer(bench.sent(ClientFrame.Sync.class), reload(1_000));
        ClientFrame.History history = bench.sent(ClientFrame.History.class);
        bench.happen(new Event.Deleted(stamp("c1", 1_001, BO), 999));
        bench.answer(history, page(1_000, true, false, item(999), item(1_000)));
        ShownTimeline shown = bench.shown();
        assertThat(shown.entries())
                .extracting(TimelineEntry::seq)
                .containsExactly(OptionalLong.of(999), OptionalLong.of(1_000));
        assertThat(((TimelineEntry.Message) shown.entries().getFirst()).marks().deleted())
                .isTrue();
        assertThat(shown.hasOlder()).isTrue();
        assertThat(bench.allSent(ClientFrame.Members.class))
                .as("who is there may be others")
                .hasSize(1);
    }

    @Test
    void anOpenTimelineOfATranscriptIsLoadedByItself() {
        bench = new SessionBench(new MemoryKeepStore(), Optional.empty(), Missed.EVERYTHING);
        bench.loggedIn(lobby(3));
        bench.session.open("c1");
        bench.answer(bench.sent(ClientFrame.History.class), page(3, false, false, item(3)));
        bench.answer(bench.sent(ClientFrame.Members.class), new Answer.MembersPage(List.of(), false));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(1_000));
        bench.answer(bench.sent(ClientFrame.Sync.class), reload(1_000));
        bench.answer(bench.sent(ClientFrame.History.class), page(1_000, true, false, item(1_000)));
        ClientFrame.History newest = bench.sent(ClientFrame.History.class);
        assertThat(newest.place()).isEqualTo(new Place.Latest());
    }

    private static ConversationSummary[] rooms(int count, long head) {
        return IntStream.range(0, count)
                .mapToObj(i -> room("a-rather-long-id-" + i, "room " + i, head))
                .toArray(ConversationSummary[]::new);
    }

    private void comeBackTo(ConversationSummary lobby) {
        comeBackTo(new String[0], lobby);
    }

    /** Logs in with the lobby at 3 and these rooms at 1, loses the connection, and logs in to these summaries. */
    private void comeBackTo(String[] rooms, ConversationSummary... later) {
        List<ConversationSummary> before = new ArrayList<>(List.of(lobby(3)));
        for (String id : rooms) {
            before.add(room(id, "room " + id, 1));
        }
        bench.loggedIn(before.toArray(ConversationSummary[]::new));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(later);
    }

    private static Answer.Synced recovered(long head, long... seqs) {
        List<Event> events = new ArrayList<>();
        for (long seq : seqs) {
            events.add(message("c1", seq, BO, "missed"));
        }
        return new Answer.Synced(Map.of("c1", new SyncResult.Recovered(events, head)));
    }

    private static Answer.Synced reload(long head) {
        return new Answer.Synced(Map.of("c1", new SyncResult.Reload(head)));
    }

    private static Answer.HistoryPage page(long asOf, boolean more, boolean moreAfter, HistoryItem... items) {
        return new Answer.HistoryPage(List.of(items), asOf, more, moreAfter);
    }

    private static HistoryItem joined(long seq) {
        return new HistoryItem(
                new Event.Joined(stamp("c1", seq, ADA), ADA, Optional.empty()), false, List.of(), OptionalLong.empty());
    }
}
