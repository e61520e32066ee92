package hearth.client.session;

import hearth.client.link.ChatLink;
import hearth.client.link.Colour;
import hearth.client.link.LinkEvent;
import hearth.client.session.ConnectionState.Kind;
import hearth.client.session.ConnectionState.RefusalReason;
import hearth.client.store.StoreException;
import hearth.client.transport.Ending;
import hearth.protocol.Auth;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Limits;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the session connected: dials, logs in, notices when the link dies, waits and comes back. Knows nothing of conversations. Session thread only.
 */
final class Connector {
    private static final Logger log = LoggerFactory.getLogger(Connector.class);
    private static final Duration RECOGNITION = Duration.ofSeconds(15);
    private static final Duration LOGIN = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final SessionLoop.Timer NO_TIMER = () -> {};

    /** Who lives on the connection. */
    interface Owner {

        /** What is known of the conversations, for servers that do not number what is said. */
        List<ChatLink.Recollection> recollections(ServerInfo server);

        /** The login succeeded; requests can be made. */
        void onWelcome(ServerFrame.Welcome welcome, Auth.Guest auth);

        /** A frame that is not about the connection itself. */
        void onFrame(ServerFrame frame);

        /** Nobody can tell what became of this request. */
        void onUnheard(long re);

        /** The server shows a person in this colour. */
        void onColoured(String user, Colour colour);

        /** The server counts so many in a conversation. */
        void onCounted(String conversation, int people);

        /**
         * A connection that was logged in is over.
         *
         * @return whether a request was unanswered that may have broken it
         */
        boolean onEnded(Ending ending);

        /** The server cut the connection off for what we sent. */
        void onBroken(Ending ending);

        /** Whether nothing is left to catch up with. */
        boolean isCaughtUp();
    }

    private final SessionPorts ports;
    private final SessionConfig config;
    private final ConnectionMachine machine;
    private final Credentials credentials;
    private final Owner owner;
    private final Lookout lookout;
    private final LinkWatch watch;
    private final AddressRing addresses;
    private final Backoff backoff;
    private Optional<String> boundTo;
    private LinkAttempt attempt;
    private Auth.Guest auth;
    private Optional<Duration> bye = Optional.empty();
    private boolean patient;
    private SessionLoop.Timer deadline = NO_TIMER;
    private SessionLoop.Timer steady = NO_TIMER;

    Connector(
            SessionPorts ports, SessionConfig config, ConnectionMachine machine, Credentials credentials, Owner owner) {
        this.ports = ports;
        this.config = config;
        this.machine = machine;
        this.credentials = credentials;
        this.owner = owner;
        this.lookout = new Lookout(ports.loop(), ports.interfaces(), this::onSurroundingsChanged);
        this.watch = new LinkWatch(ports.loop(), machine, new Watched());
        this.addresses = new AddressRing(config.server().address());
        this.backoff = new Backoff(ports.jitter());
        this.boundTo = config.serverId();
    }

    void connect() {
        switch (machine.phase()) {
            case OFFLINE, REFUSED -> {
                lookout.begin();
                dial();
            }
            case CONNECTING, LOGGING_IN, SYNCING, ONLINE, STALE, WAITING -> log.debug("already under way");
        }
    }

    void retryNow() {
        switch (machine.phase()) {
            case WAITING, REFUSED -> dial();
            case CONNECTING, LOGGING_IN -> {
                // Who presses that sees that nothing comes of it: it counts as a failure of this address.
                addresses.failed();
                dialAnew();
            }
            case STALE -> dialAnew();
            case OFFLINE, SYNCING, ONLINE -> log.debug("nothing to hurry");
        }
    }

    private void dialAnew() {
        attempt.abort();
        leave(new Ending.Cancelled());
        dial();
    }

    /** Closes what there is and stays away. The stage completes when the link is gone. */
    CompletionStage<Void> disconnect() {
        CompletionStage<Void> gone = CompletableFuture.completedFuture(null);
        lookout.end();
        if (attempt != null) {
            gone = attempt.close();
            leave(new Ending.Cancelled());
        }
        deadline.cancel();
        if (machine.phase() != ConnectionMachine.Phase.OFFLINE) {
            machine.to(new ConnectionState.Offline());
        }
        return gone;
    }

