package hearth.protocol;

import java.util.Optional;
import java.util.function.Function;

/** Why a request was refused. Clients translate the code; the message beside it is for logs. */
public enum ErrorCode implements WireName {
    BAD_FRAME("bad-frame"),
    UNKNOWN_TYPE("unknown-type"),
    NOT_LOGGED_IN("not-logged-in"),
    ALREADY_LOGGED_IN("already-logged-in"),
    UNAUTHORIZED("unauthorized"),
    NAME_TAKEN("name-taken"),
    NAME_INVALID("name-invalid"),
    UNKNOWN_USER("unknown-user"),
    UNKNOWN_CONVERSATION("unknown-conversation"),
    UNKNOWN_MESSAGE("unknown-message"),
    ALREADY_MEMBER("already-member"),
    NOT_MEMBER("not-member"),
    FORBIDDEN("forbidden"),
    BANNED("banned"),
    MUTED("muted"),
    RATE_LIMITED("rate-limited"),
    TOO_LONG("too-long"),
    TOO_LARGE("too-large"),
    EMPTY("empty"),
    EXISTS("exists"),
    FULL("full"),
    READ_ONLY("read-only"),
    UNSUPPORTED("unsupported"),
    INTERNAL("internal");

    private static final Function<String, Optional<ErrorCode>> BY_WIRE = WireName.lookup(values());

    private final String wire;

    ErrorCode(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** The constant with this spelling, or nothing. */
    public static Optional<ErrorCode> ofWire(String wire) {
        return BY_WIRE.apply(wire);
    }
}
