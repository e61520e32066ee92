package hearth.server;

import java.io.Serial;

/** The server could not start; the message is one sentence for the operator, and nothing of the server is left. */
public final class ServerStartException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a server cannot start. */
    public enum Reason {
        /** Another program listens at the port. */
        PORT_TAKEN,
        /** The port may not be listened at, or the address is not this machine's. */
        ADDRESS_UNAVAILABLE,
        /** The data folder cannot be made or written to. */
        FOLDER_NOT_WRITABLE,
        /** Another server uses the data folder. */
        FOLDER_IN_USE,
        /** A newer version of the program wrote the database. */
        DATABASE_NEWER,
        /** The database is another program's. */
        DATABASE_FOREIGN,
        /** The database has defects. */
        DATABASE_DAMAGED,
        /** Something else. */
        FAILED
    }

    ServerStartException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
