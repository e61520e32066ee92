package hearth.server.gateway;

import hearth.protocol.CloseCode;

/** A peer sent bytes that end its connection with this code. */
final class WireViolationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CloseCode code;

    WireViolationException(CloseCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    CloseCode code() {
        return code;
    }
}
