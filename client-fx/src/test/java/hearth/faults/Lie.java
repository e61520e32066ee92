package hearth.faults;

/** What a {@link BrokenServer} does that no server may. */
enum Lie {
    /** Nothing: it keeps all promises. */
    NONE,
    /** Acknowledges a message, and stores it nowhere. */
    DROPS,
    /** Forgets client ids: what is sent again is stored again. */
    DOUBLES,
    /** Tells one observer two messages in the other order. */
    REORDERS,
    /** Acknowledges and delivers what is not on disk, and forgets it in a crash. */
    ACKNOWLEDGES_BEFORE_COMMIT,
    /** Leaves a message out of what one observer is told. */
    LEAVES_OUT,
    /** Tells one observer another text. */
    CHANGES_TEXT
}
