package hearth.client.fx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries what happens on other threads to the JavaFX thread: in order, with at most one hop a pulse however much arrives, and with at most {@link
 * #MOST_A_PULSE} things in it, so that no pulse has to wait for a burst. The rest comes with the next ones.
 *
 * @param <T> what is carried
 */
public final class UiBatcher<T> implements AutoCloseable {
    /** Half of it carries a burst of 10,000 messages a second, at sixty pulses. */
    static final int MOST_A_PULSE = 1_000;

    private final UiThread ui;
    private final Consumer<List<T>> sink;

    /** Guarded by itself; what was offered and not taken yet. A hop is under way while there is something. */
    private final Deque<T> waiting = new ArrayDeque<>();

    /** Guarded by {@link #waiting}. */
    private boolean closed;

    /**
     * Makes one; nothing runs before the first {@link #offer}.
     *
     * @param sink is called on the JavaFX thread with at least one thing, oldest first
     */
    public UiBatcher(UiThread ui, Consumer<List<T>> sink) {
        this.ui = ui;
        this.sink = sink;
    }

    /** Hands something over. Never blocks; safe from any thread. */
    public void offer(T thing) {
        synchronized (waiting) {
            if (closed) {
                return;
            }
            waiting.add(thing);
            if (waiting.size() > 1) {
                return;
            }
        }
        ui.atNextPulse(this::drain);
    }

    private void drain() {
        List<T> batch = new ArrayList<>();
        boolean more;
        synchronized (waiting) {
            while (batch.size() < MOST_A_PULSE && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            more = !waiting.isEmpty();
        }
        if (more) {
            ui.atNextPulse(this::drain);
        }
        if (!batch.isEmpty()) {
            sink.accept(List.copyOf(batch));
        }
    }

    /** Drops what waits; after this returned on the JavaFX thread the sink hears nothing more. Idempotent. */
    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.clear();
        }
    }
}
