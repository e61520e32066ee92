package hearth.client.session;

import static hearth.client.session.SessionBench.ADA;
import static hearth.client.session.SessionBench.AT;
import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.item;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.message;
import static hearth.client.session.SessionBench.own;
import static hearth.client.session.SessionBench.room;
import static hearth.client.session.SessionBench.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionConfig.Missed;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Progress;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineEntry;
import hearth.client.timeline.TimelineEntry.Doing;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.GoneReason;
import hearth.protocol.HistoryItem;
import hearth.protocol.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Edits, deletions and reactions in the outbox; messages are in {@link OutboxTest}. */
class WorkTest {
    private static final Target LOBBY = new Target.Conversation("c1");

    private SessionBench bench = new SessionBench();

    @Test
    void everythingInAConversationLeavesInTheOrderInWhichItWasDone() {
        bench.loggedIn(lobby(3), room("c2", "kitchen", 1));
        bench.end(new Ending.Lost(""));
        bench.session.post(LOBBY, "one", OptionalLong.empty());
        bench.session.react("c1", 2, "+1", true);
        bench.session.edit("c1", 3, "better");
        bench.session.delete("c2", 1);
        bench.session.delete("c1", 1);
        bench.session.post(LOBBY, "two", OptionalLong.empty());
        bench.loop.settle();
        bench.comeBack();
        bench.logIn(lobby(3), room("c2", "kitchen", 1));

        List<ClientFrame> first = requests();
        assertThat(first.get(1)).isEqualTo(new ClientFrame.Delete(id(first.get(1)), "c2", 1));
        bench.answer(first.get(0), posted(4));
        ClientFrame.React react = bench.sent(ClientFrame.React.class);
        bench.answer(react, applied(5));
        ClientFrame.Edit edit = bench.sent(ClientFrame.Edit.class);
        assertThat(edit).isEqualTo(new ClientFrame.Edit(edit.id(), "c1", 3, "better"));
        bench.answer(edit, applied(6));
        bench.answer(bench.sent(ClientFrame.Delete.class), applied(7));
        bench.answer(bench.sent(ClientFrame.Post.class), posted(8));
        bench.answer(first.get(1), new Answer.Applied(OptionalLong.of(2)));
        assertThat(bench.store.outboxOfAll()).isEmpty();
        assertThat(bench.session.settled().toCompletableFuture()).satisfies(settled -> {
            bench.loop.settle();
            assertThat(settled).isDone();
        });
    }

    @Test
    void whatIsDoneIsToldWithItsKindAndKeptFirst() {
        bench.loggedIn(lobby(3));
        assertThat(kept(bench.session.edit("c1", 3, "better"))).isInstanceOf(PostResult.Kept.class);
        String clientId = bench.store.outboxOfAll().getFirst().clientId();
        bench.answer(bench.sent(ClientFrame.Edit.class), applied(4));
        Work edit = new Work.Edit(3, "better");
        assertThat(bench.heard(SessionEvent.OutboxChanged.class))
                .containsExactly(
                        new SessionEvent.OutboxChanged(clientId, LOBBY, edit, OutboxState.SENDING, Optional.empty()),
                        new SessionEvent.OutboxChanged(clientId, LOBBY, edit, OutboxState.SENT, Optional.empty()));
        bench.store.breakDown(true);
        assertThat(kept(bench.session.delete("c1", 3))).isEqualTo(new PostResult.NotKept(PostResult.Why.STORE_FAILED));
        assertThat(bench.allSent(ClientFrame.Delete.class)).isEmpty();
    }

