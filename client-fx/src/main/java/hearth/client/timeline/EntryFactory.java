package hearth.client.timeline;

import hearth.client.store.Work;
import hearth.client.timeline.TimelineEntry.Doing;
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

    /** What something that the user did makes of a message, as the server will see it. */
    Message changed(Message before, Work work) {
        Marks marks = before.marks();
        return switch (work) {
            case Work.Edit(long _, String text)
            when !marks.deleted() ->
                rewritten(before, text, before.mentionsMe(), new Marks(true, false, marks.reactions()));
            case Work.React react
            when !marks.deleted() -> {
                List<HistoryItem.Reaction> reactions = Reactions.wished(marks.reactions(), react, self);
                yield rewritten(
                        before, before.text(), before.mentionsMe(), new Marks(marks.edited(), false, reactions));
            }
            case Work.Delete _ -> deleted(before);
            case Work.Post _, Work.Edit _, Work.React _ -> before;
        };
    }

    /** What something that the user did to a message makes of its text where it is quoted. */
    static String quoted(String before, Work work) {
        return switch (work) {
            case Work.Edit(long _, String text) -> text;
            case Work.Delete _ -> "";
            case Work.Post _, Work.React _ -> before;
        };
    }

    /** The same message, of which these things that the user did are not confirmed. */
    Message awaiting(Message before, List<Doing> doings) {
        Marks marks = before.marks();
        Delivery delivery = doings.stream()
                .map(Doing::delivery)
                .filter(Delivery.Failed.class::isInstance)
                .findFirst()
                .orElseGet(Delivery.Sending::new);
        Marks awaited = new Marks(marks.edited(), marks.deleted(), marks.reactions(), List.copyOf(doings));
        return copy(before, new Changed(before.text(), before.mentionsMe(), delivery, before.quote(), awaited));
    }

    Message quoting(Message before, Quote quote) {
        return copy(
                before,
                new Changed(before.text(), before.mentionsMe(), before.delivery(), Optional.of(quote), before.marks()));
    }

    private static Message rewritten(Message before, String text, boolean mentionsMe, Marks marks) {
        return copy(before, new Changed(text, mentionsMe, before.delivery(), before.quote(), marks));
    }

    /** What of a message may become another. */
    private record Changed(String text, boolean mentionsMe, Delivery delivery, Optional<Quote> quote, Marks marks) {}

    private static Message copy(Message before, Changed now) {
        return new Message(
                before.key(),
                before.seq(),
                before.at(),
                before.author(),
                before.clientId(),
                now.text(),
                before.own(),
                now.mentionsMe(),
                now.delivery(),
                now.quote(),
                now.marks());
    }

    private static String key(long seq) {
        return "s:" + seq;
    }

    private static String ownKey(String clientId) {
        return "c:" + clientId;
    }
}
