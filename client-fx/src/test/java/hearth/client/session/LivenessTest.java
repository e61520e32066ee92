package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LivenessTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = -5 * SECOND;

    private final Liveness liveness = new Liveness(15_000, START);

    @Test
    void isStaleFiveSecondsAfterTheHeartbeatAndDeadAfterTwoAndFiveSeconds() {
        assertThat(liveness.at(at(20) - 1)).isEqualTo(Liveness.Verdict.LIVELY);
        assertThat(liveness.at(at(20))).isEqualTo(Liveness.Verdict.STALE);
        assertThat(liveness.at(at(35) - 1)).isEqualTo(Liveness.Verdict.STALE);
        assertThat(liveness.at(at(35))).isEqualTo(Liveness.Verdict.DEAD);
    }

    @Test
    void whateverIsHeardProvesLife() {
        liveness.heard(at(10));
        assertThat(liveness.at(at(29))).isEqualTo(Liveness.Verdict.LIVELY);
        assertThat(liveness.silence(at(29))).isEqualTo(Duration.ofSeconds(19));
    }

    @Test
    void aPingIsDueWhenNothingWasSentWhateverIsHeard() {
        liveness.heard(at(14));
        assertThat(liveness.isPingDue(at(15) - 1)).isFalse();
        assertThat(liveness.isPingDue(at(15))).isTrue();
        liveness.sent(at(15));
        assertThat(liveness.isPingDue(at(29))).isFalse();
    }

    @Test
    void aProbeIsAnsweredWithinTwoSecondsOrTheLinkIsDead() {
        liveness.probe(at(1));
        liveness.probe(at(2));
        assertThat(liveness.at(at(3) - 1)).isEqualTo(Liveness.Verdict.LIVELY);
        assertThat(liveness.at(at(3))).isEqualTo(Liveness.Verdict.DEAD);
    }

    @Test
    void whatIsHeardAnswersAProbe() {
        liveness.probe(at(1));
        liveness.heard(at(2));
        assertThat(liveness.at(at(10))).isEqualTo(Liveness.Verdict.LIVELY);
    }

    @Test
    void aProbeDoesNotLengthenALife() {
        liveness.probe(at(34));
        assertThat(liveness.at(at(35))).isEqualTo(Liveness.Verdict.DEAD);
    }

    @Test
    void looksAgainAtTheNextPingThenWhenStaleThenWhenDead() {
        assertThat(liveness.untilNext(at(0))).isEqualTo(Duration.ofSeconds(15));
        liveness.sent(at(15));
        assertThat(liveness.untilNext(at(15))).isEqualTo(Duration.ofSeconds(5));
        assertThat(liveness.untilNext(at(20))).isEqualTo(Duration.ofSeconds(10));
        liveness.sent(at(30));
        assertThat(liveness.untilNext(at(30))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aProbeIsLookedAtInTime() {
        liveness.probe(at(0));
        assertThat(liveness.untilNext(at(0))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void neverLooksAgainAtOnce() {
        assertThat(liveness.untilNext(at(15))).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void aHeartbeatBeyondReasonIsBroughtWithinIt() {
        assertThat(new Liveness(0, START).isPingDue(at(1) - 1)).isFalse();
        assertThat(new Liveness(0, START).isPingDue(at(1))).isTrue();
        assertThat(new Liveness(Integer.MAX_VALUE, START).isPingDue(at(300))).isTrue();
    }

    private static long at(long seconds) {
        return START + seconds * SECOND;
    }
}
