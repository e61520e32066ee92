package hearth.faults.power;

/**
 * What a client was told of a message of its own: it is sent.
 *
 * @param author the id of the user
 * @param nanos when, by {@link System#nanoTime()}
 */
record Told(String author, String clientId, String text, long nanos) {}
