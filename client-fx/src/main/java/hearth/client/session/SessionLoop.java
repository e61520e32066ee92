package hearth.client.session;

import java.time.Duration;
import java.time.Instant;

/** The thread that a session lives on, and the clocks that it reads. */
public interface SessionLoop {

    /**
     * Runs a task on the session thread, after all that was given before. From any thread.
     *
     * @return whether it will run; nothing does that comes after {@link #shutDown}
     */
    boolean execute(Runnable task);

    /** Runs a task on the session thread once this much time has passed on the monotonic clock. */
    Timer schedule(Duration delay, Runnable task);

    /** The monotonic clock, in nanoseconds from an arbitrary point. All timeouts go by it. */
    long nanoTime();

    /** The wall clock: for display, and to notice that the machine slept. */
    Instant now();

    /** Ends the thread once it has run what it was given; timers never fire again. */
    void shutDown();

    /** A task that is to run later. */
    interface Timer {

        /** Takes it back; called on the session thread, it never runs afterwards. */
        void cancel();
    }
}
