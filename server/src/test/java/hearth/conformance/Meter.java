package hearth.conformance;

import java.time.Duration;

/** Keeps the posts of one user, over all connections, within {@code limits.posts}. Used by one thread. */
final class Meter {
    /** A little slower than is allowed: the server's clock and ours are two. */
    private static final double CARE = 0.9;

    private static final double NANOS = 1e9;

    private final double burst;
    private final double perNano;
    private double left;
    private long at;

    /** Nothing was posted up to now. */
    Meter(long burst, double perSecond, long now) {
        this.burst = burst;
        this.perNano = perSecond * CARE / NANOS;
        this.left = burst;
        this.at = now;
    }

    /** Takes one post, and gives how long to wait before it is sent. */
    Duration take(long now) {
        left = Math.min(burst, left + (now - at) * perNano) - 1;
        at = now;
        return left >= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(-left / perNano));
    }
}
