package hearth.faults;

/**
 * One thing that must not have happened.
 *
 * @param observer to whom
 * @param where the conversation and the number, or the client id
 */
public record Violation(Kind kind, String observer, String where, String detail) {

    /** Which promise was broken. */
    public enum Kind {
        /** A message counts as sent, and is not in the final log. */
        LOST,
        /** One client id has two places in the final log. */
        STORED_TWICE,
        /** A message was delivered twice to one observer. */
        DELIVERED_TWICE,
        /** An event was delivered behind a later one. */
        OUT_OF_ORDER,
        /** An event that is in the final log was never delivered. */
        HOLE,
        /** The final log lacks a number that nobody was told a change for. */
        HOLE_IN_LOG,
        /** What was delivered, or sent, is not what the final log says. */
        DIFFERENT,
        /** The history cannot be judged: the final log of a conversation was not read. */
        NOT_READ
    }

    @Override
    public String toString() {
        return kind + " (" + observer + ", " + where + "): " + detail;
    }
}
