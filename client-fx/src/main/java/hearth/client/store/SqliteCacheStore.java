package hearth.client.store;

import hearth.protocol.ConversationSummary;
import hearth.protocol.EncodedFrame;
import hearth.protocol.Event;
import hearth.protocol.FrameCodec;
import hearth.protocol.HistoryItem;
import hearth.protocol.MalformedFrameException;
import hearth.protocol.PartCodec;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerFrame.Welcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@link CacheStore} in a file of its own. Values are kept as the protocol's JSON. Owned by one thread. */
final class SqliteCacheStore implements CacheStore {
    private static final int VERSION = 2;
    private static final List<String> SCHEMA = List.of("""
            CREATE TABLE owner (
                one INTEGER PRIMARY KEY CHECK (one = 1),
                welcome TEXT NOT NULL
            ) STRICT""", """
            CREATE TABLE conversations (
                key INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                floor INTEGER NOT NULL,
                cursor INTEGER NOT NULL,
                summary TEXT NOT NULL,
                gone INTEGER NOT NULL DEFAULT 0
            ) STRICT""", """
            CREATE TABLE items (
                conversation INTEGER NOT NULL REFERENCES conversations ON DELETE CASCADE,
                seq INTEGER NOT NULL,
                at_ms INTEGER NOT NULL,
                item TEXT NOT NULL,
                PRIMARY KEY (conversation, seq)
            ) STRICT""", "CREATE INDEX items_by_time ON items (at_ms)");

    /** A file that grew too large shrinks to this share of what it may have, so that it does not shrink at every commit. */
    private static final double KEPT_SHARE = 0.9;

    private final CacheFile file;
    private final long mostBytes;
    private final Runnable onClose;
    private final PartCodec parts = new PartCodec();
    private final FrameCodec frames = new FrameCodec();
    private final Map<String, Long> keys = new HashMap<>();

    /** Whether a text has gone, of which nothing is to be left. What that costs waits for the disk, so nothing else asks for it. */
    private boolean erased;

    private SqliteCacheStore(CacheFile file, long mostBytes, Runnable onClose) {
        this.file = file;
        this.mostBytes = mostBytes;
        this.onClose = onClose;
    }

    /** Opens a file, or makes it; it has at most about so many bytes after each commit. */
    static SqliteCacheStore open(Path path, long mostBytes, Runnable onClose) throws StoreException {
        return new SqliteCacheStore(CacheFile.open(path, VERSION, SCHEMA), mostBytes, onClose);
    }

    @Override
    public Optional<Owner> owner() throws StoreException {
        Optional<String> kept = file.first("SELECT welcome FROM owner", row -> row.getString(1));
        return kept.isEmpty() ? Optional.empty() : Optional.of(readOwner(kept.get()));
    }

