package hearth.protocol;

import java.util.Optional;
import java.util.function.Function;

/** The role of a user on the server, lowest first. */
public enum ServerRole implements WireName {
    MEMBER("member"),
    ADMIN("admin");

    private static final Function<String, Optional<ServerRole>> BY_WIRE = WireName.lookup(values());

    private final String wire;

    ServerRole(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** The constant with this spelling, or nothing. */
    public static Optional<ServerRole> ofWire(String wire) {
        return BY_WIRE.apply(wire);
    }
}
