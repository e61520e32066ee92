package hearth.client.session;

import static hearth.client.session.SessionBench.AT;
import static hearth.client.session.SessionBench.lobby;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionConfig.Missed;
import hearth.client.session.SessionEvent.Notice;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Progress;
import hearth.client.store.Target;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineEntry;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Messages on a server that takes one that is sent twice for two. */
class UnconfirmedTest {
    private static final Target LOBBY = new Target.Conversation("c1");

    private SessionBench bench = SessionBench.withoutAcknowledgements(new MemoryKeepStore(), Optional.of("server-1"));

    @Test
    void aMessageWhoseAnswerWasCutOffIsUnconfirmedAndNeverSentAgainByItself() {
        bench.loggedIn(lobby(3));
        post("perhaps");
        String clientId = bench.sent(ClientFrame.Post.class).clientId();
        bench.end(new Ending.Lost("cut"));
        assertThat(states()).containsExactly(OutboxState.SENDING, OutboxState.UNCONFIRMED);
        for (int i = 0; i < 3; i++) {
            comeBack();
            assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
            bench.end(new Ending.Lost("cut"));
        }
        assertThat(bench.store.outboxOfAll()).singleElement().satisfies(kept -> {
            assertThat(kept.clientId()).isEqualTo(clientId);
            assertThat(kept.progress()).isEqualTo(new Progress.Unconfirmed());
        });
        assertThat(states()).hasSize(2);
    }

    @Test
    void whatComesAfterItGoesOn() {
        bench.loggedIn(lobby(3));
        post("perhaps");
        post("next");
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("perhaps");
        bench.end(new Ending.Lost("cut"));
        comeBack();
        ClientFrame.Post next = bench.sent(ClientFrame.Post.class);
        assertThat(next.text()).isEqualTo("next");
        bench.answer(next, posted(4));
        assertThat(bench.store.outboxOfAll()).hasSize(1);
    }

    @Test
    void theDiskKnowsThatItIsTriedBeforeItIsSent() {
        bench.loggedIn(lobby(3));
        int before = bench.store.writes().size();
        post("precious");
        bench.sent(ClientFrame.Post.class);
        List<MemoryKeepStore> disks = bench.store.writes();
        assertThat(disks).hasSize(before + 2);

        SessionBench beforeSending = SessionBench.withoutAcknowledgements(disks.get(before), Optional.of("server-1"));
        beforeSending.loggedInKeepingSent(lobby(3));
        assertThat(beforeSending.sent(ClientFrame.Post.class).text()).isEqualTo("precious");

        SessionBench afterSending =
                SessionBench.withoutAcknowledgements(disks.get(before + 1), Optional.of("server-1"));
        afterSending.loggedInKeepingSent(lobby(3));
        assertThat(afterSending.allSent(ClientFrame.Post.class)).isEmpty();
        assertThat(states(afterSending)).containsExactly(OutboxState.UNCONFIRMED);
    }

    @Test
    void whatTheDiskCannotTakeIsNotSentUntilItCan() {
        bench.loggedIn(lobby(3));
        post("one");
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        post("two");
        bench.store.fillUp(true);
        bench.answer(one, posted(4));
        bench.loop.advance(Duration.ofSeconds(2));
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
        assertThat(bench.notices()).contains(Notice.STORE_FAILED);
        assertThat(states()).containsExactly(OutboxState.SENDING, OutboxState.SENDING, OutboxState.SENT);
        bench.store.fillUp(false);
        bench.loop.advance(Duration.ofSeconds(8));
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("two");
    }

    @Test
    void whatIsDoneToAMessageMayBeSentTwice() {
        bench.loggedIn(lobby(3));
        bench.session.edit("c1", 3, "better");
        ClientFrame.Edit edit = bench.sent(ClientFrame.Edit.class);
        bench.end(new Ending.Lost("cut"));
        comeBack();
        assertThat(bench.sent(ClientFrame.Edit.class).text()).isEqualTo(edit.text());
        assertThat(states()).containsExactly(OutboxState.SENDING);
    }

    @Test
    void anAnswerTakesItOut() {
        bench.loggedIn(lobby(3));
        post("hi");
        bench.answer(bench.sent(ClientFrame.Post.class), posted(4));
        assertThat(states()).containsExactly(OutboxState.SENDING, OutboxState.SENT);
        assertThat(bench.store.outboxOfAll()).isEmpty();
    }

