package hearth.server.hub;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.server.history.Change;
import hearth.server.history.HistoryReader;
import hearth.server.history.StorageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what a fake store has committed, and remembers what it was asked. */
final class FakeHistoryReader implements HistoryReader {
    final List<String> asked = new ArrayList<>();
    boolean failing;
    boolean throwing;
    boolean closed;
    private final FakeHistoryStore store;

    FakeHistoryReader(FakeHistoryStore store) {
        this.store = store;
    }

    @Override
    public Answer.HistoryPage page(String conversation, String user, ClientFrame.Place place, int limit, int maxBytes)
            throws StorageException {
        check("page of " + conversation + " for " + user + " at " + place + ", " + limit + " in " + maxBytes);
        List<HistoryItem> items = store.finalMessages(conversation).stream()
                .map(message -> new HistoryItem(message, false, List.of(), OptionalLong.empty()))
                .toList();
        return new Answer.HistoryPage(items, committedHead(conversation), false, false);
    }

    @Override
    public Answer.SearchPage search(
            String query,
            Set<String> conversations,
            Optional<String> author,
            Optional<String> before,
            int limit,
            int maxBytes)
            throws StorageException {
        check("search " + query + " by " + author + " before " + before + ", " + limit + " in " + maxBytes);
        List<Answer.Hit> hits = conversations.stream()
                .sorted()
                .flatMap(conversation -> store.finalMessages(conversation).stream())
                .filter(message -> message.text().contains(query))
                .map(FakeHistoryReader::hit)
                .toList();
        return new Answer.SearchPage(hits, false, Optional.empty());
    }

    @Override
    public void close() {
        closed = true;
    }

    private static Answer.Hit hit(Event.Message message) {
        return new Answer.Hit(
                message.conversation(),
                message.seq(),
                message.stamp().at(),
                message.author(),
                message.text(),
                List.of(new Answer.Range(0, 1)));
    }

    private long committedHead(String conversation) {
        return store.committed.stream()
                .filter(change -> change instanceof Change.Appended(var event)
                        && event.conversation().equals(conversation))
                .count();
    }

    private void check(String call) throws StorageException {
        asked.add(call);
        if (throwing) {
            throw new IllegalStateException("told to throw");
        }
        if (failing) {
            throw new StorageException("told to fail", new IOException("bad sector"));
        }
    }
}
