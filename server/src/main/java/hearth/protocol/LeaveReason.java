package hearth.protocol;

import java.util.Optional;
import java.util.function.Function;

/** Why somebody is no longer a member of a room, in the room's log. */
public enum LeaveReason implements WireName {
    LEFT("left"),
    KICKED("kicked"),
    BANNED("banned");

    private static final Function<String, Optional<LeaveReason>> BY_WIRE = WireName.lookup(values());

    private final String wire;

    LeaveReason(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** The constant with this spelling, or nothing. */
    public static Optional<LeaveReason> ofWire(String wire) {
        return BY_WIRE.apply(wire);
    }
}
