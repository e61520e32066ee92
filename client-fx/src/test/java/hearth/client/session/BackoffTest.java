package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final List<Long> bounds = new ArrayList<>();

    /** Always the most that is allowed. */
    private final RandomGenerator greatest = new RandomGenerator() {
        @Override
        public long nextLong() {
            throw new AssertionError("not used");
        }

        @Override
        public long nextLong(long bound) {
            bounds.add(bound);
            return bound - 1;
        }
    };

    private final Backoff backoff = new Backoff(greatest);

    @Test
    void theCeilingDoublesFromHalfASecondToHalfAMinute() {
        List<Long> ceilings = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            ceilings.add(backoff.next(Duration.ZERO).toMillis());
        }
        assertThat(ceilings).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
        assertThat(bounds.getFirst()).as("anything from none to the ceiling").isEqualTo(501);
    }

    @Test
    void theFloorIsWaitedInAnyCase() {
        assertThat(backoff.next(Duration.ofSeconds(30))).isEqualTo(Duration.ofMillis(30_500));
    }

    @Test
    void aResetBeginsAnew() {
        backoff.next(Duration.ZERO);
        backoff.next(Duration.ZERO);
        backoff.reset();
        assertThat(backoff.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
    }
}
