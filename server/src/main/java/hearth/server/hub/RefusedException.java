package hearth.server.hub;

import hearth.protocol.ErrorCode;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** A request is refused, as the protocol foresees. Thrown before the request has changed anything. */
final class RefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final Duration retryAfter;

    private RefusedException(ErrorCode code, String message, Duration retryAfter) {
        // No stack trace: a refusal is an answer, and a flood of them must stay cheap.
        super(message, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    RefusedException(ErrorCode code, String message) {
        this(code, message, Duration.ZERO);
    }

    /** A refusal that waiting so long helps against. */
    static RefusedException until(ErrorCode code, String message, Duration retryAfter) {
        return new RefusedException(code, message, retryAfter);
    }

    ErrorCode code() {
        return code;
    }

    /** How long to wait, where waiting helps. */
    Optional<Duration> retryAfter() {
        return retryAfter.isZero() ? Optional.empty() : Optional.of(retryAfter);
    }
}
