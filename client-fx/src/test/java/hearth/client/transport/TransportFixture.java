package hearth.client.transport;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** A transport with virtual time, a peer, and a listener that are put away after each test. */
abstract class TransportFixture {
    static final int MESSAGE_BYTES = 262_144;

    final ManualTimers timers = new ManualTimers();
    final ExecutorService executor = Executors.newCachedThreadPool();
    final JdkTransport transport = new JdkTransport(executor, timers);
    final FakePeer peer = new FakePeer();
    final RecordingSocketListener listener = new RecordingSocketListener();

    @AfterEach
    void putAway() throws Exception {
        transport.close();
        peer.close();
        executor.close();
        listener.assertWellBehaved();
    }

    Transport.Socket dial() {
        return dial(peer.uri());
    }

    Transport.Socket dial(URI address) {
        return transport.dial(address, "hearth.v1", MESSAGE_BYTES, listener);
    }

    /** Lets a deadline pass. */
    void pass(Duration deadline) {
        timers.advance(deadline);
    }
}
