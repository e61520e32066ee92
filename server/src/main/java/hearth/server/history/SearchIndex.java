package hearth.server.history;

import hearth.server.account.CaseFolding;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Knows in which blocks of the log a text may stand: for each run of {@link #BLOCK} ids, which {@link Grams} its messages hold. Coarse, so that a message
 * costs few rows, and exact, so that what is deleted can be erased to the last row. Owned by the writing thread.
 */
final class SearchIndex {
    /** The ids of events in one block. */
    static final int BLOCK = 64;

    private final Statements statements;

    SearchIndex(Statements statements) {
        this.statements = statements;
    }

    /** The block in which an event lies. */
    static long blockOf(long id) {
        return id / BLOCK;
    }

    /** Makes a message findable. */
    void add(long id, String text) throws SQLException {
        statements.update(
                "INSERT OR IGNORE INTO search_grams (block, gram) SELECT ?, value FROM json_each(?)",
                blockOf(id),
                Grams.json(Grams.of(text)));
    }

    /** Erases a message's text: what no other message of the block holds. */
    void remove(long id, String text) throws SQLException {
        Set<Long> grams = new HashSet<>(Grams.of(text));
        forEachMessage(blockOf(id), (other, otherText) -> {
            if (other != id) {
                grams.removeAll(Grams.of(otherText));
            }
        });
        statements.update(
                "DELETE FROM search_grams WHERE block = ? AND gram IN (SELECT value FROM json_each(?))",
                blockOf(id),
                Grams.json(grams));
    }

    /** Makes the index of a block anew from the messages that there are. */
    void rebuild(long block) throws SQLException {
        statements.update("DELETE FROM search_grams WHERE block = ?", block);
        Set<Long> grams = new HashSet<>();
        forEachMessage(block, (_, text) -> grams.addAll(Grams.of(text)));
        statements.update(
                "INSERT INTO search_grams (block, gram) SELECT ?, value FROM json_each(?)", block, Grams.json(grams));
    }

    /** Makes the index anew where it was made under another version of Unicode, which may fold texts differently. */
    void refold() throws SQLException {
        String version = CaseFolding.unicodeVersion();
        if (statements.update("UPDATE server SET folding = ? WHERE folding <> ?", version, version) == 0) {
            return;
        }
        long last = blockOf(statements.number("SELECT coalesce(max(id), 0) FROM events"));
        for (long block = 0; block <= last; block++) {
            rebuild(block);
        }
    }

    /** Takes the current text of a message. */
    private interface TextVisitor {
        void visit(long id, String text);
    }

    private void forEachMessage(long block, TextVisitor visitor) throws SQLException {
        statements.each(
                row -> {
                    visitor.visit(row.getLong("id"), row.getString("text"));
                    return true;
                },
                """
                SELECT id, coalesce(current_text, text) AS text FROM events
                WHERE id >= ? AND id < ? AND kind = 'message' AND deleted = 0
                """,
                block * BLOCK,
                (block + 1) * BLOCK);
    }
}
