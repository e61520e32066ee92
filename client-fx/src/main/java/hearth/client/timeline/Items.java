package hearth.client.timeline;

import hearth.client.link.Missed;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What an event makes of the items of history: either it is a new one, or it changes one. Pure. */
public final class Items {

    private Items() {}

    /** The item that an event is; empty where it only changes another one, or is of a kind that nobody knows how to show. */
    public static Optional<HistoryItem> of(Event event) {
        return switch (event) {
            case Event.Message _, Event.Joined _, Event.Left _, Event.Changed _ -> Optional.of(item(event));
            case Event.Unknown unknown when Missed.is(unknown) -> Optional.of(item(unknown));
            case Event.Change _, Event.Unknown _ -> Optional.empty();
        };
    }

    private static HistoryItem item(Event event) {
        return new HistoryItem(event, false, List.of(), OptionalLong.empty());
    }

    /** The number of the message that an event changes; empty where it changes none. */
    public static OptionalLong target(Event event) {
        return event instanceof Event.Change change ? OptionalLong.of(change.target()) : OptionalLong.empty();
    }

    /** The number of the newest event that is in an item. */
    public static long rev(HistoryItem item) {
        return item.rev().orElse(item.event().seq());
    }

    /**
     * The item after an event that changes it; the same where the event is in it already.
     *
     * @param self the id of the user
     */
    public static HistoryItem after(HistoryItem before, Event event, String self) {
        return event instanceof Event.Change change
                        && before.event() instanceof Event.Message message
                        && change.target() == message.seq()
                        && change.seq() > rev(before)
                ? after(before, message, change, self)
                : before;
    }

    private static HistoryItem after(HistoryItem before, Event.Message message, Event.Change change, String self) {
        OptionalLong rev = OptionalLong.of(change.seq());
        return switch (change) {
            case Event.Edited edited -> new HistoryItem(after(message, edited), true, before.reactions(), rev);
            case Event.Deleted _ -> new HistoryItem(erased(message), before.edited(), List.of(), rev);
            case Event.Reacted reacted ->
                new HistoryItem(message, before.edited(), reactions(before, message, reacted, self), rev);
        };
    }

    /** The message with its new text, or without any where it was deleted since. */
    public static Event.Message after(Event.Message message, Event.Edited edited) {
        return edited.deleted()
                ? erased(message)
                : new Event.Message(
                        message.stamp(),
                        message.clientId(),
                        edited.text(),
                        message.replyTo(),
                        edited.mentions(),
                        false);
    }

    /** The message once it is deleted. */
    public static Event.Message erased(Event.Message message) {
        return new Event.Message(message.stamp(), message.clientId(), "", message.replyTo(), List.of(), true);
    }

    /** A deleted message has none, whatever of its past is told once more. */
    private static List<HistoryItem.Reaction> reactions(
            HistoryItem before, Event.Message message, Event.Reacted event, String self) {
        return message.deleted() ? List.of() : Reactions.after(before.reactions(), event, self);
    }
}
