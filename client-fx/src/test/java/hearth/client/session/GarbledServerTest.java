package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.ServerSpec;
import hearth.client.link.hearth.HearthDialler;
import hearth.client.session.ConnectionState.Waiting;
import hearth.client.session.SessionConfig.Missed;
import hearth.client.store.Target;
import hearth.client.transport.Ending;
import hearth.client.transport.FakeTransport;
import hearth.client.transport.ManualTimers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The session over our own dialect, to a server that sends what is no frame. */
class GarbledServerTest {
    private static final String PONG = """
            {"type":"pong","t":"secret","server":{"id":"k3","epoch":"9f","name":"Kitchen","version":"1.0.0"}}""";
    private static final String WELCOME = """
            {"type":"welcome","re":1,"server":{"id":"k3","epoch":"9f","name":"Kitchen","version":"1.0.0"},\
            "user":{"id":"u7","name":"Ada","role":"member"},"heartbeatMs":15000,\
            "limits":{"frameBytes":65536,"replyBytes":262144,"textChars":10000,"historyPage":100,"nameChars":32},\
            "capabilities":[],"alternates":[],"conversations":[{"id":"c1","kind":"room","name":"lobby","topic":"",\
            "visibility":"public","members":1,"role":"member","head":3,"read":3,"unread":0,"mentions":0}],\
            "online":[],"more":false}""";

    private final VirtualLoop loop = new VirtualLoop();
    private final FakeTransport transport = new FakeTransport();
    private final List<SessionEvent> heard = new ArrayList<>();
    private final LiveSession session = new LiveSession(
            new SessionPorts(
                    loop,
                    new HearthDialler(transport, new ManualTimers(), () -> "secret"),
                    new MemoryKeepStore(),
                    Optional.empty(),
                    Set::of,
                    new Random(7),
                    new Random(7)),
            new SessionConfig(
                    ServerSpec.hearth(SessionBench.ADDRESS), "Ada", Optional.empty(), "test 1.0", Missed.NEWEST_PAGE));

    @BeforeEach
    void logInAndPost() {
        session.observe(heard::add);
        session.connect();
        loop.settle();
        logIn();
        session.post(new Target.Conversation("c1"), "innocent", OptionalLong.empty());
        loop.settle();
    }

    @AfterEach
    void shutDown() {
        session.shutDown();
    }

    @Test
    void nothingOfTheUsersIsBlamedForIt() {
        String post = lastSent();
        assertThat(post).contains("innocent");
        sendGarbage();

        assertThat(states().getLast())
                .isInstanceOfSatisfying(
                        Waiting.class, waiting -> assertThat(waiting.cause()).isInstanceOf(Ending.Garbled.class));
        assertThat(heard).noneMatch(SessionEvent.Noticed.class::isInstance);
        loop.advance(Duration.ofSeconds(1));
        logIn();

        assertThat(lastSent()).isEqualTo(post);
        assertThat(heard.stream()
                        .filter(SessionEvent.OutboxChanged.class::isInstance)
                        .map(each -> ((SessionEvent.OutboxChanged) each).state()))
                .containsExactly(SessionEvent.OutboxState.SENDING);
    }

    @Test
    void aServerThatAlwaysSendsItIsNotDialledInATightLoop() {
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            sendGarbage();
            Duration delay = ((Waiting) states().getLast()).delay();
            longest = delay.compareTo(longest) > 0 ? delay : longest;
            loop.advance(delay);
            logIn();
        }
        assertThat(longest).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private void logIn() {
        transport.listener.onOpen();
        transport.receive(PONG);
        loop.settle();
        transport.receive(WELCOME);
        loop.settle();
    }

    private void sendGarbage() {
        transport.receive("{\"type\":\"event\"}");
        transport.end(new Ending.Cancelled());
        loop.settle();
    }

    private String lastSent() {
        return transport.sent.getLast();
    }

    private List<ConnectionState> states() {
        return heard.stream()
                .filter(SessionEvent.StateChanged.class::isInstance)
                .map(each -> ((SessionEvent.StateChanged) each).state())
                .toList();
    }
}
