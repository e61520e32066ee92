package hearth.protocol;

import java.util.OptionalLong;

/** What came of a message from a client. */
public sealed interface Decoded {

    /** A frame of the protocol whose fields have the right form. */
    record Frame(ClientFrame frame) implements Decoded {}

    /**
     * Something is wrong with the request, the connection lives; {@code frameType} is the wire type as sent.
     * {@code code} is {@link ErrorCode#BAD_FRAME}, {@link ErrorCode#UNKNOWN_TYPE} or a more exact refusal of a field's form
     * (for instance {@link ErrorCode#TOO_LONG}, {@link ErrorCode#EMPTY}).
     */
    record Invalid(OptionalLong re, ErrorCode code, String frameType, String message) implements Decoded {}

    /** Not a JSON object, no string {@code type}, or nested too deep: close with 4000. */
    record Broken(String message) implements Decoded {}
}
