package hearth.client.ui.host;

import hearth.client.host.HostingException.Problem;

/**
 * Why hosting did not begin.
 *
 * @param port the one that was wanted
 */
public record HostTrouble(Kind kind, int port) {

    /** What was wrong. */
    public enum Kind {
        /** The chat has no name. */
        NAME_MISSING,
        /** Its name is too long. */
        NAME_LONG,
        /** That is no port. */
        PORT_INVALID,
        /** Another program listens there. */
        PORT_TAKEN,
        /** The system does not allow it. */
        PORT_FORBIDDEN,
        /** The data folder cannot be written to. */
        FOLDER_NOT_WRITABLE,
        /** Another program hosts what is in it. */
        FOLDER_IN_USE,
        /** A newer program has written it. */
        DATA_NEWER,
        /** It cannot be read. */
        DATA_UNUSABLE,
        /** Nobody knows. */
        FAILED
    }

    static HostTrouble of(Problem problem, int port) {
        Kind kind = switch (problem) {
            case PORT_TAKEN -> Kind.PORT_TAKEN;
            case PORT_FORBIDDEN -> Kind.PORT_FORBIDDEN;
            case FOLDER_NOT_WRITABLE -> Kind.FOLDER_NOT_WRITABLE;
            case FOLDER_IN_USE -> Kind.FOLDER_IN_USE;
            case DATA_NEWER -> Kind.DATA_NEWER;
            case DATA_UNUSABLE -> Kind.DATA_UNUSABLE;
            case FAILED -> Kind.FAILED;
        };
        return new HostTrouble(kind, port);
    }

    /** Whether it is the chat's name that has to be mended. */
    boolean isAboutName() {
        return kind == Kind.NAME_MISSING || kind == Kind.NAME_LONG;
    }

    /** Whether it is the port. */
    boolean isAboutPort() {
        return kind == Kind.PORT_INVALID || kind == Kind.PORT_TAKEN || kind == Kind.PORT_FORBIDDEN;
    }
}
