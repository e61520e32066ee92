package hearth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One connection as a client uses it: requests, answers, events. Used by one thread, that of its check. */
final class Peer implements Closeable {
    private static final String POST = "post";
    private static final long USUAL_PAUSE_MS = 1_000;
    private static final int MOST_PAUSES = 10;

    private final House house;
    private final Wire wire;
    private long lastId;
    private Frame greeting;
    private Account account;
    private Optional<Meter> meter = Optional.empty();

    /** Who logs in: what a client keeps of itself. */
    record Account(String name, String token) {}

    Peer(House house, Wire wire) {
        this.house = house;
        this.wire = wire;
    }

    /** What is below requests and answers. */
    Wire wire() {
        return wire;
    }

    House house() {
        return house;
    }

    /** The welcome of the login. */
    Frame welcome() {
        return greeting;
    }

    /** The answer to hello, whatever it was. */
    Frame greeting() {
        return greeting;
    }

    Account account() {
        return account;
    }

    String name() {
        return account.name();
    }

    String id() {
        return greeting.text("user.id");
    }

    String lobby() {
        return summaries().stream()
                .filter(each -> each.is("name", "lobby"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no lobby in " + greeting.raw()))
                .text("id");
    }

    /** The summaries of the welcome. */
    List<Frame> summaries() {
        return greeting.list("conversations");
    }

    /** The summary of one conversation in the welcome. */
    Frame summary(String conversation) {
        return summaries().stream()
                .filter(each -> each.is("id", conversation))
                .findFirst()
                .orElseThrow(() -> new AssertionError(conversation + " is not in the welcome"));
    }

    /** Logs in as a guest with a token of its own. */
    Peer logIn(Account guest) {
        hello("kind", "guest", "name", guest.name(), "token", guest.token());
        return welcomed(guest);
    }

    /** Says that hello was answered by welcome. */
    Peer welcomed(Account known) {
        assertThat(greeting.type()).as("the answer to hello: " + greeting.raw()).isEqualTo("welcome");
        account = known;
        meter = house.meter(greeting);
        return this;
    }

    /** Says hello with these fields of {@code auth}, and gives the answer. */
    Frame hello(Object... auth) {
        long id = ++lastId;
        send(helloFrame(id, auth));
        greeting = answer(id);
        return greeting;
    }

    static String helloFrame(long id, Object... auth) {
        return Frame.of("hello", "id", id, "protocol", 1, "client", "conformance kit", "auth", Frame.object(auth));
    }

    /** Sends a request, and gives the id by which its answer is known. Posts wait until {@code limits.posts} allows them. */
    long request(String type, Object... fields) {
        if (type.equals(POST)) {
            meter.ifPresent(limit -> pause(limit.take(System.nanoTime())));
        }
        return requestAtOnce(type, fields);
    }

    /** Sends a request, be it a post too many. */
    long requestAtOnce(String type, Object... fields) {
        long id = ++lastId;
        Object[] all = new Object[fields.length + 2];
        all[0] = "id";
        all[1] = id;
        System.arraycopy(fields, 0, all, 2, fields.length);
        send(Frame.of(type, all));
        return id;
    }

    /** The id of the next request that a check writes by itself. */
    long nextId() {
        return ++lastId;
    }

    /** Sends a request, again after a while where that was too soon for the server, and gives its answer. */
    Frame ask(String type, Object... fields) {
        Frame answer = answer(request(type, fields));
        for (int i = 0; i < MOST_PAUSES && answer.is("code", "rate-limited"); i++) {
            waitAsTold(answer);
            answer = answer(request(type, fields));
        }
        if (answer.is("code", "unsupported") && house.offer().mayRefuse(type)) {
            throw new NotOfferedException(type + " is answered unsupported");
        }
        return answer;
    }

    /** Waits as long as a refusal says, if that is bearable. */
    void waitAsTold(Frame refusal) {
        Duration pause =
                Duration.ofMillis(refusal.has("retryAfterMs") ? refusal.number("retryAfterMs") : USUAL_PAUSE_MS);
        assertThat(pause)
                .as("the kit waits no longer; lift such limits while a server is tried. " + refusal.raw())
                .isLessThanOrEqualTo(house.patience());
        pause(pause);
    }

    private void pause(Duration time) {
        wire.comes(time, frame -> false);
    }

    /** Sends a request that must be granted. */
    Frame ok(String type, Object... fields) {
        Frame answer = ask(type, fields);
        assertThat(answer.type())
                .as("the answer to " + type + ": " + answer.raw())
                .isEqualTo("ok");
        return answer;
    }

    /** Sends a request that must be refused with this code. */
    Frame refused(String code, String type, Object... fields) {
        return assertCode(code, ask(type, fields));
    }

    /** Sends a request as it is written, which must be refused with this code. */
    Frame refusedRaw(String code, long id, String text) {
        send(text);
        return assertCode(code, answer(id));
    }

    private static Frame assertCode(String code, Frame answer) {
        assertThat(answer.type())
                .as("expected error " + code + ": " + answer.raw())
                .isEqualTo("error");
        assertThat(answer.text("code")).as("the code of " + answer.raw()).isEqualTo(code);
        return answer;
    }

    /** The answer to a request. */
    Frame answer(long id) {
        return await("the answer to request " + id, frame -> frame.has("re") && frame.number("re") == id);
    }

    /** Posts a text with a client id of its own. */
    Frame post(String conversation, String text) {
        return ok(POST, "conversation", conversation, "clientId", house.unique(), "text", text);
    }

    /** Posts texts, without waiting for the answer to one before the next is sent. */
    void postAll(String conversation, List<String> texts) {
        List<Long> asked = new ArrayList<>();
        for (String text : texts) {
            asked.add(request(POST, "conversation", conversation, "clientId", house.unique(), "text", text));
        }
        for (int i = 0; i < texts.size(); i++) {
            Frame answer = answer(asked.get(i));
            if (answer.is("code", "rate-limited")) {
                waitAsTold(answer);
                post(conversation, texts.get(i));
            }
        }
    }

    /** The longest text that is allowed, of the characters that weigh most. */
    String longest() {
        return "😀".repeat(Math.toIntExact(welcome().number("limits.textChars")));
    }

    /** Makes a public room, and gives its id. */
    String createRoom() {
        return createRoom("public");
    }

    String createRoom(String visibility) {
        return makeRoom(visibility).text("id");
    }

    /** Makes a room, and gives its summary. */
    Frame makeRoom(String visibility) {
        return ok("create-room", "name", "Room " + house.unique(), "visibility", visibility)
                .at("conversation");
    }

    Frame join(String conversation) {
        return ok("join", "conversation", conversation).at("conversation");
    }

    Frame openDirect(Peer other) {
        return ok("open-direct", "user", other.id()).at("conversation");
    }

    /** The next event of a kind in a conversation. */
    Frame event(String conversation, String kind) {
        return await(
                "an event " + kind,
                frame -> frame.is("type", "event") && frame.is("conversation", conversation) && frame.is("kind", kind));
    }

    /** The message with this text. */
    Frame message(String conversation, String text) {
        return await(
                "a message",
                frame -> frame.is("type", "event") && frame.is("conversation", conversation) && frame.is("text", text));
    }

    /** The next frame of a type. */
    Frame next(String type) {
        return await("a frame " + type, frame -> frame.is("type", type));
    }

    /** Awaits that everything has come that the server queued before now. */
    void settle() {
        String t = house.unique();
        send(Frame.of("ping", "t", t));
        await("the pong", frame -> frame.is("type", "pong") && frame.is("t", t));
    }

    /** Sees by a ping and its pong that nothing like this has come and was not awaited. */
    void getsNothing(String what, Predicate<Frame> unwanted) {
        settle();
        assertThat(wire.pending().stream().filter(unwanted).map(Frame::raw))
                .as(what + " should not come")
                .isEmpty();
    }

    /** All events of a conversation that came, in order. */
    List<Frame> events(String conversation) {
        return wire.received().stream()
                .filter(frame -> frame.is("type", "event") && frame.is("conversation", conversation))
                .toList();
    }

    /** Takes the first pending frame that is wanted; waits for it. */
    Frame await(String what, Predicate<Frame> wanted) {
        return wire.await(what, house.patience(), wanted);
    }

    /** Awaits the end of the connection, and gives its code. */
    int closeCode() {
        return wire.closeCode(house.patience());
    }

    /** Sends a text message as it is. */
    void send(String text) {
        wire.send(text);
    }

    /** Ends the connection, and awaits that the server has seen it. */
    void hangUp() {
        wire.hangUp();
        closeCode();
    }

    @Override
    public void close() {
        wire.close();
    }
}
