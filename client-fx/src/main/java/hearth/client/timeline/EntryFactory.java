package hearth.client.timeline;

import hearth.client.timeline.TimelineEntry.Marks;
import hearth.client.timeline.TimelineEntry.Message;
import hearth.client.timeline.TimelineEntry.Notice;
import hearth.client.timeline.TimelineEntry.Quote;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes entries out of what the server tells and the user writes. Pure; own messages have the same key with a number and without. */
final class EntryFactory {
    private static final Delivery SENT = new Delivery.Sent();

    private final String self;

    EntryFactory(String self) {
        this.self = self;
    }

    Message message(Event.Message event, Optional<Quote> quote) {
        return message(event, quote, new Marks(false, event.deleted(), List.of()));
    }

    Message message(Event.Message event, Optional<Quote> quote, Marks marks) {
        boolean own = event.author().id().equals(self);
        return new Message(
                own && !event.clientId().isEmpty() ? ownKey(event.clientId()) : key(event.seq()),
                OptionalLong.of(event.seq()),
                event.stamp().at(),
                event.author(),
                event.clientId(),
                event.deleted() ? "" : event.text(),
                own,
                event.mentions().contains(self),
                SENT,
                quote,
                marks);
    }

    Notice notice(Event event) {
        return new Notice(
                key(event.seq()), OptionalLong.of(event.seq()), event.stamp().at(), event);
    }

    Message pending(PendingMessage pending, Optional<Quote> quote) {
        return new Message(
                ownKey(pending.clientId()),
                OptionalLong.empty(),
                pending.writtenAt(),
                pending.author(),
                pending.clientId(),
                pending.text(),
                true,
                false,
                pending.delivery(),
                quote,
                Marks.NONE);
    }

    Message numbered(Message pending, long seq, Instant at) {
        return new Message(
                pending.key(),
                OptionalLong.of(seq),
                at,
                pending.author(),
                pending.clientId(),
                pending.text(),
                true,
                false,
                SENT,
                pending.quote(),
                pending.marks());
    }

    Marks marks(HistoryItem item, Event.Message message) {
        return new Marks(item.edited(), message.deleted(), item.reactions());
    }

    Message edited(Message before, Event.Edited event) {
        Marks marks = new Marks(true, false, before.marks().reactions());
        Message after = rewritten(before, event.text(), event.mentions().contains(self), marks);
        return event.deleted() ? deleted(after) : after;
    }

    Message deleted(Message before) {
        return rewritten(before, "", false, new Marks(before.marks().edited(), true, List.of()));
    }

    Message reacted(Message before, Event.Reacted event) {
        Marks marks = before.marks();
        List<HistoryItem.Reaction> reactions = Reactions.after(marks.reactions(), event, self);
        return rewritten(
                before, before.text(), before.mentionsMe(), new Marks(marks.edited(), marks.deleted(), reactions));
    }

    Message quoting(Message before, Quote quote) {
        return new Message(
                before.key(),
                before.seq(),
                before.at(),
                before.author(),
                before.clientId(),
                before.text(),
                before.own(),
                before.mentionsMe(),
                before.delivery(),
                Optional.of(quote),
                before.marks());
    }

    private static Message rewritten(Message before, String text, boolean mentionsMe, Marks marks) {
        return new Message(
                before.key(),
                before.seq(),
                before.at(),
                before.author(),
                before.clientId(),
                text,
                before.own(),
                mentionsMe,
                before.delivery(),
                before.quote(),
                marks);
    }

    private static String key(long seq) {
        return "s:" + seq;
    }

    private static String ownKey(String clientId) {
        return "c:" + clientId;
    }
}
