package hearth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBurstGoesAtOnceAndTheRestOneByOne() {
        Meter meter = new Meter(2, 10, 0);
        assertThat(meter.take(0)).isZero();
        assertThat(meter.take(0)).isZero();
        assertThat(meter.take(0)).isBetween(Duration.ofMillis(100), Duration.ofMillis(120));
        assertThat(meter.take(0)).isBetween(Duration.ofMillis(200), Duration.ofMillis(240));
    }

    @Test
    void whoWaitsMayPostAgainButNeverMoreThanABurst() {
        Meter meter = new Meter(2, 10, 0);
        meter.take(0);
        meter.take(0);
        assertThat(meter.take(60 * SECOND)).isZero();
        assertThat(meter.take(60 * SECOND)).isZero();
        assertThat(meter.take(60 * SECOND)).isPositive();
    }
}
