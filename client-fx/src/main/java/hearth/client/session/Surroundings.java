package hearth.client.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Notices, from one poll to the next, what makes waiting pointless: the machine woke, or a network came up. Pure. */
final class Surroundings {
    private static final Duration SLEPT = Duration.ofSeconds(30);

    private Instant wall;
    private long nanos;
    private Set<String> up;

    Surroundings(Instant wall, long nanos, Set<String> up) {
        this.wall = wall;
        this.nanos = nanos;
        this.up = Set.copyOf(up);
    }

    /** Whether since the last poll the wall clock ran 30 s ahead of the monotonic one, or an interface came up. */
    boolean changed(Instant wallNow, long nanosNow, Set<String> upNow) {
        Duration ahead = Duration.between(wall, wallNow).minusNanos(nanosNow - nanos);
        boolean cameUp = !up.containsAll(upNow);
        wall = wallNow;
        nanos = nanosNow;
        up = Set.copyOf(upNow);
        return cameUp || ahead.compareTo(SLEPT) >= 0;
    }
}
