package hearth.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.transport.FakePeer.Connection;
import hearth.client.transport.RecordingSocketListener.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An open connection, and how this side ends it; {@link PeerEndsIT} has what the peer does. */
@Timeout(60)
final class JdkTransportIT extends TransportFixture {
    private static final int SENDERS = 16;
    private static final int MESSAGES_PER_SENDER = 100;

    @Test
    void sixteenSendersAtOnceLoseNothingAndKeepTheirOrder() throws Exception {
        Transport.Socket socket = dial();
        Connection connection = peer.upgrade();
        listener.awaitOpen();
        List<Future<?>> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            String name = "sender-" + sender + " ";
            senders.add(executor.submit(() -> {
                for (int i = 0; i < MESSAGES_PER_SENDER; i++) {
                    socket.send(name + i);
                }
            }));
        }

        List<String> arrived = new ArrayList<>();
        for (int i = 0; i < SENDERS * MESSAGES_PER_SENDER; i++) {
            arrived.add(connection.readText());
        }

        for (int sender = 0; sender < SENDERS; sender++) {
            String name = "sender-" + sender + " ";
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < MESSAGES_PER_SENDER; i++) {
                expected.add(name + i);
            }
            assertThat(arrived.stream().filter(text -> text.startsWith(name))).containsExactlyElementsOf(expected);
            senders.get(sender).get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatIsSentWhileDiallingLeavesWhenOpen() throws Exception {
        Transport.Socket socket = dial();
        socket.send("early");

        assertThat(peer.upgrade().readText()).isEqualTo("early");
    }

    @Test
    void longestMessageOfAnyScriptArrivesWhole() throws Exception {
        String text = "世".repeat(MESSAGE_BYTES / 3);
        dial();
        peer.upgrade().text(text);

        listener.awaitOpen();
        assertThat(listener.awaitText()).isEqualTo(text);
    }

    @Test
    void everyKindOfFrameIsHeardOneAfterTheOther() throws Exception {
        dial();
        Connection connection = peer.upgrade();
        for (int i = 0; i < 50; i++) {
            connection.raw(Connection.frame(Connection.PING, true, new byte[0]));
            connection.raw(Connection.frame(Connection.PONG, true, new byte[0]));
            connection.raw(Connection.frame(2, true, new byte[] {1, 2, 3}));
            connection.text("text " + i);
        }
        connection.closeFrame(1000, "");

        listener.awaitOpen();
        for (int i = 0; i < 50; i++) {
            assertThat(listener.awaitText()).isEqualTo("text " + i);
        }
        assertThat(listener.awaitEnd()).isEqualTo(new Ending.Closed(1000, ""));
    }

    @Test
    void pingIsHeardBeforeAnyTextIs() throws Exception {
        dial();
        peer.upgrade().raw(Connection.frame(Connection.PING, true, new byte[0]));

        listener.awaitOpen();
        assertThat(listener.next()).isEqualTo(new Call.Heard());
    }