    /** The owner is what a {@code welcome} says, and so it is kept as one, without what is elsewhere or secret. */
    @Override
    public void own(Owner owner) throws StoreException {
        EncodedFrame welcome = frames.encode(new Welcome(
                1,
                owner.server(),
                owner.self(),
                1,
                owner.limits(),
                owner.capabilities(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false));
        file.change(
                "INSERT INTO owner (one, welcome) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET welcome = excluded.welcome",
                new String(welcome.payload(), StandardCharsets.UTF_8));
    }

    private Owner readOwner(String text) throws StoreException {
        try {
            ServerFrame frame = frames.decodeServer(text, _ -> Optional.empty());
            if (frame instanceof Welcome welcome) {
                return new Owner(welcome.user(), welcome.server(), welcome.limits(), welcome.capabilities());
            }
            throw new MalformedFrameException("no owner");
        } catch (MalformedFrameException e) {
            throw file.damaged(e);
        }
    }

    @Override
    public List<CachedConversation> conversations() throws StoreException {
        return conversations(0);
    }

    @Override
    public List<CachedConversation> left() throws StoreException {
        return conversations(1);
    }

    private List<CachedConversation> conversations(int gone) throws StoreException {
        return file.rows(
                "SELECT key, id, cursor, summary FROM conversations WHERE gone = ? ORDER BY key",
                row -> {
                    keys.put(row.getString("id"), row.getLong("key"));
                    return new CachedConversation(readSummary(row.getString("summary")), row.getLong("cursor"));
                },
                gone);
    }

    @Override
    public void put(CachedConversation conversation) throws StoreException {
        String id = conversation.summary().id();
        if (wasLeftElsewhere(id, conversation.cursor())) {
            remove(id);
        }
        Optional<String> before =
                file.first("SELECT summary FROM conversations WHERE id = ?", row -> row.getString(1), id);
        if (before.isPresent()) {
            erased |= isTextLost(
                    readSummary(before.get()).last(), conversation.summary().last());
        }
        file.change("""
                INSERT INTO conversations (id, floor, cursor, summary) VALUES (?1, ?2, ?2, ?3)
                ON CONFLICT (id) DO UPDATE SET cursor = excluded.cursor, summary = excluded.summary, gone = 0""", id, conversation.cursor(), parts.encode(conversation.summary()));
    }

    private boolean wasLeftElsewhere(String id, long cursor) throws StoreException {
        return file.first(
                        "SELECT cursor FROM conversations WHERE id = ? AND gone = 1 AND cursor <> ?",
                        row -> row.getLong(1),
                        id,
                        cursor)
                .isPresent();
    }

    /** Whether the message that was the last one says something else now, or is none any more. One that another followed still stands. */
    private static boolean isTextLost(Optional<Event.Message> before, Optional<Event.Message> after) {
        return before.isPresent()
                && (after.isEmpty() || after.get().seq() < before.get().seq() || isTextLost(before.get(), after.get()));
    }

    private static boolean isTextLost(Event before, Event after) {
        return before.seq() == after.seq() && !textOf(before).equals(textOf(after));
    }

    private static String textOf(Event event) {
        return event instanceof Event.Message message ? message.text() : "";
    }

    @Override
    public void leave(String conversation) throws StoreException {
        file.change("UPDATE conversations SET gone = 1 WHERE id = ?", conversation);
    }

    @Override
    public void remove(String conversation) throws StoreException {
        file.change("DELETE FROM conversations WHERE id = ?", conversation);
        keys.remove(conversation);
        erased = true;
    }

    @Override
    public void clear() throws StoreException {
        file.change("DELETE FROM items");
        file.change("DELETE FROM conversations");
        file.change("DELETE FROM owner");
        keys.clear();
        erased = true;
    }

    @Override
    public long floor(String conversation) throws StoreException {
        return file.first("SELECT floor FROM conversations WHERE key = ?", row -> row.getLong(1), key(conversation))
                .orElseThrow();
    }

    @Override
    public void lowerFloor(String conversation, long floor) throws StoreException {
        file.change("UPDATE conversations SET floor = min(floor, ?) WHERE key = ?", floor, key(conversation));
    }

    @Override
    public void restart(String conversation, long floor) throws StoreException {
        file.change("DELETE FROM items WHERE conversation = ?", key(conversation));
        file.change("UPDATE conversations SET floor = ? WHERE key = ?", floor, key(conversation));
        erased = true;
    }

    @Override
    public Optional<HistoryItem> item(String conversation, long seq) throws StoreException {
        return file.first(
                "SELECT item FROM items WHERE conversation = ? AND seq = ?",
                row -> readItem(row.getString(1)),
                key(conversation),
                seq);
    }

    @Override
    public void put(HistoryItem item) throws StoreException {
        if (item.event() instanceof Event.Message message && (item.edited() || message.deleted())) {
            Optional<HistoryItem> before = item(message.conversation(), message.seq());
            erased |= before.isPresent() && isTextLost(before.get().event(), message);
        }
        file.change(
                """
                INSERT INTO items (conversation, seq, at_ms, item) VALUES (?, ?, ?, ?)
                ON CONFLICT (conversation, seq) DO UPDATE SET item = excluded.item""",
                key(item.event().conversation()),
                item.event().seq(),
                item.event().stamp().at().toEpochMilli(),
                parts.encode(item));
    }

    @Override
    public List<HistoryItem> before(String conversation, long seq, int limit) throws StoreException {
        return file.rows(
                        "SELECT item FROM items WHERE conversation = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
                        row -> readItem(row.getString(1)),
                        key(conversation),
                        seq,
                        limit)
                .reversed();
    }

    @Override
    public void commit() throws StoreException {
        boolean smaller = trim();
        file.commit();
        if (smaller || erased) {
            file.shrink();
            erased = false;
        }
    }

    /** Gives up the oldest items of all conversations until the file is small enough; the floors rise with them. */
    private boolean trim() throws StoreException {
        long used = file.usedBytes();
        if (used <= mostBytes) {
            return false;
        }
        long items = count();
        while (items > 0 && used > mostBytes * KEPT_SHARE) {
            double surplus = 1 - mostBytes * KEPT_SHARE / used;
            giveUp(Math.clamp((long) Math.ceil(items * surplus), 1, items));
            items = count();
            used = file.usedBytes();
        }
        return true;
    }

    private long count() throws StoreException {
        return file.first("SELECT count(*) FROM items", row -> row.getLong(1)).orElse(0L);
    }

    private void giveUp(long oldest) throws StoreException {
        long newestAtMs = file.first(
                        "SELECT at_ms FROM items ORDER BY at_ms LIMIT 1 OFFSET ?", row -> row.getLong(1), oldest - 1)
                .orElseThrow();
        file.change("""
                UPDATE conversations SET floor = max(floor, coalesce(
                    (SELECT max(seq) FROM items WHERE conversation = key AND at_ms <= ?), floor))""", newestAtMs);
        file.change("""
                DELETE FROM items WHERE seq <= (SELECT floor FROM conversations WHERE key = items.conversation)""");
    }

    private long key(String conversation) throws StoreException {
        Long known = keys.get(conversation);
        if (known == null) {
            known = file.first("SELECT key FROM conversations WHERE id = ?", row -> row.getLong(1), conversation)
                    .orElseThrow(() -> new IllegalStateException("no such conversation is here"));
            keys.put(conversation, known);
        }
        return known;
    }

    private ConversationSummary readSummary(String text) throws StoreException {
        try {
            return parts.decodeSummary(text);
        } catch (MalformedFrameException e) {
            throw file.damaged(e);
        }
    }

    private HistoryItem readItem(String text) throws StoreException {
        try {
            return parts.decodeItem(text);
        } catch (MalformedFrameException e) {
            throw file.damaged(e);
        }
    }

    @Override
    public void close() {
        file.close();
        onClose.run();
    }
}
