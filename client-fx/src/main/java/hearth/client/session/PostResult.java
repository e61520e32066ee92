package hearth.client.session;

/** Whether a message that the user wrote is in the outbox. */
public sealed interface PostResult {

    /** It is on disk, and will be sent. */
    record Kept(String clientId) implements PostResult {}

    /** It could not be kept, so it will not be sent: the text stays with whoever wrote it. */
    record NotKept(Why why) implements PostResult {}

    /** What stood in the way. */
    enum Why {
        /** The local file cannot be written. */
        STORE_FAILED,
        /** More messages wait than the outbox takes. */
        OUTBOX_FULL,
        /** The session was shut down. */
        SHUT_DOWN
    }
}
