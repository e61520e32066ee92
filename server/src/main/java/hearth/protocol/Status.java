package hearth.protocol;

import java.util.Optional;
import java.util.function.Function;

/** What a user is doing, as others see it. A user never sets {@link #OFFLINE}; the server does. */
public enum Status implements WireName {
    ONLINE("online"),
    AWAY("away"),
    BUSY("busy"),
    OFFLINE("offline");

    private static final Function<String, Optional<Status>> BY_WIRE = WireName.lookup(values());

    private final String wire;

    Status(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** The constant with this spelling, or nothing. */
    public static Optional<Status> ofWire(String wire) {
        return BY_WIRE.apply(wire);
    }
}
