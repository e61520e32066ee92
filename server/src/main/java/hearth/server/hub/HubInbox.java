package hearth.server.hub;

import hearth.protocol.ClientFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for the hub thread. Safe from any thread. Its bound is that of the connections: the gateway stops reading from one whose frames are not handled.
 */
final class HubInbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Guarded by {@link #lock}. */
    private final Queue<HubInput> queue = new ArrayDeque<>();

    /** Guarded by {@link #lock}. */
    private boolean isClosed;

    /** Queues an input; never blocks. What comes after {@link #close} is dropped. */
    void post(HubInput input) {
        lock.lock();
        try {
            if (!isClosed) {
                queue.add(input);
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes what has queued up, and waits for something if there is nothing.
     *
     * @param mostText the batch ends with the input that brings its texts to so many chars
     * @param waitNanos how long to wait at most; without end where absent
     * @return up to {@code most} inputs; none when the time is over or the inbox closed
     */
    List<HubInput> take(int most, int mostText, OptionalLong waitNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = waitNanos.orElse(Long.MAX_VALUE);
            while (queue.isEmpty() && !isClosed && left > 0) {
                left = changed.awaitNanos(left);
            }
            List<HubInput> batch = new ArrayList<>(Math.min(most, queue.size()));
            int text = 0;
            while (batch.size() < most && text < mostText && !queue.isEmpty()) {
                HubInput input = queue.remove();
                batch.add(input);
                text += textOf(input);
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what has queued up stays to be taken. */
    void close() {
        lock.lock();
        try {
            isClosed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing will ever be taken again. */
    boolean isExhausted() {
        lock.lock();
        try {
            return isClosed && queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** How much everybody will be told because of this. */
    private static int textOf(HubInput input) {
        return switch (input) {
            case FromGateway.Received received -> textOf(received.frame());
            default -> 0;
        };
    }

    private static int textOf(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Post post -> post.text().length();
            case ClientFrame.Edit edit -> edit.text().length();
            default -> 0;
        };
    }
}
