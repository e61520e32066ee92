package hearth.client.link.foreign;

import hearth.client.link.Abilities;
import hearth.client.link.ChatLink;
import hearth.client.link.Colour;
import hearth.client.link.LinkEvent;
import hearth.client.link.Need;
import hearth.client.transport.Ending;
import hearth.client.transport.Handshake;
import hearth.client.transport.Transport;
import hearth.client.transport.WebAnswer;
import hearth.client.transport.WebRequest;
import hearth.protocol.ClientFrame;
import hearth.protocol.CloseCode;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerFrame;
import hearth.protocol.Texts;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a server that speaks a foreign dialect. All that happens, happens in the turns of its socket; what the session asks is answered from the
 * {@link Memory}, or said in the dialect. A peer that does not show within 10 s that it speaks it ends as {@link Ending.NotAChatServer}.
 */
final class ForeignLink implements ChatLink {
    /** From the open socket to the sign that it is a server of the dialect. */
    static final Duration RECOGNITION_DEADLINE = Duration.ofSeconds(10);

    /** A living connection is never silent for longer on the way there, whatever the session does. */
    static final Duration PULSE = Duration.ofMillis(Answers.HEARTBEAT_MS);

    /** The first of the close codes whose meaning no standard tells. */
    private static final int OWN_CODES = 4_000;

    private static final Logger log = LoggerFactory.getLogger(ForeignLink.class);

    private final Dialect.Kind kind;
    private final Memory memory;
    private final Ways ways;
    private final Answers answers;
    private final Hearing hearing; // in turns only
    private final Wishes wishes; // in turns only
    private final Requests requests; // in turns only
    private final Doubtful doubtful; // in turns only
    private final Transport.Socket socket;

    private Dialect speaker; // in turns only; null before the first
    private Phase phase = Phase.UNKNOWN; // in turns only
    private String self = ""; // in turns only
    private long hello; // in turns only
    private Optional<Ending> verdict = Optional.empty(); // in turns only; why this side ended it
    private Future<?> deadline; // in turns only; null before the socket is open
    private Future<?> pulse; // in turns only; null before the socket is open

    /** What surrounds a link: time, what is known of where it leads, and who hears it. */
    record Ways(ScheduledExecutorService timers, InstantSource clock, Hints hints, URI address, Listener listener) {}

    private enum Phase {
        UNKNOWN,
        RECOGNISED,
        SIGNING_IN,
        WELCOME
    }

    ForeignLink(Dialect.Kind kind, Memory memory, Transport transport, Ways ways) {
        this.kind = kind;
        this.memory = memory;
        this.ways = ways;
        People people = new People(kind.abilities().presence() == Abilities.Presence.LIST);
        this.answers = new Answers(kind.abilities(), memory, people);
        this.doubtful = new Doubtful(kind.abilities(), memory);
        Talk talk = new Talk();
        Sayings sayings = new Sayings(kind, memory, answers, doubtful, ways.clock(), talk);
        this.hearing = new Hearing(memory, answers, people, sayings, doubtful, ways.clock(), talk);
        this.wishes = new Wishes(kind.abilities().rooms(), memory, talk);
        this.requests = new Requests(answers, sayings, wishes, talk);
        this.socket = transport.socket(new Wire());
    }

    /** Begins. Called once, before anything else. */
    void begin() {
        socket.inTurn(() -> {
            speaker = kind.speaker().apply(new OwnDesk());
            speaker.begin();
        });
    }

    @Override
    public void send(ClientFrame frame) {
        socket.inTurn(() -> take(frame));
    }

    @Override
    public void recall(Supplier<List<Recollection>> known) {
        List<Recollection> all = known.get();
        memory.recall(all);
        socket.inTurn(() -> doubtful.recall(all, speaker::asHeard));
    }

    @Override
    public void close() {
        socket.close(CloseCode.NORMAL.code(), "");
    }

    @Override
    public void abort() {
        socket.abort();
    }

    private void take(ClientFrame frame) {
        if (verdict.isPresent() || speaker == null) {
            return;
        }
        switch (frame) {
            case ClientFrame.Ping _ -> socket.ping();
            case ClientFrame.Hello request -> signIn(request);
            case ClientFrame.Request request -> requests.take(request, speaker);
            case ClientFrame.Pong _, ClientFrame.Typing _ -> log.trace("nothing that this server knows");
        }
    }

    private void signIn(ClientFrame.Hello request) {
        if (phase != Phase.RECOGNISED) {
            tell(Answers.refusal(request.id(), ErrorCode.ALREADY_LOGGED_IN));
            return;
        }
        if (!Texts.isWellFormed(Answers.nameOf(request.auth()))) {
            tell(Answers.refusal(request.id(), ErrorCode.NAME_INVALID));
            return;
        }
        phase = Phase.SIGNING_IN;
        hello = request.id();
        self = Answers.nameOf(request.auth());
        speaker.signIn(self);
    }

    private void tell(ServerFrame frame) {
        ways.listener().onEvent(new LinkEvent.Arrived(frame));
    }

