package hearth.client.session;

import java.time.Duration;

/**
 * Whether the server lives, and whether it is time to show it that we do. Both sides ping after {@code heartbeat} without sending, so a living link is never
 * silent for longer than that and a round trip: silent for 5 s more it is stale, which the user sees; silent for twice the heartbeat and 5 s it is dead.
 * Pure; times are of the monotonic clock, in nanoseconds.
 */
final class Liveness {
    private static final long GRACE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long PROBE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long SHORTEST_MS = 1_000;
    private static final long LONGEST_MS = 300_000;

    private final long heartbeatNanos;
    private long heard;
    private long sent;
    private boolean probed;
    private long probedAt;

    /** How a link does. */
    enum Verdict {
        LIVELY,
        STALE,
        DEAD
    }

    Liveness(long heartbeatMs, long now) {
        this.heartbeatNanos = Duration.ofMillis(Math.clamp(heartbeatMs, SHORTEST_MS, LONGEST_MS))
                .toNanos();
        this.heard = now;
        this.sent = now;
    }

    void heard(long now) {
        heard = now;
        probed = false;
    }

    void sent(long now) {
        sent = now;
    }

    /** A ping was sent out of turn: its answer is due in 2 s. */
    void probe(long now) {
        if (!probed) {
            probed = true;
            probedAt = now;
        }
    }

    /** Whether the answer to such a ping is due. */
    boolean isProbed() {
        return probed;
    }

    boolean isPingDue(long now) {
        return now - sent >= heartbeatNanos;
    }

    Verdict at(long now) {
        if (now >= deadAt()) {
            return Verdict.DEAD;
        }
        return now >= staleAt() ? Verdict.STALE : Verdict.LIVELY;
    }

    /** How long ago something was heard. */
    Duration silence(long now) {
        return Duration.ofNanos(now - heard);
    }

    /** When to look again: at the next ping, or when the verdict may become another. Never zero. */
    Duration untilNext(long now) {
        long verdict = at(now) == Verdict.LIVELY ? Math.min(staleAt(), deadAt()) : deadAt();
        return Duration.ofNanos(Math.max(1, Math.min(sent + heartbeatNanos, verdict) - now));
    }

    private long staleAt() {
        return heard + heartbeatNanos + GRACE_NANOS;
    }

    private long deadAt() {
        long silent = heard + 2 * heartbeatNanos + GRACE_NANOS;
        return probed ? Math.min(silent, probedAt + PROBE_NANOS) : silent;
    }
}
