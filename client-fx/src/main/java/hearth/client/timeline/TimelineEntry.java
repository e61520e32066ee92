package hearth.client.timeline;

import hearth.client.link.Missed;
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

    /**
     * A message.
     *
     * @param clientId empty on servers without one
     * @param delivery how far it is, or what the user did to it: where any of that failed, the first that did
     */
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
            implements TimelineEntry {

        /** What the user did here and the server has not confirmed: the writing of it, or what is in its marks. */
        public List<Doing> awaited() {
            return seq.isPresent() ? marks.awaited() : List.of(new Doing(clientId, delivery));
        }
    }

    /** The message that another one answers; {@code text} is empty where that one is deleted, absent where it is not known. */
    record Quote(long seq, Optional<UserRef> author, Optional<String> text) {}

    /** What happened to a message since it was written; {@code awaited} is what the user did to it and the server has not confirmed, oldest first. */
    record Marks(boolean edited, boolean deleted, List<HistoryItem.Reaction> reactions, List<Doing> awaited) {
        /** Nothing happened to it. */
        public static final Marks NONE = new Marks(false, false, List.of());

        /** What the log says. */
        public Marks(boolean edited, boolean deleted, List<HistoryItem.Reaction> reactions) {
            this(edited, deleted, reactions, List.of());
        }
    }

    /** Something that the user did to a message, under the client id by which it can be sent again or given up. */
    record Doing(String clientId, Delivery delivery) {}

    /** Something that happened in the room: {@code joined}, {@code left} or {@code changed}; or that something said before may be {@linkplain Missed missing}. */
    record Notice(String key, OptionalLong seq, Instant at, Event event) implements TimelineEntry {}
}
