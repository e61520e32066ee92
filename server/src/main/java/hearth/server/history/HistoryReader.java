package hearth.server.history;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import java.util.Optional;
import java.util.Set;

/**
 * Pages and searches, from a read-only connection of its own, so that they never delay the hub. Owned by the reader thread. Each call reads one
 * consistent state: the last commit before it.
 */
public interface HistoryReader extends AutoCloseable {

    /**
     * A page of a conversation in its final state, cut so that its JSON stays below {@code maxBytes}.
     *
     * @param user for whom: decides {@code own} of the reactions
     * @param limit at least 1
     */
    Answer.HistoryPage page(String conversation, String user, ClientFrame.Place place, int limit, int maxBytes)
            throws StorageException;

    /**
     * A page of hits, newest first in the order in which the server stored them. It may have fewer than {@code limit}, even none, and yet say that there is
     * more: so much work is done for one page.
     *
     * @param query 1 to 200 code points, taken literally
     * @param conversations what the user may read
     * @param author only messages of this user
     * @param before the {@code next} of the page before; one that the reader did not make gives an empty page
     */
    Answer.SearchPage search(
            String query,
            Set<String> conversations,
            Optional<String> author,
            Optional<String> before,
            int limit,
            int maxBytes)
            throws StorageException;

    @Override
    void close();
}
