package hearth.client.store;

import hearth.protocol.Capability;
import hearth.protocol.ConversationSummary;
import hearth.protocol.HistoryItem;
import hearth.protocol.Limits;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one account knew of its conversations: a copy of what the server has, which may be thrown away at any time. Of each conversation it holds all items
 * with numbers above its floor and up to its cursor, and none else. Changes are on disk together, from {@link #commit} on; a process that dies before leaves
 * the file as it was at the commit before. Owned by one thread, which is not the JavaFX thread.
 */
public interface CacheStore extends AutoCloseable {

    /** Whose copy it is: the user, the history that it is a part of, and what can be done there. */
    record Owner(ServerFrame.Self self, ServerInfo server, Limits limits, Set<Capability> capabilities) {}

    /**
     * A conversation.
     *
     * @param cursor the number of the last event that is in its items
     */
    record CachedConversation(ConversationSummary summary, long cursor) {}

    /** Whose it is; empty in a new one. */
    Optional<Owner> owner() throws StoreException;

    /** It is of this owner from now on. */
    void own(Owner owner) throws StoreException;

    /** All conversations of the user's, in the order in which they came. */
    List<CachedConversation> conversations() throws StoreException;

    /**
     * Adds a conversation, whose floor is its cursor, or changes summary and cursor of one that is there. One that was left is the user's again; where it has
     * another cursor now, it begins anew.
     */
    void put(CachedConversation conversation) throws StoreException;

    /** The conversation is no longer one of the user's. What it has stays, for when it is again. */
    void leave(String conversation) throws StoreException;

    /** Those that were left. */
    List<CachedConversation> left() throws StoreException;

    /** Takes a conversation out with all that it has. */
    void remove(String conversation) throws StoreException;

    /** Forgets everything, the owner too. */
    void clear() throws StoreException;

    /** The floor of a conversation; where it is 0, nothing is older than its items. */
    long floor(String conversation) throws StoreException;

    /** Moves the floor down, to below items that were added. */
    void lowerFloor(String conversation, long floor) throws StoreException;

    /** Takes all items of a conversation out; the floor is here now. */
    void restart(String conversation, long floor) throws StoreException;

    /** The item with this number. */
    Optional<HistoryItem> item(String conversation, long seq) throws StoreException;

    /** Adds an item, or puts it in the place of the one with its number. */
    void put(HistoryItem item) throws StoreException;

    /** The newest items with smaller numbers than this one, oldest first. */
    List<HistoryItem> before(String conversation, long seq, int limit) throws StoreException;

    /** Brings all changes to disk together, and gives up the oldest items where the file is too large. */
    void commit() throws StoreException;

    /** Lets go of the file; what was not committed is lost. */
    @Override
    void close();
}
