package hearth.protocol;

import java.util.Optional;
import java.util.function.Function;

/** Who may find and join a room. */
public enum Visibility implements WireName {
    PUBLIC("public"),
    PRIVATE("private");

    private static final Function<String, Optional<Visibility>> BY_WIRE = WireName.lookup(values());

    private final String wire;

    Visibility(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** The constant with this spelling, or nothing. */
    public static Optional<Visibility> ofWire(String wire) {
        return BY_WIRE.apply(wire);
    }
}
