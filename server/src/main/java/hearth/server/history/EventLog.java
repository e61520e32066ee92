package hearth.server.history;

import hearth.protocol.Event;
import hearth.protocol.UserRef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes events, and all that follows from them: current texts, reactions, who is mentioned, the index, the register of client ids. Owned by the writing
 * thread, within its transaction.
 */
final class EventLog {
    private static final String MESSAGE = insertOf("message", "client_id, text, mentions, reply_to", 4);
    private static final String EDITED = insertOf("edited", "target, text, mentions", 3);
    private static final String DELETED = insertOf("deleted", "target", 1);
    private static final String REACTED = insertOf("reacted", "target, emoji, is_on", 3);
    private static final String JOINED = insertOf("joined", "subject, by", 2);
    private static final String LEFT = insertOf("left", "subject, reason, by, text", 4);
    private static final String CHANGED = insertOf("changed", "name, topic, visibility, subject, role", 5);

    private final Statements statements;
    private final SearchIndex index;

    EventLog(Statements statements) {
        this.statements = statements;
        this.index = new SearchIndex(statements);
    }

    /** A message that is not deleted, with its current text. */
    private record Target(long id, String author, String text) {}

    /**
     * Appends an event.
     *
     * @throws IllegalArgumentException if it changes a message that is not there, or deleted; nothing is written then
     */
    void append(Event event) throws SQLException {
        switch (event) {
            case Event.Message message -> onMessage(message);
            case Event.Edited edited -> onEdited(edited);
            case Event.Deleted deleted -> onDeleted(deleted);
            case Event.Reacted reacted -> onReacted(reacted);
            case Event.Joined joined -> insert(JOINED, joined, joined.user().id(), idOf(joined.by()));
            case Event.Left left -> onLeft(left);
            case Event.Changed changed -> onChanged(changed);
            case Event.Unknown unknown -> throw new IllegalArgumentException("no kind to store: " + unknown.kind());
        }
    }

    /** Erases the log of a conversation, and all that was derived from it; client ids stay taken. */
    void erase(String conversation) throws SQLException {
        List<Long> blocks = new ArrayList<>();
        statements.each(
                row -> blocks.add(row.getLong("block")),
                "SELECT DISTINCT id / ? AS block FROM events WHERE conversation = ? AND kind = 'message'",
                SearchIndex.BLOCK,
                conversation);
        statements.update("DELETE FROM mentions WHERE conversation = ?", conversation);
        statements.update("DELETE FROM reactions WHERE conversation = ?", conversation);
        statements.update("DELETE FROM events WHERE conversation = ?", conversation);
        for (long block : blocks) {
            index.rebuild(block);
        }
    }

    private void onMessage(Event.Message message) throws SQLException {
        insert(
                MESSAGE,
                message,
                message.clientId(),
                message.text(),
                EventRows.join(message.mentions()),
                valueOf(message.replyTo()));
        index.add(statements.number("SELECT last_insert_rowid()"), message.text());
        insertMentions(message, message.seq(), message.author().id(), message.mentions());
        statements.update(
                "INSERT INTO posts (sender, client_id, conversation, seq, at) VALUES (?, ?, ?, ?, ?)",
                message.author().id(),
                message.clientId(),
                message.conversation(),
                message.seq(),
                message.stamp().at().toEpochMilli());
    }

    private void onEdited(Event.Edited edited) throws SQLException {
        Target target = target(edited, edited.target());
        String mentions = EventRows.join(edited.mentions());
        insert(EDITED, edited, edited.target(), edited.text(), mentions);
        statements.update(
                "UPDATE events SET current_text = ?, current_mentions = ?, rev = ? WHERE id = ?",
                edited.text(),
                mentions,
                edited.seq(),
                target.id());
        index.remove(target.id(), target.text());
        index.add(target.id(), edited.text());
        deleteMentions(edited, edited.target());
        insertMentions(edited, edited.target(), target.author(), edited.mentions());
    }

