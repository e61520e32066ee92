package hearth.server.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;

/**
 * The bytes that wait for one connection, as whole frames, bounded. What waits is written in blocks, however many frames that is. Owned by the
 * gateway thread.
 */
final class Outbox {
    /** Past this the peer is too slow: four of the largest replies. */
    static final int MOST_BYTES = 1 << 20;

    private final ArrayDeque<byte[]> frames = new ArrayDeque<>();
    private int begun;
    private int waiting;
    private long written;

    /**
     * Queues a frame.
     *
     * @param frame shared with other connections, never written to
     * @return false where it does not fit: then it is not queued
     */
    boolean add(byte[] frame) {
        if (waiting + frame.length > MOST_BYTES) {
            return false;
        }
        addAnyway(frame);
        return true;
    }

    /** Queues the last frame of a connection, whether it fits or not. */
    void addAnyway(byte[] frame) {
        frames.add(frame);
        waiting += frame.length;
    }

    /** Drops every frame but the one of which a part is on its way. */
    void dropUnbegun() {
        byte[] head = begun > 0 ? frames.peek() : null;
        frames.clear();
        waiting = 0;
        if (head != null) {
            frames.add(head);
            waiting = head.length - begun;
        }
    }

    /**
     * Writes until nothing waits or the channel takes no more.
     *
     * @param block a buffer to gather in, its content without meaning
     * @return whether nothing waits
     */
    boolean writeTo(WritableByteChannel channel, ByteBuffer block) throws IOException {
        while (waiting > 0) {
            gather(block);
            int size = block.remaining();
            int count = channel.write(block);
            forget(count);
            if (count < size) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes wait. */
    int waiting() {
        return waiting;
    }

    /** How many bytes have been written in all. */
    long written() {
        return written;
    }

    private void gather(ByteBuffer block) {
        block.clear();
        int skip = begun;
        for (byte[] frame : frames) {
            int count = Math.min(frame.length - skip, block.remaining());
            block.put(frame, skip, count);
            skip = 0;
            if (!block.hasRemaining()) {
                break;
            }
        }
        block.flip();
    }

    private void forget(int count) {
        written += count;
        waiting -= count;
        begun += count;
        while (!frames.isEmpty() && begun >= frames.peek().length) {
            begun -= frames.poll().length;
        }
    }
}
