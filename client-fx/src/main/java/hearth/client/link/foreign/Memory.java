package hearth.client.link.foreign;

import hearth.client.link.Abilities;
import hearth.client.link.ChatLink.Recollection;
import hearth.client.link.Missed;
import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Event;
import hearth.protocol.LeaveReason;
import hearth.protocol.UserRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one session heard on a server that remembers nothing, across its connections: the conversations, numbered, and the rooms. Safe from any thread: the end
 * of one connection may overlap the beginning of the next.
 */
final class Memory {
    /** Most rooms that are remembered although the user has left them; whoever comes back finds what was said there. */
    private static final int MOST_LEFT = 100;

    /** Most that another clock is ahead, of a server in another time zone too. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    private final Abilities.Past told;
    private final Map<String, Log> logs = new LinkedHashMap<>();
    private final Set<String> rooms = new LinkedHashSet<>();
    private final SequencedSet<String> left = new LinkedHashSet<>(); // ids

    /**
     * Nothing was heard yet.
     *
     * @param told what the server tells of the past
     */
    Memory(Abilities.Past told) {
        this.told = told;
    }

    /** A user's id where names are all there is. */
    static UserRef user(String name) {
        return new UserRef("name:" + name, name);
    }

    /** Goes on from what the client's own store has, where nothing was heard yet. */
    synchronized void recall(List<Recollection> known) {
        for (Recollection each : known) {
            Optional<Place> place = Place.of(each.summary().id());
            if (place.isPresent() && log(place.get()).head() == 0) {
                Log log = log(place.get());
                log.recall(each.cursor(), each.summary().read(), each.newest());
                if (!each.member()) {
                    left.add(each.summary().id());
                } else if (place.get() instanceof Place.Room(String name)) {
                    rooms.add(name);
                }
            }
        }
    }

    /** Makes the place a conversation of the user's, if it is none. */
    synchronized boolean open(Place place) {
        boolean isNew = !has(place.id());
        left.remove(place.id());
        log(place);
        return isNew;
    }

    synchronized void enter(String room) {
        rooms.add(room);
        open(new Place.Room(room));
    }

    /** The room is none of the user's conversations; what was said there is kept. */
    synchronized void leave(String room) {
        rooms.remove(room);
        String id = new Place.Room(room).id();
        if (logs.containsKey(id)) {
            left.add(id);
        }
        if (left.size() > MOST_LEFT) {
            logs.remove(left.removeFirst());
        }
    }

    synchronized List<String> rooms() {
        return List.copyOf(rooms);
    }

    synchronized boolean has(String id) {
        return find(id).isPresent();
    }

    private Optional<Log> find(String id) {
        return left.contains(id) ? Optional.empty() : Optional.ofNullable(logs.get(id));
    }

    synchronized Optional<ConversationSummary> summary(String id, String self) {
        return find(id).map(log -> log.summary(self));
    }

    /** What came after a cursor. */
    synchronized Optional<SyncResult> after(String id, long cursor) {
        return find(id).map(log -> log.after(cursor));
    }

    /** The page of what is kept that ends before this number. */
    synchronized Optional<HistoryPage> before(String id, long seq, int limit) {
        return find(id).map(log -> log.before(seq, limit));
    }

    /** The page of what is kept that begins after this number. */
    synchronized Optional<HistoryPage> later(String id, long seq, int limit) {
        return find(id).map(log -> log.later(seq, limit));
    }

    /** Moves the user's marker; gives where it is. */
    synchronized Optional<ConversationSummary> markRead(String id, long seq, String self) {
        find(id).ifPresent(log -> log.markRead(seq));
        return summary(id, self);
    }

    /** So many people are in a place. */
    synchronized void count(Place place, int people) {
        log(place).count(people);
    }

    /** When the newest message was said that is known of a place, of those whose time is not yet to come. */
    synchronized Optional<Instant> newest(Place place, Instant now) {
        return Optional.ofNullable(logs.get(place.id())).stream()
                .flatMap(log -> log.messages().stream())
                .map(message -> message.stamp().at())
                .filter(at -> !at.isAfter(now))
                .max(Comparator.naturalOrder());
    }

    synchronized List<ConversationSummary> summaries(String self) {
        return logs.values().stream()
                .filter(log -> has(log.place().id()))
                .map(log -> log.summary(self))
                .toList();
    }

