package hearth.server.history;

import hearth.protocol.Answer;
import hearth.protocol.Event;
import hearth.protocol.FrameCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One page of a search: goes through the blocks of the log, newest first, and looks at each message of those that may hold the text. Used once. */
final class MessageSearch {
    /** Questions to the index and messages looked at for one page, so that no search holds up the others; the next page goes on from there. */
    static final int MOST_STEPS = 20_000;

    private static final String HAS_GRAM =
            "SELECT EXISTS (SELECT 1 FROM search_grams WHERE block = ? AND gram BETWEEN ? AND ?)";

    private static final String MESSAGES = """
            SELECT e.id, e.conversation, e.seq, e.at, e.author, a.name AS author_name,
                coalesce(e.current_text, e.text) AS current
            FROM events e JOIN users a ON a.id = e.author
            WHERE e.id >= ? AND e.id < ? AND e.kind = 'message' AND e.deleted = 0 ORDER BY e.id DESC
            """;

    private final FrameCodec codec = new FrameCodec();
    private final Statements statements;
    private final TextMatcher matcher;
    private final List<Grams.Span> spans;
    private final Scope scope;
    private final int limit;
    private final List<Answer.Hit> hits = new ArrayList<>();
    private int bytesLeft;
    private int steps;
    private boolean isFull;

    /** All before this id has still to be looked at. */
    private long rest;

    /** Whose messages are searched, and where. */
    record Scope(Set<String> conversations, Optional<String> author) {
        private boolean has(ResultSet row) throws SQLException {
            return conversations.contains(row.getString("conversation"))
                    && (author.isEmpty() || author.get().equals(row.getString("author")));
        }
    }

    MessageSearch(Statements statements, String query, Scope scope, int limit, int maxBytes) {
        this.statements = statements;
        this.matcher = new TextMatcher(query);
        this.spans = Grams.spansOf(query);
        this.scope = scope;
        this.limit = limit;
        this.bytesLeft = maxBytes - FrameCodec.PAGE_ENVELOPE_BYTES;
    }

    /** The page of what was stored before the event with this id. */
    Answer.SearchPage run(long before) throws SQLException {
        rest = Math.min(before, statements.number("SELECT coalesce(max(id), 0) + 1 FROM events"));
        while (rest > 0 && steps < MOST_STEPS && !isFull) {
            long block = SearchIndex.blockOf(rest - 1);
            long first = block * SearchIndex.BLOCK;
            if (mayHold(block)) {
                statements.each(this::visit, MESSAGES, first, rest);
            }
            rest = isFull ? rest : first;
        }
        return rest > 0
                ? new Answer.SearchPage(hits, true, Optional.of(SearchCursor.of(rest)))
                : new Answer.SearchPage(hits, false, Optional.empty());
    }

    private boolean mayHold(long block) throws SQLException {
        for (Grams.Span span : spans) {
            steps++;
            if (statements.number(HAS_GRAM, block, span.first(), span.last()) == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean visit(ResultSet row) throws SQLException {
        steps++;
        if (scope.has(row)) {
            add(row);
        }
        return !isFull;
    }

    private void add(ResultSet row) throws SQLException {
        String text = row.getString("current");
        List<Answer.Range> ranges = matcher.ranges(text);
        if (ranges.isEmpty()) {
            return;
        }
        Event.Stamp stamp = EventRows.stamp(row);
        var hit = new Answer.Hit(stamp.conversation(), stamp.seq(), stamp.at(), stamp.author(), text, ranges);
        int bytes = codec.encodedLength(hit) + 1;
        if (hits.size() == limit || (!hits.isEmpty() && bytes > bytesLeft)) {
            isFull = true;
            rest = row.getLong("id") + 1;
        } else {
            hits.add(hit);
            bytesLeft -= bytes;
        }
    }
}
