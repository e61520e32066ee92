package hearth.client.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries what happens on other threads to the JavaFX thread: in order, and with at most one hop a pulse however much arrives.
 *
 * @param <T> what is carried
 */
public final class UiBatcher<T> implements AutoCloseable {
    private final UiThread ui;
    private final Consumer<List<T>> sink;

    /** Guarded by itself; what was offered since the last hop. */
    private final List<T> waiting = new ArrayList<>();

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
        List<T> batch;
        synchronized (waiting) {
            batch = List.copyOf(waiting);
            waiting.clear();
        }
        if (!batch.isEmpty()) {
            sink.accept(batch);
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
