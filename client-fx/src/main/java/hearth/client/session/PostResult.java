package hearth.client.session;

/** Whether what the user did is in the outbox. */
public sealed interface PostResult {

    /** It is on disk, and will be sent. Where it took back what was not sent yet, that is gone from the disk instead, and this is its client id. */
    record Kept(String clientId) implements PostResult {}

    /** It could not be kept, so it will not be sent: the text stays with whoever wrote it. */
    record NotKept(Why why) implements PostResult {}

    /** What stood in the way. */
    enum Why {
        /** The local file cannot be written. */
        STORE_FAILED,
        /** More waits than the outbox takes. */
        OUTBOX_FULL,
        /** The session was shut down. */
        SHUT_DOWN
    }
}