    @Test
    void allKindsSurviveARestart() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Lost(""));
        bench.session.edit("c1", 3, "better");
        bench.session.react("c1", 2, "+1", false);
        bench.session.delete("c1", 1);
        bench.loop.settle();

        bench = new SessionBench(bench.store.copy(), Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.loggedInKeepingSent(lobby(3));

        bench.answer(bench.sent(ClientFrame.Edit.class), applied(4));
        bench.answer(bench.sent(ClientFrame.React.class), new Answer.Applied(OptionalLong.empty()));
        bench.answer(bench.sent(ClientFrame.Delete.class), applied(5));
        assertThat(bench.store.outboxOfAll()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"RATE_LIMITED", "READ_ONLY", "INTERNAL", "MUTED"})
    void whatPassesIsWaitedOutWithTheOrderKept(ErrorCode code) {
        bench.loggedIn(lobby(3));
        bench.session.edit("c1", 3, "better");
        bench.session.delete("c1", 3);
        bench.refuse(bench.sent(ClientFrame.Edit.class), code, OptionalLong.of(4_000));
        bench.loop.advance(Duration.ofMillis(3_999));
        assertThat(requests()).isEmpty();
        bench.loop.advance(Duration.ofMillis(1));
        assertThat(requests()).singleElement().isInstanceOf(ClientFrame.Edit.class);
    }

    @Test
    void aFinalRefusalFailsItAndTheNextGoesOn() {
        openLobby();
        bench.session.edit("c1", 1, "better");
        bench.session.react("c1", 2, "+1", true);
        ClientFrame.Edit edit = bench.sent(ClientFrame.Edit.class);
        bench.refuse(edit, ErrorCode.FORBIDDEN, OptionalLong.empty());
        bench.answer(bench.sent(ClientFrame.React.class), applied(4));
        String clientId = bench.store.outboxOfAll().getFirst().clientId();
        assertThat(shown(1).text()).isEqualTo("better");
        assertThat(shown(1).delivery()).isEqualTo(new Delivery.Failed(ErrorCode.FORBIDDEN));
        assertThat(shown(1).awaited()).containsExactly(new Doing(clientId, new Delivery.Failed(ErrorCode.FORBIDDEN)));

        bench.session.resend(clientId);
        bench.refuse(bench.sent(ClientFrame.Edit.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
        assertThat(bench.store.outboxOfAll().getFirst().clientId()).isEqualTo(clientId);
        bench.session.discard(clientId);
        bench.loop.settle();
        assertThat(shown(1).text()).isEqualTo("text 1");
        assertThat(shown(1).delivery()).isEqualTo(new Delivery.Sent());
        assertThat(bench.store.outboxOfAll()).isEmpty();
        assertThat(bench.heard(SessionEvent.OutboxChanged.class).getLast().state())
                .isEqualTo(OutboxState.DISCARDED);
    }

    @Test
    void aRepeatedDeletionOfWhatIsNotThereIsDone() {
        bench.loggedIn(lobby(3));
        bench.session.delete("c1", 3);
        bench.sent(ClientFrame.Delete.class);
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(3));
        bench.refuse(bench.sent(ClientFrame.Delete.class), ErrorCode.UNKNOWN_MESSAGE, OptionalLong.empty());
        assertThat(states()).containsExactly(OutboxState.SENDING, OutboxState.SENT);
        assertThat(bench.store.outboxOfAll()).isEmpty();
    }

    @Test
    void aDeletionThatAnotherProcessMayHaveSentIsDoneToo() {
        MemoryKeepStore left = new MemoryKeepStore();
        put(left, "old", new Work.Delete(3));
        put(left, "older", new Work.Edit(3, "x"));
        bench = new SessionBench(left, Optional.empty(), Missed.NEWEST_PAGE);
        bench.loggedInKeepingSent(lobby(3));
        bench.refuse(bench.sent(ClientFrame.Delete.class), ErrorCode.UNKNOWN_MESSAGE, OptionalLong.empty());
        bench.refuse(bench.sent(ClientFrame.Edit.class), ErrorCode.UNKNOWN_MESSAGE, OptionalLong.empty());
        assertThat(bench.store.outboxOfAll()).extracting(OutboxEntry::clientId).containsExactly("older");
    }

    @Test
    void aFirstDeletionOfWhatIsNotThereFails() {
        bench.loggedIn(lobby(3));
        bench.session.delete("c1", 3);
        bench.refuse(bench.sent(ClientFrame.Delete.class), ErrorCode.UNKNOWN_MESSAGE, OptionalLong.empty());
        assertThat(states()).containsExactly(OutboxState.SENDING, OutboxState.FAILED);
    }

    @Test
    void oppositeTogglesThatWereNotSentCancelEachOther() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Lost(""));
        PostResult on = kept(bench.session.react("c1", 2, "+1", true));
        bench.session.react("c1", 2, "fire", true);
        bench.session.react("c1", 3, "+1", true);
        PostResult off = kept(bench.session.react("c1", 2, "+1", false));
        assertThat(off).isEqualTo(on);
        kept(bench.session.react("c1", 3, "+1", true));
        assertThat(bench.store.outboxOfAll())
                .extracting(OutboxEntry::work)
                .as("the same wish twice is not an opposite one")
                .containsExactly(
                        new Work.React(2, "fire", true), new Work.React(3, "+1", true), new Work.React(3, "+1", true));
        assertThat(states())
                .containsExactly(
                        OutboxState.SENDING,
                        OutboxState.SENDING,
                        OutboxState.SENDING,
                        OutboxState.DISCARDED,
                        OutboxState.SENDING);
    }

    @Test
    void aToggleThatMayHaveArrivedIsNotTakenBack() {
        bench.loggedIn(lobby(3));
        kept(bench.session.react("c1", 2, "+1", true));
        kept(bench.session.react("c1", 2, "+1", false));
        assertThat(bench.store.outboxOfAll()).as("the first is under way").hasSize(2);
        bench.sent(ClientFrame.React.class);
        bench.end(new Ending.Lost(""));
        kept(bench.session.react("c1", 2, "+1", true));
        assertThat(bench.store.outboxOfAll())
                .extracting(OutboxEntry::work)
                .as("the second was never sent; the first may have been")
                .containsExactly(new Work.React(2, "+1", true));
        kept(bench.session.react("c1", 2, "+1", false));
        assertThat(bench.store.outboxOfAll()).hasSize(2);
    }

    @Test
    void workOnAConversationThatIsGoneFailsWithItsReason() {
        bench.loggedIn(lobby(3), room("c2", "kitchen", 1));
        bench.session.edit("c2", 1, "better");
        bench.session.delete("c2", 1);
        bench.refuse(bench.sent(ClientFrame.Edit.class), ErrorCode.MUTED, OptionalLong.of(3_600_000));
        bench.arrive(new ServerFrame.Gone("c2", GoneReason.KICKED));
        bench.refuse(bench.sent(ClientFrame.Edit.class), ErrorCode.NOT_MEMBER, OptionalLong.empty());
        bench.refuse(bench.sent(ClientFrame.Delete.class), ErrorCode.NOT_MEMBER, OptionalLong.empty());
        assertThat(bench.heard(SessionEvent.OutboxChanged.class).stream()
                        .filter(changed -> changed.state() == OutboxState.FAILED)
                        .map(changed -> changed.reason().orElseThrow()))
                .containsExactly(ErrorCode.NOT_MEMBER, ErrorCode.NOT_MEMBER);
    }

    @Test
    void anEditThatIsTooLongIsRefusedHere() {
        bench.loggedIn(lobby(3));
        bench.session.edit("c1", 3, "x".repeat(10_001));
        bench.session.edit("c1", 3, "short");
        assertThat(bench.sent(ClientFrame.Edit.class).text()).isEqualTo("short");
        assertThat(states()).containsExactly(OutboxState.SENDING, OutboxState.FAILED, OutboxState.SENDING);
    }

    @Test
    void aReactionThatNoServerCanTakeIsRefusedHere() {
        bench.loggedIn(lobby(3));
        bench.session.react("c1", 2, "half \ud83d", true);
        bench.session.react("c1", 2, "🔥", true);
        assertThat(bench.sent(ClientFrame.React.class).emoji()).isEqualTo("🔥");
        assertThat(states()).containsExactly(OutboxState.SENDING, OutboxState.FAILED, OutboxState.SENDING);
    }

    @Test
    void anAnswerOfAnotherKindIsARefusal() {
        bench.loggedIn(lobby(3));
        bench.session.edit("c1", 3, "x");
        bench.answer(bench.sent(ClientFrame.Edit.class), posted(4));
        bench.session.post(LOBBY, "x", OptionalLong.empty());
        bench.answer(bench.sent(ClientFrame.Post.class), applied(5));
        assertThat(bench.heard(SessionEvent.OutboxChanged.class).stream()
                        .filter(changed -> changed.state() == OutboxState.FAILED)
                        .map(changed -> changed.reason().orElseThrow()))
                .containsExactly(ErrorCode.INTERNAL, ErrorCode.INTERNAL);
    }

    @Test
    void whatIsDoneShowsAtOnceAndStaysWhenTheLogSaysSo() {
        openLobby();
        bench.end(new Ending.Lost(""));
        bench.session.edit("c1", 1, "better");
        bench.session.delete("c1", 2);
        bench.session.react("c1", 3, "+1", true);
        bench.loop.settle();
        assertThat(shown(1).text()).isEqualTo("better");
        assertThat(shown(1).delivery()).isEqualTo(new Delivery.Sending());
        assertThat(shown(2).marks().deleted()).isTrue();
        assertThat(shown(3).marks().reactions())
                .containsExactly(new HistoryItem.Reaction("+1", 1, true, List.of(ADA.id())));
        bench.comeBack();
        bench.logIn(lobby(3));
        bench.answer(bench.sent(ClientFrame.Edit.class), applied(4));
        assertThat(shown(1).text()).as("confirmed, but not in the log here").isEqualTo("better");
        assertThat(shown(1).delivery()).isEqualTo(new Delivery.Sent());
        bench.happen(new Event.Edited(stamp("c1", 4, ADA), 1, "better", List.of(), false));
        bench.happen(new Event.Edited(stamp("c1", 5, ADA), 1, "best", List.of(), false));
        assertThat(shown(1).text()).as("nothing lies over the log any more").isEqualTo("best");
        ClientFrame.Delete delete = bench.sent(ClientFrame.Delete.class);
        bench.happen(new Event.Deleted(stamp("c1", 6, ADA), 2));
        assertThat(shown(2).delivery()).as("not answered yet").isEqualTo(new Delivery.Sending());
        bench.answer(delete, applied(6));
        assertThat(shown(2).delivery()).isEqualTo(new Delivery.Sent());
        assertThat(shown(2).marks().deleted()).isTrue();
    }

    @Test
    void whatAnEarlierProcessDidLiesOverTheFirstPage() {
        MemoryKeepStore left = new MemoryKeepStore();
        put(left, "old", new Work.Edit(2, "better"));
        bench = new SessionBench(left, Optional.of("server-1"), Missed.NEWEST_PAGE);
        openLobby();
        assertThat(shown(2).text()).isEqualTo("better");
        assertThat(shown(2).awaited()).containsExactly(new Doing("old", new Delivery.Sending()));
    }

    private void openLobby() {
        bench.loggedInKeepingSent(lobby(3));
        bench.session.open("c1");
        List<HistoryItem> items = List.of(
                item(own("c1", 1, "a", "text 1")), item(own("c1", 2, "b", "text 2")), item(message("c1", 3, BO, "3")));
        bench.answer(bench.sent(ClientFrame.History.class), new Answer.HistoryPage(items, 3, false, false));
        bench.link().takeSent();
    }

    private TimelineEntry.Message shown(long seq) {
        return bench.shown().entries().stream()
                .filter(entry -> entry.seq().equals(OptionalLong.of(seq)))
                .map(TimelineEntry.Message.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<OutboxState> states() {
        return bench.heard(SessionEvent.OutboxChanged.class).stream()
                .map(SessionEvent.OutboxChanged::state)
                .toList();
    }

    private List<ClientFrame> requests() {
        bench.loop.settle();
        return bench.link().takeSent().stream()
                .filter(frame -> frame instanceof ClientFrame.Post
                        || frame instanceof ClientFrame.Edit
                        || frame instanceof ClientFrame.Delete
                        || frame instanceof ClientFrame.React)
                .toList();
    }

    private static long id(ClientFrame frame) {
        return ((ClientFrame.Request) frame).id();
    }

    private PostResult kept(CompletionStage<PostResult> stage) {
        CompletableFuture<PostResult> result = stage.toCompletableFuture();
        bench.loop.settle();
        return result.join();
    }

    private static Answer.Posted posted(long seq) {
        return new Answer.Posted("c1", seq, AT, false);
    }

    private static Answer.Applied applied(long seq) {
        return new Answer.Applied(OptionalLong.of(seq));
    }

    private static void put(MemoryKeepStore store, String clientId, Work work) {
        store.add(new OutboxEntry(
                new Account("server-1", "Ada"), clientId, LOBBY, work, AT, Optional.empty(), new Progress.Waiting()));
    }
}
