package hearth.server.hub;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The clocks of the hub.
 *
 * @param wall what people see; somebody may set it anew at any moment
 * @param steady the time of day as if nobody had set it since the start; for what lasts until a moment that outlives the process
 * @param monotonic nanoseconds from anywhere that only go forward; for everything that is waited for
 */
public record HubClock(InstantSource wall, InstantSource steady, LongSupplier monotonic) {

    /** Clocks that start now. */
    public static HubClock start(InstantSource wall, LongSupplier monotonic) {
        Instant start = wall.instant();
        long startNanos = monotonic.getAsLong();
        return new HubClock(wall, () -> start.plusNanos(monotonic.getAsLong() - startNanos), monotonic);
    }

    /** The time of day, to the millisecond as the protocol tells it. */
    Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The time of day by which something ends, to the millisecond. */
    Instant steadyNow() {
        return steady.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Nanoseconds to compare with others of the same clock. */
    long nanos() {
        return monotonic.getAsLong();
    }
}
