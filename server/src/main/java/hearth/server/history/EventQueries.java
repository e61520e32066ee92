package hearth.server.history;

import hearth.protocol.Event;
import hearth.server.history.HistoryStore.ReactionState;
import hearth.server.history.HistoryStore.Receipt;
import hearth.server.history.HistoryStore.Sink;
import hearth.server.history.HistoryStore.StoredMessage;
import hearth.server.history.HistoryStore.Unread;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What the hub asks of the log while it decides, batch under way included. Owned by the writing thread. */
final class EventQueries {
    private static final String UNREAD = """
            SELECT count(*) FROM events
            WHERE conversation = ? AND seq > ? AND kind IN (%s) AND kind = 'message' AND deleted = 0 AND author <> ?
            """.formatted(Schema.SHOWN);

    private static final String LAST_MESSAGE = EventRows.SELECT + """
            WHERE e.conversation = ? AND e.kind IN (%s) AND e.kind = 'message' ORDER BY e.seq DESC LIMIT 1
            """.formatted(Schema.SHOWN);

    private static final String RUN =
            EventRows.SELECT + "WHERE e.conversation = ? AND e.seq > ? AND e.seq <= ? ORDER BY e.seq";

    private final Statements statements;

    EventQueries(Statements statements) {
        this.statements = statements;
    }

    Optional<Receipt> receipt(String sender, String clientId) throws SQLException {
        return statements.first(
                row -> new Receipt(
                        row.getString("conversation"), row.getLong("seq"), Instant.ofEpochMilli(row.getLong("at"))),
                "SELECT conversation, seq, at FROM posts WHERE sender = ? AND client_id = ?",
                sender,
                clientId);
    }

    Optional<StoredMessage> message(String conversation, long seq) throws SQLException {
        return statements.first(
                row -> new StoredMessage(row.getString("author"), row.getInt("emoji")), """
                SELECT author, (
                    SELECT count(DISTINCT emoji) FROM reactions WHERE conversation = e.conversation AND target = e.seq
                ) AS emoji
                FROM events e WHERE conversation = ? AND seq = ? AND kind = 'message' AND deleted = 0
                """, conversation, seq);
    }

    boolean isMessage(String conversation, long seq) throws SQLException {
        return statements.number(
                        "SELECT count(*) FROM events WHERE conversation = ? AND seq = ? AND kind = 'message'",
                        conversation,
                        seq)
                == 1;
    }

    ReactionState reaction(String conversation, long target, String user, String emoji) throws SQLException {
        return statements
                .first(
                        row -> new ReactionState(row.getInt("own") > 0, row.getInt("anybody") > 0),
                        """
                        SELECT count(*) AS anybody, count(*) FILTER (WHERE user = ?) AS own FROM reactions
                        WHERE conversation = ? AND target = ? AND emoji = ?
                        """,
                        user,
                        conversation,
                        target,
                        emoji)
                .orElseThrow();
    }

    Unread unread(String conversation, String user, long read) throws SQLException {
        long messages = statements.number(UNREAD, conversation, read, user);
        long mentions = statements.number(
                "SELECT count(*) FROM mentions WHERE conversation = ? AND user = ? AND seq > ?",
                conversation,
                user,
                read);
        return new Unread((int) messages, (int) mentions);
    }

    Optional<Event.Message> lastMessage(String conversation) throws SQLException {
        return statements.first(row -> (Event.Message) EventRows.asItIs(row), LAST_MESSAGE, conversation);
    }

    /** A hole can only be where retention has removed the oldest events: before the first that there is. */
    boolean run(String conversation, long after, long upTo, Sink sink) throws SQLException {
        Optional<Long> first = statements.first(
                row -> row.getLong("seq"),
                "SELECT seq FROM events WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT 1",
                conversation,
                after);
        if (first.isPresent() && first.get() > after + 1) {
            return false;
        }
        statements.each(row -> sink.accept(EventRows.asSent(row)), RUN, conversation, after, upTo);
        return true;
    }
}
