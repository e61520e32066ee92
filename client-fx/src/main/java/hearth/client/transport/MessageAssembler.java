package hearth.client.transport;

/**
 * Puts the parts of messages together, and keeps count: the socket itself takes a message of any length. Used by one thread at a time; the limit may be set
 * by any.
 */
final class MessageAssembler {
    private static final int USUAL_CHARS = 1_024;

    private volatile int limitBytes;
    private StringBuilder text = new StringBuilder(USUAL_CHARS);
    private long bytes;
    private long parts;

    MessageAssembler(int limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Sets the longest message from the next part on. */
    void limit(int newLimitBytes) {
        limitBytes = newLimitBytes;
    }

    int limit() {
        return limitBytes;
    }

    /** Adds a part; false if the message is beyond the limit with it, and then it was not kept. */
    boolean add(CharSequence part) {
        parts++;
        bytes += Utf8.length(part);
        // Empty parts cost nothing to send: they are counted too.
        if (bytes > limitBytes || parts > limitBytes) {
            return false;
        }
        text.append(part);
        return true;
    }

    /** The message that the parts since the last call make. */
    String take() {
        String whole = text.toString();
        text = new StringBuilder(USUAL_CHARS);
        bytes = 0;
        parts = 0;
        return whole;
    }
}
