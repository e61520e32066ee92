package hearth.server.hub;

import hearth.protocol.PresenceEntry;
import hearth.protocol.ServerFrame;
import hearth.protocol.Status;
import hearth.protocol.UserRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Who is online and doing what, and when everybody is told. Changes are gathered and told together, with the last state of each person; a welcome tells the
 * states of its moment, so its connection is told only of later changes.
 */
final class PresenceBoard {
    /** A little more than the second that the protocol grants, so that no jitter on the way brings two frames closer. */
    static final Duration INTERVAL = Duration.ofMillis(1_100);

    private final Sessions sessions;
    private final Outgoing outgoing;
    private final UndoJournal journal;
    private final int replyBytes;
    private final Map<String, Chosen> chosen = new HashMap<>();
    private final NavigableMap<String, Pending> pending = new TreeMap<>();
    private long changes;
    private OptionalLong lastFlushNanos = OptionalLong.empty();

    /** What a user said about himself. */
    private record Chosen(Status status, Optional<String> text) {}

    /** What has not been told of a user: {@code number} counts all changes, {@code since} is that of the first one since the user was last told of. */
    private record Pending(long since, long number, PresenceEntry entry) {}

    PresenceBoard(Workings workings, UndoJournal journal) {
        sessions = workings.sessions();
        outgoing = workings.outgoing();
        this.journal = journal;
        replyBytes = workings.parts().settings().limits().replyBytes();
    }

    /** What a user is doing now. */
    PresenceEntry of(User user) {
        if (!sessions.isOnline(user.id())) {
            return new PresenceEntry(user.id(), user.name(), Status.OFFLINE, Optional.empty());
        }
        Chosen now = chosen.getOrDefault(user.id(), new Chosen(Status.ONLINE, Optional.empty()));
        return new PresenceEntry(user.id(), user.name(), now.status(), now.text());
    }

    /** A session has been added: tells the others where it is the user's first, and takes the moment for what its welcome tells. */
    void arrived(Session session, User user) {
        if (sessions.of(user.id()).size() == 1) {
            note(user);
        }
        sessions.knowPresence(session, changes);
    }

    /** A session of this user has ended: where it was the last, the user is offline and what he said of himself forgotten. */
    void departed(User user) {
        if (!sessions.isOnline(user.id())) {
            journal.remove(chosen, user.id());
            note(user);
        }
    }

    /** The user says what he is doing. */
    void choose(User user, Status status, Optional<String> text) {
        journal.put(chosen, user.id(), new Chosen(status, text));
        note(user);
    }

    /** When {@link #tick} has something to tell. */
    OptionalLong nextNanos(long nowNanos) {
        if (pending.isEmpty()) {
            return OptionalLong.empty();
        }
        return lastFlushNanos.isEmpty()
                ? OptionalLong.of(nowNanos)
                : OptionalLong.of(lastFlushNanos.getAsLong() + INTERVAL.toNanos());
    }

    /** Tells what has changed, if it is time; what does not fit into one frame is told the next time. */
    void tick(long nowNanos) {
        OptionalLong next = nextNanos(nowNanos);
        if (next.isPresent() && next.getAsLong() - nowNanos <= 0) {
            List<Pending> told = longestWaiting();
            tell(told);
            told.forEach(change -> journal.remove(pending, change.entry().id()));
            OptionalLong before = lastFlushNanos;
            lastFlushNanos = OptionalLong.of(nowNanos);
            journal.undoneBy(() -> lastFlushNanos = before);
        }
    }

    /** Counts what was noted of anybody; the same number means that nobody came or went. */
    long changes() {
        return changes;
    }

    /** Who is online, in the order of their ids. */
    List<UserRef> people() {
        return sessions.onlineUsers().stream()
                .flatMap(id -> sessions.of(id).stream().limit(1))
                .flatMap(session -> session.user().stream())
                .map(User::ref)
                .toList();
    }

    private void note(User user) {
        changes++;
        Pending before = pending.get(user.id());
        long since = before == null ? changes : before.since();
        journal.put(pending, user.id(), new Pending(since, changes, of(user)));
    }

    /** As many as one frame may hold. */
    private List<Pending> longestWaiting() {
        Space space = new Space(replyBytes - Space.ENVELOPE_BYTES);
        return pending.values().stream()
                .sorted(Comparator.comparingLong(Pending::since))
                .takeWhile(change -> space.take(outgoing.codec().encodedLength(change.entry())))
                .toList();
    }

    /** Most connections know none of the changes: these share one frame. */
    private void tell(List<Pending> told) {
        long oldest = told.stream().mapToLong(Pending::number).min().orElse(0);
        List<Long> sharing = new ArrayList<>();
        for (Session session : sessions.loggedIn()) {
            if (session.welcomeRest().isPresent()) {
                newsFor(session, told).forEach(session.welcomeRest().get()::add);
            } else if (session.presenceKnown() < oldest) {
                sharing.add(session.connection());
            } else {
                sendNews(session, told);
            }
        }
        long[] connections = sharing.stream().mapToLong(Long::longValue).toArray();
        outgoing.sendAll(
                connections,
                new ServerFrame.Presence(told.stream().map(Pending::entry).toList(), false));
    }

    private void sendNews(Session session, List<Pending> told) {
        List<PresenceEntry> news = newsFor(session, told);
        if (!news.isEmpty()) {
            outgoing.send(session, new ServerFrame.Presence(news, false));
        }
    }

    private static List<PresenceEntry> newsFor(Session session, List<Pending> told) {
        return told.stream()
                .filter(change -> change.number() > session.presenceKnown())
                .map(Pending::entry)
                .toList();
    }
}