    @Test
    void aRefusalIsNoDoubt() {
        bench.loggedIn(lobby(3));
        post("hi");
        bench.refuse(bench.sent(ClientFrame.Post.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
        assertThat(bench.store.outboxOfAll())
                .extracting(OutboxEntry::progress)
                .containsExactly(new Progress.Failed("forbidden"));
    }

    @Test
    void aPassingRefusalLetsItWaitOnDiskToo() {
        bench.loggedIn(lobby(3));
        post("hi");
        bench.refuse(bench.sent(ClientFrame.Post.class), ErrorCode.RATE_LIMITED, OptionalLong.of(5_000));
        assertThat(bench.store.outboxOfAll()).extracting(OutboxEntry::progress).containsExactly(new Progress.Waiting());
        bench.loop.advance(Duration.ofSeconds(6));
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("hi");
    }

    @Test
    void whatWaitedBehindASuspectAndWasNeverSentWaitsOn() {
        bench.loggedIn(lobby(3), SessionBench.room("c2", "kitchen", 3));
        post("a");
        post("b", new Target.Conversation("c2"));
        post("a2");
        post("b2", new Target.Conversation("c2"));
        assertThat(bench.allSent(ClientFrame.Post.class)).hasSize(2);
        bench.end(new Ending.Closed(4000, "which of the two it was nobody says"));
        bench.comeBack();
        bench.logIn(lobby(3), SessionBench.room("c2", "kitchen", 3));
        assertThat(bench.sent(ClientFrame.Post.class).text())
                .as("one by one from now on")
                .isEqualTo("a2");
        bench.end(new Ending.Lost("cut"));
        assertThat(bench.store.outboxOfAll())
                .extracting(OutboxEntry::progress)
                .containsExactly(
                        new Progress.Unconfirmed(),
                        new Progress.Unconfirmed(),
                        new Progress.Unconfirmed(),
                        new Progress.Waiting());
        bench.comeBack();
        bench.logIn(lobby(3), SessionBench.room("c2", "kitchen", 3));
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("b2");
    }

    @Test
    void sentAgainItIsAnotherMessage() {
        String old = unconfirmed("perhaps");
        bench.session.resend(old);
        ClientFrame.Post again = bench.sent(ClientFrame.Post.class);
        assertThat(again.text()).isEqualTo("perhaps");
        assertThat(again.clientId()).isNotEqualTo(old);
        assertThat(states())
                .containsExactly(
                        OutboxState.SENDING, OutboxState.UNCONFIRMED, OutboxState.SENDING, OutboxState.DISCARDED);
        bench.answer(again, posted(4));
        assertThat(bench.store.outboxOfAll()).isEmpty();
    }

    @Test
    void whatCannotBeKeptAnewStaysUnconfirmed() {
        String old = unconfirmed("perhaps");
        bench.store.fillUp(true);
        bench.session.resend(old);
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
        assertThat(bench.store.outboxOfAll()).extracting(OutboxEntry::clientId).containsExactly(old);
        assertThat(states()).endsWith(OutboxState.UNCONFIRMED);
    }

    @Test
    void dismissedItIsGone() {
        String old = unconfirmed("perhaps");
        bench.session.discard(old);
        bench.loop.settle();
        assertThat(bench.store.outboxOfAll()).isEmpty();
        assertThat(states()).endsWith(OutboxState.DISCARDED);
    }

    @Test
    void itDoesNotHoldUpWhoWaitsForTheRest() {
        bench.loggedIn(lobby(3));
        post("perhaps");
        CompletableFuture<Void> settled = bench.session.settled().toCompletableFuture();
        bench.loop.settle();
        assertThat(settled).isNotDone();
        bench.end(new Ending.Lost("cut"));
        assertThat(settled).isDone();
    }

    @Test
    void whereItTurnsUpInTheLogItIsSent() {
        String old = unconfirmed("perhaps");
        bench.happen(SessionBench.own("c1", 4, old, "perhaps"));
        assertThat(states()).endsWith(OutboxState.SENT);
        assertThat(bench.store.outboxOfAll()).isEmpty();
    }

    @Test
    void theServersSideHearsWhatIsUnconfirmed() {
        String old = unconfirmed("perhaps");
        assertThat(bench.link().recalled())
                .singleElement()
                .satisfies(known -> assertThat(known.unconfirmed())
                        .singleElement()
                        .satisfies(said -> {
                            assertThat(said.clientId()).isEqualTo(old);
                            assertThat(said.text()).isEqualTo("perhaps");
                        }));
    }

    @Test
    void theTimelineMarksIt() {
        bench.loggedIn(lobby(3));
        bench.session.open("c1");
        bench.answer(bench.sent(ClientFrame.History.class), new Answer.HistoryPage(List.of(), 3, false, false));
        post("perhaps");
        bench.end(new Ending.Lost("cut"));
        TimelineEntry.Message shown =
                (TimelineEntry.Message) bench.shown().entries().getLast();
        assertThat(shown.delivery()).isEqualTo(new Delivery.Unconfirmed());
    }

    @Test
    void observersThatComeLaterHearOfIt() {
        unconfirmed("perhaps");
        bench.heard.clear();
        bench.session.observe(bench.heard::add);
        assertThat(states()).containsExactly(OutboxState.UNCONFIRMED);
    }

    @Test
    void whereOneCountsOnceNothingMoreIsWritten() {
        bench = new SessionBench(new MemoryKeepStore(), Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.loggedIn(lobby(3));
        int before = bench.store.writes().size();
        post("hi");
        bench.end(new Ending.Lost("cut"));
        assertThat(bench.store.writes()).hasSize(before + 1);
        comeBack();
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("hi");
        assertThat(states()).containsExactly(OutboxState.SENDING);
    }

    /** One that was cut off, on a connection that is there again; gives its client id. */
    private String unconfirmed(String text) {
        bench.loggedIn(lobby(3));
        post(text);
        String clientId = bench.sent(ClientFrame.Post.class).clientId();
        bench.end(new Ending.Lost("cut"));
        comeBack();
        bench.link().takeSent();
        return clientId;
    }

    private void comeBack() {
        bench.comeBack();
        bench.logIn(lobby(3));
    }

    private void post(String text) {
        post(text, LOBBY);
    }

    private void post(String text, Target target) {
        bench.session.post(target, text, OptionalLong.empty());
        bench.loop.settle();
    }

    private List<OutboxState> states() {
        return states(bench);
    }

    private static List<OutboxState> states(SessionBench bench) {
        return bench.heard(SessionEvent.OutboxChanged.class).stream()
                .map(SessionEvent.OutboxChanged::state)
                .toList();
    }

    private static Answer.Posted posted(long seq) {
        return new Answer.Posted("c1", seq, AT, false);
    }
}
