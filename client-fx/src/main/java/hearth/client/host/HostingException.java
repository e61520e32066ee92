package hearth.client.host;

import java.io.Serial;

/** A server did not start; the message is a sentence that says why and what to do. */
public final class HostingException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says it in the server's words. */
    public HostingException(String message, Throwable cause) {
        super(message, cause);
    }
}