    /** The world changed: what waits need not, and what is connected is asked whether it still is. */
    private void onSurroundingsChanged() {
        switch (machine.phase()) {
            case WAITING -> {
                if (!patient) {
                    dial();
                }
            }
            case SYNCING, ONLINE, STALE -> watch.probe();
            case CONNECTING, LOGGING_IN ->
                dialAnew(); // what was begun before may have gone into a network that is not there
            case OFFLINE, REFUSED -> log.debug("nothing to hurry");
        }
    }

    /** What was missed is here. */
    void onCaughtUp() {
        if (machine.phase() == ConnectionMachine.Phase.SYNCING) {
            machine.to(new ConnectionState.Online());
        }
    }

    /** Where the present link leads, or the next one will. */
    URI address() {
        return addresses.current();
    }

    void send(ClientFrame frame) {
        watch.sent();
        attempt.send(frame);
    }

    private void dial() {
        deadline.cancel();
        bye = Optional.empty();
        machine.to(new ConnectionState.Connecting());
        attempt = new LinkAttempt(addresses.current(), ports.dialler(), ports.loop(), this::onLink);
        deadline = ports.loop().schedule(RECOGNITION, () -> giveUp(new Ending.TimedOut("nobody answered")));
    }

    private void onLink(LinkEvent event) {
        switch (event) {
            case LinkEvent.Recognised(ServerInfo server) -> onRecognised(server);
            case LinkEvent.Arrived(ServerFrame frame) -> {
                watch.heard();
                onFrame(frame);
            }
            case LinkEvent.Heard _ -> watch.heard();
            case LinkEvent.Unheard(long re) -> owner.onUnheard(re);
            case LinkEvent.Coloured(String user, Colour colour) -> owner.onColoured(user, colour);
            case LinkEvent.Counted(String where, int people) -> owner.onCounted(where, people);
            case LinkEvent.Misjudged _ -> onMisjudged();
            case LinkEvent.Ended(Ending ending) -> onEnded(ending);
        }
    }

    /** Whoever is logged in already comes back as after any other end. */
    private void onMisjudged() {
        if (!machine.isLoggedIn()) {
            dialAnew();
        }
    }

    private void onRecognised(ServerInfo server) {
        if (boundTo.isPresent() && !boundTo.get().equals(server.id())) {
            onOtherServer();
            return;
        }
        try {
            auth = credentials.authFor(server.id(), config.name());
        } catch (StoreException e) {
            log.warn("the token cannot be kept", e);
            refuse(Kind.STORAGE, Optional.empty(), String.valueOf(e.getMessage()));
            return;
        }
        machine.to(new ConnectionState.LoggingIn());
        deadline.cancel();
        deadline = ports.loop().schedule(LOGIN, () -> giveUp(new Ending.TimedOut("the login was not answered")));
        attempt.recall(() -> owner.recollections(server));
        send(new ClientFrame.Hello(
                RequestLedger.HELLO, Limits.PROTOCOL_VERSION, config.client(), auth, Optional.empty()));
    }

    private void onOtherServer() {
        if (addresses.isFirst()) {
            refuse(Kind.OTHER_SERVER, Optional.empty(), addresses.current().toString());
        } else {
            addresses.dropCurrent();
            giveUp(new Ending.NotAChatServer("another server is at that address"));
        }
    }

    private void onFrame(ServerFrame frame) {
        if (machine.isLoggedIn()) {
            onFrameAfterLogin(frame);
        } else if (machine.phase() == ConnectionMachine.Phase.LOGGING_IN) {
            onFrameDuringLogin(frame);
        }
    }

