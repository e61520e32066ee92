package hearth.client.timeline;

import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One line of a timeline. */
public sealed interface TimelineEntry {

    /** Stays the same when a message that is being sent gets its number. */
    String key();

    /** The number in the log; absent while the message has none. */
    OptionalLong seq();

    /** When it was stored, or while it was not, when it was written. For display only. */
    Instant at();

    /** A message. {@code clientId} is empty on servers without one. */
    record Message(
            String key,
            OptionalLong seq,
            Instant at,
            UserRef author,
            String clientId,
            String text,
            boolean own,
            boolean mentionsMe,
            Delivery delivery,
            Optional<Quote> quote,
            Marks marks)
            implements TimelineEntry {}

    /** The message that another one answers; {@code text} is empty where that one is deleted, absent where it is not known. */
    record Quote(long seq, Optional<UserRef> author, Optional<String> text) {}

    /** What happened to a message since it was written. */
    record Marks(boolean edited, boolean deleted, List<HistoryItem.Reaction> reactions) {
        /** Nothing happened to it. */
        public static final Marks NONE = new Marks(false, false, List.of());
    }

    /** Something that happened in the room: {@code joined}, {@code left} or {@code changed}. */
    record Notice(String key, OptionalLong seq, Instant at, Event event) implements TimelineEntry {}
}
