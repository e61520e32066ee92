package hearth.client.link;

import hearth.protocol.Event;

/**
 * The place in a conversation where some of what was said may be missing, since the server tells only the newest of it: an event of a kind that the protocol
 * does not know, so that it has its number and is kept as everything else is. Pure functions.
 */
public final class Missed {
    /** With a blank, as no kind of the protocol is written. */
    private static final String KIND = "missed messages";

    private Missed() {}

    /** That something may be missing right before the number that follows. */
    public static Event at(Event.Stamp stamp) {
        return new Event.Unknown(stamp, KIND);
    }

    /** Whether an event says that. */
    public static boolean is(Event event) {
        return event instanceof Event.Unknown(var _, String kind) && kind.equals(KIND);
    }
}
