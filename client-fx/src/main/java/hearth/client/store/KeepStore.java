package hearth.client.store;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What must never be lost: remembered servers, tokens, unsent messages and drafts, in one file that is never rebuilt. Safe from any thread; every call
 * reads or writes the disk, so none is made on the JavaFX thread. What was written is on disk when a call returns.
 */
public interface KeepStore extends AutoCloseable {

    /** One user on one server. */
    record Account(String serverId, String name) {}

    /** A server that was joined before, the newest visit first. */
    record RememberedServer(String serverId, URI address, String serverName, String userName, Instant lastVisit) {}

    /** A message of the user's that the server has not confirmed. */
    record OutboxEntry(
            Account account,
            String clientId,
            Target target,
            String text,
            OptionalLong replyTo,
            Instant writtenAt,
            Optional<String> failure) {}

    /** The servers that were joined before, the newest visit first. */
    List<RememberedServer> servers() throws StoreException;

    /** Remembers a visit; one entry per server and user. */
    void remember(RememberedServer server) throws StoreException;

    /** Forgets a server as this user; its tokens and unsent messages stay. */
    void forget(Account account) throws StoreException;

    /** The token of this account, if there is one. */
    Optional<String> token(Account account) throws StoreException;

    /** Keeps a token; it is on disk before this returns. */
    void keepToken(Account account, String token) throws StoreException;

    /** The unsent and failed messages of an account, in the order in which they were written. */
    List<OutboxEntry> outbox(Account account) throws StoreException;

    /** Adds a message at the end, or changes the one with the same client id in its place. */
    void putOutbox(OutboxEntry entry) throws StoreException;

    /** Takes a message out: it is stored by the server, or the user gave it up. */
    void removeOutbox(Account account, String clientId) throws StoreException;

    /** The unfinished text in a conversation; empty where there is none. */
    String draft(Account account, String conversation) throws StoreException;

    /** Keeps an unfinished text; an empty one is none. */
    void keepDraft(Account account, String conversation, String text) throws StoreException;

    @Override
    void close();
}
