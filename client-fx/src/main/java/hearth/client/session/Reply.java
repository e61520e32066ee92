package hearth.client.session;

import hearth.protocol.Answer;
import hearth.protocol.ErrorCode;
import java.time.Duration;
import java.util.OptionalLong;

/** What became of a request. */
sealed interface Reply {

    /** The server did it. */
    record Ok(Answer answer) implements Reply {}

    /** The server refused, or broke the connection because of it. */
    record Refused(ErrorCode code, OptionalLong retryAfterMs) implements Reply {

        /** Whether the same request may succeed later, by itself. */
        boolean isPassing() {
            return switch (code) {
                case RATE_LIMITED, READ_ONLY, INTERNAL, MUTED -> true;
                default -> false;
            };
        }

        /** How long to wait before the same request is sent again. */
        Duration wait(Backoff backoff) {
            return retryAfterMs.isPresent()
                    ? Duration.ofMillis(Math.clamp(retryAfterMs.getAsLong(), 1, LONGEST_WAIT_MS))
                    : backoff.next(SHORTEST_WAIT);
        }
    }

    /**
     * The connection ended before the answer, or nothing came back: to be sent again after the next login, where that does no harm.
     *
     * @param sent whether it was sent on that connection, so that it may be done
     */
    record Ended(boolean sent) implements Reply {}

    /** So that a server that answers at once is not asked in a tight loop. */
    Duration SHORTEST_WAIT = Duration.ofMillis(100);

    /** A day. */
    long LONGEST_WAIT_MS = 86_400_000;
}
