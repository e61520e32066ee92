package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    private final Surroundings surroundings = new Surroundings(START, 0, Set.of("lo"));

    @Test
    void timeThatPassesOnBothClocksChangesNothing() {
        assertThat(surroundings.changed(START.plusSeconds(100), 100 * SECOND, Set.of("lo")))
                .isFalse();
    }

    @Test
    void theMachineSleptWhenTheWallClockRanHalfAMinuteAhead() {
        assertThat(surroundings.changed(START.plusSeconds(31), 2 * SECOND, Set.of("lo")))
                .isFalse();
        assertThat(surroundings.changed(START.plusSeconds(63), 4 * SECOND, Set.of("lo")))
                .isTrue();
        assertThat(surroundings.changed(START.plusSeconds(65), 6 * SECOND, Set.of("lo")))
                .isFalse();
    }

    @Test
    void aWallClockThatIsSetBackChangesNothing() {
        assertThat(surroundings.changed(START.minusSeconds(86_400), 2 * SECOND, Set.of("lo")))
                .isFalse();
    }

    @Test
    void anInterfaceThatCameUpIsNoticedOnce() {
        assertThat(surroundings.changed(START, 0, Set.of("lo", "wlan0"))).isTrue();
        assertThat(surroundings.changed(START, 0, Set.of("lo", "wlan0"))).isFalse();
        assertThat(surroundings.changed(START, 0, Set.of("lo"))).isFalse();
        assertThat(surroundings.changed(START, 0, Set.of("lo", "wlan0"))).isTrue();
    }
}