    private static void cancel(Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private Future<?> after(Duration delay, Runnable action) {
        return ways.timers().schedule(() -> socket.inTurn(action), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void breakOff(Ending why) {
        if (verdict.isEmpty()) {
            verdict = Optional.of(why);
            socket.abort();
        }
    }

    /** What the codes above 4000 mean is each server's own business. */
    private static Ending meaning(Ending ending) {
        return ending instanceof Ending.Closed(int code, String reason) && code >= OWN_CODES
                ? new Ending.Lost("closed with " + code + " " + reason)
                : ending;
    }

    /** What both sides say on this connection. */
    private final class Talk implements Sayings.Owner, Hearing.Owner {

        @Override
        public boolean isWelcome() {
            return phase == Phase.WELCOME;
        }

        @Override
        public String self() {
            return self;
        }

        @Override
        public void lost(String why) {
            breakOff(new Ending.Lost(why));
        }

        @Override
        public void tell(ServerFrame frame) {
            ForeignLink.this.tell(frame);
        }

        @Override
        public void tell(LinkEvent event) {
            ways.listener().onEvent(event);
        }

        @Override
        public void after(Duration delay, Runnable action) {
            var _ = ForeignLink.this.after(delay, action);
        }
    }

    /** What the dialect does with the connection. */
    private final class OwnDesk extends HearingDesk {

        OwnDesk() {
            super(hearing, wishes, memory);
        }

        @Override
        public URI address() {
            return ways.address();
        }

        @Override
        public void ask(WebRequest request, Consumer<WebAnswer> answer) {
            socket.ask(request, answer);
        }

        @Override
        public void dial(Map<String, String> headers) {
            socket.dial(new Handshake(kind.socket().apply(ways.address()), "", headers, Desk.MESSAGE_BYTES));
        }

        @Override
        public void send(String text, Runnable sent) {
            socket.send(text, sent);
        }

        @Override
        public void takeUpTo(int messageBytes) {
            socket.takeUpTo(messageBytes);
        }

        @Override
        public Optional<String> remembered(String about) {
            return ways.hints().of(ways.address(), about);
        }

        @Override
        public void remember(String about, String hint) {
            ways.hints().put(ways.address(), about, hint);
        }

        @Override
        public void ignored(String what) {
            log.debug("ignored {}", what);
        }

        @Override
        public void coloured(String name, Colour colour) {
            ways.listener().onEvent(new LinkEvent.Coloured(Memory.user(name).id(), colour));
        }

        @Override
        public String server() {
            return ways.address().getHost();
        }

        @Override
        public void after(Duration delay, Runnable action) {
            var _ = ForeignLink.this.after(delay, action);
        }

        @Override
        public void recognised() {
            if (phase == Phase.UNKNOWN) {
                phase = Phase.RECOGNISED;
                cancel(deadline);
                ways.listener().onEvent(new LinkEvent.Recognised(kind.server(ways.address())));
            }
        }

        @Override
        public void turnAway(String why) {
            breakOff(new Ending.NotAChatServer(why));
        }

        @Override
        public void lost(String why) {
            breakOff(new Ending.Lost(why));
        }

        @Override
        public void misjudged(String why) {
            ways.listener().onEvent(new LinkEvent.Misjudged());
            breakOff(new Ending.Lost(why));
        }

        @Override
        public void knownAs(String name) {
            if (phase == Phase.SIGNING_IN) {
                self = name;
            }
        }

        @Override
        public void welcome() {
            if (phase == Phase.SIGNING_IN) {
                phase = Phase.WELCOME;
                memory.open(new Place.Lobby());
                hearing.welcome(() -> answers.welcome(hello, kind.server(ways.address()), self));
            }
        }

        @Override
        public void refuse(ErrorCode code, String why, Optional<Need> need) {
            if (phase == Phase.SIGNING_IN) {
                phase = Phase.RECOGNISED;
                tell(Answers.refusal(hello, code, why, need));
            }
        }

        @Override
        public String self() {
            return self;
        }
    }

    /** What the socket calls, in turns. */
    private final class Wire implements Transport.SocketListener {

        @Override
        public void onOpen() {
            deadline = after(RECOGNITION_DEADLINE, this::onRecognitionOverdue);
            pulse = after(PULSE, this::beat);
            speaker.onOpen();
        }

        /** The session pings only where it sends nothing, and not all that it sends leaves: what passes connections on cuts silent ones off. */
        private void beat() {
            socket.ping();
            pulse = after(PULSE, this::beat);
        }

        private void onRecognitionOverdue() {
            if (phase == Phase.UNKNOWN) {
                breakOff(new Ending.NotAChatServer(
                        "no sign of " + kind.name().text() + " after " + RECOGNITION_DEADLINE.toSeconds() + " s"));
            }
        }

        @Override
        public void onHeard() {
            if (phase != Phase.UNKNOWN && verdict.isEmpty()) {
                ways.listener().onEvent(new LinkEvent.Heard());
            }
        }

        @Override
        public void onText(String text) {
            if (verdict.isEmpty()) {
                speaker.onText(text);
            }
        }

        @Override
        public void onEnd(Ending ending) {
            cancel(deadline);
            cancel(pulse);
            if (verdict.isEmpty() && ending instanceof Ending.Closed(int code, String reason)) {
                speaker.onClosed(code, reason);
            }
            ways.listener().onEvent(new LinkEvent.Ended(verdict.orElse(meaning(ending))));
        }
    }
}
