package hearth.server.hub;

import java.time.Duration;
import java.time.Instant;

/** A clock that a test moves. */
final class VirtualClock {
    private Instant now = Instant.parse("2026-11-20T08:00:00.123Z");
    // Near the overflow, where careless comparisons of nanoseconds fail.
    private long nanos = Long.MAX_VALUE - 5_000_000_000L;

    /** Whether asking for the time of day throws. */
    boolean failing;

    HubClock clock() {
        return new HubClock(this::tell, () -> nanos);
    }

    private Instant tell() {
        if (failing) {
            throw new IllegalStateException("told to fail");
        }
        return now;
    }

    Instant now() {
        return now;
    }

    void advance(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }
}
