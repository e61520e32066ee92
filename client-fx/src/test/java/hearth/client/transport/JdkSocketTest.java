package hearth.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import hearth.client.transport.RecordingSocketListener.Call;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The socket's life, with the platform's socket played by the test and all on its thread. */
final class JdkSocketTest {
    private static final Handshake HANDSHAKE =
            new Handshake(URI.create("ws://kitchen:7878/chat"), "", Map.of("Cookie", "secret"), 10);
    private static final WebRequest QUESTION =
            WebRequest.post(URI.create("http://kitchen:7878/signin"), "name", "secret");

    private final ManualTimers timers = new ManualTimers();
    private final FakeWebSocket platform = new FakeWebSocket();
    private final AtomicInteger ended = new AtomicInteger();
    private final CompletableFuture<WebSocket> dialling = new CompletableFuture<>();
    private final CompletableFuture<HttpResponse<String>> asking = new CompletableFuture<>();
    private RecordingSocketListener listener = new RecordingSocketListener();
    private JdkSocket socket;
    private WebSocket.Listener wire;

    @BeforeEach
    void dial() {
        socket = socket(calls -> {
            wire = calls;
            return dialling;
        });
        socket.dial(HANDSHAKE);
    }

    private JdkSocket socket(Function<WebSocket.Listener, CompletableFuture<WebSocket>> dial) {
        JdkSocket.Ways ways = new JdkSocket.Ways() {
            @Override
            public CompletableFuture<WebSocket> dial(Handshake handshake, WebSocket.Listener calls) {
                return dial.apply(calls);
            }

            @Override
            public CompletableFuture<HttpResponse<String>> ask(WebRequest request) {
                return asking;
            }
        };
        return new JdkSocket(listener, ways, Runnable::run, timers, _ -> ended.incrementAndGet());
    }

    /** One that is not dialled yet, in place of the first. */
    private JdkSocket anotherSocket() {
        socket.abort();
        listener = new RecordingSocketListener();
        return socket(_ -> dialling);
    }

    @AfterEach
    void wasWellBehaved() {
        listener.assertWellBehaved();
    }

