package hearth.protocol;

import java.util.Optional;
import java.util.function.Function;

/** The role of a member in a room, lowest first. */
public enum Role implements WireName {
    MEMBER("member"),
    MODERATOR("moderator"),
    OWNER("owner");

    private static final Function<String, Optional<Role>> BY_WIRE = WireName.lookup(values());

    private final String wire;

    Role(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** The constant with this spelling, or nothing. */
    public static Optional<Role> ofWire(String wire) {
        return BY_WIRE.apply(wire);
    }
}
