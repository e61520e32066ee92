package hearth.client.session;

import hearth.protocol.ErrorCode;
import java.util.OptionalLong;

/** What came of a command that needs the server's word. */
public sealed interface Outcome<T> {

    /** It is done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** The server refused. */
    record Refused<T>(ErrorCode code, OptionalLong retryAfterMs) implements Outcome<T> {}

    /**
     * There was no connection, or the user disconnected before the answer: nothing is known to have happened. A request whose connection ended otherwise is
     * sent again after the next login.
     */
    record NotConnected<T>() implements Outcome<T> {}
}
