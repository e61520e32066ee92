package hearth.protocol;

import java.util.Optional;
import java.util.function.Function;

/** A group of requests that a server offers, as listed in {@code welcome}. */
public enum Capability implements WireName {
    ROOMS("rooms"),
    DIRECT("direct"),
    HISTORY("history"),
    SEARCH("search"),
    PRESENCE("presence"),
    TYPING("typing"),
    READ("read"),
    EDIT("edit"),
    REACT("react"),
    REPLY("reply"),
    FILES("files"),
    ADMIN("admin");

    private static final Function<String, Optional<Capability>> BY_WIRE = WireName.lookup(values());

    private final String wire;

    Capability(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** The constant with this spelling, or nothing. */
    public static Optional<Capability> ofWire(String wire) {
        return BY_WIRE.apply(wire);
    }
}
