package hearth.client.session;

import static hearth.client.session.SessionBench.AT;
import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.direct;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.own;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Target;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.ShownTimeline;
import hearth.client.timeline.TimelineEntry;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.HistoryItem;
import hearth.protocol.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {
    private static final Target LOBBY = new Target.Conversation("c1");

    private SessionBench bench = new SessionBench();

    @Test
    void oneMessageOfAConversationIsUnansweredAtATime() {
        bench.loggedIn(lobby(3), SessionBench.room("c2", "kitchen", 1));
        post(LOBBY, "one");
        post(LOBBY, "two");
        post(new Target.Conversation("c2"), "elsewhere");
        List<ClientFrame.Post> first = bench.allSent(ClientFrame.Post.class);
        assertThat(first).extracting(ClientFrame.Post::text).containsExactly("one", "elsewhere");
        bench.answer(first.getFirst(), posted(4));
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("two");
    }

    @Test
    void theAnswerBeforeTheEventShowsTheMessageOnce() {
        openLobby();
        post(LOBBY, "hi");
        ClientFrame.Post sent = bench.sent(ClientFrame.Post.class);
        assertThat(lines()).containsExactly("? hi Sending");
        bench.answer(sent, posted(4));
        assertThat(lines()).containsExactly("4 hi Sent");
        bench.happen(own("c1", 4, sent.clientId(), "hi"));
        assertThat(lines()).containsExactly("4 hi Sent");
        assertThat(outboxStates()).containsExactly(OutboxState.SENDING, OutboxState.SENT);
    }

    @Test
    void theEventBeforeTheAnswerShowsTheMessageOnce() {
        openLobby();
        post(LOBBY, "hi");
        ClientFrame.Post sent = bench.sent(ClientFrame.Post.class);
        bench.happen(own("c1", 4, sent.clientId(), "hi"));
        assertThat(lines()).containsExactly("4 hi Sent");
        assertThat(bench.store.outboxOfAll()).isEmpty();
        bench.answer(sent, posted(4));
        assertThat(lines()).containsExactly("4 hi Sent");
        assertThat(outboxStates()).containsExactly(OutboxState.SENDING, OutboxState.SENT);
    }

    @Test
    void theNextWaitsForTheAnswerEvenWhereTheEventCame() {
        bench.loggedIn(lobby(3));
        post(LOBBY, "one");
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        post(LOBBY, "two");
        bench.happen(own("c1", 4, one.clientId(), "one"));
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
        bench.answer(one, posted(4));
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("two");
    }

    @Test
    void aMessageWhoseEventCameIsNotSentAgain() {
        bench.loggedIn(lobby(3));
        post(LOBBY, "one");
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        bench.happen(own("c1", 4, one.clientId(), "one"));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(4));
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, RATE_LIMITED",
        "READ_ONLY, SERVER_READ_ONLY",
        "INTERNAL, SERVER_READ_ONLY",
        "MUTED, MUTED"
    })
    void whatPassesIsWaitedOutInOrderAndSaid(ErrorCode code, SessionEvent.Notice notice) {
        bench.loggedIn(lobby(3));
        post(LOBBY, "one");
        post(LOBBY, "two");
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        bench.refuse(one, code, OptionalLong.of(4_000));
        bench.loop.advance(Duration.ofMillis(3_999));
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
        bench.loop.advance(Duration.ofMillis(1));
        ClientFrame.Post again = bench.sent(ClientFrame.Post.class);
        assertThat(again.clientId()).isEqualTo(one.clientId());
        assertThat(again.id()).isGreaterThan(one.id());
        assertThat(bench.heard(SessionEvent.Noticed.class))
                .containsExactly(new SessionEvent.Noticed(notice, code.wire()));
    }

    @Test
    void withoutATimeToWaitItBacksOff() {
        bench.loggedIn(lobby(3));
        post(LOBBY, "one");
        bench.refuse(bench.sent(ClientFrame.Post.class), ErrorCode.INTERNAL, OptionalLong.empty());
        bench.loop.advance(Duration.ofMillis(99));
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
        bench.loop.advance(Duration.ofMillis(501));
        bench.sent(ClientFrame.Post.class);
    }

    @Test
    void aWaitEndsWithTheConnection() {
        bench.loggedIn(lobby(3));
        post(LOBBY, "one");
        bench.refuse(bench.sent(ClientFrame.Post.class), ErrorCode.MUTED, OptionalLong.of(3_600_000));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(3));
        bench.sent(ClientFrame.Post.class);
        bench.loop.advance(Duration.ofSeconds(5));
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
    }

    @Test
    void anyOtherRefusalIsFinalAndTheNextGoesOn() {
        openLobby();
        post(LOBBY, "one");
        post(LOBBY, "two");
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        bench.refuse(one, ErrorCode.FORBIDDEN, OptionalLong.empty());
        assertThat(lines()).containsExactly("? one Failed", "? two Sending");
        assertThat(bench.store.outboxOfAll().getFirst().failure()).contains("forbidden");
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("two");
        SessionEvent.OutboxChanged last =
                bench.heard(SessionEvent.OutboxChanged.class).getLast();
        assertThat(last.reason()).contains(ErrorCode.FORBIDDEN);
        assertThat(last.state()).isEqualTo(OutboxState.FAILED);
    }

    @Test
    void anAnswerThatIsNoneIsARefusal() {
        bench.loggedIn(lobby(3));
        post(LOBBY, "one");
        bench.answer(bench.sent(ClientFrame.Post.class), new Answer.Done());
        assertThat(bench.heard(SessionEvent.OutboxChanged.class).getLast().reason())
                .contains(ErrorCode.INTERNAL);
    }

    @Test
    void tryAgainKeepsTheClientId() {
        openLobby();
        post(LOBBY, "one");
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        bench.session.resend(one.clientId());
        assertThat(bench.allSent(ClientFrame.Post.class)).as("it is under way").isEmpty();
        bench.refuse(one, ErrorCode.FORBIDDEN, OptionalLong.empty());
        bench.session.resend(one.clientId());
        assertThat(bench.sent(ClientFrame.Post.class).clientId()).isEqualTo(one.clientId());
        assertThat(bench.store.outboxOfAll().getFirst().failure()).isEmpty();
        assertThat(lines()).containsExactly("? one Sending");
        bench.session.resend("no such");
        bench.loop.settle();
    }

    @Test
    void whatFailedOrWaitsCanBeGivenUp() {
        openLobby();
        post(LOBBY, "one");
        post(LOBBY, "two");
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        String two = bench.store.outboxOfAll().getLast().clientId();
        bench.session.discard(one.clientId());
        bench.session.discard(two);
        bench.session.discard("no such");
        bench.loop.settle();
        assertThat(lines()).as("nobody can call back what is under way").containsExactly("? one Sending");
        assertThat(bench.store.outboxOfAll()).hasSize(1);
        bench.refuse(one, ErrorCode.FORBIDDEN, OptionalLong.empty());
        bench.session.discard(one.clientId());
        bench.loop.settle();
        assertThat(lines()).isEmpty();
        assertThat(bench.store.outboxOfAll()).isEmpty();
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"half \ud83d", "\udd25 of it", "nothing\0"})
    void whatNoServerCanTakeIsRefusedHereAndTheNextIsSent(String text) {
        bench.loggedIn(lobby(3));
        post(LOBBY, text);
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
        assertThat(bench.heard(SessionEvent.OutboxChanged.class).getLast().reason())
                .contains(ErrorCode.BAD_FRAME);
        post(new Target.Person(text), "hi");
        assertThat(bench.heard(SessionEvent.OutboxChanged.class).getLast().reason())
                .contains(ErrorCode.UNKNOWN_USER);
        post(LOBBY, "whole 🔥");
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("whole 🔥");
    }

    @Test
    void aTextThatIsTooLongIsRefusedHere() {
        bench.loggedIn(lobby(3));
        post(LOBBY, "🔥".repeat(10_000));
        bench.answer(bench.sent(ClientFrame.Post.class), posted(4));
        post(LOBBY, "x".repeat(10_001));
        assertThat(bench.heard(SessionEvent.OutboxChanged.class).getLast().reason())
                .contains(ErrorCode.TOO_LONG);
        post(LOBBY, "short");
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("short");
    }

    @Test
    void aMessageToAPersonOpensTheConversationFirst() {
        bench.loggedIn(lobby(3));
        Target bo = new Target.Person("Bo");
        post(bo, "one");
        post(bo, "two");
        ClientFrame.OpenDirect open = bench.sent(ClientFrame.OpenDirect.class);
        assertThat(open.with()).isEqualTo(new ClientFrame.UserKey.ByName("Bo"));
        bench.answer(open, new Answer.Entered(direct("d1", BO, 0)));
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        assertThat(one.conversation()).isEqualTo("d1");
        assertThat(outboxStates()).as("each is told once").containsExactly(OutboxState.SENDING, OutboxState.SENDING);
        assertThat(bench.store.outboxOfAll())
                .extracting(OutboxEntry::target)
                .containsOnly(new Target.Conversation("d1"));
        bench.answer(one, new Answer.Posted("d1", 1, AT, false));
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("two");
        post(new Target.Person("bo"), "three");
        assertThat(bench.store.outboxOfAll().getLast().target()).isEqualTo(new Target.Conversation("d1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"UNKNOWN_USER", "RATE_LIMITED"})
    void aLateRefusalToOpenWhatIsOpenByNowFailsNothing(ErrorCode code) {
        bench.loggedIn(lobby(3));
        post(new Target.Person("Bo"), "one");
        ClientFrame.OpenDirect open = bench.sent(ClientFrame.OpenDirect.class);
        bench.arrive(new ServerFrame.Gained(direct("d1", BO, 0), false));
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        bench.refuse(open, code, OptionalLong.of(50));
        assertThat(outboxStates()).containsExactly(OutboxState.SENDING);
        assertThat(bench.heard(SessionEvent.Noticed.class)).isEmpty();
        bench.answer(one, new Answer.Posted("d1", 1, AT, false));
        assertThat(outboxStates()).containsExactly(OutboxState.SENDING, OutboxState.SENT);
    }

    @Test
    void aPersonWhoIsUnknownFailsTheMessages() {
        bench.loggedIn(lobby(3));
        post(new Target.Person("Nobody"), "one");
        post(new Target.Person("Nobody"), "two");
        bench.refuse(bench.sent(ClientFrame.OpenDirect.class), ErrorCode.UNKNOWN_USER, OptionalLong.empty());
        bench.refuse(bench.sent(ClientFrame.OpenDirect.class), ErrorCode.UNKNOWN_USER, OptionalLong.empty());
        assertThat(outboxStates())
                .containsExactly(OutboxState.SENDING, OutboxState.SENDING, OutboxState.FAILED, OutboxState.FAILED);
        assertThat(bench.allSent(ClientFrame.OpenDirect.class)).isEmpty();
    }

    @Test
    void theOutboxIsBounded() {
        bench.loggedIn(lobby(3));
        for (int i = 0; i < 10_000; i++) {
            bench.session.post(LOBBY, "x", OptionalLong.empty());
        }
        bench.loop.settle();
        assertThat(post(LOBBY, "x")).isEqualTo(new PostResult.NotKept(PostResult.Why.OUTBOX_FULL));
    }

    @Test
    void settledMeansThatNothingIsUnconfirmed() {
        CompletableFuture<Void> beforeLogin = bench.session.settled().toCompletableFuture();
        bench.loop.settle();
        assertThat(beforeLogin).as("nobody knows yet what is unsent").isNotDone();
        bench.loggedIn(lobby(3));
        assertThat(beforeLogin).isDone();
        post(LOBBY, "one");
        post(LOBBY, "two");
        CompletableFuture<Void> settled = bench.session.settled().toCompletableFuture();
        bench.answer(bench.sent(ClientFrame.Post.class), posted(4));
        assertThat(settled).isNotDone();
        bench.refuse(bench.sent(ClientFrame.Post.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
        assertThat(settled).isDone();
    }

    @Test
    void whatWaitsForAServerIsGivenBackAtTheEnd() {
        CompletableFuture<PostResult> early =
                bench.session.post(LOBBY, "early", OptionalLong.empty()).toCompletableFuture();
        bench.session.shutDown();
        bench.loop.settle();
        assertThat(early).isCompletedWithValue(new PostResult.NotKept(PostResult.Why.SHUT_DOWN));
    }

    @Test
    void anOpenTimelineShowsWhatIsUnsent() {
        bench.loggedIn(lobby(3));
        post(LOBBY, "one");
        post(new Target.Person("Bo"), "elsewhere");
        bench.session.open("c1");
        bench.loop.settle();
        assertThat(lines()).containsExactly("? one Sending");
    }

    private void openLobby() {
        bench.loggedIn(lobby(3));
        bench.session.open("c1");
        ClientFrame.History history = bench.sent(ClientFrame.History.class);
        bench.answer(history, new Answer.HistoryPage(List.<HistoryItem>of(), 3, false, false));
        bench.link().takeSent();
    }

    private PostResult post(Target target, String text) {
        CompletableFuture<PostResult> result =
                bench.session.post(target, text, OptionalLong.empty()).toCompletableFuture();
        bench.loop.settle();
        return result.join();
    }

    private List<String> lines() {
        ShownTimeline shown = new ShownTimeline();
        bench.heard(SessionEvent.TimelineChanged.class).forEach(event -> shown.apply(event.change()));
        return shown.entries().stream()
                .map(TimelineEntry.Message.class::cast)
                .map(message -> (message.seq().isPresent() ? message.seq().getAsLong() : "?") + " " + message.text()
                        + " " + name(message.delivery()))
                .toList();
    }

    private List<OutboxState> outboxStates() {
        return bench.heard(SessionEvent.OutboxChanged.class).stream()
                .map(SessionEvent.OutboxChanged::state)
                .toList();
    }

    private static String name(Delivery delivery) {
        return delivery.getClass().getSimpleName();
    }

    private static Answer.Posted posted(long seq) {
        return new Answer.Posted("c1", seq, AT, false);
    }
}
