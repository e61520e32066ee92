package hearth.faults.model;

import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.UserRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What of events and items can be said in advance: all but the time, the client id, and the order of reactions. */
final class Normal {
    private Normal() {}

    static Event.Stamp stamp(String conversation, long seq, UserRef author) {
        return new Event.Stamp(conversation, seq, Instant.EPOCH, author);
    }

    static List<Event> events(List<Event> events) {
        return events.stream().map(Normal::event).toList();
    }

    static Event event(Event event) {
        Event.Stamp stamp = stamp(event.conversation(), event.seq(), event.author());
        return switch (event) {
            case Event.Message message ->
                new Event.Message(stamp, "", message.text(), message.replyTo(), message.mentions(), message.deleted());
            case Event.Edited edited ->
                new Event.Edited(stamp, edited.target(), edited.text(), edited.mentions(), edited.deleted());
            case Event.Deleted deleted -> new Event.Deleted(stamp, deleted.target());
            case Event.Reacted reacted -> new Event.Reacted(stamp, reacted.target(), reacted.emoji(), reacted.on());
            case Event.Joined joined -> new Event.Joined(stamp, joined.user(), joined.by());
            case Event.Left left -> new Event.Left(stamp, left.user(), left.reason(), left.by(), left.text());
            case Event.Changed changed ->
                new Event.Changed(stamp, changed.name(), changed.topic(), changed.visibility(), changed.roleChange());
            case Event.Unknown unknown -> new Event.Unknown(stamp, unknown.kind());
        };
    }

    /** An event as it was told when it happened, beside one as it is told now: a text that was deleted since is as good as none. */
    static Event toldBefore(Event told, Event now) {
        Event normal = event(told);
        return switch (now) {
            case Event.Message message
            when message.deleted() && normal instanceof Event.Message before ->
                new Event.Message(before.stamp(), "", "", before.replyTo(), List.of(), true);
            case Event.Edited edited
            when edited.deleted() && normal instanceof Event.Edited before ->
                new Event.Edited(before.stamp(), before.target(), "", List.of(), true);
            default -> normal;
        };
    }

    static List<HistoryItem> items(List<HistoryItem> items) {
        return items.stream().map(Normal::item).toList();
    }

    private static HistoryItem item(HistoryItem item) {
        List<HistoryItem.Reaction> reactions = item.reactions().stream()
                .map(each -> new HistoryItem.Reaction(
                        each.emoji(),
                        each.count(),
                        each.own(),
                        each.users().stream().sorted().toList()))
                .sorted(Comparator.comparing(HistoryItem.Reaction::emoji))
                .toList();
        return new HistoryItem(event(item.event()), item.edited(), reactions, item.rev());
    }
}
