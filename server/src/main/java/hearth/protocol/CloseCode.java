package hearth.protocol;

/** The WebSocket close codes that the protocol gives a meaning. */
public enum CloseCode {
    /** Closed on request, after {@code log-out}. */
    NORMAL(1000),
    /** The server is going away. */
    GOING_AWAY(1001),
    /** A binary message where none is allowed. */
    BINARY(1003),
    /** Text that is not UTF-8. */
    NOT_UTF8(1007),
    /** A message that is too large or has too many fragments. */
    TOO_LARGE(1009),
    /** Not a JSON object, no string {@code type}, nested too deep, or a second {@code hello}. */
    PROTOCOL_BROKEN(4000),
    /** The login failed, no {@code hello} came in time, or the user logged out. */
    LOGIN_FAILED(4001),
    /** The user is banned from the server. */
    BANNED(4003),
    /** A rate limit was exceeded again and again. */
    RATE_LIMIT(4008),
    /** The peer reads too slowly. */
    TOO_SLOW(4009),
    /** No room for this connection. */
    FULL(4010);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }
}
