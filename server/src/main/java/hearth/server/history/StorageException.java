package hearth.server.history;

import java.io.Serial;

/** The storage could not do what was asked; the cause is the database's. */
public final class StorageException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says what was tried, and why it failed. */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
