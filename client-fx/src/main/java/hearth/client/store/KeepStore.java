package hearth.client.store;

import hearth.client.link.ServerSpec;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must never be lost: remembered servers, tokens, drafts and what the user did that is not sent, in one file that is never rebuilt. Safe from any thread; every call
 * reads or writes the disk, so none is made on the JavaFX thread. What was written is on disk when a call returns.
 */
public interface KeepStore extends AutoCloseable {

    /** One user on one server. */
    record Account(String serverId, String name) {}

    /** A server that was joined before, the newest visit first. */
    record RememberedServer(String serverId, ServerSpec server, String serverName, String userName, Instant lastVisit) {

        /** Where it was. */
        public URI address() {
            return server.address();
        }
    }

    /**
     * Something that the user did and the server has not confirmed.
     *
     * @param clientId names the entry; with a message, it is what the server knows it by
     * @param epoch the server's epoch that numbers in the work are of; empty where nobody knew it then, and so that of the next login
     */
    record OutboxEntry(
            Account account,
            String clientId,
            Target target,
            Work work,
            Instant writtenAt,
            Optional<String> epoch,
            Progress progress) {

        /** The same of this account. */
        public OutboxEntry of(Account owner) {
            return new OutboxEntry(owner, clientId, target, work, writtenAt, epoch, progress);
        }

        /** The same for this target. */
        public OutboxEntry to(Target other) {
            return new OutboxEntry(account, clientId, other, work, writtenAt, epoch, progress);
        }

        /** The same with this work, whose numbers are of this epoch. */
        public OutboxEntry doing(Work other, String itsEpoch) {
            return new OutboxEntry(account, clientId, target, other, writtenAt, Optional.of(itsEpoch), progress);
        }

        /** The same, come so far. */
        public OutboxEntry now(Progress other) {
            return new OutboxEntry(account, clientId, target, work, writtenAt, epoch, other);
        }

        /** Whether it is still to be sent. */
        public boolean isWaiting() {
            return progress instanceof Progress.Waiting;
        }

        /** The code of the refusal, where there was one for good. */
        public Optional<String> failure() {
            return progress instanceof Progress.Failed(String code) ? Optional.of(code) : Optional.empty();
        }
    }

    /**
     * How far the user has read in a conversation.
     *
     * @param epoch the server's epoch that the number is of; empty where nobody knew it then, and so that of the next login
     */
    record Marker(long seq, Optional<String> epoch) {}

    /** The servers that were joined before, the newest visit first. */
    List<RememberedServer> servers() throws StoreException;

    /** Remembers a visit; one entry per server and user. */
    void remember(RememberedServer server) throws StoreException;

    /** Forgets a server as this user; its tokens and outbox stay. */
    void forget(Account account) throws StoreException;

    /** The token of this account, if there is one. */
    Optional<String> token(Account account) throws StoreException;

    /** The names that have a token on this server. */
    List<String> names(String serverId) throws StoreException;

    /** Keeps a token; it is on disk before this returns. */
    void keepToken(Account account, String token) throws StoreException;

    /**
     * The same user under another spelling of the name: the outbox, the drafts and the markers are that one's from now on. Of two texts in one conversation both
     * are kept, one after the other.
     */
    void rename(Account before, Account now) throws StoreException;

    /** What is unsent and failed of an account, in the order in which it was done. */
    List<OutboxEntry> outbox(Account account) throws StoreException;

    /** Adds an entry at the end, or changes the one with the same client id in its place. */
    void putOutbox(OutboxEntry entry) throws StoreException;

    /** Takes an entry out: the server did it, or the user gave it up. */
    void removeOutbox(Account account, String clientId) throws StoreException;

    /** The unfinished text in a conversation; empty where there is none. */
    String draft(Account account, String conversation) throws StoreException;

    /** All unfinished texts of an account, by conversation. */
    Map<String, String> drafts(Account account) throws StoreException;

    /** Keeps an unfinished text; an empty one is none. */
    void keepDraft(Account account, String conversation, String text) throws StoreException;

    /** How far the user has read in each conversation whose marker the server has not confirmed. */
    Map<String, Marker> markers(Account account) throws StoreException;

    /** Keeps how far the user has read; of each conversation only this one. */
    void keepMarker(Account account, String conversation, Marker marker) throws StoreException;

    /** The server knows the marker, or nobody needs it any more. */
    void removeMarker(Account account, String conversation) throws StoreException;

    @Override
    void close();
}
