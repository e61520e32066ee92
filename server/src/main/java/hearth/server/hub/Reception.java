package hearth.server.hub;

import hearth.protocol.ClientFrame;
import hearth.protocol.CloseCode;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerFrame;
import hearth.server.history.StorageException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Receives every input, keeps the order of a connection's life (hello, requests, end), and passes requests on to those who answer them. */
final class Reception {
    /** How long a connection may take for its {@code hello}. */
    static final Duration HELLO_WITHIN = Duration.ofSeconds(10);

    /** After how long asking again makes sense, where the queue to a client is full or the storage fails. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private static final String HELLO = "hello";
    private static final String PING = "ping";

    private final Workings workings;
    private final UndoJournal journal;
    private final Desks desks;

    /** Whom the reception passes things on to. */
    record Desks(
            LoginHandler login,
            Welcomes welcomes,
            RequestTable requests,
            PageReads pages,
            TypingRelay typing,
            PresenceBoard presence) {}

    Reception(Workings workings, UndoJournal journal, Desks desks) {
        this.workings = workings;
        this.journal = journal;
        this.desks = desks;
    }

    /** Handles one input. */
    void on(HubInput input, Handling handling) throws StorageException {
        switch (input) {
            case FromGateway.Opened opened ->
                workings.sessions()
                        .open(new Session(
                                opened.connection(), workings.parts().clock().nanos()));
            case FromGateway.Received received -> onReceived(received, handling);
            case FromGateway.Malformed malformed -> onMalformed(malformed);
            case FromGateway.Drained(var connection) -> onDrained(connection, handling);
            case FromGateway.Closed(var connection) -> onClosed(connection);
            case HubInput.ReadFinished finished -> desks.pages().onFinished(finished);
        }
    }

    /** When {@link #tick} has something to do. */
    OptionalLong nextNanos() {
        OptionalLong since = workings.sessions().longestWaitingSince();
        return since.isPresent() ? OptionalLong.of(since.getAsLong() + HELLO_WITHIN.toNanos()) : since;
    }

    /** Closes the connections that have not said who they are in time. */
    void tick(long nowNanos) {
        Optional<Session> late = workings.sessions().longestWaiting().filter(session -> isLate(session, nowNanos));
        while (late.isPresent()) {
            close(late.get(), CloseCode.LOGIN_FAILED, "no hello in time");
            late = workings.sessions().longestWaiting().filter(session -> isLate(session, nowNanos));
        }
    }

    /** Says good-bye to everybody. */
    void shutDown() {
        long[] loggedIn = workings.sessions().loggedIn().stream()
                .mapToLong(Session::connection)
                .toArray();
        workings.outgoing().sendAll(loggedIn, new ServerFrame.Bye("shutting-down", 2_000));
        workings.sessions().all().stream()
                .filter(session -> session.phase() != Session.Phase.ENDED)
                .forEach(session -> workings.outgoing().close(session, CloseCode.GOING_AWAY, "shutting down"));
    }

    private static boolean isLate(Session session, long nowNanos) {
        return nowNanos - session.openedNanos() >= HELLO_WITHIN.toNanos();
    }

    private Optional<Session> live(long connection) {
        return workings.sessions().byConnection(connection).filter(session -> session.phase() != Session.Phase.ENDED);
    }

    private void onReceived(FromGateway.Received received, Handling handling) throws StorageException {
        workings.outgoing().countHandled(received.connection(), 1);
        Optional<Session> live = live(received.connection());
        if (live.isEmpty()) {
            return;
        }
        Session session = live.get();
        switch (received.frame()) {
            case ClientFrame.Pong _ -> {} // That it came is all it says, and that the gateway has seen.
            case ClientFrame.Ping ping -> onPing(session, ping);
            case ClientFrame.Typing typing ->
                session.user().ifPresent(user -> desks.typing().onTyping(user, typing));
            case ClientFrame.Hello hello -> onHello(session, hello, handling);
            case ClientFrame.Request request -> onRequest(session, request, received.backlogged(), handling);
        }
    }

    private void onPing(Session session, ClientFrame.Ping ping) {
        boolean loggedIn = session.user().isPresent();
        workings.outgoing()
                .send(
                        session,
                        new ServerFrame.Pong(
                                ping.t(),
                                loggedIn
                                        ? Optional.empty()
                                        : Optional.of(desks.welcomes().server())));
    }