    private void onFrameAfterLogin(ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Ping(Optional<String> t) -> send(new ClientFrame.Pong(t));
            case ServerFrame.Bye(String _, long retryAfterMs) ->
                bye = Optional.of(Duration.ofMillis(Math.clamp(retryAfterMs, 0, Reply.LONGEST_WAIT_MS)));
            default -> owner.onFrame(frame);
        }
    }

    private void onFrameDuringLogin(ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Ping(Optional<String> t) -> send(new ClientFrame.Pong(t));
            case ServerFrame.Welcome welcome -> onWelcome(welcome);
            case ServerFrame.Error error
            when error.re().equals(OptionalLong.of(RequestLedger.HELLO)) -> onLoginRefused(error);
            default -> log.debug("ignored during the login");
        }
    }

    private void onWelcome(ServerFrame.Welcome welcome) {
        deadline.cancel();
        boundTo = Optional.of(welcome.server().id());
        addresses.succeeded(welcome.alternates());
        steady = ports.loop().schedule(STEADY, backoff::reset);
        machine.to(new ConnectionState.Syncing());
        watch.begin(welcome.heartbeatMs());
        owner.onWelcome(welcome, auth);
    }

    private void onLoginRefused(ServerFrame.Error error) {
        Duration asked = error.retryAfterMs().isPresent()
                ? Duration.ofMillis(Math.clamp(error.retryAfterMs().getAsLong(), 0, Reply.LONGEST_WAIT_MS))
                : Duration.ZERO;
        switch (error.code()) {
            case BANNED -> refuse(Kind.BANNED, Optional.of(error.code()), error.message());
            case RATE_LIMITED, INTERNAL, READ_ONLY -> {
                attempt.close();
                comeBack(new Ending.Closed(4001, error.code().wire()), asked);
            }
            case FULL -> {
                attempt.close();
                comeBack(new Ending.Closed(4010, error.code().wire()), AfterEnding.LONG);
            }
            default ->
                refuse(
                        Kind.ofLogin(error.needs()),
                        Optional.of(error.code()),
                        error.needs().orElse(error.message()));
        }
    }

    private void refuse(Kind kind, Optional<ErrorCode> code, String detail) {
        attempt.close();
        leave(new Ending.Cancelled());
        machine.to(new ConnectionState.Refused(new RefusalReason(kind, code, detail)));
    }

    /** Gives a link up that does not end by itself. Only while there is one. */
    void giveUp(Ending cause) {
        attempt.abort();
        onEnded(cause);
    }

    private void onEnded(Ending ending) {
        boolean loggedIn = machine.isLoggedIn();
        boolean explained = leave(ending);
        switch (AfterEnding.decide(ending, new AfterEnding.Circumstances(loggedIn, bye, explained))) {
            case AfterEnding.Stop(RefusalReason reason) -> machine.to(new ConnectionState.Refused(reason));
            case AfterEnding.ComeBack(Duration notBefore, boolean report) -> {
                if (report) {
                    owner.onBroken(ending);
                }
                comeBack(ending, notBefore, loggedIn);
            }
        }
    }

    private void comeBack(Ending cause, Duration notBefore) {
        leave(cause);
        comeBack(cause, notBefore, false);
    }

    private void comeBack(Ending cause, Duration notBefore, boolean wasLoggedIn) {
        if (!wasLoggedIn) {
            addresses.failed();
        }
        Duration delay = backoff.next(notBefore);
        patient = notBefore.compareTo(AfterEnding.LONG) >= 0;
        machine.to(new ConnectionState.Waiting(ports.loop().now().plus(delay), delay, cause));
        deadline = ports.loop().schedule(delay, this::dial);
    }

    /** Nothing of the present link counts any more. */
    private boolean leave(Ending ending) {
        boolean loggedIn = machine.isLoggedIn();
        attempt = null;
        watch.end();
        deadline.cancel();
        steady.cancel();
        return loggedIn && owner.onEnded(ending);
    }

    /** What the watch asks for. */
    private final class Watched implements LinkWatch.Owner {

        @Override
        public void sendPing() {
            send(new ClientFrame.Ping(Optional.empty()));
        }

        @Override
        public boolean isCaughtUp() {
            return owner.isCaughtUp();
        }

        /** Where the world changed, the new one is tried at once. */
        @Override
        public void onDead(Duration silence, boolean hurried) {
            giveUp(new Ending.Lost("nothing heard for " + silence));
            if (hurried && machine.phase() == ConnectionMachine.Phase.WAITING) {
                dial();
            }
        }
    }
}
