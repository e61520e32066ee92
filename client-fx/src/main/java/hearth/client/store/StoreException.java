package hearth.client.store;

import java.io.Serial;
import java.sql.SQLException;

/** The local file could not be read or written; the cause is the database's. */
public class StoreException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says what was tried, and why it failed. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether what is in the file makes no sense, so that trying again will not help; otherwise the disk may be full, or the file in use or newer. */
    boolean isDamage() {
        return getCause() instanceof SQLException e && SqliteFile.isDamage(e);
    }
}