    private void onDeleted(Event.Deleted deleted) throws SQLException {
        Target target = target(deleted, deleted.target());
        insert(DELETED, deleted, deleted.target());
        index.remove(target.id(), target.text());
        statements.update("""
                UPDATE events SET text = '', mentions = NULL, current_text = NULL, current_mentions = NULL,
                    deleted = 1, rev = ?
                WHERE id = ?
                """, deleted.seq(), target.id());
        statements.update("""
                UPDATE events SET text = '', mentions = NULL, deleted = 1
                WHERE conversation = ? AND target = ? AND kind = 'edited'
                """, deleted.conversation(), deleted.target());
        deleteMentions(deleted, deleted.target());
        statements.update(
                "DELETE FROM reactions WHERE conversation = ? AND target = ?",
                deleted.conversation(),
                deleted.target());
    }

    private void onReacted(Event.Reacted reacted) throws SQLException {
        Target target = target(reacted, reacted.target());
        insert(REACTED, reacted, reacted.target(), reacted.emoji(), reacted.on() ? 1 : 0);
        statements.update("UPDATE events SET rev = ? WHERE id = ?", reacted.seq(), target.id());
        if (reacted.on()) {
            statements.update(
                    "INSERT OR IGNORE INTO reactions (conversation, target, emoji, user, seq) VALUES (?, ?, ?, ?, ?)",
                    reacted.conversation(),
                    reacted.target(),
                    reacted.emoji(),
                    reacted.author().id(),
                    reacted.seq());
        } else {
            statements.update(
                    "DELETE FROM reactions WHERE conversation = ? AND target = ? AND emoji = ? AND user = ?",
                    reacted.conversation(),
                    reacted.target(),
                    reacted.emoji(),
                    reacted.author().id());
        }
    }

    private void onLeft(Event.Left left) throws SQLException {
        insert(
                LEFT,
                left,
                left.user().id(),
                left.reason().wire(),
                idOf(left.by()),
                left.text().orElse(null));
    }

    private void onChanged(Event.Changed changed) throws SQLException {
        insert(
                CHANGED,
                changed,
                changed.name().orElse(null),
                changed.topic().orElse(null),
                changed.visibility().map(visibility -> visibility.wire()).orElse(null),
                changed.roleChange().map(change -> change.user().id()).orElse(null),
                changed.roleChange().map(change -> change.role().wire()).orElse(null));
    }

    private Target target(Event event, long seq) throws SQLException {
        return statements
                .first(
                        row -> new Target(row.getLong("id"), row.getString("author"), row.getString("text")),
                        """
                        SELECT id, author, coalesce(current_text, text) AS text FROM events
                        WHERE conversation = ? AND seq = ? AND kind = 'message' AND deleted = 0
                        """,
                        event.conversation(),
                        seq)
                .orElseThrow(() -> new IllegalArgumentException("no message " + seq + " to change"));
    }

    private void insertMentions(Event event, long message, String author, List<String> users) throws SQLException {
        for (String user : users) {
            if (!user.equals(author)) {
                statements.update(
                        "INSERT OR IGNORE INTO mentions (conversation, user, seq) VALUES (?, ?, ?)",
                        event.conversation(),
                        user,
                        message);
            }
        }
    }

    private void deleteMentions(Event event, long message) throws SQLException {
        statements.update("DELETE FROM mentions WHERE conversation = ? AND seq = ?", event.conversation(), message);
    }

    private void insert(String sql, Event event, Object... values) throws SQLException {
        Object[] all = new Object[values.length + 4];
        all[0] = event.conversation();
        all[1] = event.seq();
        all[2] = event.stamp().at().toEpochMilli();
        all[3] = event.author().id();
        System.arraycopy(values, 0, all, 4, values.length);
        statements.update(sql, all);
    }

    private static String insertOf(String kind, String columns, int values) {
        return "INSERT INTO events (kind, conversation, seq, at, author, " + columns + ") VALUES ('" + kind
                + "', ?, ?, ?, ?" + ", ?".repeat(values) + ")";
    }

    private static String idOf(Optional<UserRef> user) {
        return user.map(UserRef::id).orElse(null);
    }

    private static Long valueOf(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
