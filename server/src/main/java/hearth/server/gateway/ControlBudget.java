package hearth.server.gateway;

import java.util.concurrent.TimeUnit;

/** Bounds what pings and pongs of one connection may cost. Owned by the connection's worker. */
final class ControlBudget {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int ANSWERED = 10;
    private static final int TOLERATED = 1_000;

    private long windowStart;
    private int seen;

    /** What a control frame gets. */
    enum Verdict {
        ANSWER,
        IGNORE,
        ABUSE
    }

    ControlBudget(long now) {
        windowStart = now;
    }

    /** Counts one more at this monotonic time in nanoseconds. */
    Verdict spend(long now) {
        if (now - windowStart >= WINDOW_NANOS) {
            windowStart = now;
            seen = 0;
        }
        seen++;
        if (seen <= ANSWERED) {
            return Verdict.ANSWER;
        }
        return seen <= TOLERATED ? Verdict.IGNORE : Verdict.ABUSE;
    }
}
