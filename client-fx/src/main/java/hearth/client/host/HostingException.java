package hearth.client.host;

import java.io.Serial;

/** A server did not start; the message is the server's sentence for its operator. */
public final class HostingException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** Why a chat cannot be hosted. */
    public enum Problem {
        /** Another program listens at the port. */
        PORT_TAKEN,
        /** The system lets this user not listen at the port. */
        PORT_FORBIDDEN,
        /** The folder cannot be made or written to. */
        FOLDER_NOT_WRITABLE,
        /** Another server uses the folder. */
        FOLDER_IN_USE,
        /** A newer version of the program wrote what is in it. */
        DATA_NEWER,
        /** What is in it is another program's, or has defects. */
        DATA_UNUSABLE,
        /** Something else. */
        FAILED
    }

    /** Says it in the server's words. */
    public HostingException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /** Why. */
    public Problem problem() {
        return problem;
    }
}
