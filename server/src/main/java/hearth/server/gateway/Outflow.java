package hearth.server.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** The way out of one connection: what waits, and how its writing gets on. Owned by the gateway thread, but for {@link #isBacklogged()}. */
final class Outflow {
    /** Most bytes of one write. */
    static final int BLOCK_BYTES = 128 * 1024;

    private static final int HALF = Outbox.MOST_BYTES / 2;

    private final WritableByteChannel channel;
    private final Outbox outbox = new Outbox();
    private boolean blocked;
    private boolean drainAwaited;
    private long drainMark;
    private long lastSent;
    private long lastProgress;
    private volatile boolean backlogged;

    Outflow(WritableByteChannel channel, long now) {
        this.channel = channel;
        lastSent = now;
        lastProgress = now;
    }

    /** Queues a frame; false where the bound is passed: then it is not queued. */
    boolean queue(byte[] frame) {
        boolean fits = outbox.add(frame);
        noteBacklog();
        return fits;
    }

    /** Queues the last frame behind everything. */
    void queueLast(byte[] frame) {
        outbox.addAnyway(frame);
    }

    /** Queues the last frame behind the one that is on its way, and drops all others. */
    void queueLastNow(byte[] frame) {
        outbox.dropUnbegun();
        outbox.addAnyway(frame);
    }

    /**
     * Writes what the socket takes.
     *
     * @param block a buffer to gather in
     * @param now the monotonic time in nanoseconds
     * @return whether nothing waits any more
     */
    boolean flush(ByteBuffer block, long now) throws IOException {
        long before = outbox.written();
        boolean empty = outbox.writeTo(channel, block);
        if (outbox.written() > before) {
            lastSent = now;
        }
        if (outbox.written() > before || !blocked) {
            lastProgress = now;
        }
        blocked = !empty;
        noteBacklog();
        return empty;
    }

    /** Asks for {@link #takeDrained()} to tell once when everything queued so far is written. */
    void awaitDrained() {
        drainAwaited = true;
        drainMark = outbox.written() + outbox.waiting();
    }

    /** Whether the moment asked for has come; true once. */
    boolean takeDrained() {
        boolean drained = drainAwaited && outbox.written() >= drainMark;
        if (drained) {
            drainAwaited = false;
        }
        return drained;
    }

    /** Whether the socket takes no more for now. */
    boolean isBlocked() {
        return blocked;
    }

    /** Whether nothing waits. */
    boolean isEmpty() {
        return outbox.waiting() == 0;
    }

    /** Whether so much waits that waiting for more saves no writes. */
    boolean fillsBlock() {
        return outbox.waiting() >= BLOCK_BYTES;
    }

    /** When bytes were last written; monotonic, in nanoseconds. */
    long lastSent() {
        return lastSent;
    }

    /** When the socket last took something, or nothing waited for it; monotonic, in nanoseconds. */
    long lastProgress() {
        return lastProgress;
    }

    /** Whether more than half of what may wait does. Safe from any thread. */
    boolean isBacklogged() {
        return backlogged;
    }

    private void noteBacklog() {
        boolean now = outbox.waiting() > HALF;
        if (now != backlogged) {
            backlogged = now;
        }
    }
}
