package hearth.client.store;

import java.io.Serial;

/** What is in the local file cannot be understood, and never will be. */
public final class DamagedStoreException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says which file, and what is wrong. */
    public DamagedStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
