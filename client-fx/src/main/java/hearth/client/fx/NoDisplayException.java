package hearth.client.fx;

/** This process can show no window. */
public final class NoDisplayException extends Exception {
    private static final long serialVersionUID = 1L;

    NoDisplayException(Throwable cause) {
        super("the toolkit does not start", cause);
    }
}