    /** The same where the user said it, unless they have left that place: not every server tells where something was said. */
    synchronized Line whereSaid(Place said, Line shown) {
        return has(said.id()) ? new Line(said, shown.author(), shown.text(), shown.at()) : shown;
    }

    /** The newest number of each conversation. */
    synchronized Map<String, Long> heads() {
        Map<String, Long> heads = new HashMap<>();
        logs.values().forEach(log -> heads.put(log.place().id(), log.head()));
        return heads;
    }

    /** Numbers what was said; of a time that makes no sense, the arrival takes the place. */
    synchronized Event.Message say(Line line, String clientId, Instant arrival) {
        Log log = log(line.place());
        Event.Stamp stamp = stamp(log, line.author(), time(line, arrival));
        Event.Message message = new Event.Message(stamp, clientId, line.text(), OptionalLong.empty(), List.of(), false);
        log.add(message);
        return message;
    }

    private static Instant time(Line line, Instant arrival) {
        return line.at().filter(at -> isPossible(at, arrival)).orElse(arrival);
    }

    /** Whatever the clocks of both sides show: nothing was said before there were clocks like these, or will be said tomorrow. */
    private static boolean isPossible(Instant at, Instant now) {
        return !at.isBefore(Instant.EPOCH) && !at.isAfter(now.plus(MOST_AHEAD));
    }

    /**
     * Numbers what of a page of the past is not known yet, however much it is; before it, where it does not go back to what is known, that something may be
     * missing.
     *
     * @param since what has a greater number was heard on the same connection, and so may be the last of the page
     * @param identify gives each its place and client id
     */
    synchronized List<Event> past(
            Place place, List<Line> page, long since, Function<Line, Doubtful.Shown> identify, Instant arrival) {
        List<Line> lines = notHeardElsewhere(place, page);
        Log log = log(place);
        boolean[] live = Overlap.lay(lines, log.lines(since, log.head())).inKnown();
        List<Line> missed = new ArrayList<>();
        for (int i = 0; i < live.length; i++) {
            if (!live[i]) {
                missed.add(lines.get(i));
            }
        }
        List<Line> before = log.lines(0, since);
        Overlap.Laid laid = Overlap.lay(before, missed);
        List<Event> news = new ArrayList<>();
        boolean goesBack = !told.mayLeaveOut(page.size()) || lines.size() < page.size() || live[0] || laid.isAnyKnown();
        if (!goesBack && !before.isEmpty()) {
            news.add(missed(log, time(missed.getFirst(), arrival)));
        }
        for (Line line : laid.news()) {
            Doubtful.Shown shown = identify.apply(line);
            news.add(say(shown.line(), shown.clientId(), arrival));
        }
        return news;
    }

    private static Event missed(Log log, Instant at) {
        Event event = Missed.at(stamp(log, "", at));
        log.add(event);
        return event;
    }

    /** There are servers that tell as the lobby's what was said in rooms. */
    private List<Line> notHeardElsewhere(Place place, List<Line> page) {
        Map<String, List<Line>> elsewhere = logs.values().stream()
                .filter(log -> !log.place().equals(place))
                .flatMap(log -> log.lines(0, log.head()).stream())
                .collect(Collectors.groupingBy(Line::text));
        return page.stream()
                .filter(line -> elsewhere.getOrDefault(line.text(), List.of()).stream()
                        .noneMatch(known -> line.isLike(known.author(), known.text()) && Overlap.isAbout(known, line)))
                .toList();
    }

    /** Numbers that somebody came. */
    synchronized Event came(Place place, String name, Instant arrival) {
        Log log = log(place);
        Event event = new Event.Joined(stamp(log, name, arrival), user(name), Optional.empty());
        log.add(event);
        return event;
    }

    /** Numbers that somebody went. */
    synchronized Event went(Place place, String name, Instant arrival) {
        Log log = log(place);
        Event event = new Event.Left(
                stamp(log, name, arrival), user(name), LeaveReason.LEFT, Optional.empty(), Optional.empty());
        log.add(event);
        return event;
    }

    /** The id of a message that another client wrote. */
    static String newClientId() {
        return UUID.randomUUID().toString();
    }

    private Log log(Place place) {
        return logs.computeIfAbsent(place.id(), _ -> new Log(place));
    }

    private static Event.Stamp stamp(Log log, String author, Instant at) {
        return new Event.Stamp(log.place().id(), log.next(), at, user(author));
    }
}
