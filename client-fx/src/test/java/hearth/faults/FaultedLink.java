package hearth.faults;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;

/** One connection of a client through the proxy to the server. The proxy's thread only. */
final class FaultedLink {
    /** After an orderly end the sockets wait this long for the sides to close theirs. */
    private static final long FAREWELL_NANOS = Duration.ofSeconds(5).toNanos();

    private static final long NEVER = Long.MAX_VALUE;

    /** How far the link is. */
    private enum Phase {
        CONNECTING,
        OPEN,
        /** Cut with FIN: both sides have been told, and what they still say is dropped. */
        FAREWELL,
        OVER
    }

    private final SocketChannel client;
    private final SocketChannel server;
    private final Pipe up;
    private final Pipe down;
    private Cut cut = Cut.RESET;
    private Phase phase = Phase.CONNECTING;
    private long farewellUntil = NEVER;
    private boolean clientEnded;
    private boolean serverEnded;

    FaultedLink(SocketChannel client, SocketChannel server, LinkConditions conditions, FrameWatch watch) {
        this.client = client;
        this.server = server;
        this.up = new Pipe(Direction.UP, client, server, conditions, watch);
        this.down = new Pipe(Direction.DOWN, server, client, conditions, watch);
    }

    /** Registers both sockets, with this as what belongs to them. */
    void register(Selector selector) throws IOException {
        for (SocketChannel each : List.of(client, server)) {
            each.configureBlocking(false);
            each.setOption(StandardSocketOptions.TCP_NODELAY, true);
            each.register(selector, 0, this);
        }
    }

    boolean isOver() {
        return phase == Phase.OVER;
    }

    void conditions(LinkConditions others) {
        up.conditions(others);
        down.conditions(others);
    }

    Pipe pipe(Direction direction) {
        return switch (direction) {
            case UP -> up;
            case DOWN -> down;
        };
    }

    void cutAfter(Direction direction, long bytes, Cut how) {
        cut = how;
        pipe(direction).cutAfter(bytes);
    }

    /** Moves bytes. */
    void work(ByteBuffer buffer, long now) {
        try {
            switch (phase) {
                case CONNECTING -> connect();
                case OPEN -> move(buffer, now);
                case FAREWELL -> drop(buffer, now);
                case OVER -> {}
            }
        } catch (IOException e) {
            // One side has reset: so does the other.
            end(Cut.RESET, now);
        }
    }

    private void connect() throws IOException {
        if (server.finishConnect()) {
            phase = Phase.OPEN;
        }
    }

    private void move(ByteBuffer buffer, long now) throws IOException {
        up.read(buffer, now);
        down.read(buffer, now);
        Pipe.Progress upward = up.write(now);
        Pipe.Progress downward = upward == Pipe.Progress.CUT ? upward : down.write(now);
        if (downward == Pipe.Progress.CUT) {
            end(cut, now);
        } else if (upward == Pipe.Progress.ENDED && downward == Pipe.Progress.ENDED) {
            close();
        }
    }

    private void drop(ByteBuffer buffer, long now) throws IOException {
        clientEnded = clientEnded || hasEnded(client, buffer);
        serverEnded = serverEnded || hasEnded(server, buffer);
        if ((clientEnded && serverEnded) || now >= farewellUntil) {
            close();
        }
    }

    private static boolean hasEnded(SocketChannel side, ByteBuffer buffer) throws IOException {
        int count;
        do {
            count = side.read(buffer.clear());
        } while (count > 0);
        return count < 0;
    }

    /** Ends it for both sides. */
    void end(Cut how, long now) {
        if (phase == Phase.OVER) {
            return;
        }
        try {
            switch (how) {
                case FIN -> {
                    client.shutdownOutput();
                    server.shutdownOutput();
                    phase = Phase.FAREWELL;
                    farewellUntil = now + FAREWELL_NANOS;
                }
                case RESET -> {
                    client.setOption(StandardSocketOptions.SO_LINGER, 0);
                    server.setOption(StandardSocketOptions.SO_LINGER, 0);
                    close();
                }
            }
        } catch (IOException e) {
            // It was over already.
            close();
        }
    }

    void close() {
        phase = Phase.OVER;
        for (SocketChannel each : List.of(client, server)) {
            try {
                each.close();
            } catch (IOException e) {
                throw new IllegalStateException("a socket that does not close", e);
            }
        }
    }

    /** Says what to wait for. */
    void renewInterest(Selector selector, long now) {
        if (phase == Phase.OVER) {
            return;
        }
        boolean dropping = phase == Phase.FAREWELL;
        int ofClient = (dropping ? !clientEnded : up.wantsToRead()) ? SelectionKey.OP_READ : 0;
        int ofServer = (dropping ? !serverEnded : down.wantsToRead()) ? SelectionKey.OP_READ : 0;
        ofClient |= !dropping && down.wantsToWrite(now) ? SelectionKey.OP_WRITE : 0;
        ofServer |= !dropping && up.wantsToWrite(now) ? SelectionKey.OP_WRITE : 0;
        boolean connecting = phase == Phase.CONNECTING;
        client.keyFor(selector).interestOps(connecting ? 0 : ofClient);
        server.keyFor(selector).interestOps(connecting ? SelectionKey.OP_CONNECT : ofServer);
    }

    /** When there is something to do, if no socket says so before. */
    long nextDueAt() {
        return switch (phase) {
            case OPEN -> Math.min(up.nextDueAt(), down.nextDueAt());
            case FAREWELL -> farewellUntil;
            case CONNECTING, OVER -> NEVER;
        };
    }
}
