package hearth.client.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.transport.FakePeer.Connection;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every way in which a peer ends a connection, or sends what ends it. */
@Timeout(60)
final class PeerEndsIT extends TransportFixture {

    @Test
    void closeFrameGivesItsCodeAndReasonAndIsAnswered() throws Exception {
        dial();
        Connection connection = peer.upgrade();
        connection.closeFrame(4003, "banned");

        assertThat(listener.awaitEnd()).isEqualTo(new Ending.Closed(4003, "banned"));
        assertThat(connection.readClose()).isEqualTo(4003);
    }

    @Test
    void closeFrameWithoutCodeGives1005() throws Exception {
        dial();
        peer.upgrade().raw(Connection.frame(Connection.CLOSE, true, new byte[0]));

        assertThat(listener.awaitEnd()).isEqualTo(new Ending.Closed(1005, ""));
    }

    @Test
    void endOfStreamIsLost() throws Exception {
        dial();
        peer.upgrade().finish();

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Lost.class);
    }

    @Test
    void resetIsLost() throws Exception {
        dial();
        Connection connection = peer.upgrade();
        listener.awaitOpen();
        connection.reset();

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Lost.class);
    }

    @Test
    void brokenFrameIsLost() throws Exception {
        dial();
        peer.upgrade().raw(Connection.frame(3, true, new byte[0]));

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Lost.class);
    }

    @Test
    void textThatIsNoUtf8IsLost() throws Exception {
        dial();
        peer.upgrade().raw(Connection.frame(Connection.TEXT, true, new byte[] {(byte) 0xC3, (byte) 0x28}));

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Lost.class);
    }

    @Test
    void endlessFrameIsCutOffAtTheBound() throws Exception {
        dial();
        Connection connection = peer.upgrade();
        connection.raw(Connection.head(Connection.TEXT, true, Long.MAX_VALUE));
        Future<?> stream = writeUntilCutOff(connection, "x".repeat(16_384).getBytes(UTF_8));

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Oversized.class);
        stream.get(30, TimeUnit.SECONDS);
    }

    @Test
    void messageOfEndlessFragmentsIsCutOffAtTheBound() throws Exception {
        dial();
        Connection connection = peer.upgrade();
        connection.raw(Connection.frame(Connection.TEXT, false, new byte[0]));
        Future<?> stream = writeUntilCutOff(
                connection,
                Connection.frame(
                        Connection.CONTINUATION, false, "y".repeat(1_000).getBytes(UTF_8)));

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Oversized.class);
        stream.get(30, TimeUnit.SECONDS);
    }

    @Test
    void boundCanBeLowered() throws Exception {
        Transport.Socket socket = dial();
        Connection connection = peer.upgrade();
        listener.awaitOpen();
        socket.takeUpTo(10);
        connection.text("0123456789");
        assertThat(listener.awaitText()).isEqualTo("0123456789");

        connection.text("0123456789a");

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Oversized.class);
    }

    private Future<?> writeUntilCutOff(Connection connection, byte[] bytes) {
        return executor.submit(() -> {
            boolean open = true;
            while (open) {
                try {
                    connection.raw(bytes);
                } catch (IOException e) {
                    open = false;
                }
            }
        });
    }
}
