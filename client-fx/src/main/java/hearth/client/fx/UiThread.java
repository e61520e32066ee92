package hearth.client.fx;

import java.time.Duration;
import javafx.util.Subscription;

/** The one thread that views and view models live on. Safe from any thread. */
public interface UiThread {

    /** Runs a task on it later, never inline; tasks run in the order given. */
    void later(Runnable task);

    /** Runs a task on it at the next pulse, before the window is laid out and drawn. */
    void atNextPulse(Runnable task);

    /**
     * Runs a task on it once this time has passed. Called on that thread.
     *
     * @return takes the task back, if it has not run
     */
    Subscription after(Duration delay, Runnable task);
}
