package hearth.protocol;

import hearth.protocol.ConversationSummary.Direct;
import hearth.protocol.ConversationSummary.Room;
import hearth.protocol.ConversationSummary.Title;

/** Summaries of conversations and states of people as JSON. */
final class SummaryJson {

    private SummaryJson() {}

    static void write(JsonOut out, ConversationSummary summary) {
        out.text("id", summary.id()).wire("kind", summary.kind());
        switch (summary.title()) {
            case Room room ->
                out.text("name", room.name())
                        .text("topic", room.topic())
                        .wire("visibility", room.visibility())
                        .number("members", summary.members())
                        .wire("role", room.role());
            case Direct direct ->
                out.object("with", direct, SummaryJson::writeOther).number("members", summary.members());
        }
        out.number("head", summary.head())
                .number("read", summary.read())
                .number("unread", summary.unread())
                .number("mentions", summary.mentions())
                .object("last", summary.last(), EventJson::write);
    }

    static void writePresence(JsonOut out, PresenceEntry entry) {
        out.text("id", entry.id())
                .text("name", entry.name())
                .wire("status", entry.status())
                .text("text", entry.text());
    }

    static ConversationSummary read(Fields fields) throws FieldException {
        return new ConversationSummary(
                fields.text("id"),
                readTitle(fields),
                fields.count("members"),
                fields.integer("head"),
                fields.optionalInteger("read").orElse(0),
                fields.count("unread"),
                fields.count("mentions"),
                fields.optionalObject("last", EventJson::readMessage));
    }

    static PresenceEntry readPresence(Fields fields) throws FieldException {
        return new PresenceEntry(
                fields.text("id"),
                fields.text("name"),
                Status.ofWire(fields.text("status")).orElse(Status.ONLINE),
                fields.optionalText("text"));
    }

    /** A conversation of an unknown kind is shown as a room: its events are worth reading all the same. */
    private static Title readTitle(Fields fields) throws FieldException {
        if (fields.text("kind").equals(ConversationKind.DIRECT.wire())) {
            return fields.object("with", SummaryJson::readOther);
        }
        return new Room(
                fields.text("name"),
                fields.optionalText("topic").orElse(""),
                fields.optionalText("visibility").flatMap(Visibility::ofWire).orElse(Visibility.PRIVATE),
                fields.optionalText("role").flatMap(Role::ofWire).orElse(Role.MEMBER));
    }

    private static void writeOther(JsonOut out, Direct direct) {
        out.text("id", direct.with().id()).text("name", direct.with().name()).number("read", direct.read());
    }

    private static Direct readOther(Fields fields) throws FieldException {
        return new Direct(EventJson.user(fields), fields.optionalInteger("read").orElse(0));
    }
}
