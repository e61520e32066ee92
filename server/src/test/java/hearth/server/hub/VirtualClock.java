package hearth.server.hub;

import java.time.Duration;
import java.time.Instant;

/** A clock that a test moves. */
final class VirtualClock {
    private Instant steady = Instant.parse("2026-11-20T08:00:00.123Z");
    private Duration ahead = Duration.ZERO;
    // Near the overflow, where careless comparisons of nanoseconds fail.
    private long nanos = Long.MAX_VALUE - 5_000_000_000L;

    /** Whether asking for the time of day throws. */
    boolean failing;

    HubClock clock() {
        return new HubClock(() -> tell(now()), () -> tell(steady), this::nanos);
    }

    private Instant tell(Instant time) {
        if (failing) {
            throw new IllegalStateException("told to fail");
        }
        return time;
    }

    Instant now() {
        return steady.plus(ahead);
    }

    long nanos() {
        return nanos;
    }

    /** Somebody sets the time of day. */
    void jump(Duration further) {
        ahead = ahead.plus(further);
    }

    void advance(Duration duration) {
        steady = steady.plus(duration);
        nanos += duration.toNanos();
    }
}
