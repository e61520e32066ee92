package hearth.client.link.recognition;

import hearth.client.link.DialectName;
import hearth.client.transport.Ending;
import java.util.List;

/** What is at an address. */
public sealed interface Finding {

    /** A server of this kind. */
    record Certain(DialectName dialect) implements Finding {}

    /**
     * Something that does not say how it wants to be spoken with.
     *
     * @param guesses all kinds that it may be, the likeliest first; never empty
     */
    record Uncertain(Sign sign, List<DialectName> guesses) implements Finding {}

    /** Nothing with which one could chat. */
    record Nobody(Ending ending) implements Finding {}

    /** All that something tells of itself. */
    enum Sign {
        /** Socket.IO 2. */
        SOCKET_IO_2,
        /** Socket.IO 3, or an early 4. */
        SOCKET_IO_3,
        /** Socket.IO 4. */
        SOCKET_IO_4,
        /** Socket.IO of a version that does not show. */
        SOCKET_IO,
        /** A WebSocket that says something that is no JSON. */
        PLAIN_TEXT,
        /** A WebSocket. */
        WEB_SOCKET
    }
}
