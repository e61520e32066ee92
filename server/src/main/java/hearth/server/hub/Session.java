package hearth.server.hub;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** One connection, as the hub sees it. Changed by {@link Sessions} only. */
final class Session {

    /** The life of a session; it only moves forward. */
    enum Phase {
        /** No {@code hello} has succeeded. */
        WAITING,
        /** A user is there. */
        LOGGED_IN,
        /** The close is on its way: nothing more is answered. */
        ENDED
    }

    /** Who logged in, and with which token. */
    record Login(User user, String tokenHash) {}

    private final long connection;
    private final long openedNanos;
    private final NavigableSet<String> subscriptions = new TreeSet<>();
    private Phase phase = Phase.WAITING;
    private Optional<Login> login = Optional.empty();
    private Optional<WelcomeRest> welcomeRest = Optional.empty();
    private long presenceKnown;

    Session(long connection, long openedNanos) {
        this.connection = connection;
        this.openedNanos = openedNanos;
    }

    long connection() {
        return connection;
    }

    long openedNanos() {
        return openedNanos;
    }

    Phase phase() {
        return phase;
    }

    /** Who is there; nobody before the login and after the end. */
    Optional<User> user() {
        return login.map(Login::user);
    }

    Optional<Login> login() {
        return login;
    }

    /** The conversations whose events this connection gets: those whose summary it has been sent. */
    NavigableSet<String> subscriptions() {
        return Collections.unmodifiableNavigableSet(subscriptions);
    }

    boolean isSubscribedTo(String conversation) {
        return subscriptions.contains(conversation);
    }

    /** What of its welcome has not been sent yet, if anything. */
    Optional<WelcomeRest> welcomeRest() {
        return welcomeRest;
    }

    /** Changes of presence up to this number were in the welcome. */
    long presenceKnown() {
        return presenceKnown;
    }

    void enter(UndoJournal journal, Phase next, Optional<Login> nextLogin) {
        Phase phaseBefore = phase;
        Optional<Login> loginBefore = login;
        phase = next;
        login = nextLogin;
        journal.undoneBy(() -> {
            phase = phaseBefore;
            login = loginBefore;
        });
    }

    void subscribe(UndoJournal journal, String conversation) {
        journal.add(subscriptions, conversation);
    }

    void unsubscribe(UndoJournal journal, String conversation) {
        journal.remove(subscriptions, conversation);
    }

    void owe(UndoJournal journal, Optional<WelcomeRest> rest) {
        Optional<WelcomeRest> before = welcomeRest;
        welcomeRest = rest;
        journal.undoneBy(() -> welcomeRest = before);
    }

    void knowPresence(UndoJournal journal, long number) {
        long before = presenceKnown;
        presenceKnown = number;
        journal.undoneBy(() -> presenceKnown = before);
    }
}
