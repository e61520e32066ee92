package hearth.protocol;

import java.util.Optional;
import java.util.function.Function;

/** Why a conversation is no longer the user's. */
public enum GoneReason implements WireName {
    LEFT("left"),
    KICKED("kicked"),
    BANNED("banned"),
    DELETED("deleted");

    private static final Function<String, Optional<GoneReason>> BY_WIRE = WireName.lookup(values());

    private final String wire;

    GoneReason(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** The constant with this spelling, or nothing. */
    public static Optional<GoneReason> ofWire(String wire) {
        return BY_WIRE.apply(wire);
    }
}
