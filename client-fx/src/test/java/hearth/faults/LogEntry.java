package hearth.faults;

import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import java.util.List;

/**
 * One event of a conversation, as somebody was told of it.
 *
 * @param author the id of who caused it
 * @param clientId of messages; else empty
 * @param target of what changes a message; else 0
 * @param text of messages and edits; of other kinds all that they say
 * @param changed whether this is a message in a later form than it was sent in
 */
public record LogEntry(
        String conversation,
        long seq,
        Kind kind,
        String author,
        String clientId,
        long target,
        String text,
        boolean changed) {

    /** What kind of event it is. */
    public enum Kind {
        MESSAGE,
        EDITED,
        DELETED,
        REACTED,
        /** Members come, go or change, or the room does. */
        ROOM
    }

    /** What an event says. */
    static LogEntry of(Event event) {
        return switch (event) {
            case Event.Message message ->
                of(event, Kind.MESSAGE, message.clientId(), 0, message.text(), message.deleted());
            case Event.Edited edited -> of(event, Kind.EDITED, "", edited.target(), edited.text(), edited.deleted());
            case Event.Deleted deleted -> of(event, Kind.DELETED, "", deleted.target(), "", false);
            case Event.Reacted reacted ->
                of(event, Kind.REACTED, "", reacted.target(), reacted.emoji() + " " + reacted.on(), false);
            case Event.Joined joined -> of(event, Kind.ROOM, "", 0, said(joined.user(), joined.by()), false);
            case Event.Left left -> of(event, Kind.ROOM, "", 0, said(left.user(), left.reason(), left.text()), false);
            case Event.Changed changed ->
                of(
                        event,
                        Kind.ROOM,
                        "",
                        0,
                        said(changed.name(), changed.topic(), changed.visibility(), changed.roleChange()),
                        false);
            case Event.Unknown unknown -> of(event, Kind.ROOM, "", 0, unknown.kind(), false);
        };
    }

    /** What an entry of a page of history says. */
    static LogEntry of(HistoryItem item) {
        LogEntry entry = of(item.event());
        return new LogEntry(
                entry.conversation,
                entry.seq,
                entry.kind,
                entry.author,
                entry.clientId,
                entry.target,
                entry.text,
                entry.changed || item.edited());
    }

    private static LogEntry of(Event event, Kind kind, String clientId, long target, String text, boolean changed) {
        return new LogEntry(
                event.conversation(), event.seq(), kind, event.author().id(), clientId, target, text, changed);
    }

    private static String said(Object... parts) {
        return List.of(parts).toString();
    }

    boolean isMessage() {
        return kind == Kind.MESSAGE;
    }

    /** Whether pages of history have it: changes of messages are in what they changed. */
    boolean isItem() {
        return kind == Kind.MESSAGE || kind == Kind.ROOM;
    }

    /** Whether both are the same event, whatever became of its text since. */
    boolean isSameEventAs(LogEntry other) {
        return seq == other.seq
                && kind == other.kind
                && author.equals(other.author)
                && clientId.equals(other.clientId)
                && target == other.target
                && (isMessage() || text.equals(other.text));
    }
}
