package hearth.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Events and items of history as JSON: one object form wherever they stand. Reading is what a client does, so it is lenient
 * with what only a newer server can have meant.
 */
final class EventJson {

    /** Beyond four digits a year cannot be shown everywhere, nor a time be counted in milliseconds. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final List<String> NO_MENTIONS = List.of();

    private static final List<HistoryItem.Reaction> NO_REACTIONS = List.of();

    private EventJson() {}

    static void write(JsonOut out, Event event) {
        Event.Stamp stamp = event.stamp();
        out.text("type", "event")
                .text("conversation", stamp.conversation())
                .number("seq", stamp.seq())
                .time("at", stamp.at())
                .user("author", stamp.author());
        switch (event) {
            case Event.Message message -> writeMessage(out.text("kind", "message"), message);
            case Event.Edited edited -> writeEdited(out.text("kind", "edited"), edited);
            case Event.Deleted deleted -> out.text("kind", "deleted").number("target", deleted.target());
            case Event.Reacted reacted ->
                out.text("kind", "reacted")
                        .number("target", reacted.target())
                        .text("emoji", reacted.emoji())
                        .flag("on", reacted.on());
            case Event.Joined joined ->
                out.text("kind", "joined").user("user", joined.user()).user("by", joined.by());
            case Event.Left left ->
                out.text("kind", "left")
                        .user("user", left.user())
                        .wire("reason", left.reason())
                        .user("by", left.by())
                        .text("text", left.text());
            case Event.Changed changed -> writeChanged(out.text("kind", "changed"), changed);
            case Event.Unknown unknown -> out.text("kind", unknown.kind());
        }
    }

    /** What messages alone have is always there with them, so that no client must know what stands for an absence. */
    static void writeItem(JsonOut out, HistoryItem item) {
        write(out, item.event());
        if (item.event() instanceof Event.Message message) {
            out.flagIfTrue("edited", item.edited())
                    .objects("reactions", message.deleted() ? NO_REACTIONS : item.reactions(), EventJson::writeReaction)
                    .number("rev", item.rev().orElse(message.seq()));
        }
    }

    /** The text of a deleted message is gone for good, so nothing of it leaves even if it is still at hand. */
    private static void writeMessage(JsonOut out, Event.Message message) {
        out.text("clientId", message.clientId())
                .text("text", message.deleted() ? "" : message.text())
                .number("replyTo", message.replyTo())
                .texts("mentions", message.deleted() ? NO_MENTIONS : message.mentions())
                .flagIfTrue("deleted", message.deleted());
    }

    private static void writeEdited(JsonOut out, Event.Edited edited) {
        out.number("target", edited.target())
                .text("text", edited.deleted() ? "" : edited.text())
                .texts("mentions", edited.deleted() ? NO_MENTIONS : edited.mentions())
                .flagIfTrue("deleted", edited.deleted());
    }

    private static void writeChanged(JsonOut out, Event.Changed changed) {
        out.text("name", changed.name()).text("topic", changed.topic()).wire("visibility", changed.visibility());
        changed.roleChange().ifPresent(change -> out.user("user", change.user()).wire("role", change.role()));
    }

    private static void writeReaction(JsonOut out, HistoryItem.Reaction reaction) {
        out.text("emoji", reaction.emoji())
                .number("count", reaction.count())
                .flag("own", reaction.own())
                .texts("users", reaction.users());
    }

    /** An event; one of an unknown kind is {@link Event.Unknown}, for it has its number all the same. */
    static Event read(Fields fields) throws FieldException {
        Event.Stamp stamp = new Event.Stamp(
                fields.text("conversation"),
                fields.integer("seq"),
                time(fields, "at"),
                fields.object("author", EventJson::user));
        String kind = fields.text("kind");
        return switch (kind) {
            case "message" -> readMessage(stamp, fields);
            case "edited" ->
                new Event.Edited(
                        stamp,
                        fields.integer("target"),
                        fields.text("text"),
                        fields.texts("mentions"),
                        fields.optionalFlag("deleted").orElse(false));
            case "deleted" -> new Event.Deleted(stamp, fields.integer("target"));
            case "reacted" ->
                new Event.Reacted(stamp, fields.integer("target"), fields.text("emoji"), fields.flag("on"));
            case "joined" ->
                new Event.Joined(
                        stamp, fields.object("user", EventJson::user), fields.optionalObject("by", EventJson::user));
            case "left" -> readLeft(stamp, fields);
            case "changed" -> readChanged(stamp, fields);
            default -> new Event.Unknown(stamp, kind);
        };
    }

    static HistoryItem readItem(Fields fields) throws FieldException {
        Event event = read(fields);
        OptionalLong rev = fields.optionalInteger("rev");
        return new HistoryItem(
                event,
                fields.optionalFlag("edited").orElse(false),
                fields.objects("reactions", EventJson::readReaction),
                rev.orElse(event.seq()) == event.seq() ? OptionalLong.empty() : rev);
    }

    static Event.Message readMessage(Fields fields) throws FieldException {
        if (read(fields) instanceof Event.Message message) {
            return message;
        }
        throw FieldException.badFrame("kind", "message");
    }

    static Instant time(Fields fields, String name) throws FieldException {
        try {
            Instant time = Instant.parse(fields.text(name));
            if (time.isAfter(FIRST) && time.isBefore(LAST)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw FieldException.badFrame(name, "a time in ISO-8601");
        }
        throw FieldException.badFrame(name, "a time of four-digit years");
    }

    static UserRef user(Fields fields) throws FieldException {
        return new UserRef(fields.text("id"), fields.text("name"));
    }

    private static Event.Message readMessage(Event.Stamp stamp, Fields fields) throws FieldException {
        return new Event.Message(
                stamp,
                fields.optionalText("clientId").orElse(""),
                fields.text("text"),
                fields.optionalInteger("replyTo"),
                fields.texts("mentions"),
                fields.optionalFlag("deleted").orElse(false));
    }

    private static Event.Left readLeft(Event.Stamp stamp, Fields fields) throws FieldException {
        return new Event.Left(
                stamp,
                fields.object("user", EventJson::user),
                LeaveReason.ofWire(fields.text("reason")).orElse(LeaveReason.LEFT),
                fields.optionalObject("by", EventJson::user),
                fields.optionalText("text"));
    }

    private static Event.Changed readChanged(Event.Stamp stamp, Fields fields) throws FieldException {
        var role = fields.optionalText("role").flatMap(Role::ofWire);
        var user = fields.optionalObject("user", EventJson::user);
        return new Event.Changed(
                stamp,
                fields.optionalText("name"),
                fields.optionalText("topic"),
                fields.optionalText("visibility").flatMap(Visibility::ofWire),
                user.flatMap(who -> role.map(what -> new Event.RoleChange(who, what))));
    }

    private static HistoryItem.Reaction readReaction(Fields fields) throws FieldException {
        return new HistoryItem.Reaction(
                fields.text("emoji"),
                fields.count("count"),
                fields.optionalFlag("own").orElse(false),
                fields.texts("users"));
    }
}
