package hearth.server.gateway;

import hearth.protocol.ClientFrame;
import hearth.server.hub.FromGateway;
import hearth.server.hub.FromGateway.Received;
import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What one connection may have at the hub, unhandled, at a time. What comes beyond it is held back, and nothing more is read from the socket until the
 * hub has caught up. Guarded by its own lock: frames come from the connection's worker, the rest from the gateway thread.
 */
final class Inflow {
    /** Most frames at the hub. */
    static final int MOST_FRAMES = 64;

    /** Most bytes at the hub, beside the first frame. */
    static final int MOST_BYTES = 256 * 1024;

    private final long connection;
    private final Consumer<FromGateway> hub;
    private final Reading reading;
    private final BooleanSupplier backlogged;
    private final ArrayDeque<Held> held = new ArrayDeque<>();
    private final ArrayDeque<Integer> sizesAtHub = new ArrayDeque<>();
    private int bytesAtHub;
    private boolean open;
    private volatile boolean closed;
    private boolean paused;

    /** Stops and starts reading from the socket. */
    interface Reading {
        /** No more is read. */
        void pause();

        /** Reading goes on. */
        void resume();
    }

    private record Held(FromGateway frame, int bytes) {}

    /**
     * Begins closed to the hub: see {@link #open}.
     *
     * @param backlogged whether the queue to this connection is more than half full, asked when a frame is handed over
     */
    Inflow(long connection, Consumer<FromGateway> hub, Reading reading, BooleanSupplier backlogged) {
        this.connection = connection;
        this.hub = hub;
        this.reading = reading;
        this.backlogged = backlogged;
    }

    /** Tells the hub of the connection, and then of what came meanwhile. */
    synchronized void open(String remoteAddress) {
        if (!open && !closed) {
            open = true;
            hub.accept(new FromGateway.Opened(connection, remoteAddress));
            release();
        }
    }

    /** Hands over a frame, now or when its turn comes. */
    synchronized void offer(FromGateway frame, int bytes) {
        if (!closed) {
            held.add(new Held(frame, bytes));
            release();
        }
    }

    /** Notes that the hub has handled so many frames. */
    synchronized void handled(int frames) {
        for (int i = 0; i < frames && !sizesAtHub.isEmpty(); i++) {
            bytesAtHub -= sizesAtHub.poll();
        }
        if (!closed) {
            release();
        }
    }

    /** Tells the hub, if it knows of the connection, that it is gone. Nothing is handed over after it. */
    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        held.clear();
        if (open) {
            hub.accept(new FromGateway.Closed(connection));
        }
        if (paused) {
            paused = false;
            reading.resume();
        }
    }

    /** Whether frames are dropped. Does not wait for anybody. */
    boolean isClosed() {
        return closed;
    }

    /** Tells the hub something that is no frame of the client's. */
    synchronized void tell(FromGateway news) {
        if (open && !closed) {
            hub.accept(news);
        }
    }

    private void release() {
        while (open && !held.isEmpty() && hasRoom()) {
            Held next = held.poll();
            sizesAtHub.add(next.bytes());
            bytesAtHub += next.bytes();
            hub.accept(atHandover(next.frame()));
        }
        if (paused == held.isEmpty()) {
            paused = !paused;
            if (paused) {
                reading.pause();
            } else {
                reading.resume();
            }
        }
    }

    private FromGateway atHandover(FromGateway frame) {
        return frame instanceof Received(long id, ClientFrame content, boolean ignored)
                ? new Received(id, content, backlogged.getAsBoolean())
                : frame;
    }

    private boolean hasRoom() {
        return sizesAtHub.size() < MOST_FRAMES && bytesAtHub < MOST_BYTES;
    }
}