    private void onHello(Session session, ClientFrame.Hello hello, Handling handling) throws StorageException {
        if (session.user().isPresent()) {
            secondHello(session, OptionalLong.of(hello.id()));
            return;
        }
        int before = journal.size();
        try {
            requireUsual(handling);
            desks.login().onHello(session, hello);
        } catch (RefusedException refused) {
            requireUnchanged(before);
            failLogin(session, Refusals.frame(hello.id(), refused));
        }
    }

    private void onRequest(Session session, ClientFrame.Request request, boolean backlogged, Handling handling)
            throws StorageException {
        int before = journal.size();
        try {
            User user = session.user().orElseThrow(Reception::notLoggedIn);
            requireUsual(handling);
            if (backlogged && ClientFrame.BULK_READS.contains(request.getClass())) {
                throw RefusedException.until(ErrorCode.RATE_LIMITED, "too much is queued already", RETRY_AFTER);
            }
            desks.requests().handle(new Turn(session, user, request.id()), request);
        } catch (RefusedException refused) {
            requireUnchanged(before);
            workings.outgoing().send(session, Refusals.frame(request.id(), refused));
        }
    }

    private void onMalformed(FromGateway.Malformed malformed) {
        workings.outgoing().countHandled(malformed.connection(), 1);
        live(malformed.connection()).ifPresent(session -> refuse(session, malformed));
    }

    private void refuse(Session session, FromGateway.Malformed malformed) {
        boolean loggedIn = session.user().isPresent();
        ServerFrame.Error error = Refusals.frame(malformed.re(), malformed.code(), malformed.message());
        if (HELLO.equals(malformed.frameType())) {
            if (loggedIn) {
                secondHello(session, malformed.re());
            } else {
                failLogin(session, error);
            }
        } else if (loggedIn || PING.equals(malformed.frameType())) {
            workings.outgoing().send(session, error);
        } else {
            workings.outgoing()
                    .send(session, Refusals.frame(malformed.re(), ErrorCode.NOT_LOGGED_IN, "say hello first"));
        }
    }

    private void onDrained(long connection, Handling handling) throws StorageException {
        Optional<Session> owed =
                live(connection).filter(session -> session.welcomeRest().isPresent());
        if (owed.isEmpty()) {
            return;
        }
        if (handling != Handling.TAKEN_OUT) {
            desks.welcomes().goOn(owed.get(), owed.get().user().orElseThrow());
        } else {
            // The rest of the welcome cannot be read now: the client gets a new one when it comes back.
            close(owed.get(), CloseCode.GOING_AWAY, "the storage does not answer");
        }
    }

    private void onClosed(long connection) {
        workings.sessions().byConnection(connection).ifPresent(session -> {
            end(session);
            workings.sessions().forget(session);
        });
    }

    private void secondHello(Session session, OptionalLong re) {
        workings.outgoing()
                .send(session, Refusals.frame(re, ErrorCode.ALREADY_LOGGED_IN, "this connection is logged in"));
        close(session, CloseCode.PROTOCOL_BROKEN, "second hello");
    }

    private void failLogin(Session session, ServerFrame.Error error) {
        workings.outgoing().send(session, error);
        close(session, CloseCode.LOGIN_FAILED, error.code().wire());
    }

    private void close(Session session, CloseCode code, String reason) {
        end(session);
        workings.outgoing().close(session, code, reason);
    }

    private void end(Session session) {
        Optional<User> user = session.user();
        workings.sessions().end(session);
        user.ifPresent(desks.presence()::departed);
    }

    private static void requireUsual(Handling handling) throws RefusedException {
        switch (handling) {
            case USUAL -> {}
            case READ_ONLY ->
                throw RefusedException.until(ErrorCode.READ_ONLY, "nothing can be stored now", RETRY_AFTER);
            case TAKEN_OUT -> throw new RefusedException(ErrorCode.INTERNAL, "this request failed in the server");
        }
    }

    /** A handler refuses before it changes anything: its changes would stay. */
    private void requireUnchanged(int before) {
        if (journal.size() != before) {
            throw new IllegalStateException("refused after a change");
        }
    }

    private static RefusedException notLoggedIn() {
        return new RefusedException(ErrorCode.NOT_LOGGED_IN, "say hello first");
    }
}
