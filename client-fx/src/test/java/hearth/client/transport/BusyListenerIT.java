package hearth.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Connections that end while the listener is at work. */
class BusyListenerIT extends TransportFixture {
    private final CountDownLatch gone = new CountDownLatch(1);
    private final AtomicReference<Transport.Socket> socket = new AtomicReference<>();

    /** The platform would forget an end that it comes upon after a send, where it could not read before. */
    @Test
    void anEndBeforeTheAnswerLeavesIsHeard() throws Exception {
        RecordingSocketListener busy = new RecordingSocketListener() {
            @Override
            public void onText(String text) {
                super.onText(text);
                try {
                    assertThat(gone.await(60, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                socket.get().send("an answer");
                socket.get().send("and a question");
            }
        };
        socket.set(transport.socket(busy));
        socket.get().dial(new Handshake(peer.uri(), "", Map.of(), MESSAGE_BYTES));
        FakePeer.Connection connection = peer.upgrade();
        connection.text("are you there?");
        busy.awaitOpen();
        assertThat(busy.awaitText()).isEqualTo("are you there?");
        connection.finish();
        gone.countDown();

        assertThat(busy.awaitEnd()).isInstanceOf(Ending.Lost.class);
        busy.assertWellBehaved();
    }
}
