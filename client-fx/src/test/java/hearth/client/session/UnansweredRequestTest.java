package hearth.client.session;

import static hearth.client.session.SessionBench.lobby;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.ConnectionState.Waiting;
import hearth.client.store.Target;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A server that lives, but never answers a request. */
class UnansweredRequestTest {
    private static final Target LOBBY = new Target.Conversation("c1");

    private final SessionBench bench = new SessionBench();

    @Test
    void aPostThatIsNotAnsweredForAMinuteIsSentAgainOverANewConnection() {
        bench.loggedIn(lobby(3));
        bench.session.post(LOBBY, "hi", OptionalLong.empty());
        ClientFrame.Post first = bench.sent(ClientFrame.Post.class);
        live(Duration.ofSeconds(59));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        live(Duration.ofSeconds(1));
        assertGivenUp();
        bench.comeBack();
        bench.logIn(lobby(3));
        ClientFrame.Post again = bench.sent(ClientFrame.Post.class);
        assertThat(again.clientId()).isEqualTo(first.clientId());
        bench.answer(again, new Answer.Posted("c1", 4, SessionBench.AT, true));
        assertThat(bench.store.outboxOfAll()).isEmpty();
    }

    @Test
    void aBulkReadThatIsNotAnsweredForAMinuteIsAskedForAgain() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(5));
        bench.sent(ClientFrame.Sync.class);
        live(Duration.ofSeconds(60));
        assertGivenUp();
        bench.comeBack();
        bench.logIn(lobby(5));
        bench.sent(ClientFrame.Sync.class);
    }

    @Test
    void aCommandThatIsNotAnsweredForAMinuteIsSentAgain() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Outcome<Void>> left = bench.session.leave("c1").toCompletableFuture();
        bench.sent(ClientFrame.Leave.class);
        live(Duration.ofSeconds(60));
        assertGivenUp();
        bench.comeBack();
        bench.logIn(lobby(3));
        bench.refuse(bench.sent(ClientFrame.Leave.class), ErrorCode.NOT_MEMBER, OptionalLong.empty());
        assertThat(left).isCompletedWithValue(new Outcome.Done<>(null));
    }

    @Test
    void waitingBecauseTheServerAskedForItIsNotWaitingForAnAnswer() {
        bench.loggedIn(lobby(3));
        bench.session.post(LOBBY, "hi", OptionalLong.empty());
        bench.refuse(bench.sent(ClientFrame.Post.class), ErrorCode.MUTED, OptionalLong.of(300_000));
        live(Duration.ofSeconds(299));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        assertThat(bench.links).hasSize(1);
        live(Duration.ofSeconds(1));
        bench.sent(ClientFrame.Post.class);
    }

    private void assertGivenUp() {
        assertThat(bench.link().isAborted()).isTrue();
        assertThat(bench.state())
                .isInstanceOfSatisfying(
                        Waiting.class, waiting -> assertThat(waiting.cause()).isInstanceOf(Ending.Lost.class));
    }

    /** Time passes, in which the server shows all the time that it lives. */
    private void live(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            bench.loop.advance(Duration.ofSeconds(1));
            bench.link().hear();
            bench.loop.settle();
        }
    }
}
