package hearth.protocol;

/** A field that is missing or has the wrong form, and the code that such a request is refused with. */
final class FieldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    FieldException(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** A field that is missing or of the wrong type or form. */
    static FieldException badFrame(String field, String expected) {
        return new FieldException(ErrorCode.BAD_FRAME, "'" + field + "' must be " + expected);
    }

    ErrorCode code() {
        return code;
    }
}
