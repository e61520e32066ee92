package hearth.client.ui.timeline;

/** What a reader may do to a message. */
public enum MessageDeed {
    /** React to it. */
    REACT,
    /** Answer it. */
    REPLY,
    /** Give it another text. */
    EDIT,
    /** Take its text along. */
    COPY,
    /** See who wrote it. */
    SEE_AUTHOR,
    /** Write to its author alone. */
    WRITE,
    /** Send again what was refused, or may not have arrived. */
    TRY_AGAIN,
    /** Delete it for everybody. */
    DELETE
}
