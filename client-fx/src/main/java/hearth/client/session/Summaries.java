package hearth.client.session;

import hearth.client.timeline.Items;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ConversationSummary.Direct;
import hearth.protocol.ConversationSummary.Room;
import hearth.protocol.ConversationSummary.Title;
import hearth.protocol.Event;
import hearth.protocol.Limits;
import hearth.protocol.UserRef;
import java.util.Optional;

/** How a summary becomes another one. Pure. */
final class Summaries {

    private Summaries() {}

    /** What this event, which is newer than the summary, makes of it; its counts of unread messages are not touched. */
    static ConversationSummary after(ConversationSummary before, Event event, String self) {
        return switch (event) {
            case Event.Message message -> with(before, before.members(), before.title(), Optional.of(cut(message)));
            case Event.Edited edited -> with(before, before.members(), before.title(), edited(before.last(), edited));
            case Event.Deleted deleted ->
                with(before, before.members(), before.title(), deleted(before.last(), deleted));
            case Event.Reacted _, Event.Unknown _ -> before;
            case Event.Joined _ -> with(before, before.members() + 1, before.title(), before.last());
            case Event.Left _ -> with(before, Math.max(0, before.members() - 1), before.title(), before.last());
            case Event.Changed changed ->
                with(before, before.members(), changed(before.title(), changed, self), before.last());
        };
    }

    /** The same with the counts as they now are. */
    static ConversationSummary counted(ConversationSummary before, long head, UnreadCount unread) {
        return new ConversationSummary(
                before.id(),
                before.title(),
                before.members(),
                Math.max(before.head(), head),
                unread.read(),
                unread.messages(),
                unread.mentions(),
                before.last());
    }

    /** The same with so many in it. */
    static ConversationSummary withMembers(ConversationSummary before, int members) {
        return with(before, members, before.title(), before.last());
    }

    /** The same where the other side of a direct conversation has read up to here. */
    static ConversationSummary readByOther(ConversationSummary before, long seq) {
        Title title = switch (before.title()) {
            case Room room -> room;
            case Direct(UserRef with, long read) -> new Direct(with, Math.max(read, seq));
        };
        return with(before, before.members(), title, before.last());
    }

    private static ConversationSummary with(
            ConversationSummary before, int members, Title title, Optional<Event.Message> last) {
        return new ConversationSummary(
                before.id(), title, members, before.head(), before.read(), before.unread(), before.mentions(), last);
    }

    private static Optional<Event.Message> edited(Optional<Event.Message> last, Event.Edited edited) {
        return last.map(message -> message.seq() == edited.target() ? cut(Items.after(message, edited)) : message);
    }

    private static Optional<Event.Message> deleted(Optional<Event.Message> last, Event.Deleted deleted) {
        return last.map(message -> message.seq() == deleted.target() ? Items.erased(message) : message);
    }

    private static Event.Message cut(Event.Message message) {
        String text = message.text();
        if (text.codePointCount(0, text.length()) <= Limits.PREVIEW_CHARS) {
            return message;
        }
        return new Event.Message(
                message.stamp(),
                message.clientId(),
                text.substring(0, text.offsetByCodePoints(0, Limits.PREVIEW_CHARS)),
                message.replyTo(),
                message.mentions(),
                message.deleted());
    }

    private static Title changed(Title before, Event.Changed changed, String self) {
        return switch (before) {
            case Direct direct -> direct;
            case Room room ->
                new Room(
                        changed.name().orElse(room.name()),
                        changed.topic().orElse(room.topic()),
                        changed.visibility().orElse(room.visibility()),
                        changed.roleChange()
                                .filter(change -> change.user().id().equals(self))
                                .map(Event.RoleChange::role)
                                .orElse(room.role()));
        };
    }
}
