package hearth.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.OptionalInt;

/** One direction of a link: takes bytes from one socket, and gives them to the other when they are due. The proxy's thread only. */
final class Pipe {
    private static final int MOST_HELD_BYTES = 1 << 20;
    private static final long NOT_CUT = Long.MAX_VALUE;
    private static final long NEVER = Long.MAX_VALUE;

    private record Chunk(ByteBuffer bytes, long dueNanos) {}

    /** What became of the pipe in one turn. */
    enum Progress {
        /** It goes on. */
        OPEN,
        /** Its source has ended, and the sink has been told. */
        ENDED,
        /** All that may pass has passed: the link is to be cut now. */
        CUT
    }

    private final SocketChannel source;
    private final SocketChannel sink;
    private final FrameScanner scanner;
    private final ArrayDeque<Chunk> queue = new ArrayDeque<>();
    private LinkConditions conditions;
    private final FrameWatch watch;
    private long held;
    private long lineFreeAt = Long.MIN_VALUE;
    private long endDueAt = NEVER;
    private boolean endTold;
    private long allowance = NOT_CUT;
    private long passed;

    Pipe(Direction direction, SocketChannel source, SocketChannel sink, LinkConditions conditions, FrameWatch watch) {
        this.source = source;
        this.sink = sink;
        this.scanner = new FrameScanner(direction);
        this.conditions = conditions;
        this.watch = watch;
    }

    void conditions(LinkConditions others) {
        conditions = others;
    }

    /** Cuts once this many more bytes have been passed on. */
    void cutAfter(long bytes) {
        allowance = bytes;
    }

    /** The bytes that were given to the sink. */
    long passed() {
        return passed;
    }

    boolean wantsToRead() {
        return !conditions.blackHole() && endDueAt == NEVER && held < MOST_HELD_BYTES;
    }

    /** Whether bytes are due that the sink has not taken yet. */
    boolean wantsToWrite(long now) {
        return !conditions.blackHole() && !queue.isEmpty() && queue.peek().dueNanos() <= now;
    }

    /** When there is something to do, if not before. */
    long nextDueAt() {
        if (conditions.blackHole() || endTold) {
            return NEVER;
        }
        return queue.isEmpty() ? endDueAt : queue.peek().dueNanos();
    }

    /** Takes what has arrived. */
    void read(ByteBuffer buffer, long now) throws IOException {
        while (wantsToRead()) {
            buffer.clear();
            int count = source.read(buffer);
            if (count < 0) {
                endDueAt = Math.max(now, lineFreeAt)
                        + conditions.latency().plus(conditions.slowClose()).toNanos();
            }
            if (count <= 0) {
                return;
            }
            take(buffer.flip(), now);
        }
    }

    private void take(ByteBuffer bytes, long now) {
        if (watch == null) {
            enqueue(bytes, now);
            return;
        }
        for (FrameWatch.Piece piece : scanner.feed(bytes)) {
            OptionalInt cut = watch.passing(piece);
            if (cut.isPresent() && allowance == NOT_CUT) {
                allowance = held + cut.getAsInt();
            }
            enqueue(ByteBuffer.wrap(piece.bytes()), now);
        }
    }

    private void enqueue(ByteBuffer bytes, long now) {
        int count = bytes.remaining();
        lineFreeAt = Math.max(now, lineFreeAt) + conditions.nanosFor(count);
        ByteBuffer copy = ByteBuffer.allocate(count).put(bytes).flip();
        queue.add(new Chunk(copy, lineFreeAt + conditions.latency().toNanos()));
        held += count;
    }

    /** Gives the sink what is due. */
    Progress write(long now) throws IOException {
        while (allowance > 0 && wantsToWrite(now)) {
            ByteBuffer bytes = queue.peek().bytes();
            int count = write(bytes);
            held -= count;
            passed += count;
            allowance -= allowance == NOT_CUT ? 0 : count;
            if (bytes.hasRemaining()) {
                break;
            }
            queue.remove();
        }
        if (allowance == 0) {
            return Progress.CUT;
        }
        if (queue.isEmpty() && endDueAt <= now && !endTold && !conditions.blackHole()) {
            sink.shutdownOutput();
            endTold = true;
        }
        return endTold ? Progress.ENDED : Progress.OPEN;
    }

    private int write(ByteBuffer bytes) throws IOException {
        int whole = bytes.limit();
        bytes.limit((int) Math.min(whole, bytes.position() + Math.min(allowance, whole)));
        int count = sink.write(bytes);
        bytes.limit(whole);
        return count;
    }
}
