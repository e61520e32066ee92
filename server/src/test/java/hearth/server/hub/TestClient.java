package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hearth.protocol.Answer;
import hearth.protocol.AnswerKind;
import hearth.protocol.ClientFrame;
import hearth.protocol.CloseCode;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Decoded;
import hearth.protocol.EncodedFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.FrameCodec;
import hearth.protocol.Limits;
import hearth.protocol.MalformedFrameException;
import hearth.protocol.ServerFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * One connection of a test. Watches over everything that it is sent: that events come once each and in order after their summary, that each request is answered
 * once, that nothing comes behind a close or between the frames of a welcome.
 */
final class TestClient {
    private static final FrameCodec CODEC = new FrameCodec();

    private final HubHarness harness;
    private final long connection;
    private final Map<Long, AnswerKind> unanswered = new HashMap<>();
    private final Map<String, Long> cursors = new HashMap<>();
    private final List<ServerFrame> frames = new ArrayList<>();
    private final List<String> transcript = new ArrayList<>();
    private Optional<CloseCode> closed = Optional.empty();
    private ServerFrame.Welcome welcome;
    private boolean welcoming;
    private long lastId;
    int replyBytes = Limits.STANDARD.replyBytes();

    TestClient(HubHarness harness, long connection) {
        this.harness = harness;
        this.connection = connection;
    }

    long connection() {
        return connection;
    }

    /** The input that carries a request with the next id. */
    FromGateway request(LongFunction<ClientFrame.Request> request) {
        ClientFrame.Request made = request.apply(++lastId);
        unanswered.put(made.id(), AnswerKind.of(made));
        return received(made);
    }

    FromGateway received(ClientFrame frame) {
        return new FromGateway.Received(connection, frame, false);
    }

    /** Somebody else makes this connection's requests. */
    void expect(FromGateway message) {
        if (message instanceof FromGateway.Received received && received.frame() instanceof ClientFrame.Request made) {
            unanswered.put(made.id(), AnswerKind.of(made));
        }
    }

    /** Sends a frame that has no id. */
    void send(ClientFrame frame) {
        harness.process(received(frame));
    }

    /** Sends a text as the gateway would pass it on. */
    void sendText(String json) {
        switch (CODEC.decodeClient(json)) {
            case Decoded.Frame(ClientFrame frame) -> {
                if (frame instanceof ClientFrame.Request request) {
                    unanswered.put(request.id(), AnswerKind.of(request));
                }
                send(frame);
            }
            case Decoded.Invalid invalid -> {
                invalid.re().ifPresent(re -> unanswered.put(re, AnswerKind.DONE));
                harness.process(new FromGateway.Malformed(
                        connection, invalid.re(), invalid.code(), invalid.frameType(), invalid.message()));
            }
            case Decoded.Broken broken -> fail(broken.message());
        }
    }

    /** Makes a request in a batch of its own, and takes the answer. */
    ServerFrame ask(LongFunction<ClientFrame.Request> request) {
        harness.process(request(request));
        return answer(lastId);
    }

    /** Makes a request that succeeds. */
    <A extends Answer> A ok(Class<A> kind, LongFunction<ClientFrame.Request> request) {
        ServerFrame answer = ask(request);
        assertThat(answer).isInstanceOf(ServerFrame.Ok.class);
        return kind.cast(((ServerFrame.Ok) answer).answer());
    }

    /** Makes a request that succeeds, and says only that. */
    void done(LongFunction<ClientFrame.Request> request) {
        ok(Answer.Done.class, request);
    }

    /** Makes a request that is refused. */
    ServerFrame.Error refused(ErrorCode code, LongFunction<ClientFrame.Request> request) {
        ServerFrame answer = ask(request);
        assertThat(answer).isInstanceOf(ServerFrame.Error.class);
        ServerFrame.Error error = (ServerFrame.Error) answer;
        assertThat(error.code()).as(error.message()).isEqualTo(code);
        return error;
    }

    /** Takes the answer to the last request but {@code back}. */
    ServerFrame lastAnswer(int back) {
        return answer(lastId - back);
    }

    /** Posts a text, and gives its number. */
    long post(String conversation, String text) {
        return ok(Answer.Posted.class, Requests.post(conversation, "client-id-" + connection + "-" + lastId, text))
                .seq();
    }

    /** Takes all frames of a kind that came. */
    <F extends ServerFrame> List<F> take(Class<F> kind) {
        List<F> taken = frames.stream().filter(kind::isInstance).map(kind::cast).toList();
        frames.removeAll(taken);
        return taken;
    }