    @Test
    void blackHoleIsNoticedByTheSendDeadline() throws Exception {
        Transport.Socket socket = dial();
        peer.upgrade();
        listener.awaitOpen();
        String chunk = "x".repeat(500_000);
        // The kernel takes megabytes for a peer that never reads; the send after that stays under way.
        do {
            socket.send(chunk);
        } while (isSentWithin(Duration.ofMillis(500)));

        pass(SendQueue.DEADLINE);

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Lost.class);
    }

    private boolean isSentWithin(Duration patience) {
        try {
            await().atMost(patience).until(() -> timers.pending() == 0);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    @Test
    void closingSendsWhatIsQueuedAndThenTheCloseFrame() throws Exception {
        Transport.Socket socket = dial();
        Connection connection = peer.upgrade();
        listener.awaitOpen();
        socket.send("last words");
        socket.close(1000, "bye");

        assertThat(connection.readText()).isEqualTo("last words");
        assertThat(connection.readClose()).isEqualTo(1000);
        connection.closeFrame(1000, "");
        assertThat(listener.awaitEnd()).isEqualTo(new Ending.Cancelled());
    }

    @Test
    void peerThatDoesNotAnswerTheCloseFrameIsCutOff() throws Exception {
        Transport.Socket socket = dial();
        Connection connection = peer.upgrade();
        listener.awaitOpen();
        socket.close(1000, "");
        assertThat(connection.readClose()).isEqualTo(1000);

        pass(JdkSocket.CLOSE_DEADLINE);

        assertThat(listener.awaitEnd()).isEqualTo(new Ending.Cancelled());
        assertThat(connection.isCutOff()).isTrue();
    }

    @Test
    void abortTellsTheListenerAndThePeer() throws Exception {
        Transport.Socket socket = dial();
        Connection connection = peer.upgrade();
        listener.awaitOpen();

        socket.abort();

        assertThat(listener.awaitEnd()).isEqualTo(new Ending.Cancelled());
        assertThat(connection.isCutOff()).isTrue();
    }

    @Test
    void howeverAbortAndThePeerRaceThereIsOneEnd() throws Exception {
        for (int round = 0; round < 40; round++) {
            RecordingSocketListener racing = new RecordingSocketListener();
            Transport.Socket socket = transport.dial(peer.uri(), "", MESSAGE_BYTES, racing);
            Connection connection = peer.upgrade();
            CyclicBarrier start = new CyclicBarrier(3);
            executor.invokeAll(List.<Callable<Void>>of(
                    () -> {
                        start.await();
                        socket.abort();
                        return null;
                    },
                    () -> {
                        start.await();
                        socket.close(1000, "");
                        return null;
                    },
                    () -> {
                        start.await();
                        connection.text("hello");
                        connection.reset();
                        return null;
                    }));

            racing.awaitEnd();
            racing.assertWellBehaved();
            assertThat(racing.rest()).isEmpty();
        }
    }

    @Test
    void listenerThatThrowsLosesItsConnectionAndNothingElse() throws Exception {
        RecordingSocketListener throwing = new RecordingSocketListener() {
            @Override
            public void onText(String text) {
                throw new StackOverflowError("provoked");
            }
        };
        transport.dial(peer.uri(), "", MESSAGE_BYTES, throwing);
        Connection first = peer.upgrade();
        dial();
        Connection second = peer.upgrade();

        first.text("boom");
        second.text("fine");

        assertThat(throwing.awaitEnd()).isEqualTo(new Ending.Lost("the listener failed"));
        assertThat(first.isCutOff()).isTrue();
        listener.awaitOpen();
        assertThat(listener.awaitText()).isEqualTo("fine");
    }

    @Test
    void nothingMoreIsReadWhileTheListenerIsBusy() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        RecordingSocketListener slow = new RecordingSocketListener() {
            @Override
            public void onText(String text) {
                try {
                    assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                super.onText(text);
            }
        };
        transport.dial(peer.uri(), "", MESSAGE_BYTES, slow);
        Connection connection = peer.upgrade();
        int messages = 400;
        String text = "z".repeat(100_000);
        Future<?> sender = executor.submit(() -> {
            for (int i = 0; i < messages; i++) {
                connection.text(text);
            }
            return null;
        });

        // 40 MB fit into no buffer on the way: the sender waits for the listener.
        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(() -> !sender.isDone());
        busy.countDown();

        slow.awaitOpen();
        for (int i = 0; i < messages; i++) {
            assertThat(slow.awaitText()).hasSize(text.length());
        }
        sender.get(30, TimeUnit.SECONDS);
        slow.assertWellBehaved();
    }

    @Test
    void theExitWaitsForNoPeer() throws Exception {
        dial();
        Connection halfClosed = peer.upgrade();
        halfClosed.closeFrame(1001, "");
        listener.awaitEnd();
        RecordingSocketListener closing = new RecordingSocketListener();
        Transport.Socket unanswered = transport.dial(peer.uri(), "", MESSAGE_BYTES, closing);
        peer.upgrade();
        closing.awaitOpen();
        unanswered.close(1000, "");
        RecordingSocketListener open = new RecordingSocketListener();
        transport.dial(peer.uri(), "", MESSAGE_BYTES, open);
        peer.upgrade();
        open.awaitOpen();
        RecordingSocketListener mute = new RecordingSocketListener();
        transport.dial(peer.uri(), "", MESSAGE_BYTES, mute);
        peer.accept();

        // A client that waited for one of them would wait for ever.
        executor.submit(transport::close).get(30, TimeUnit.SECONDS);

        assertThat(closing.awaitEnd()).isEqualTo(new Ending.Cancelled());
        assertThat(open.awaitEnd()).isEqualTo(new Ending.Cancelled());
        assertThat(mute.awaitEnd()).isEqualTo(new Ending.Cancelled());
    }

    @Test
    void diallingAfterTheExitEndsAtOnce() throws Exception {
        transport.close();

        dial();

        assertThat(listener.awaitEnd()).isNotNull();
    }
}
