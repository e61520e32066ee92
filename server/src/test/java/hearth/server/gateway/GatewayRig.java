package hearth.server.gateway;

import hearth.protocol.FrameCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A gateway on a free port of the loopback address, with a fake hub behind it and a clock that only the test moves. */
final class GatewayRig implements AutoCloseable {
    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    final FakeHub hub = new FakeHub();
    final AtomicLong nanos = new AtomicLong();
    final Gateway gateway;

    GatewayRig() throws Exception {
        this(1_000);
    }

    GatewayRig(int connections) throws Exception {
        this(new GatewaySettings(Optional.empty(), 0, List.of("https://chat.example"), HEARTBEAT, connections));
    }

    GatewayRig(GatewaySettings settings) throws Exception {
        gateway = new Gateway(settings, new FrameCodec(), hub, nanos::get);
        hub.attach(gateway);
        gateway.start();
    }

    int port() {
        return gateway.port();
    }

    RawClient open() throws IOException {
        return RawClient.open(port());
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    void stop() {
        try {
            gateway.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while stopping", e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
