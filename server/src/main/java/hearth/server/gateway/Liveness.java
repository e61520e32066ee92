package hearth.server.gateway;

import java.time.Duration;

/** Judges connections by when something last came and went; a pure function of the times that it is given. */
final class Liveness {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final long pingAfterNanos;
    private final long evictableAfterNanos;
    private final long deadAfterNanos;

    /** What to do with a connection. */
    enum Verdict {
        FINE,
        /** Nothing was sent for a heartbeat. */
        PING,
        /** Nothing was received for too long. */
        DEAD
    }

    Liveness(Duration heartbeat) {
        pingAfterNanos = heartbeat.toNanos();
        evictableAfterNanos = heartbeat.plus(GRACE).toNanos();
        deadAfterNanos = heartbeat.multipliedBy(2).plus(GRACE).toNanos();
    }

    /** Judges by monotonic times in nanoseconds. */
    Verdict judge(long now, long lastReceived, long lastSent) {
        if (now - lastReceived > deadAfterNanos) {
            return Verdict.DEAD;
        }
        return now - lastSent >= pingAfterNanos ? Verdict.PING : Verdict.FINE;
    }

    /** Whether a connection may be closed to make room for another one. */
    boolean isEvictable(long now, long lastReceived) {
        return now - lastReceived > evictableAfterNanos;
    }

    /** Whether a peer that has something to read has read nothing for too long. */
    boolean isStuck(long now, long lastProgress) {
        return now - lastProgress > deadAfterNanos;
    }
}
