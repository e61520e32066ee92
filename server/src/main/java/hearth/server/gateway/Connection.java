package hearth.server.gateway;

import hearth.protocol.CloseCode;
import hearth.server.hub.FromGateway;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Consumer;
import org.java_websocket.framing.CloseFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection, from its acceptance to its end: its phase, and what goes out on it. Owned by the gateway thread, except for what {@link
 * ConnectionEvents} may ask and tell from other threads.
 */
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final long HANDSHAKE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long CLOSE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long LINGER_NANOS = Duration.ofSeconds(2).toNanos();

    private final long id;
    private final String remoteAddress;
    private final SocketChannel channel;
    private final GuardedSocket library;
    private final Owner owner;
    private final Outflow outflow;
    private final Inflow inflow;

    private Phase phase = Phase.HANDSHAKE;
    private long phaseSince;
    private boolean lingers;
    private boolean flushPending;

    private volatile long lastReceived;
    private volatile boolean admitted;
    private volatile boolean deaf;

    private enum Phase {
        /** Nothing but the answer to the request goes out. */
        HANDSHAKE,
        /** The hub knows it. */
        OPEN,
        /** The last bytes are queued. */
        CLOSING,
        /** The last bytes are written, and the peer gets time to read them: closing with its bytes unread would throw ours away. */
        LINGERING,
        GONE
    }

    /** Who looks after all connections. */
    interface Owner {
        /** Monotonic, in nanoseconds. */
        long now();

        /** Something was queued; it is to be flushed when all that is at hand has been queued. */
        void flushSoon(Connection connection);

        /** A whole block waits; it is to be flushed now, so that only what the socket does not take counts as a backlog. */
        void flushNow(Connection connection);

        /** The socket takes no more for now; it is to be flushed when it does. */
        void awaitWritable(Connection connection, SocketChannel channel) throws IOException;

        /** A connection that the hub knew counts no longer. */
        void left(Connection connection);

        /** Its socket is closed. */
        void gone(Connection connection);
    }

    /**
     * Begins with an accepted socket.
     *
     * @param hub told of frames, in order; must not wait
     */
    Connection(
            long id,
            SocketChannel channel,
            GuardedSocket library,
            SelectionKey readable,
            Consumer<FromGateway> hub,
            Owner owner) {
        this.id = id;
        this.channel = channel;
        this.library = library;
        this.owner = owner;
        remoteAddress = channel.socket().getInetAddress().getHostAddress();
        long now = owner.now();
        phaseSince = now;
        lastReceived = now;
        outflow = new Outflow(channel, now);
        inflow = new Inflow(id, hub, new SocketReading(readable), outflow::isBacklogged);
    }

    /** Never used again within this process. */
    long id() {
        return id;
    }

    /** Safe from any thread. */
    Inflow inflow() {
        return inflow;
    }

    /** The socket below. */
    GuardedSocket library() {
        return library;
    }

    /** Whether the login succeeded. Safe from any thread. */
    boolean isAdmitted() {
        return admitted;
    }

    /** Whether what arrives is thrown away. Safe from any thread. */
    boolean isDeaf() {
        return deaf;
    }

    /** Throws away whatever arrives from now on. Safe from any thread. */
    void deafen() {
        deaf = true;
    }

    /** Notes that something arrived. Safe from any thread. */
    void received() {
        lastReceived = owner.now();
    }

    /** When something last arrived; monotonic, in nanoseconds. */
    long lastReceived() {
        return lastReceived;
    }

    /** Whether the hub knows it. */
    boolean isOpen() {
        return phase == Phase.OPEN;
    }

    /** Lets the connection in; it has knocked and is not gone. */
    void open() {
        enter(Phase.OPEN);
        inflow.open(remoteAddress);
    }

    /** Whether it may still be let in. */
    boolean isWaiting() {
        return phase == Phase.HANDSHAKE;
    }

    /** Notes that the login succeeded. */
    void admit() {
        admitted = true;
    }

    /** Queues bytes that the library wrote: the answer to the handshake. */
    void queueHandshake() {
        for (ByteBuffer bytes = library.outQueue.poll(); bytes != null; bytes = library.outQueue.poll()) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            outflow.queue(copy);
        }
        if (library.isFlushAndClose() && phase == Phase.HANDSHAKE) {
            enter(Phase.CLOSING);
        }
        flushSoon();
    }

    /** Queues a frame, or closes with 4009 where too much waits already. */
    void deliver(byte[] frame) {
        if (phase != Phase.OPEN) {
            return;
        }
        if (!outflow.queue(frame)) {
            LOG.info("connection {} reads too slowly", id);
            end(CloseCode.TOO_SLOW.code(), "too slow", true);
        } else if (outflow.fillsBlock() && !outflow.isBlocked()) {
            owner.flushNow(this);
        } else {
            flushSoon();
        }
    }

    /** Answers a ping of the WebSocket, but only where nothing waits: the answers must not pile up. */
    void pong(byte[] payload) {
        if (outflow.isEmpty()) {
            deliver(WireFrames.pong(payload));
        }
    }

    /** Tells the hub when all that is queued now is written. */
    void tellWhenDrained() {
        outflow.awaitDrained();
        flushSoon();
    }

    /** Closes behind what is queued. */
    void close(CloseCode code, String reason) {
        end(code.code(), reason, false);
    }

    /** Closes behind what is queued, or just goes where the handshake is not through. */
    void shutDown() {
        if (phase == Phase.HANDSHAKE) {
            drop();
        } else {
            close(CloseCode.GOING_AWAY, "shutting down");
        }
    }

    /** Answers the peer's close frame, or completes ours. */
    void peerClosed(int code) {
        if (phase == Phase.LINGERING) {
            disconnect();
        } else if (phase == Phase.CLOSING) {
            lingers = false;
        } else {
            end(isSendable(code) ? code : CloseCode.NORMAL.code(), "", false);
            lingers = false;
        }
    }

    /** Answers the request to become a WebSocket with a refusal. */
    void refuse(byte[] response) {
        if (phase == Phase.HANDSHAKE) {
            outflow.queueLast(response);
            beginClosing();
        }
    }

    /** Writes what the socket takes. */
    void flush(ByteBuffer block) {
        flushPending = false;
        if (phase == Phase.GONE || phase == Phase.LINGERING) {
            return;
        }
        try {
            if (!outflow.flush(block, owner.now())) {
                owner.awaitWritable(this, channel);
            }
        } catch (IOException e) {
            disconnect();
            return;
        }
        if (outflow.takeDrained()) {
            inflow.tell(new FromGateway.Drained(id));
        }
        if (phase == Phase.CLOSING && outflow.isEmpty()) {
            linger();
        }
    }

    /** Looks whether a deadline has passed, and whether the peer has to be pinged. */
    void check(Liveness liveness, byte[] ping) {
        long now = owner.now();
        switch (phase) {
            case HANDSHAKE -> dropAfter(HANDSHAKE_NANOS, now);
            case OPEN -> checkLiveness(liveness, ping, now);
            case CLOSING -> dropAfter(CLOSE_NANOS, now);
            case LINGERING -> dropAfter(LINGER_NANOS, now);
            case GONE -> {}
        }
    }

    /** Cuts the connection at once; what the kernel still holds for it is thrown away. */
    void drop() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            LOG.debug("connection {} was closed already", id, e);
        }
        disconnect();
    }

    /** Notes that the socket is closed. */
    void gone() {
        if (phase != Phase.GONE) {
            leave();
            enter(Phase.GONE);
            inflow.close();
            owner.gone(this);
        }
    }

    private void checkLiveness(Liveness liveness, byte[] ping, long now) {
        if (outflow.isBlocked() && liveness.isStuck(now, outflow.lastProgress())) {
            LOG.info("connection {} takes nothing", id);
            drop();
            return;
        }
        switch (liveness.judge(now, lastReceived, outflow.lastSent())) {
            case FINE -> {}
            case PING -> {
                if (outflow.isEmpty()) {
                    deliver(ping);
                }
            }
            case DEAD -> {
                LOG.info("connection {} has been silent for too long", id);
                drop();
            }
        }
    }

    private void end(int code, String reason, boolean now) {
        if (phase != Phase.HANDSHAKE && phase != Phase.OPEN) {
            return;
        }
        byte[] frame = WireFrames.close(code, reason);
        if (now) {
            outflow.queueLastNow(frame);
        } else {
            outflow.queueLast(frame);
        }
        beginClosing();
    }

    private void beginClosing() {
        leave();
        enter(Phase.CLOSING);
        lingers = true;
        inflow.close();
        flushSoon();
    }

    private static boolean isSendable(int code) {
        return code >= 3000 ? code < 5000 : code >= 1000 && code <= 1014 && (code < 1004 || code > 1006);
    }

    private void linger() {
        if (!lingers) {
            disconnect();
            return;
        }
        try {
            channel.shutdownOutput();
            enter(Phase.LINGERING);
        } catch (IOException e) {
            disconnect();
        }
    }

    private void leave() {
        if (phase == Phase.OPEN) {
            owner.left(this);
        }
    }

    private void enter(Phase next) {
        phase = next;
        phaseSince = owner.now();
    }

    private void flushSoon() {
        if (!flushPending && !outflow.isBlocked()) {
            flushPending = true;
            owner.flushSoon(this);
        }
    }

    private void dropAfter(long nanos, long now) {
        if (now - phaseSince > nanos) {
            drop();
        }
    }

    private void disconnect() {
        library.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
    }
}
