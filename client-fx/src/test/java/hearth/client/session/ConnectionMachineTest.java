package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import hearth.client.session.ConnectionMachine.Phase;
import hearth.client.session.ConnectionState.Kind;
import hearth.client.session.ConnectionState.RefusalReason;
import hearth.client.transport.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionMachineTest {
    private static final Map<Phase, ConnectionState> STATES = new EnumMap<>(Map.of(
            Phase.OFFLINE, new ConnectionState.Offline(),
            Phase.CONNECTING, new ConnectionState.Connecting(),
            Phase.LOGGING_IN, new ConnectionState.LoggingIn(),
            Phase.SYNCING, new ConnectionState.Syncing(),
            Phase.ONLINE, new ConnectionState.Online(),
            Phase.STALE, new ConnectionState.Stale(Instant.EPOCH),
            Phase.WAITING, new ConnectionState.Waiting(Instant.EPOCH, Duration.ZERO, new Ending.Cancelled()),
            Phase.REFUSED, new ConnectionState.Refused(new RefusalReason(Kind.LOGIN, Optional.empty(), ""))));

    private static final Map<Phase, List<Phase>> WAYS = new EnumMap<>(Map.of(
            Phase.OFFLINE, List.of(),
            Phase.CONNECTING, List.of(Phase.CONNECTING),
            Phase.LOGGING_IN, List.of(Phase.CONNECTING, Phase.LOGGING_IN),
            Phase.SYNCING, List.of(Phase.CONNECTING, Phase.LOGGING_IN, Phase.SYNCING),
            Phase.ONLINE, List.of(Phase.CONNECTING, Phase.LOGGING_IN, Phase.SYNCING, Phase.ONLINE),
            Phase.STALE, List.of(Phase.CONNECTING, Phase.LOGGING_IN, Phase.SYNCING, Phase.STALE),
            Phase.WAITING, List.of(Phase.CONNECTING, Phase.WAITING),
            Phase.REFUSED, List.of(Phase.CONNECTING, Phase.REFUSED)));

    private final List<ConnectionState> told = new ArrayList<>();
    private final ConnectionMachine machine = new ConnectionMachine(told::add);

    @ParameterizedTest
    @CsvSource({
        "OFFLINE, 'CONNECTING'",
        "CONNECTING, 'CONNECTING LOGGING_IN WAITING REFUSED OFFLINE'",
        "LOGGING_IN, 'SYNCING CONNECTING WAITING REFUSED OFFLINE'",
        "SYNCING, 'ONLINE STALE WAITING REFUSED OFFLINE'",
        "ONLINE, 'STALE WAITING REFUSED OFFLINE'",
        "STALE, 'SYNCING ONLINE CONNECTING WAITING REFUSED OFFLINE'",
        "WAITING, 'CONNECTING OFFLINE'",
        "REFUSED, 'CONNECTING OFFLINE'"
    })
    void onlyTheStepsOfTheTableArePossible(Phase from, String allowed) {
        for (Phase to : Phase.values()) {
            ConnectionMachine walked = new ConnectionMachine(_ -> {});
            WAYS.get(from).forEach(step -> walked.to(STATES.get(step)));
            if (List.of(allowed.split(" ")).contains(to.name())) {
                walked.to(STATES.get(to));
                assertThat(walked.phase()).isEqualTo(to);
            } else {
                assertThatIllegalStateException().isThrownBy(() -> walked.to(STATES.get(to)));
                assertThat(walked.phase()).isEqualTo(from);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void isLoggedInWhileFramesFlow(Phase phase) {
        WAYS.get(phase).forEach(step -> machine.to(STATES.get(step)));
        boolean expected = phase == Phase.SYNCING || phase == Phase.ONLINE || phase == Phase.STALE;
        assertThat(machine.isLoggedIn()).isEqualTo(expected);
    }

    @Test
    void tellsEachNewState() {
        machine.to(new ConnectionState.Connecting());
        machine.to(new ConnectionState.Offline());
        assertThat(told).containsExactly(new ConnectionState.Connecting(), new ConnectionState.Offline());
        assertThat(machine.state()).isEqualTo(new ConnectionState.Offline());
    }
}
