package hearth.server.hub;

import hearth.protocol.Event;
import hearth.server.history.Change;
import hearth.server.history.HistoryReader;
import hearth.server.history.HistoryStore;
import hearth.server.history.StorageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A store that is nothing but the list of its changes. Can be told to fail. */
final class FakeHistoryStore implements HistoryStore {
    /** The calls that can fail. */
    enum Call {
        BEGIN,
        APPLY,
        COMMIT,
        FIND_POST,
        MESSAGE,
        IS_MESSAGE,
        REACTION,
        UNREAD,
        LAST_MESSAGE,
        EVENTS,
        REPLAY
    }

    final List<Change> committed = new ArrayList<>();
    final List<Change> batch = new ArrayList<>();
    final Set<Call> failing = new HashSet<>();
    final Map<Call, RuntimeException> throwing = new HashMap<>();
    final FakeHistoryReader reader = new FakeHistoryReader(this);
    int commits;
    long removedUpTo;
    Runnable onRollback = () -> {};
    private boolean begun;

    @Override
    public String serverId() {
        return "server-id";
    }

    @Override
    public String epoch() {
        return "epoch-1";
    }

    @Override
    public void replay(Consumer<Change> sink) throws StorageException {
        check(Call.REPLAY);
        for (Change change : committed) {
            sink.accept(
                    change instanceof Change.Appended(var event)
                            ? new Change.HeadKnown(event.conversation(), event.seq())
                            : change);
        }
    }

    @Override
    public void begin() throws StorageException {
        check(Call.BEGIN);
        if (begun) {
            throw new IllegalStateException("begun twice");
        }
        begun = true;
    }

    @Override
    public void apply(Change change) throws StorageException {
        check(Call.APPLY);
        if (!begun) {
            throw new IllegalStateException("not begun");
        }
        batch.add(change);
    }

    @Override
    public void commit() throws StorageException {
        check(Call.COMMIT);
        committed.addAll(batch);
        batch.clear();
        begun = false;
        commits++;
    }

    @Override
    public void rollback() {
        onRollback.run();
        batch.clear();
        begun = false;
    }

    @Override
    public Optional<Receipt> findPost(String sender, String clientId) throws StorageException {
        check(Call.FIND_POST);
        return all().flatMap(FakeHistoryStore::message)
                .filter(m -> m.author().id().equals(sender) && m.clientId().equals(clientId))
                .map(m -> new Receipt(m.conversation(), m.seq(), m.stamp().at()))
                .findFirst();
    }

    @Override
    public Optional<StoredMessage> message(String conversation, long seq) throws StorageException {
        check(Call.MESSAGE);
        return finalMessages(conversation).stream()
                .filter(m -> m.seq() == seq && !m.deleted())
                .map(m -> new StoredMessage(
                        m.author().id(), reactions(conversation, seq).size()))
                .findFirst();
    }

    @Override
    public boolean isMessage(String conversation, long seq) throws StorageException {
        check(Call.IS_MESSAGE);
        return log(conversation).stream().anyMatch(e -> e instanceof Event.Message && e.seq() == seq);
    }

    @Override
    public ReactionState reaction(String conversation, long target, String user, String emoji) throws StorageException {
        check(Call.REACTION);
        Set<String> users = reactions(conversation, target).getOrDefault(emoji, Set.of());
        return new ReactionState(users.contains(user), !users.isEmpty());
    }

    @Override
    public Unread unread(String conversation, String user, long read) throws StorageException {
        check(Call.UNREAD);
        List<Event.Message> unread = finalMessages(conversation).stream()
                .filter(m -> m.seq() > read && !m.author().id().equals(user) && !m.deleted())
                .toList();
        long mentions = unread.stream().filter(m -> m.mentions().contains(user)).count();
        return new Unread(unread.size(), (int) mentions);
    }

    @Override
    public Optional<Event.Message> lastMessage(String conversation) throws StorageException {
        check(Call.LAST_MESSAGE);
        return finalMessages(conversation).stream().reduce((_, later) -> later);
    }

    @Override
    public boolean events(String conversation, long after, long upTo, Sink sink) throws StorageException {
        check(Call.EVENTS);
        if (after < removedUpTo) {
            return false;
        }
        for (Event event : log(conversation)) {
            if (event.seq() > after && event.seq() <= upTo && !sink.accept(event)) {
                break;
            }
        }
        return true;
    }

    @Override
    public HistoryReader openReader() {
        return reader;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("whoever opened the store closes it");
    }

    /** The messages of a log in their final state. */
    Collection<Event.Message> finalMessages(String conversation) {
        Map<Long, Event.Message> messages = new LinkedHashMap<>();
        for (Event event : log(conversation)) {
            switch (event) {
                case Event.Message m -> messages.put(m.seq(), m);
                case Event.Edited e ->
                    messages.computeIfPresent(e.target(), (_, m) -> with(m, e.text(), e.mentions(), m.deleted()));
                case Event.Deleted d -> messages.computeIfPresent(d.target(), (_, m) -> with(m, "", List.of(), true));
                default -> {}
            }
        }
        return messages.values();
    }

    List<Event> log(String conversation) {
        List<Event> log = new ArrayList<>();
        all().forEach(change -> {
            if (change instanceof Change.Appended(var event)
                    && event.conversation().equals(conversation)) {
                log.add(event);
            } else if (change.equals(new Change.RoomDeleted(conversation))) {
                log.clear();
            }
        });
        return log;
    }

    private Map<String, Set<String>> reactions(String conversation, long target) {
        Map<String, Set<String>> users = new LinkedHashMap<>();
        for (Event event : log(conversation)) {
            if (event instanceof Event.Reacted r && r.target() == target) {
                Set<String> own = users.computeIfAbsent(r.emoji(), _ -> new HashSet<>());
                if (r.on()) {
                    own.add(r.author().id());
                } else {
                    own.remove(r.author().id());
                }
            }
        }
        users.values().removeIf(Set::isEmpty);
        return users;
    }

    private Stream<Change> all() {
        return Stream.concat(committed.stream(), batch.stream());
    }

    private static Stream<Event.Message> message(Change change) {
        return change instanceof Change.Appended(var event) && event instanceof Event.Message message
                ? Stream.of(message)
                : Stream.empty();
    }

    private static Event.Message with(Event.Message m, String text, List<String> mentions, boolean deleted) {
        OptionalLong replyTo = m.replyTo();
        return new Event.Message(m.stamp(), m.clientId(), text, replyTo, mentions, deleted);
    }

    private void check(Call call) throws StorageException {
        if (failing.contains(call)) {
            throw new StorageException("told to fail", new IOException("disk full"));
        }
        if (throwing.containsKey(call)) {
            throw throwing.get(call);
        }
    }
}
