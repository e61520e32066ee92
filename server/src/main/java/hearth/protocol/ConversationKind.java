package hearth.protocol;

import java.util.Optional;
import java.util.function.Function;

/** What a conversation is. */
public enum ConversationKind implements WireName {
    ROOM("room"),
    DIRECT("direct");

    private static final Function<String, Optional<ConversationKind>> BY_WIRE = WireName.lookup(values());

    private final String wire;

    ConversationKind(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** The constant with this spelling, or nothing. */
    public static Optional<ConversationKind> ofWire(String wire) {
        return BY_WIRE.apply(wire);
    }
}
