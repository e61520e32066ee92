package hearth.faults.power;

/** What a client was told to be done. */
sealed interface Told {

    /** When, by {@link System#nanoTime()}. */
    long nanos();

    /**
     * A message of its own is sent.
     *
     * @param author the id of the user
     */
    record Sent(String author, String clientId, String text, long nanos) implements Told {}

    /** A message is deleted. */
    record Deleted(String conversation, long seq, long nanos) implements Told {}
}
