package hearth.server.history;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame.Place;
import hearth.protocol.Event;
import hearth.protocol.FrameCodec;
import hearth.protocol.HistoryItem;
import hearth.protocol.HistoryItem.Reaction;
import hearth.protocol.Limits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Pages of one conversation, as one user sees it. Owned by the reading thread, within its transaction. */
final class HistoryPages {
    private static final String OLDER = shown("e.seq < ? ORDER BY e.seq DESC LIMIT ?");
    private static final String NEWER = shown("e.seq > ? ORDER BY e.seq LIMIT ?");
    private static final String IS_ANY_OLDER = isAny("seq < ?");
    private static final String IS_ANY_NEWER = isAny("seq > ?");

    private final FrameCodec codec = new FrameCodec();
    private final Statements statements;
    private final String conversation;
    private final String user;

    HistoryPages(Statements statements, String conversation, String user) {
        this.statements = statements;
        this.conversation = conversation;
        this.user = user;
    }

    /** An item without its reactions. */
    private record Shown(Event event, boolean edited, OptionalLong rev) {}

    /** The page at a place; at least one item, if there is any. */
    Answer.HistoryPage page(Place place, int limit, int maxBytes) throws SQLException {
        return switch (place) {
            case Place.Latest _ -> page(rows(OLDER, Long.MAX_VALUE, limit), 1, 0, maxBytes);
            case Place.Before(long seq) -> page(rows(OLDER, seq, limit), seq, seq - 1, maxBytes);
            case Place.After(long seq) -> page(rows(NEWER, seq, limit), seq + 1, seq, maxBytes);
            case Place.Around(long seq) -> page(around(seq, limit), seq, seq, maxBytes);
        };
    }

    /**
     * Fills a page.
     *
     * @param nearestFirst what it is filled with, as far as there is room
     * @param older if the page remains empty: what is below this number is older
     * @param newer if the page remains empty: what is above this number is newer
     */
    private Answer.HistoryPage page(List<Shown> nearestFirst, long older, long newer, int maxBytes)
            throws SQLException {
        Deque<HistoryItem> items = new ArrayDeque<>();
        int bytesLeft = maxBytes - FrameCodec.PAGE_ENVELOPE_BYTES;
        for (Shown shown : nearestFirst) {
            HistoryItem item = withReactions(shown);
            bytesLeft -= codec.encodedLength(item) + 1;
            if (bytesLeft < 0 && !items.isEmpty()) {
                break;
            }
            insert(items, item);
        }
        long first = items.isEmpty() ? older : items.getFirst().event().seq();
        long last = items.isEmpty() ? newer : items.getLast().event().seq();
        long head = statements.number("SELECT coalesce(max(seq), 0) FROM events WHERE conversation = ?", conversation);
        return new Answer.HistoryPage(
                List.copyOf(items),
                head,
                statements.number(IS_ANY_OLDER, conversation, first) == 1,
                statements.number(IS_ANY_NEWER, conversation, last) == 1);
    }

    private static void insert(Deque<HistoryItem> items, HistoryItem item) {
        if (items.isEmpty() || item.event().seq() > items.getLast().event().seq()) {
            items.addLast(item);
        } else {
            items.addFirst(item);
        }
    }

    /** The nearest item, then those on both sides by turns. */
    private List<Shown> around(long seq, int limit) throws SQLException {
        List<Shown> older = rows(OLDER, seq + 1, limit);
        List<Shown> newer = rows(NEWER, seq, limit);
        boolean isOlderNearest = !older.isEmpty()
                && (newer.isEmpty()
                        || seq - older.getFirst().event().seq()
                                <= newer.getFirst().event().seq() - seq);
        List<Shown> one = isOlderNearest ? older : newer;
        List<Shown> other = isOlderNearest ? newer : older;
        List<Shown> byTurns = new ArrayList<>();
        for (int i = 0; byTurns.size() < limit && i < limit; i++) {
            if (i < one.size()) {
                byTurns.add(one.get(i));
            }
            if (i < other.size() && byTurns.size() < limit) {
                byTurns.add(other.get(i));
            }
        }
        return byTurns;
    }

    private List<Shown> rows(String sql, long seq, int limit) throws SQLException {
        List<Shown> rows = new ArrayList<>();
        statements.each(
                row -> {
                    rows.add(shown(row));
                    return true;
                },
                sql,
                conversation,
                seq,
                limit);
        return rows;
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(
                EventRows.asItIs(row), row.getString("current_text") != null, EventRows.optionalLong(row, "rev"));
    }

    private HistoryItem withReactions(Shown shown) throws SQLException {
        List<Reaction> reactions =
                shown.rev().isPresent() ? reactions(shown.event().seq()) : List.of();
        return new HistoryItem(shown.event(), shown.edited(), reactions, shown.rev());
    }

    private List<Reaction> reactions(long target) throws SQLException {
        Map<String, List<String>> usersByEmoji = new LinkedHashMap<>();
        statements.each(
                row -> {
                    usersByEmoji
                            .computeIfAbsent(row.getString("emoji"), _ -> new ArrayList<>())
                            .add(row.getString("user"));
                    return true;
                },
                "SELECT emoji, user FROM reactions WHERE conversation = ? AND target = ? ORDER BY seq",
                conversation,
                target);
        return usersByEmoji.entrySet().stream()
                .map(entry -> reaction(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Reaction reaction(String emoji, List<String> users) {
        List<String> first = List.copyOf(users.subList(0, Math.min(users.size(), Limits.REACTION_USERS)));
        return new Reaction(emoji, users.size(), users.contains(user), first);
    }

    private static String shown(String place) {
        return EventRows.SELECT + "WHERE e.conversation = ? AND e.kind IN (" + Schema.SHOWN + ") AND " + place;
    }

    private static String isAny(String place) {
        return "SELECT EXISTS (SELECT 1 FROM events WHERE conversation = ? AND kind IN (" + Schema.SHOWN + ") AND "
                + place + ")";
    }
}
