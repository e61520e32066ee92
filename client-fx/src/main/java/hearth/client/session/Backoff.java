package hearth.client.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failure: full jitter under a ceiling that doubles from 0.5 s to 30 s. */
final class Backoff {
    private static final long FIRST_MS = 500;
    private static final long MOST_MS = 30_000;
    private static final int DOUBLINGS = 6;

    private final RandomGenerator jitter;
    private int failures;

    Backoff(RandomGenerator jitter) {
        this.jitter = jitter;
    }

    /** Counts a failure and says how long to wait; {@code floor} is added where more is asked for than none. */
    Duration next(Duration floor) {
        long ceiling = Math.min(MOST_MS, FIRST_MS << Math.min(failures, DOUBLINGS));
        failures++;
        return floor.plusMillis(jitter.nextLong(ceiling + 1));
    }

    /** Begins anew. */
    void reset() {
        failures = 0;
    }
}
