package hearth.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LivenessTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long NOW = Long.MAX_VALUE - 10;

    private final Liveness liveness = new Liveness(Duration.ofSeconds(15));

    private Liveness.Verdict judge(long silentNanos, long quietNanos) {
        return liveness.judge(NOW, NOW - silentNanos, NOW - quietNanos);
    }

    @Test
    void whoHasSentNothingForAHeartbeatPings() {
        assertThat(judge(0, 15 * SECOND - 1)).isEqualTo(Liveness.Verdict.FINE);
        assertThat(judge(0, 15 * SECOND)).isEqualTo(Liveness.Verdict.PING);
    }

    @Test
    void whoWasNotHeardForTwoHeartbeatsAndFiveSecondsIsDead() {
        assertThat(judge(35 * SECOND, 0)).isEqualTo(Liveness.Verdict.FINE);
        assertThat(judge(35 * SECOND + 1, 0)).isEqualTo(Liveness.Verdict.DEAD);
    }

    @Test
    void whoWasNotHeardForAHeartbeatAndFiveSecondsMayMakeRoom() {
        assertThat(liveness.isEvictable(NOW, NOW - 20 * SECOND)).isFalse();
        assertThat(liveness.isEvictable(NOW, NOW - 20 * SECOND - 1)).isTrue();
    }

    @Test
    void whoTakesNothingForAsLongIsStuck() {
        assertThat(liveness.isStuck(NOW, NOW - 35 * SECOND)).isFalse();
        assertThat(liveness.isStuck(NOW, NOW - 35 * SECOND - 1)).isTrue();
    }

    @Test
    void theClockMayWrapAround() {
        long wrapped = Long.MIN_VALUE + 5;
        assertThat(liveness.judge(wrapped, Long.MAX_VALUE - 5, Long.MAX_VALUE - 5))
                .isEqualTo(Liveness.Verdict.FINE);
    }
}
