package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HubClockTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00.123Z");

    @Test
    void theSteadyTimeGoesOnAsTheMonotonicClockDoesWhateverTheWallClockSays() {
        AtomicReference<Instant> wall = new AtomicReference<>(START);
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
        HubClock clock = HubClock.start(wall::get, nanos::get);

        wall.set(START.minus(Duration.ofDays(365)));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(clock.now()).isEqualTo(START.minus(Duration.ofDays(365)));
        assertThat(clock.steadyNow()).isEqualTo(START.plusSeconds(2));
    }
}
