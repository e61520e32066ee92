package hearth.client.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what it is given one at a time, in the order given, on a thread of an executor, until the last one. Safe from any thread. */
final class Turns {
    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private final Executor executor;
    private final Consumer<Throwable> onFailure;

    private final Object lock = new Object();
    private final Deque<Runnable> waiting = new ArrayDeque<>(); // guarded by lock
    private boolean running; // guarded by lock
    private boolean over; // guarded by lock

    /**
     * Makes an empty queue.
     *
     * @param onFailure hears, in its turn, what one threw; those behind it run all the same
     */
    Turns(Executor executor, Consumer<Throwable> onFailure) {
        this.executor = executor;
        this.onFailure = onFailure;
    }

    /** Queues one; nothing happens if the last one was queued already. */
    void add(Runnable turn) {
        add(turn, false);
    }

    /** Queues one, and takes none after it. */
    void addLast(Runnable turn) {
        add(turn, true);
    }

    private void add(Runnable turn, boolean last) {
        synchronized (lock) {
            if (over) {
                return;
            }
            over = last;
            waiting.add(turn);
            if (running) {
                return;
            }
            running = true;
        }
        try {
            executor.execute(this::runAll);
        } catch (RejectedExecutionException e) {
            // Only at the end of the program is there no thread left, and then nobody to tell.
            log.debug("nobody left to hear of a connection", e);
        }
    }

    private void runAll() {
        for (Runnable turn = next(); turn != null; turn = next()) {
            run(turn);
        }
    }

    /** Whatever a listener throws must end neither the queue nor a thread of the socket. */
    private void run(Runnable turn) {
        try {
            turn.run();
        } catch (Throwable e) {
            onFailure.accept(e);
        }
    }

    private Runnable next() {
        synchronized (lock) {
            Runnable turn = waiting.poll();
            running = turn != null;
            return turn;
        }
    }
}
