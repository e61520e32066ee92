package hearth.client.session;

/** The end of the contiguous run of events that we have of one conversation, and the highest number that we were told of. Pure. */
final class Cursor {
    private long position;
    private long highest;

    Cursor(long head) {
        this.position = head;
        this.highest = head;
    }

    /** The number of the last event that was applied. */
    long position() {
        return position;
    }

    /** The highest number that we were told of. */
    long highest() {
        return highest;
    }

    /** Whether there are events that we do not have. */
    boolean isBehind() {
        return position < highest;
    }

    /** Whether an event is the next one, which then counts as applied. One that is further is remembered as missing. */
    boolean advance(long seq) {
        highest = Math.max(highest, seq);
        if (seq != position + 1) {
            return false;
        }
        position = seq;
        return true;
    }

    /** The server says that the log ends here. */
    void told(long head) {
        highest = Math.max(highest, head);
    }

    /** The run is given up: only what is told from now on counts as missing. */
    void restart() {
        highest = 0;
    }

    /** Everything up to here was loaded in another way. */
    void jump(long head) {
        position = head;
        highest = Math.max(highest, head);
    }

    /** This was loaded in another way, and nothing lies between. */
    void skip(long seq) {
        position = seq;
    }
}
