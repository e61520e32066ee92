package hearth.server.history;

import hearth.protocol.Role;
import hearth.protocol.ServerRole;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Users, conversations and who is in them: all durable state but the log. Owned by the writing thread. */
final class StateTables {
    private final Statements statements;

    StateTables(Statements statements) {
        this.statements = statements;
    }

    void add(Change.UserAdded added) throws SQLException {
        statements.update(
                "INSERT INTO users (id, name, skeleton, role) VALUES (?, ?, ?, ?)",
                added.user().id(),
                added.user().name(),
                added.skeleton(),
                added.role().wire());
    }

    /** Keeps the name beside what the user wrote, but no longer holds it. */
    void remove(Change.UserRemoved removed) throws SQLException {
        statements.update("UPDATE users SET gone = 1 WHERE id = ?", removed.user());
    }

    void add(Change.TokenAdded added) throws SQLException {
        statements.update("INSERT INTO tokens (hash, user) VALUES (?, ?)", added.tokenHash(), added.user());
    }

    void revoke(Change.TokenRevoked revoked) throws SQLException {
        statements.update(
                "INSERT INTO tokens (hash, user, dead) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET dead = 1",
                revoked.tokenHash(),
                revoked.user());
    }

    void add(Change.RoomAdded added) throws SQLException {
        statements.update(
                "INSERT INTO conversations (id, name, skeleton, topic, visibility) VALUES (?, ?, ?, ?, ?)",
                added.conversation(),
                added.name(),
                added.skeleton(),
                added.topic(),
                added.visibility().wire());
    }

    void add(Change.DirectAdded added) throws SQLException {
        statements.update(
                "INSERT INTO conversations (id, one, other) VALUES (?, ?, ?)",
                added.conversation(),
                added.one().id(),
                added.other().id());
    }

    void change(Change.RoomChanged changed) throws SQLException {
        statements.update(
                "UPDATE conversations SET name = ?, skeleton = ?, topic = ?, visibility = ? WHERE id = ?",
                changed.name(),
                changed.skeleton(),
                changed.topic(),
                changed.visibility().wire(),
                changed.conversation());
    }

    /** Members, bans and mutes go with it; the log must be erased before. */
    void delete(Change.RoomDeleted deleted) throws SQLException {
        statements.update("DELETE FROM conversations WHERE id = ?", deleted.conversation());
    }

    void add(Change.MemberAdded added) throws SQLException {
        statements.update(
                "INSERT INTO members (conversation, user, role, since, read) VALUES (?, ?, ?, ?, ?)",
                added.conversation(),
                added.user(),
                added.role().wire(),
                added.sinceSeq(),
                added.read());
    }

    void remove(Change.MemberRemoved removed) throws SQLException {
        statements.update(
                "DELETE FROM members WHERE conversation = ? AND user = ?", removed.conversation(), removed.user());
    }

    void set(Change.RoleSet set) throws SQLException {
        statements.update(
                "UPDATE members SET role = ? WHERE conversation = ? AND user = ?",
                set.role().wire(),
                set.conversation(),
                set.user());
    }

    void read(Change.Read read) throws SQLException {
        statements.update(
                "UPDATE members SET read = max(read, ?) WHERE conversation = ? AND user = ?",
                read.seq(),
                read.conversation(),
                read.user());
    }

    void ban(Change.Banned banned) throws SQLException {
        statements.update(
                "INSERT OR REPLACE INTO bans (conversation, user, by, at, reason) VALUES (?, ?, ?, ?, ?)",
                banned.conversation(),
                banned.user().id(),
                banned.by(),
                banned.at().toEpochMilli(),
                banned.reason().orElse(null));
    }

    void unban(Change.Unbanned unbanned) throws SQLException {
        statements.update(
                "DELETE FROM bans WHERE conversation = ? AND user = ?", unbanned.conversation(), unbanned.user());
    }

    void mute(Change.Muted muted) throws SQLException {
        statements.update(
                "INSERT OR REPLACE INTO mutes (conversation, user, until) VALUES (?, ?, ?)",
                muted.conversation(),
                muted.user(),
                muted.until().toEpochMilli());
    }

    /** Gives what rebuilds this state: users before their tokens and memberships, conversations before what is in them. */
    void replay(Consumer<Change> sink) throws SQLException {
        replay(sink, StateTables::user, "SELECT * FROM users WHERE gone = 0");
        replay(sink, StateTables::token, "SELECT * FROM tokens");
        replay(sink, StateTables::conversation, """
                SELECT c.*, o.name AS one_name, p.name AS other_name FROM conversations c
                LEFT JOIN users o ON o.id = c.one
                LEFT JOIN users p ON p.id = c.other
                """);
        replay(sink, StateTables::head, """
                SELECT id AS conversation, (SELECT max(seq) FROM events WHERE conversation = c.id) AS head
                FROM conversations c
                """);
        replay(sink, StateTables::member, "SELECT * FROM members");
        replay(sink, StateTables::ban, "SELECT b.*, u.name FROM bans b JOIN users u ON u.id = b.user");
        replay(sink, StateTables::mute, "SELECT * FROM mutes");
    }

    private void replay(Consumer<Change> sink, Statements.RowReader<Change> reader, String sql) throws SQLException {
        statements.each(
                row -> {
                    sink.accept(reader.read(row));
                    return true;
                },
                sql);
    }

    private static Change user(ResultSet row) throws SQLException {
        return new Change.UserAdded(
                new UserRef(row.getString("id"), row.getString("name")),
                row.getString("skeleton"),
                ServerRole.ofWire(row.getString("role")).orElseThrow());
    }

    private static Change token(ResultSet row) throws SQLException {
        String user = row.getString("user");
        String hash = row.getString("hash");
        return row.getBoolean("dead") ? new Change.TokenRevoked(user, hash) : new Change.TokenAdded(user, hash);
    }

    private static Change conversation(ResultSet row) throws SQLException {
        String id = row.getString("id");
        if (row.getString("one") != null) {
            return new Change.DirectAdded(
                    id,
                    new UserRef(row.getString("one"), row.getString("one_name")),
                    new UserRef(row.getString("other"), row.getString("other_name")));
        }
        return new Change.RoomAdded(
                id,
                row.getString("name"),
                row.getString("skeleton"),
                row.getString("topic"),
                Visibility.ofWire(row.getString("visibility")).orElseThrow());
    }

    private static Change head(ResultSet row) throws SQLException {
        return new Change.HeadKnown(row.getString("conversation"), row.getLong("head"));
    }

    private static Change member(ResultSet row) throws SQLException {
        return new Change.MemberAdded(
                row.getString("conversation"),
                row.getString("user"),
                Role.ofWire(row.getString("role")).orElseThrow(),
                row.getLong("since"),
                row.getLong("read"));
    }

    private static Change ban(ResultSet row) throws SQLException {
        return new Change.Banned(
                row.getString("conversation"),
                new UserRef(row.getString("user"), row.getString("name")),
                row.getString("by"),
                Instant.ofEpochMilli(row.getLong("at")),
                Optional.ofNullable(row.getString("reason")));
    }

    private static Change mute(ResultSet row) throws SQLException {
        return new Change.Muted(
                row.getString("conversation"), row.getString("user"), Instant.ofEpochMilli(row.getLong("until")));
    }
}
