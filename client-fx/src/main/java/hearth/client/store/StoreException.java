package hearth.client.store;

import java.io.Serial;

/** The local file could not be read or written; the cause is the database's. */
public class StoreException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says what was tried, and why it failed. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