    @Test
    void opensOnceAndAsksForTheFirstMessageAndOneAhead() {
        open();

        assertThat(listener.rest()).containsExactly(new Call.Opened());
        assertThat(platform.requested).isEqualTo(2);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void asksForTheNextMessageAfterWhateverCame() {
        open();
        wire.onPing(platform, ByteBuffer.allocate(0));
        wire.onPong(platform, ByteBuffer.allocate(0));
        wire.onBinary(platform, ByteBuffer.allocate(3), true);
        wire.onText(platform, "a", false);
        wire.onText(platform, "b", true);

        assertThat(platform.requested).isEqualTo(7);
        assertThat(listener.rest())
                .containsExactly(
                        new Call.Opened(),
                        new Call.Heard(),
                        new Call.Heard(),
                        new Call.Heard(),
                        new Call.Heard(),
                        new Call.Heard(),
                        new Call.Text("ab"));
    }

    @Test
    void peerThatClosesWhileTheProgramEndsIsHeard() {
        open();
        timers.shutdownNow();
        wire.onClose(platform, 1000, "bye");

        assertThat(listener.rest()).containsExactly(new Call.Opened(), new Call.Ended(new Ending.Closed(1000, "bye")));
    }

    @Test
    void platformThatOpensAfterTheEndIsAborted() throws Exception {
        socket.abort();
        wire.onOpen(platform);

        assertThat(platform.aborted).isTrue();
        assertThat(listener.rest()).containsExactly(new Call.Ended(new Ending.Cancelled()));
        assertThat(dialling).isCancelled();
        assertThat(ended).hasValue(1);
    }

    @Test
    void diallingThatEndsBeforeItsFutureIsKnownIsCancelled() {
        CompletableFuture<WebSocket> late = new CompletableFuture<>();
        JdkSocket racing = socket(calls -> {
            calls.onError(platform, new IOException("early"));
            return late;
        });

        racing.dial(HANDSHAKE);

        assertThat(late).isCancelled();
        assertThat(listener.rest()).containsExactly(new Call.Ended(new Ending.Lost("IOException: early")));
    }

    @Test
    void questionWithoutAnAnswerTimesOut() {
        JdkSocket asker = anotherSocket();
        asker.ask(QUESTION, _ -> fail("nobody answered"));
        timers.advance(JdkSocket.CONNECT_DEADLINE);

        assertThat(asking).isCancelled();
        assertThat(listener.rest()).containsExactly(new Call.Ended(new Ending.TimedOut("no answer after 10 s")));
    }

    @Test
    void questionThatFailsEndsTheConnectionThatItBegan() {
        JdkSocket asker = anotherSocket();
        asker.ask(QUESTION, _ -> fail("nobody answered"));
        asking.completeExceptionally(new ConnectException("refused"));

        assertThat(listener.rest()).containsExactly(new Call.Ended(new Ending.Refused("ConnectException: refused")));
        assertThat(timers.pending()).isZero();
    }

    @Test
    void questionsAndHandshakesDoNotTellTheirSecrets() {
        assertThat(QUESTION + " " + HANDSHAKE).doesNotContain("secret");
    }

    @Test
    void onlyTheFirstEndCounts() {
        open();
        wire.onClose(platform, 4003, "banned");
        wire.onError(platform, new IOException("later"));
        socket.abort();
        socket.close(1000, "");

        assertThat(listener.rest())
                .containsExactly(new Call.Opened(), new Call.Ended(new Ending.Closed(4003, "banned")));
        assertThat(ended).hasValue(1);
    }

    @Test
    void nothingIsToldOrSentAfterTheEnd() {
        open();
        socket.abort();
        wire.onText(platform, "late", true);
        socket.inTurn(() -> listener.onHeard());
        socket.send("late");

        assertThat(listener.rest()).containsExactly(new Call.Opened(), new Call.Ended(new Ending.Cancelled()));
        assertThat(platform.sent).isEmpty();
    }

    @Test
    void closedPlatformIsAbortedWhenItsAnswerHadItsTime() {
        open();
        wire.onClose(platform, 1001, "");
        assertThat(platform.aborted).isFalse();

        timers.advance(JdkSocket.CLOSE_DEADLINE);

        assertThat(platform.aborted).isTrue();
    }

    @Test
    void messageBeyondTheBoundEndsItAtThePartThatIsTooMuch() {
        open();
        wire.onText(platform, "12345", false);
        wire.onText(platform, "67890", false);
        assertThat(ended).hasValue(0);

        wire.onText(platform, "世", false);

        assertThat(listener.rest())
                .last()
                .isEqualTo(new Call.Ended(new Ending.Oversized("a message of more than 10 bytes")));
        assertThat(platform.aborted).isTrue();
    }

    @Test
    void emptyPartsWithoutEndAreTooMuch() {
        open();
        for (int i = 0; i <= HANDSHAKE.messageBytes(); i++) {
            wire.onText(platform, "", false);
        }

        assertThat(listener.rest()).last().isInstanceOf(Call.Ended.class);
    }

    @Test
    void eachMessageIsCountedForItself() {
        open();
        for (int i = 0; i < 5; i++) {
            wire.onText(platform, "0123456", true);
        }

        assertThat(ended).hasValue(0);
    }

    @Test
    void afterAFailedSendThePeersLastWordsStillCount() {
        open();
        socket.send("hello");
        platform.failSend(new IOException("Broken pipe"));
        assertThat(ended).hasValue(0);

        wire.onClose(platform, 4001, "logged out");

        assertThat(listener.rest()).last().isEqualTo(new Call.Ended(new Ending.Closed(4001, "logged out")));
    }

    @Test
    void afterAFailedSendItEndsWhereThePeerSaysNothing() {
        open();
        socket.send("hello");
        platform.failSend(new IOException("Broken pipe"));

        timers.advance(JdkSocket.LAST_WORDS);

        assertThat(listener.rest()).last().isEqualTo(new Call.Ended(new Ending.Lost("IOException: Broken pipe")));
        assertThat(platform.aborted).isTrue();
    }

    @Test
    void closingWaitsForThePeerNoLongerThanItsDeadline() {
        open();
        socket.close(1000, "bye");
        platform.completeSend();
        timers.advance(JdkSocket.CLOSE_DEADLINE.minusMillis(1));
        assertThat(ended).hasValue(0);

        timers.advance(Duration.ofMillis(1));

        assertThat(platform.sent).containsExactly("close 1000 bye");
        assertThat(listener.rest()).last().isEqualTo(new Call.Ended(new Ending.Cancelled()));
        assertThat(platform.aborted).isTrue();
    }

    @Test
    void closingBehindAMessageThatIsStuckStillEnds() {
        open();
        socket.send("stuck");
        socket.close(1000, "");

        timers.advance(JdkSocket.CLOSE_DEADLINE);

        assertThat(platform.sent).containsExactly("text stuck");
        assertThat(listener.rest()).last().isEqualTo(new Call.Ended(new Ending.Cancelled()));
    }

    @Test
    void throwingListenerIsStillToldTheEnd() {
        listener = new RecordingSocketListener() {
            @Override
            public void onOpen() {
                throw new AssertionError("provoked");
            }
        };
        dial();

        open();

        assertThat(listener.rest()).containsExactly(new Call.Ended(new Ending.Lost("the listener failed")));
        assertThat(platform.aborted).isTrue();
    }

    @Test
    void abortInsideACallIsToldAfterIt() {
        listener = new RecordingSocketListener() {
            @Override
            public void onText(String text) {
                socket.abort();
                super.onText(text);
            }
        };
        dial();
        open();

        wire.onText(platform, "a", true);

        assertThat(listener.rest()).endsWith(new Call.Text("a"), new Call.Ended(new Ending.Cancelled()));
    }

    @Test
    void textWithoutAFormInUtf8IsTheCallersMistake() {
        open();

        assertThatIllegalArgumentException().isThrownBy(() -> socket.send("\uD83D alone"));
        assertThat(platform.sent).isEmpty();
    }

    private void open() {
        wire.onOpen(platform);
        dialling.complete(platform);
    }
}
