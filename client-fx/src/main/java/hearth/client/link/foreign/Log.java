package hearth.client.link.foreign;

import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ConversationSummary.Direct;
import hearth.protocol.ConversationSummary.Room;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One conversation as this side numbers it, with its newest events. Confined to its {@link Memory}. */
final class Log {
    /** Most events that are kept; older ones are in the client's own store, if anywhere. */
    static final int MOST = 1_000;

    /** Most characters of the messages among them: a server can send long ones. */
    static final int MOST_CHARS = 8_388_608;

    private final Place place;
    private final Deque<Event> events = new ArrayDeque<>();
    private long head;
    private long read;
    private int members;
    private long chars;

    Log(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }

    /** Goes on from what the client's own store has. */
    void recall(long cursor, long marker, List<Event.Message> newest) {
        head = cursor;
        read = marker;
        events.clear();
        events.addAll(newest);
        chars = newest.stream().mapToLong(Log::chars).sum();
    }

    long head() {
        return head;
    }

    long next() {
        return head + 1;
    }

    /** The event with the next number. */
    void add(Event event) {
        if (event.seq() != next()) {
            throw new IllegalArgumentException("event " + event.seq() + " after " + head);
        }
        head = event.seq();
        events.add(event);
        chars += chars(event);
        while (events.size() > MOST || (chars > MOST_CHARS && events.size() > 1)) {
            chars -= chars(events.remove());
        }
    }

    private static long chars(Event event) {
        return event instanceof Event.Message message ? message.text().length() : 0;
    }

    void markRead(long seq) {
        read = Math.max(read, Math.min(seq, head));
    }

    void count(int people) {
        members = people;
    }

    List<Event.Message> messages() {
        return events.stream()
                .filter(Event.Message.class::isInstance)
                .map(Event.Message.class::cast)
                .toList();
    }

    /** The messages as they were said, with numbers above the one and up to the other. */
    List<Line> lines(long above, long upTo) {
        return messages().stream()
                .filter(each -> each.seq() > above && each.seq() <= upTo)
                .map(each -> new Line(
                        place,
                        each.author().name(),
                        each.text(),
                        Optional.of(each.stamp().at())))
                .toList();
    }

    /** What came after this number; to be loaded anew where not all of it is kept. */
    SyncResult after(long cursor) {
        List<Event> later =
                events.stream().filter(event -> event.seq() > cursor).toList();
        return cursor <= head && later.size() == head - cursor
                ? new SyncResult.Recovered(later, head)
                : new SyncResult.Reload(head);
    }

    /** A page of what is kept, oldest first, of those before this number. */
    HistoryPage before(long seq, int limit) {
        List<Event> earlier = events.stream().filter(event -> event.seq() < seq).toList();
        List<HistoryItem> page = items(earlier.subList(Math.max(0, earlier.size() - limit), earlier.size()));
        return new HistoryPage(page, head, earlier.size() > page.size(), seq <= head);
    }

    /** A page of what is kept, oldest first, of those after this number. */
    HistoryPage later(long seq, int limit) {
        List<Event> later = events.stream().filter(event -> event.seq() > seq).toList();
        List<HistoryItem> page = items(later.subList(0, Math.min(limit, later.size())));
        return new HistoryPage(page, head, events.size() > later.size(), later.size() > page.size());
    }

    private static List<HistoryItem> items(List<Event> events) {
        return events.stream()
                .map(event -> new HistoryItem(event, false, List.of(), OptionalLong.empty()))
                .toList();
    }

    ConversationSummary summary(String self) {
        int unread = (int) messages().stream()
                .filter(message ->
                        message.seq() > read && !message.author().name().equals(self))
                .count();
        Optional<Event.Message> last = messages().stream().reduce((_, later) -> later);
        return new ConversationSummary(place.id(), title(), members, head, read, unread, 0, last);
    }

    private ConversationSummary.Title title() {
        return switch (place) {
            case Place.Lobby _ -> new Room("lobby", "", Visibility.PUBLIC, Role.MEMBER);
            case Place.Room(String name) -> new Room(name, "", Visibility.PUBLIC, Role.MEMBER);
            case Place.Person(String name) -> new Direct(Memory.user(name), 0);
        };
    }
}
