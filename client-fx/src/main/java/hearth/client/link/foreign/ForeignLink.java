package hearth.client.link.foreign;

import hearth.client.link.Abilities;
import hearth.client.link.ChatLink;
import hearth.client.link.LinkEvent;
import hearth.client.transport.Ending;
import hearth.client.transport.Transport;
import hearth.protocol.ClientFrame;
import hearth.protocol.CloseCode;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    /** The longest message that is taken; Socket.IO servers send no longer ones, the others far shorter ones. */
    static final int MESSAGE_BYTES = 1_048_576;

    private static final Logger log = LoggerFactory.getLogger(ForeignLink.class);

    private final Dialect.Factory dialect;
    private final Memory memory;
    private final Ways ways;
    private final Answers answers;
    private final Outstanding outstanding = new Outstanding(); // in turns only
    private final Doubtful doubtful = new Doubtful(); // in turns only

    private final Object dialling = new Object();
    private Transport.Socket socket; // guarded by dialling

    private Dialect speaker; // in turns only; null before the socket is open
    private Phase phase = Phase.UNKNOWN; // in turns only
    private String self = ""; // in turns only
    private long hello; // in turns only
    private Optional<Ending> verdict = Optional.empty(); // in turns only; why this side ended it
    private Future<?> deadline; // in turns only; null before the socket is open

    /** What surrounds a link: time, where it leads, and who hears it. */
    record Ways(ScheduledExecutorService timers, InstantSource clock, URI address, Listener listener) {}

    private enum Phase {
        UNKNOWN,
        RECOGNISED,
        SIGNING_IN,
        WELCOME
    }

    ForeignLink(Dialect.Factory dialect, Memory memory, Ways ways) {
        this.dialect = dialect;
        this.memory = memory;
        this.ways = ways;
        this.answers = new Answers(dialect.abilities(), memory);
    }

    /** Begins. Called once, before anything else. */
    void dial(Transport transport) {
        synchronized (dialling) {
            socket = transport.dial(dialect.socket(ways.address()), "", MESSAGE_BYTES, new Wire());
        }
    }

    @Override
    public void send(ClientFrame frame) {
        socket().inTurn(() -> take(frame));
    }

    @Override
    public void recall(Supplier<List<Recollection>> known) {
        List<Recollection> all = known.get();
        memory.recall(all);
        socket().inTurn(() -> doubtful.recall(all));
    }

    @Override
    public void close() {
        socket().close(CloseCode.NORMAL.code(), "");
    }

    @Override
    public void abort() {
        socket().abort();
    }

    /** The socket's first call may come while it is still being dialled. */
    private Transport.Socket socket() {
        synchronized (dialling) {
            return socket;
        }
    }

    private void take(ClientFrame frame) {
        if (verdict.isPresent() || speaker == null) {
            return;
        }
        switch (frame) {
            case ClientFrame.Ping _ -> socket().ping();
            case ClientFrame.Hello request -> signIn(request);
            case ClientFrame.Post post -> post(post);
            case ClientFrame.Join(long id, ClientFrame.RoomKey.ByName(String room)) -> enter(id, room);
            case ClientFrame.CreateRoom room -> enter(room.id(), room.name());
            case ClientFrame.Leave leave -> leave(leave);
            case ClientFrame.OpenDirect(long id, ClientFrame.UserKey with) -> tell(answers.openDirect(id, with, self));
            case ClientFrame.Request request -> tell(answers.of(request, self));
            case ClientFrame.Pong _, ClientFrame.Typing _ -> log.trace("nothing that this server knows");
        }
    }

    private void signIn(ClientFrame.Hello request) {
        if (phase != Phase.RECOGNISED) {
            tell(answers.refusal(request.id(), ErrorCode.ALREADY_LOGGED_IN));
            return;
        }
        phase = Phase.SIGNING_IN;
        hello = request.id();
        self = Answers.nameOf(request.auth());
        speaker.signIn(self);
    }

    private void post(ClientFrame.Post post) {
        Optional<Place> place = Place.of(post.conversation()).filter(each -> memory.has(each.id()));
        Optional<ErrorCode> objection =
                place.isEmpty() ? Optional.of(ErrorCode.UNKNOWN_CONVERSATION) : objection(place.get(), post.text());
        if (objection.isPresent()) {
            tell(answers.refusal(post.id(), objection.get()));
            return;
        }
        Outstanding.Said said = new Outstanding.Said(post.id(), post.clientId(), place.get(), post.text());
        outstanding.add(said);
        boolean echoed = dialect.abilities().has(Abilities.Trait.ECHO) && !(place.get() instanceof Place.Person);
        speaker.post(place.get(), post.text(), echoed ? () -> {} : () -> onLeft(said));
    }

    private Optional<ErrorCode> objection(Place place, String text) {
        if (phase != Phase.WELCOME) {
            return Optional.of(ErrorCode.NOT_LOGGED_IN);
        }
        if (text.isBlank()) {
            return Optional.of(ErrorCode.EMPTY);
        }
        return text.codePointCount(0, text.length()) > dialect.textChars()
                ? Optional.of(ErrorCode.TOO_LONG)
                : speaker.objection(place, text);
    }

    /** Nothing more will be heard of it: that it left is all there is to know. */
    private void onLeft(Outstanding.Said said) {
        if (outstanding.left(said)) {
            arrived(said, new Line(said.place(), self, said.text()));
        }
    }

    private void arrived(Outstanding.Said said, Line line) {
        Event.Message message = memory.say(line, said.clientId(), ways.clock().instant());
        tell(answers.posted(said.request(), message));
        tell(new ServerFrame.Happened(message));
    }

    private void enter(long id, String room) {
        if (answers.mayEnter(room)) {
            answers.awaitEntrance(id, room);
            speaker.enter(room);
        } else {
            tell(answers.refusal(id, ErrorCode.UNSUPPORTED));
        }
    }

    private void leave(ClientFrame.Leave leave) {
        Optional<String> room = Answers.nameOf(leave.room());
        if (room.isPresent()) {
            answers.awaitExit(leave.id(), room.get());
            speaker.leave(room.get());
        } else {
            tell(answers.refusal(leave.id(), ErrorCode.UNKNOWN_CONVERSATION));
        }
    }

    private void tell(ServerFrame frame) {
        ways.listener().onEvent(new LinkEvent.Arrived(frame));
    }

    private void tellAll(List<Event> events) {
        if (phase == Phase.WELCOME) {
            events.forEach(event -> tell(new ServerFrame.Happened(event)));
        }
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    private ServerInfo serverInfo() {
        URI address = ways.address();
        String where = address.getHost() + ":" + address.getPort() + address.getPath();
        return new ServerInfo(dialect.name() + " " + where, "1", address.getHost(), dialect.name());
    }

    private void turnAway(String why) {
        if (verdict.isEmpty()) {
            verdict = Optional.of(new Ending.NotAChatServer(why));
            socket().abort();
        }
    }

    /** What the dialect does with the connection. */
    private final class OwnDesk implements Desk {

        @Override
        public void send(String text, Runnable sent) {
            socket().send(text, sent);
        }

        @Override
        public void ignored(String what) {
            log.debug("ignored {}", what);
        }

        @Override
        public String server() {
            return ways.address().getHost();
        }

        @Override
        public void after(Duration delay, Runnable action) {
            var _ = ways.timers().schedule(() -> socket().inTurn(action), delay.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void recognised() {
            if (phase == Phase.UNKNOWN) {
                phase = Phase.RECOGNISED;
                cancelDeadline();
                ways.listener().onEvent(new LinkEvent.Recognised(serverInfo()));
            }
        }

        @Override
        public void turnAway(String why) {
            ForeignLink.this.turnAway(why);
        }

        @Override
        public void welcome() {
            if (phase == Phase.SIGNING_IN) {
                phase = Phase.WELCOME;
                memory.open(new Place.Lobby());
                tell(answers.welcome(hello, serverInfo(), self, dialect.textChars()));
            }
        }

        @Override
        public void refuse(ErrorCode code, String why) {
            if (phase == Phase.SIGNING_IN) {
                phase = Phase.RECOGNISED;
                tell(new ServerFrame.Error(OptionalLong.of(hello), code, why, OptionalLong.empty(), Optional.empty()));
            }
        }

        @Override
        public void heard(Line line) {
            boolean isNew = memory.open(line.place());
            if (isNew && phase == Phase.WELCOME) {
                answers.gained(line.place().id(), self).ifPresent(ForeignLink.this::tell);
            }
            Optional<Outstanding.Said> own =
                    line.author().equals(self) ? outstanding.echoed(line.text()) : Optional.empty();
            if (own.isPresent()) {
                arrived(own.get(), line);
            } else {
                tellAll(List.of(memory.say(
                        line, doubtful.clientId(line, self), ways.clock().instant())));
            }
        }

        @Override
        public void past(Place place, List<Line> lines) {
            tellAll(memory.past(
                    place,
                    lines,
                    line -> doubtful.clientId(line, self),
                    ways.clock().instant()));
        }

        @Override
        public void entered(String room) {
            memory.enter(room);
            answers.entered(room, self).ifPresent(ForeignLink.this::tell);
        }

        @Override
        public void leftRoom(String room) {
            memory.leave(room);
            answers.left(room).forEach(ForeignLink.this::tell);
        }

        @Override
        public void came(Place place, String name) {
            tellAll(List.of(memory.came(place, name, ways.clock().instant())));
            answers.came(name).ifPresent(ForeignLink.this::tell);
        }

        @Override
        public void went(Place place, String name) {
            tellAll(List.of(memory.went(place, name, ways.clock().instant())));
            answers.went(name).ifPresent(ForeignLink.this::tell);
        }

        @Override
        public void present(List<String> names) {
            answers.present(names).ifPresent(ForeignLink.this::tell);
        }

        @Override
        public void count(Place place, int people) {
            memory.count(place, people);
        }

        @Override
        public List<String> rooms() {
            return memory.rooms();
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
            deadline = ways.timers()
                    .schedule(
                            () -> socket().inTurn(this::onRecognitionOverdue),
                            RECOGNITION_DEADLINE.toMillis(),
                            TimeUnit.MILLISECONDS);
            speaker = dialect.speak(new OwnDesk());
            speaker.onOpen();
        }

        private void onRecognitionOverdue() {
            if (phase == Phase.UNKNOWN) {
                turnAway("no sign of " + dialect.name() + " after " + RECOGNITION_DEADLINE.toSeconds() + " s");
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
            cancelDeadline();
            ways.listener().onEvent(new LinkEvent.Ended(verdict.orElse(ending)));
        }
    }
}
