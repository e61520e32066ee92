package hearth.server.history;

import hearth.protocol.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The durable state, written in batches. Owned by one thread, the hub's; only {@link #openReader()} gives something for another thread. Opened by
 * {@link SqliteHistoryStore#open}, closed once.
 */
public interface HistoryStore extends AutoCloseable {

    /** The identity of this server: made with the first database. */
    String serverId();

    /** The identity of this history: another one after a restore. */
    String epoch();

    /** Gives the changes that rebuild the hub's memory, in an order in which each can be applied. No {@link Change.Appended} is among them. */
    void replay(Consumer<Change> sink) throws StorageException;

    /** Begins a batch. */
    void begin() throws StorageException;

    /** Writes a change of the batch; visible to the reads below at once, durable with {@link #commit()}. */
    void apply(Change change) throws StorageException;

    /** Makes the batch durable: when it returns, it is on disk (fsync). A failure leaves the batch to be rolled back. */
    void commit() throws StorageException;

    /** Forgets the batch. Never throws: what cannot be rolled back is mended by the next {@link #begin()}. */
    void rollback();

    /** The answer that the sender's post with this client id got; kept for ever, apart from the log. */
    Optional<Receipt> findPost(String sender, String clientId) throws StorageException;

    /** What a post was answered. */
    record Receipt(String conversation, long seq, Instant at) {}

    /** A message as it now is; empty where there is none with that number, or it is deleted. */
    Optional<StoredMessage> message(String conversation, long seq) throws StorageException;

    /** Whether a message has this number, deleted or not. */
    boolean isMessage(String conversation, long seq) throws StorageException;

    /**
     * A message that is not deleted.
     *
     * @param distinctEmoji how many different emoji it bears
     */
    record StoredMessage(String author, int distinctEmoji) {}

    /** Whether this user's reaction with this emoji is on the message, and whether anybody's is. */
    ReactionState reaction(String conversation, long target, String user, String emoji) throws StorageException;

    /** Whether a reaction is there. */
    record ReactionState(boolean own, boolean anybody) {}

    /** Counts messages after {@code read} that others wrote and that are not deleted, and those of them that mention the user. */
    Unread unread(String conversation, String user, long read) throws StorageException;

    /** How much a user has not read. */
    record Unread(int messages, int mentions) {}

    /** The newest message in its final state, with its whole text; a deleted one with none. */
    Optional<Event.Message> lastMessage(String conversation) throws StorageException;

    /**
     * Events after {@code after}, as they were sent (but deleted texts empty), in order, without holes. Gives each to {@code sink} until it returns false.
     *
     * @return false where retention has removed an event after {@code after}
     */
    boolean events(String conversation, long after, long upTo, Sink sink) throws StorageException;

    /** Takes events until it has had enough. */
    interface Sink {
        /** Whether another one is wanted. */
        boolean accept(Event event);
    }

    /** Opens the reading side, for one other thread. */
    HistoryReader openReader() throws StorageException;

    @Override
    void close();
}
