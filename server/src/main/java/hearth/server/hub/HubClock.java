package hearth.server.hub;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The two clocks of the hub.
 *
 * @param wall what people see; may jump
 * @param monotonic nanoseconds from anywhere that only go forward; for everything that is waited for
 */
public record HubClock(InstantSource wall, LongSupplier monotonic) {

    /** The time of day, to the millisecond as the protocol tells it. */
    Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Nanoseconds to compare with others of the same clock. */
    long nanos() {
        return monotonic.getAsLong();
    }
}
