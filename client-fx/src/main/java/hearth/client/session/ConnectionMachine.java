package hearth.client.session;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Which state may follow which. Tells each new one; a step that is not in the table is a bug and throws. */
final class ConnectionMachine {

    /** The kinds of state, for the table. */
    enum Phase {
        OFFLINE,
        CONNECTING,
        LOGGING_IN,
        SYNCING,
        ONLINE,
        STALE,
        WAITING,
        REFUSED
    }

    private static final Map<Phase, Set<Phase>> NEXT = new EnumMap<>(Map.of(
            Phase.OFFLINE, EnumSet.of(Phase.CONNECTING),
            Phase.CONNECTING,
                    EnumSet.of(Phase.CONNECTING, Phase.LOGGING_IN, Phase.WAITING, Phase.REFUSED, Phase.OFFLINE),
            Phase.LOGGING_IN, EnumSet.of(Phase.SYNCING, Phase.CONNECTING, Phase.WAITING, Phase.REFUSED, Phase.OFFLINE),
            Phase.SYNCING, EnumSet.of(Phase.ONLINE, Phase.STALE, Phase.WAITING, Phase.REFUSED, Phase.OFFLINE),
            Phase.ONLINE, EnumSet.of(Phase.STALE, Phase.WAITING, Phase.REFUSED, Phase.OFFLINE),
            Phase.STALE,
                    EnumSet.of(
                            Phase.SYNCING, Phase.ONLINE, Phase.CONNECTING, Phase.WAITING, Phase.REFUSED, Phase.OFFLINE),
            Phase.WAITING, EnumSet.of(Phase.CONNECTING, Phase.OFFLINE),
            Phase.REFUSED, EnumSet.of(Phase.CONNECTING, Phase.OFFLINE)));

    private final Consumer<ConnectionState> told;
    private ConnectionState state = new ConnectionState.Offline();

    ConnectionMachine(Consumer<ConnectionState> told) {
        this.told = told;
    }

    ConnectionState state() {
        return state;
    }

    Phase phase() {
        return phase(state);
    }

    boolean isLoggedIn() {
        return switch (phase()) {
            case SYNCING, ONLINE, STALE -> true;
            case OFFLINE, CONNECTING, LOGGING_IN, WAITING, REFUSED -> false;
        };
    }

    void to(ConnectionState next) {
        if (!NEXT.get(phase()).contains(phase(next))) {
            throw new IllegalStateException("from " + state + " to " + next);
        }
        state = next;
        told.accept(next);
    }

    private static Phase phase(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Offline _ -> Phase.OFFLINE;
            case ConnectionState.Connecting _ -> Phase.CONNECTING;
            case ConnectionState.LoggingIn _ -> Phase.LOGGING_IN;
            case ConnectionState.Syncing _ -> Phase.SYNCING;
            case ConnectionState.Online _ -> Phase.ONLINE;
            case ConnectionState.Stale _ -> Phase.STALE;
            case ConnectionState.Waiting _ -> Phase.WAITING;
            case ConnectionState.Refused _ -> Phase.REFUSED;
        };
    }
}
