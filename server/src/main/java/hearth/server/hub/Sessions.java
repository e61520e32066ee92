package hearth.server.hub;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** All connections: who is behind them, and what they get. Nothing here survives a restart. Owned by the hub thread; changed through the journal. */
final class Sessions {
    /** By difference, since the nanoseconds of a monotonic clock may overflow. */
    private static final Comparator<Session> BY_AGE = ((Comparator<Session>)
                    (one, other) -> Long.signum(one.openedNanos() - other.openedNanos()))
            .thenComparingLong(Session::connection);

    private final UndoJournal journal;
    private final Map<Long, Session> byConnection = new HashMap<>();
    private final NavigableSet<Session> waiting = new TreeSet<>(BY_AGE);
    private final NavigableMap<Long, Session> loggedIn = new TreeMap<>();
    private final Map<String, NavigableMap<Long, Session>> byUser = new TreeMap<>();
    private final Map<String, Subscribers> byConversation = new HashMap<>();

    Sessions(UndoJournal journal) {
        this.journal = journal;
    }

    Optional<Session> byConnection(long connection) {
        return Optional.ofNullable(byConnection.get(connection));
    }

    /** Every connection that is open. */
    Collection<Session> all() {
        return Collections.unmodifiableCollection(byConnection.values());
    }

    /** Those that are logged in, in the order of their ids. */
    Collection<Session> loggedIn() {
        return Collections.unmodifiableCollection(loggedIn.values());
    }

    /** The live sessions of a user; a copy, so that they may be ended while going through them. */
    List<Session> of(String user) {
        return List.copyOf(
                byUser.getOrDefault(user, Collections.emptyNavigableMap()).values());
    }

    boolean isOnline(String user) {
        return byUser.containsKey(user);
    }

    /** The ids of the users who are online, in order. */
    Collection<String> onlineUsers() {
        return Collections.unmodifiableCollection(byUser.keySet());
    }

    /** The connections that get the events of a conversation; never to be written. */
    long[] subscribers(String conversation) {
        Subscribers subscribers = byConversation.get(conversation);
        return subscribers == null ? new long[0] : subscribers.toArray();
    }

    /** The oldest connection without a login, if there is one. */
    Optional<Session> longestWaiting() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first());
    }

    /** When the oldest connection without a login was opened. */
    OptionalLong longestWaitingSince() {
        return waiting.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(waiting.first().openedNanos());
    }

    void open(Session session) {
        journal.put(byConnection, session.connection(), session);
        journal.add(waiting, session);
    }

    void logIn(Session session, Session.Login login) {
        journal.remove(waiting, session);
        session.enter(journal, Session.Phase.LOGGED_IN, Optional.of(login));
        journal.put(loggedIn, session.connection(), session);
        journal.put(sessionsOf(login.user().id()), session.connection(), session);
    }

    /** From now on the connection gets the events of the conversation. */
    void subscribe(Session session, String conversation) {
        session.subscribe(journal, conversation);
        byConversation
                .computeIfAbsent(conversation, _ -> {
                    journal.undoneBy(() -> byConversation.remove(conversation));
                    return new Subscribers();
                })
                .add(journal, session.connection());
    }

    /** From now on the connection gets nothing of the conversation. */
    void unsubscribe(Session session, String conversation) {
        session.unsubscribe(journal, conversation);
        Subscribers subscribers = byConversation.get(conversation);
        if (subscribers != null) {
            subscribers.remove(journal, session.connection());
            if (subscribers.isEmpty()) {
                journal.remove(byConversation, conversation);
            }
        }
    }

    /** Nothing that comes from this connection counts any more, and nothing is sent to it but what is queued. */
    void end(Session session) {
        List.copyOf(session.subscriptions()).forEach(conversation -> unsubscribe(session, conversation));
        journal.remove(waiting, session);
        journal.remove(loggedIn, session.connection());
        session.user().ifPresent(user -> leave(user, session));
        session.owe(journal, Optional.empty());
        session.enter(journal, Session.Phase.ENDED, Optional.empty());
    }

    /** The connection is gone. */
    void forget(Session session) {
        journal.remove(byConnection, session.connection());
    }

    void owe(Session session, Optional<WelcomeRest> rest) {
        session.owe(journal, rest);
    }

    void knowPresence(Session session, long number) {
        session.knowPresence(journal, number);
    }

    private NavigableMap<Long, Session> sessionsOf(String user) {
        NavigableMap<Long, Session> sessions = byUser.get(user);
        if (sessions == null) {
            sessions = new TreeMap<>();
            journal.put(byUser, user, sessions);
        }
        return sessions;
    }

    private void leave(User user, Session session) {
        NavigableMap<Long, Session> sessions = sessionsOf(user.id());
        journal.remove(sessions, session.connection());
        if (sessions.isEmpty()) {
            journal.remove(byUser, user.id());
        }
    }
}