    /** Takes the one frame of a kind that came. */
    <F extends ServerFrame> F takeOne(Class<F> kind) {
        List<F> taken = take(kind);
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }

    /** Takes all events that came. */
    List<Event> takeEvents() {
        return take(ServerFrame.Happened.class).stream()
                .map(ServerFrame.Happened::event)
                .toList();
    }

    /** Takes the one event that came. */
    <E extends Event> E takeEvent(Class<E> kind) {
        List<Event> events = takeEvents();
        assertThat(events).hasSize(1);
        assertThat(events.getFirst()).isInstanceOf(kind);
        return kind.cast(events.getFirst());
    }

    /** Everything that has come and was not taken; forgets it. */
    List<ServerFrame> takeAll() {
        List<ServerFrame> all = List.copyOf(frames);
        frames.clear();
        return all;
    }

    /** Everything that ever came, byte for byte. */
    List<String> transcript() {
        return transcript;
    }

    ServerFrame.Welcome welcome() {
        return welcome;
    }

    String id() {
        return welcome.user().id();
    }

    Optional<CloseCode> closed() {
        return closed;
    }

    /** How far this connection has come in a conversation. */
    Optional<Long> cursor(String conversation) {
        return Optional.ofNullable(cursors.get(conversation));
    }

    void disconnect() {
        harness.process(new FromGateway.Closed(connection));
    }

    /** Every request has been answered, and every frame taken. */
    void assertNothingLeft() {
        assertThat(unanswered).isEmpty();
        assertThat(frames).isEmpty();
    }

    void onClose(CloseCode code) {
        assertThat(closed).as("closed once").isEmpty();
        closed = Optional.of(code);
        transcript.add("close " + code);
    }

    void onFrame(EncodedFrame encoded) {
        assertThat(closed).as("nothing behind a close").isEmpty();
        assertThat(encoded.length()).isLessThanOrEqualTo(replyBytes);
        String text = new String(encoded.payload(), StandardCharsets.UTF_8);
        transcript.add(text);
        try {
            watch(CODEC.decodeServer(text, re -> Optional.ofNullable(unanswered.get(re))));
        } catch (MalformedFrameException e) {
            fail(text, e);
        }
    }

    private void watch(ServerFrame frame) {
        frames.add(frame);
        switch (frame) {
            case ServerFrame.Welcome w -> onWelcome(w);
            case ServerFrame.Ok ok -> {
                assertThat(unanswered.remove(ok.re())).as("answered once").isNotNull();
                if (ok.answer() instanceof Answer.Entered(var summary)) {
                    begin(summary);
                }
            }
            case ServerFrame.Error error ->
                error.re()
                        .ifPresent(re -> assertThat(unanswered.remove(re))
                                .as("answered once")
                                .isNotNull());
            case ServerFrame.Gained gained -> {
                onPart(gained.more());
                begin(gained.conversation());
            }
            case ServerFrame.Happened(var event) -> onEvent(event);
            case ServerFrame.Gone gone -> cursors.remove(gone.conversation());
            case ServerFrame.Presence presence -> onPart(presence.more());
            case ServerFrame.Unknown unknown -> fail(unknown.type());
            default -> {}
        }
    }

    private void onWelcome(ServerFrame.Welcome w) {
        assertThat(unanswered.remove(w.re())).isEqualTo(AnswerKind.WELCOME);
        assertThat(welcome).as("welcomed once").isNull();
        welcome = w;
        welcoming = w.more();
        w.conversations().forEach(this::begin);
    }

    private void onPart(boolean more) {
        assertThat(more && !welcoming).as("more only in a welcome").isFalse();
        welcoming = more;
    }

    private void begin(ConversationSummary summary) {
        cursors.putIfAbsent(summary.id(), summary.head());
    }

    private void onEvent(Event event) {
        assertThat(cursors).as("a summary before its events").containsKey(event.conversation());
        assertThat(event.seq()).isEqualTo(cursors.get(event.conversation()) + 1);
        cursors.put(event.conversation(), event.seq());
    }

    private ServerFrame answer(long re) {
        List<ServerFrame> answers = frames.stream()
                .filter(frame -> switch (frame) {
                    case ServerFrame.Ok ok -> ok.re() == re;
                    case ServerFrame.Error error -> error.re().equals(OptionalLong.of(re));
                    case ServerFrame.Welcome w -> w.re() == re;
                    default -> false;
                })
                .toList();
        assertThat(answers).as("answers to " + re + " in " + frames).hasSize(1);
        frames.removeAll(answers);
        return answers.getFirst();
    }
}
