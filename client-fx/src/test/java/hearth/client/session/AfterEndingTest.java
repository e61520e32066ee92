package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.AfterEnding.Circumstances;
import hearth.client.session.AfterEnding.ComeBack;
import hearth.client.session.AfterEnding.Stop;
import hearth.client.session.ConnectionState.Kind;
import hearth.client.session.ConnectionState.RefusalReason;
import hearth.client.transport.Ending;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AfterEndingTest {
    private static final Circumstances PLAIN = new Circumstances(true, Optional.empty(), false);
    private static final Circumstances BYE = new Circumstances(true, Optional.of(Duration.ofSeconds(2)), false);

    @Test
    void whatIsNoCloseFrameIsWaitedOut() {
        assertThat(AfterEnding.decide(new Ending.Lost(""), PLAIN)).isEqualTo(new ComeBack(Duration.ZERO, false));
        assertThat(AfterEnding.decide(new Ending.Refused(""), BYE))
                .isEqualTo(new ComeBack(Duration.ofSeconds(2), false));
    }

    @Test
    void aServerThatGoesAwayIsGivenTheTimeItAskedFor() {
        assertThat(after(1001, BYE)).isEqualTo(new ComeBack(Duration.ofSeconds(2), false));
        assertThat(after(1001, PLAIN)).isEqualTo(new ComeBack(Duration.ZERO, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1003, 1007, 1009})
    void brokenFramesAreReported(int code) {
        assertThat(after(code, PLAIN)).isEqualTo(new ComeBack(Duration.ZERO, true));
    }

    @Test
    void aBrokenProtocolIsNotTriedAgainUnlessARequestExplainsIt() {
        assertThat(after(4000, PLAIN)).isEqualTo(stop(Kind.PROTOCOL));
        assertThat(after(4000, new Circumstances(true, Optional.empty(), true)))
                .isEqualTo(new ComeBack(Duration.ZERO, true));
    }

    @Test
    void whoIsLoggedOutIsAskedAndWhoWasTooSlowTriesAgain() {
        assertThat(after(4001, PLAIN)).isEqualTo(stop(Kind.LOGGED_OUT));
        assertThat(after(4001, new Circumstances(false, Optional.empty(), false)))
                .isEqualTo(new ComeBack(Duration.ZERO, false));
    }

    @Test
    void whoIsBannedStops() {
        assertThat(after(4003, PLAIN)).isEqualTo(stop(Kind.BANNED));
    }

    @ParameterizedTest
    @ValueSource(ints = {4008, 4010})
    void whoIsTooMuchStaysAwayForHalfAMinute(int code) {
        assertThat(after(code, PLAIN)).isEqualTo(new ComeBack(Duration.ofSeconds(30), false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1005, 1011, 4009, 4999})
    void anythingElseIsWaitedOut(int code) {
        assertThat(after(code, PLAIN)).isEqualTo(new ComeBack(Duration.ZERO, false));
    }

    private static AfterEnding after(int code, Circumstances then) {
        return AfterEnding.decide(new Ending.Closed(code, "why"), then);
    }

    private static Stop stop(Kind kind) {
        return new Stop(new RefusalReason(kind, Optional.empty(), "why"));
    }
}
