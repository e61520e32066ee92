package hearth.protocol;

/**
 * A message that is no frame of the protocol. Neither its text nor a cause quotes what was sent, so that it may be logged.
 */
public final class MalformedFrameException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a fault.
     *
     * @param message what is wrong, without any part of what was sent
     */
    public MalformedFrameException(String message) {
        super(message);
    }
}
