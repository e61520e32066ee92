package hearth.server.history;

import hearth.protocol.Event;
import hearth.protocol.LeaveReason;
import hearth.protocol.Role;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes events of rows of the log. */
final class EventRows {
    /** What {@link #asSent} and {@link #asItIs} read; a condition on {@code e} follows. */
    static final String SELECT = """
            SELECT e.*, a.name AS author_name, s.name AS subject_name, b.name AS by_name
            FROM events e
            JOIN users a ON a.id = e.author
            LEFT JOIN users s ON s.id = e.subject
            LEFT JOIN users b ON b.id = e.by
            """;

    private static final String SEPARATOR = "\n";

    private EventRows() {}

    /** The event as it was sent, but for what a deletion erased. */
    static Event asSent(ResultSet row) throws SQLException {
        return switch (row.getString("kind")) {
            case "message" -> message(row, row.getString("text"), row.getString("mentions"));
            case "edited" -> edited(row);
            case "deleted" -> new Event.Deleted(stamp(row), row.getLong("target"));
            case "reacted" -> reacted(row);
            case "joined" -> new Event.Joined(stamp(row), subject(row), user(row, "by"));
            case "left" -> left(row);
            default -> changed(row);
        };
    }

    /** The event in its final state: a message with its current text. */
    static Event asItIs(ResultSet row) throws SQLException {
        String current = row.getString("current_text");
        return current == null ? asSent(row) : message(row, current, row.getString("current_mentions"));
    }

    /** Where an event stands. */
    static Event.Stamp stamp(ResultSet row) throws SQLException {
        return new Event.Stamp(
                row.getString("conversation"),
                row.getLong("seq"),
                Instant.ofEpochMilli(row.getLong("at")),
                new UserRef(row.getString("author"), row.getString("author_name")));
    }

    /** How user ids lie in one column; absent where there are none. */
    static String join(List<String> users) {
        return users.isEmpty() ? null : String.join(SEPARATOR, users);
    }

    private static List<String> split(String users) {
        return users == null ? List.of() : List.of(users.split(SEPARATOR));
    }

    private static Event.Message message(ResultSet row, String text, String mentions) throws SQLException {
        return new Event.Message(
                stamp(row),
                row.getString("client_id"),
                text,
                optionalLong(row, "reply_to"),
                split(mentions),
                row.getBoolean("deleted"));
    }

    private static Event.Edited edited(ResultSet row) throws SQLException {
        return new Event.Edited(
                stamp(row),
                row.getLong("target"),
                row.getString("text"),
                split(row.getString("mentions")),
                row.getBoolean("deleted"));
    }

    private static Event.Reacted reacted(ResultSet row) throws SQLException {
        return new Event.Reacted(stamp(row), row.getLong("target"), row.getString("emoji"), row.getBoolean("is_on"));
    }

    private static Event.Left left(ResultSet row) throws SQLException {
        return new Event.Left(
                stamp(row),
                subject(row),
                LeaveReason.ofWire(row.getString("reason")).orElseThrow(),
                user(row, "by"),
                Optional.ofNullable(row.getString("text")));
    }

    private static Event.Changed changed(ResultSet row) throws SQLException {
        Optional<Role> role = Optional.ofNullable(row.getString("role")).flatMap(Role::ofWire);
        Optional<UserRef> user = user(row, "subject");
        return new Event.Changed(
                stamp(row),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("topic")),
                Optional.ofNullable(row.getString("visibility")).flatMap(Visibility::ofWire),
                user.flatMap(changed -> role.map(next -> new Event.RoleChange(changed, next))));
    }

    private static UserRef subject(ResultSet row) throws SQLException {
        return user(row, "subject").orElseThrow();
    }

    private static Optional<UserRef> user(ResultSet row, String column) throws SQLException {
        String id = row.getString(column);
        return id == null ? Optional.empty() : Optional.of(new UserRef(id, row.getString(column + "_name")));
    }

    /** A number that is absent or positive. */
    static OptionalLong optionalLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return value == 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
