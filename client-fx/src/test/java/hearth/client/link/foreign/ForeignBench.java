package hearth.client.link.foreign;

import hearth.client.link.ChatLink;
import hearth.client.link.LinkEvent;
import hearth.client.transport.Ending;
import hearth.client.transport.FakeTransport;
import hearth.client.transport.ManualTimers;
import hearth.client.transport.WebAnswer;
import hearth.protocol.Answer;
import hearth.protocol.Auth;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One session's links to a server that the test plays, in a foreign dialect. For one thread. */
public final class ForeignBench {
    /** When everything happens here. */
    public static final Instant NOW = Instant.parse("2026-11-20T09:22:00Z");

    private final FakeTransport transport = new FakeTransport();
    private final ManualTimers timers = new ManualTimers();
    private final List<LinkEvent> told = new ArrayList<>();
    private final ForeignDialler dialler;
    private final URI address;
    private ChatLink link;
    private long requests = 1;

    /** A session that speaks this dialect and has no connection yet. */
    public ForeignBench(Dialect.Kind kind) {
        this(kind, "ws://kitchen:3000/chat");
    }

    /** The same, for a server at this address. */
    public ForeignBench(Dialect.Kind kind, String address) {
        this.address = URI.create(address);
        dialler = new ForeignDialler(kind, transport, timers, InstantSource.fixed(NOW), new Hints());
    }

    /** Dials, and the socket opens. */
    public ForeignBench open() {
        return dial().opened();
    }

    /** Dials. */
    public ForeignBench dial() {
        link = dialler.dial(address, told::add);
        return this;
    }

    /** The socket opens. */
    public ForeignBench opened() {
        transport.listener.onOpen();
        return this;
    }

    /** What web servers were asked since the last call: {@code GET http://…}, {@code POST http://… form}. */
    public List<String> questions() {
        List<String> taken = List.copyOf(transport.questions);
        transport.questions.clear();
        return taken;
    }

    /** A web server answers what it was asked last. */
    public ForeignBench answer(int status, String... cookies) {
        transport.answer(new WebAnswer(status, Map.of("set-cookie", List.of(cookies)), ""));
        return this;
    }

    /** What the request for the socket carried beyond what it must. */
    public Map<String, String> headers() {
        return transport.headers;
    }

    /** The server closes the connection. */
    public void close(int code, String reason) {
        transport.end(new Ending.Closed(code, reason));
    }

    /** Where it dialled. */
    public String dialled() {
        return transport.dialled;
    }

    /** The server sends this. */
    public ForeignBench receive(String... texts) {
        for (String text : texts) {
            transport.receive(text);
        }
        return this;
    }

    /** What was sent since the last call. */
    public List<String> sent() {
        List<String> taken = List.copyOf(transport.sent);
        transport.sent.clear();
        return taken;
    }

    /** What was asked of the socket. */
    public List<String> asked() {
        return transport.asked;
    }

    /** Time passes. */
    public ForeignBench pass(Duration time) {
        timers.advance(time);
        return this;
    }

    /** The connection is lost. */
    public void lose() {
        transport.end(new Ending.Lost("cut"));
    }

    /** Tells the link what the client has. */
    public void recall(ChatLink.Recollection... known) {
        link.recall(() -> List.of(known));
    }

    /** The user signs in. */
    public ForeignBench signIn(String name) {
        requests = 1;
        link.send(new ClientFrame.Hello(
                requests, 1, "test", new Auth.Guest(name, Optional.of("token")), Optional.empty()));
        return this;
    }

    /** The user writes; gives the client id. */
    public String post(String conversation, String text) {
        requests++;
        String clientId = "client-" + requests;
        link.send(new ClientFrame.Post(requests, conversation, clientId, text, OptionalLong.empty()));
        return clientId;
    }

    /** The session asks something; {@code id} is given to the request. */
    public void ask(java.util.function.LongFunction<ClientFrame> request) {
        link.send(request.apply(++requests));
    }

    /** The newest page of a conversation. */
    public List<Event> history(String conversation) {
        frames();
        ask(id -> new ClientFrame.History(id, conversation, new ClientFrame.Place.Latest(), OptionalInt.empty()));
        ServerFrame.Ok ok = (ServerFrame.Ok) frames().getFirst();
        return ((Answer.HistoryPage) ok.answer())
                .items().stream().map(item -> item.event()).toList();
    }

    /** What was told since the last call, without the signs of life. */
    public List<LinkEvent> told() {
        List<LinkEvent> taken = told.stream()
                .filter(event -> !(event instanceof LinkEvent.Heard))
                .toList();
        told.clear();
        return taken;
    }

    /** The frames that were told since the last call. */
    public List<ServerFrame> frames() {
        return told().stream()
                .filter(LinkEvent.Arrived.class::isInstance)
                .map(event -> ((LinkEvent.Arrived) event).frame())
                .toList();
    }

    /** What happened since the last call, in words: {@code lobby 3 Bo: hi}, {@code ok lobby 3}, {@code joined lobby 4 Bo}. */
    public List<String> words() {
        return frames().stream().map(ForeignBench::words).toList();
    }

    private static String words(ServerFrame frame) {
        return switch (frame) {
            case ServerFrame.Happened(Event event) -> words(event);
            case ServerFrame.Ok(long _, Answer.Posted posted) -> "ok " + posted.conversation() + " " + posted.seq();
            case ServerFrame.Ok(long _, Answer.Entered(ConversationSummary entered)) -> "entered " + entered.id();
            case ServerFrame.Ok(long _, Answer answer) ->
                answer.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
            case ServerFrame.Error error ->
                "error " + error.code().wire()
                        + error.needs().map(need -> " needs " + need).orElse("");
            case ServerFrame.Gained gained -> "gained " + gained.conversation().id();
            case ServerFrame.Gone gone -> "gone " + gone.conversation();
            case ServerFrame.Welcome welcome ->
                "welcome "
                        + welcome.conversations().stream()
                                .map(each -> each.id() + " " + each.head())
                                .toList();
            default -> frame.getClass().getSimpleName();
        };
    }

    private static String words(Event event) {
        String where = event.conversation() + " " + event.seq() + " ";
        return switch (event) {
            case Event.Message message -> where + message.author().name() + ": " + message.text();
            case Event.Joined joined -> "joined " + where + joined.user().name();
            case Event.Left left -> "left " + where + left.user().name();
            default -> where + event.getClass().getSimpleName();
        };
    }
}
