package hearth.faults;

/** How a proxy ends a connection, to both sides alike. */
public enum Cut {
    /** As a program that closes its socket: end of stream behind all that was passed on. */
    FIN,
    /** As a machine that lost its memory of the connection. */
    RESET
}
