package hearth.client.session;

import static hearth.client.session.SessionBench.AT;
import static hearth.client.session.SessionBench.lobby;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionConfig.Missed;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Progress;
import hearth.client.store.StoreException;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxOnDiskTest {
    private static final Target LOBBY = new Target.Conversation("c1");
    private static final Work TEXT = new Work.Post("text", OptionalLong.empty());
    private static final Account ADA = new Account("server-1", "Ada");

    private SessionBench bench = new SessionBench();

    @Test
    void aMessageIsOnDiskBeforeAnybodyHearsOfIt() {
        bench.loggedIn(lobby(3));
        List<Integer> onDisk = new ArrayList<>();
        bench.session.observe(event -> {
            if (event instanceof SessionEvent.OutboxChanged) {
                onDisk.add(bench.store.outboxOfAll().size());
            }
        });
        PostResult result = post(LOBBY, "hi");
        assertThat(onDisk).containsExactly(1);
        assertThat(result)
                .isEqualTo(
                        new PostResult.Kept(bench.store.outboxOfAll().getFirst().clientId()));
        assertThat(bench.store.outboxOfAll().getFirst().account()).isEqualTo(ADA);
    }

    @Test
    void whatAnEarlierProcessLeftIsSentAfterTheLogin() {
        MemoryKeepStore left = new MemoryKeepStore();
        put(left, "old-1", LOBBY, new Progress.Waiting());
        put(left, "old-2", LOBBY, new Progress.Failed("forbidden"));
        put(left, "old-3", LOBBY, new Progress.Failed("unheard-of"));
        bench = new SessionBench(left, Optional.empty(), Missed.NEWEST_PAGE);
        bench.loggedInKeepingSent(lobby(3));
        assertThat(bench.sent(ClientFrame.Post.class).clientId()).isEqualTo("old-1");
        assertThat(bench.heard(SessionEvent.OutboxChanged.class))
                .containsExactly(
                        new SessionEvent.OutboxChanged("old-1", LOBBY, TEXT, OutboxState.SENDING, Optional.empty()),
                        new SessionEvent.OutboxChanged(
                                "old-2", LOBBY, TEXT, OutboxState.FAILED, Optional.of(ErrorCode.FORBIDDEN)),
                        new SessionEvent.OutboxChanged(
                                "old-3", LOBBY, TEXT, OutboxState.FAILED, Optional.of(ErrorCode.INTERNAL)));
    }

    @Test
    void whatWasWrittenUnderAnotherSpellingOfTheNameIsFoundUnderTheServersOwn() throws StoreException {
        MemoryKeepStore left = new MemoryKeepStore();
        Account typed = new Account("server-1", "ADA");
        bench = SessionBench.named("ADA", left, Optional.of("server-1"));
        bench.session.connect();
        bench.session.post(LOBBY, "early", OptionalLong.empty());
        bench.loop.settle();
        assertThat(left.outbox(typed)).hasSize(1);
        bench.logIn(lobby(3));
        assertThat(left.outbox(typed)).isEmpty();
        assertThat(left.outbox(ADA)).hasSize(1);
        bench.answer(bench.sent(ClientFrame.Post.class), posted(4));
        assertThat(left.outbox(ADA)).isEmpty();
    }

    @Test
    void aDiskWithoutRoomForAnotherSpellingLosesNothing() throws StoreException {
        MemoryKeepStore left = new MemoryKeepStore();
        Account typed = new Account("server-1", "ADA");
        bench = SessionBench.named("ADA", left, Optional.of("server-1"));
        bench.session.connect();
        bench.session.post(LOBBY, "early", OptionalLong.empty());
        bench.session.keepDraft("c1", "half a");
        bench.loop.settle();
        bench.recognise();
        left.fillUp(true);
        bench.arrive(SessionBench.welcome(lobby(3)));
        assertThat(left.outbox(typed)).hasSize(1);
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("early");
        bench.end(new Ending.Lost(""));
        left.fillUp(false);
        bench.comeBack();
        bench.logIn(lobby(3));
        assertThat(left.outbox(typed)).isEmpty();
        assertThat(left.outbox(ADA)).hasSize(1);
        assertThat(left.draft(ADA, "c1")).isEqualTo("half a");
        bench.answer(bench.sent(ClientFrame.Post.class), posted(4));
        assertThat(left.outboxOfAll()).isEmpty();
    }

    @Test
    void anOutboxThatCannotBeReadIsReadAtTheNextLoginBeforeAnythingNewerIsSent() {
        MemoryKeepStore left = new MemoryKeepStore();
        put(left, "old-1", LOBBY, new Progress.Waiting());
        left.breakDown(true);
        bench = new SessionBench(left, Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
        assertThat(post(LOBBY, "newer")).isEqualTo(new PostResult.NotKept(PostResult.Why.STORE_FAILED));
        left.breakDown(false);
        bench.logIn(lobby(3));
        ClientFrame.Post old = bench.sent(ClientFrame.Post.class);
        assertThat(old.clientId()).isEqualTo("old-1");
        post(LOBBY, "newer");
        bench.answer(old, posted(4));
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("newer");
    }

    @Test
    void anOutboxThatCannotBeReadIsReadBeforeTheNextMessageIsKept() {
        MemoryKeepStore left = new MemoryKeepStore();
        put(left, "old-1", LOBBY, new Progress.Waiting());
        left.breakDown(true);
        bench = new SessionBench(left, Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
        assertThat(bench.session.settled().toCompletableFuture()).isNotDone();
        left.breakDown(false);
        post(LOBBY, "newer");
        bench.logIn(lobby(3));
        assertThat(bench.sent(ClientFrame.Post.class).clientId()).isEqualTo("old-1");
    }

    @Test
    void whatIsForAnotherServerStaysWhereItIs() {
        MemoryKeepStore left = new MemoryKeepStore();
        put(left, "elsewhere", new Account("server-2", "Ada"), LOBBY);
        bench = new SessionBench(left, Optional.empty(), Missed.NEWEST_PAGE);
        bench.loggedInKeepingSent(lobby(3));
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
        assertThat(left.outboxOfAll()).hasSize(1);
    }

    @Test
    void aKnownServersOutboxIsShownBeforeAnyConnection() {
        MemoryKeepStore left = new MemoryKeepStore();
        put(left, "old-1", LOBBY, new Progress.Waiting());
        bench = new SessionBench(left, Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        assertThat(outboxStates()).containsExactly(OutboxState.SENDING);
        post(LOBBY, "offline");
        assertThat(left.outboxOfAll()).hasSize(2);
        bench.loggedInKeepingSent(lobby(3));
        assertThat(bench.sent(ClientFrame.Post.class).clientId()).isEqualTo("old-1");
        assertThat(outboxStates()).hasSize(2);
    }

    @Test
    void whatIsWrittenBeforeAnyServerIsKnownIsKeptOnceItIs() {
        CompletableFuture<PostResult> result =
                bench.session.post(LOBBY, "early", OptionalLong.empty()).toCompletableFuture();
        bench.session.connect();
        bench.loop.settle();
        assertThat(result).isNotDone();
        bench.loggedInKeepingSent(lobby(3));
        assertThat(result).isDone();
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("early");
    }

    @Test
    void whatCannotBeKeptIsNeitherShownNorSent() {
        bench.loggedIn(lobby(3));
        bench.store.breakDown(true);
        assertThat(post(LOBBY, "hi")).isEqualTo(new PostResult.NotKept(PostResult.Why.STORE_FAILED));
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
        assertThat(outboxStates()).isEmpty();
        assertThat(bench.heard(SessionEvent.Noticed.class).getLast().notice())
                .isEqualTo(SessionEvent.Notice.STORE_FAILED);
        bench.store.breakDown(false);
        assertThat(post(LOBBY, "hi")).isInstanceOf(PostResult.Kept.class);
    }

    @Test
    void aDiskThatFailsLaterStopsNothing() {
        bench.loggedIn(lobby(3));
        post(LOBBY, "one");
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        bench.store.breakDown(true);
        bench.refuse(one, ErrorCode.FORBIDDEN, OptionalLong.empty());
        assertThat(outboxStates()).containsExactly(OutboxState.SENDING, OutboxState.FAILED);
        bench.session.resend(one.clientId());
        bench.answer(bench.sent(ClientFrame.Post.class), posted(4));
        assertThat(outboxStates()).endsWith(OutboxState.SENT);
    }

    @Test
    void anOutboxThatCannotBeReadIsReported() {
        bench = new SessionBench(new MemoryKeepStore(), Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.store.breakDown(true);
        bench.session.connect();
        assertThat(bench.heard(SessionEvent.Noticed.class))
                .containsExactly(new SessionEvent.Noticed(SessionEvent.Notice.STORE_FAILED, "the disk is full"));
    }

    @Test
    void givingUpTheLastOneSettles() {
        MemoryKeepStore left = new MemoryKeepStore();
        put(left, "old-1", LOBBY, new Progress.Waiting());
        bench = new SessionBench(left, Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        CompletableFuture<Void> settled = bench.session.settled().toCompletableFuture();
        bench.loop.settle();
        assertThat(settled).isNotDone();
        bench.session.discard("old-1");
        bench.loop.settle();
        assertThat(settled).isDone();
    }

    /** Whatever the disk looked like at any moment: a new process that finds it so brings the message to the server, with the same client id. */
    @Test
    void aCrashBetweenAnyTwoStepsLosesAndDoublesNothing() {
        bench.loggedIn(lobby(3));
        int before = bench.store.writes().size();
        post(LOBBY, "precious");
        ClientFrame.Post first = bench.sent(ClientFrame.Post.class);
        bench.answer(first, posted(4));
        List<MemoryKeepStore> disks = bench.store.writes();
        assertThat(disks).hasSize(before + 2);

        SessionBench afterKeeping = new SessionBench(disks.get(before), Optional.empty(), Missed.NEWEST_PAGE);
        afterKeeping.loggedInKeepingSent(lobby(4));
        ClientFrame.Post again = afterKeeping.sent(ClientFrame.Post.class);
        assertThat(again.clientId()).isEqualTo(first.clientId());
        afterKeeping.answer(again, new Answer.Posted("c1", 4, AT, true));
        assertThat(afterKeeping.store.outboxOfAll()).isEmpty();

        SessionBench afterConfirming = new SessionBench(disks.get(before + 1), Optional.empty(), Missed.NEWEST_PAGE);
        afterConfirming.loggedInKeepingSent(lobby(4));
        assertThat(afterConfirming.allSent(ClientFrame.Post.class)).isEmpty();
    }

    private PostResult post(Target target, String text) {
        CompletableFuture<PostResult> result =
                bench.session.post(target, text, OptionalLong.empty()).toCompletableFuture();
        bench.loop.settle();
        return result.join();
    }

    private List<OutboxState> outboxStates() {
        return bench.heard(SessionEvent.OutboxChanged.class).stream()
                .map(SessionEvent.OutboxChanged::state)
                .toList();
    }

    private static Answer.Posted posted(long seq) {
        return new Answer.Posted("c1", seq, AT, false);
    }

    private static void put(MemoryKeepStore store, String clientId, Target target, Progress progress) {
        store.add(new OutboxEntry(ADA, clientId, target, TEXT, AT, Optional.empty(), progress));
    }

    private static void put(MemoryKeepStore store, String clientId, Account account, Target target) {
        store.add(new OutboxEntry(account, clientId, target, TEXT, AT, Optional.empty(), new Progress.Waiting()));
    }
}
