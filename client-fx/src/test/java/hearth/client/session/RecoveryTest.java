package hearth.client.session;

import static hearth.client.session.SessionBench.ADDRESS;
import static hearth.client.session.SessionBench.lobby;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.ConnectionState.Waiting;
import hearth.client.store.Target;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How soon the session is back. What is dialled is answered at once, where there is a network at all. */
class RecoveryTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final SessionBench bench = new SessionBench();

    /** What tells that waiting is pointless. */
    enum Sign {
        INTERFACE_UP,
        WOKEN,
        TRY_NOW
    }

    static Stream<Sign> signs() {
        return Stream.of(Sign.values());
    }

    @Test
    void aDeadLinkIsShownAsStaleAndGivenUpWithinTwoHeartbeatsAndFiveSeconds() {
        bench.loggedIn(lobby(3));
        bench.loop.advance(HEARTBEAT.plus(Duration.ofSeconds(5)));
        assertThat(bench.state()).isInstanceOf(ConnectionState.Stale.class);
        assertThat(bench.link().isAborted()).isFalse();
        bench.loop.advance(HEARTBEAT);
        assertThat(bench.link().isAborted()).isTrue();
        assertThat(bench.state()).isInstanceOf(Waiting.class);
    }

    @ParameterizedTest
    @MethodSource("signs")
    void whoWaitsIsBackSoon(Sign sign) {
        bench.loggedIn(lobby(3));
        failUntilTheWaitIsLong();
        assertBackSoonAfter(sign);
    }

    @ParameterizedTest
    @MethodSource("signs")
    void whoseDialHangsIsBackSoon(Sign sign) {
        bench.session.connect();
        bench.loop.advance(SECOND);
        assertThat(bench.state()).isEqualTo(new ConnectionState.Connecting());
        FakeLink hanging = bench.link();
        assertBackSoonAfter(sign);
        assertThat(hanging.isAborted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("signs")
    void whoseLoginHangsIsBackSoon(Sign sign) {
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        assertThat(bench.state()).isEqualTo(new ConnectionState.LoggingIn());
        assertBackSoonAfter(sign);
    }

    @ParameterizedTest
    @MethodSource("signs")
    void whoseLinkIsDeadIsBackSoon(Sign sign) {
        bench.loggedIn(lobby(3));
        bench.loop.advance(Duration.ofSeconds(20));
        assertThat(bench.state()).isInstanceOf(ConnectionState.Stale.class);
        assertBackSoonAfter(sign);
    }

    @Test
    void aLinkThatDiedWithoutAnybodyNoticingIsReplacedSoonAfterWaking() {
        bench.loggedIn(lobby(3));
        assertBackSoonAfter(Sign.WOKEN);
    }

    @Test
    void aDialThatTheUserHurriesCountsAsFailedSoThatOtherAddressesAreTried() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        for (int i = 0; i < 3; i++) {
            assertThat(bench.link().address()).isEqualTo(ADDRESS);
            give(Sign.TRY_NOW);
        }
        assertThat(bench.link().address()).isEqualTo(URI.create("ws://10.0.0.5:7878/chat"));
    }

    @Test
    void nobodyWaitsLongerThanHalfAMinuteAndNotAllAsLong() {
        bench.session.connect();
        bench.loop.settle();
        List<Duration> delays = Stream.generate(this::failOnce).limit(200).toList();
        assertThat(delays).allSatisfy(delay -> assertThat(delay).isLessThanOrEqualTo(Duration.ofSeconds(30)));
        assertThat(delays.subList(7, 200)).anySatisfy(delay -> assertThat(delay).isLessThan(Duration.ofSeconds(3)));
        assertThat(delays.subList(7, 200)).anySatisfy(delay -> assertThat(delay).isGreaterThan(Duration.ofSeconds(27)));
    }

    static Stream<Duration> jumps() {
        return Stream.of(Duration.ofDays(1), Duration.ofDays(365)).flatMap(by -> Stream.of(by, by.negated()));
    }

    @ParameterizedTest
    @MethodSource("jumps")
    void aClockThatIsMovedChangesNeitherOrderNorTimeouts(Duration jump) {
        bench.loggedIn(lobby(3));
        post("one");
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        post("two");
        bench.loop.moveWall(jump);
        post("three");
        bench.loop.advance(Duration.ofSeconds(2));
        bench.link().hear();
        bench.answer(one, new Answer.Posted("c1", 4, SessionBench.AT, false));
        ClientFrame.Post two = bench.sent(ClientFrame.Post.class);
        assertThat(two.text()).isEqualTo("two");
        bench.answer(two, new Answer.Posted("c1", 5, SessionBench.AT, false));
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("three");
        bench.loop.advance(Duration.ofSeconds(20).minusMillis(1));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        bench.loop.advance(Duration.ofMillis(1));
        assertThat(bench.state()).isInstanceOf(ConnectionState.Stale.class);
        bench.loop.moveWall(jump.negated());
        bench.loop.advance(Duration.ofSeconds(15).minusMillis(1));
        if (jump.isPositive()) {
            assertThat(bench.link().isAborted()).isFalse();
            bench.loop.advance(Duration.ofMillis(1));
        }
        assertThat(bench.links.getFirst().isAborted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("jumps")
    void aClockThatIsMovedDoesNotLengthenAWait(Duration jump) {
        bench.loggedIn(lobby(3));
        failUntilTheWaitIsLong();
        Duration delay = ((Waiting) bench.state()).delay();
        int before = bench.links.size();
        bench.loop.moveWall(jump);
        bench.loop.advance(delay);
        assertThat(bench.links).hasSizeGreaterThan(before);
    }

    private void post(String text) {
        bench.session.post(new Target.Conversation("c1"), text, OptionalLong.empty());
        bench.loop.settle();
    }

    private void give(Sign sign) {
        switch (sign) {
            case INTERFACE_UP -> bench.interfaces = Set.of("eth0", "wlan0");
            case WOKEN -> bench.loop.moveWall(Duration.ofHours(1));
            case TRY_NOW -> {
                bench.session.retryNow();
                bench.loop.settle();
            }
        }
    }

    /** From the sign on who is dialled answers. */
    private void assertBackSoonAfter(Sign sign) {
        int before = bench.links.size();
        give(sign);
        for (Duration passed = Duration.ZERO;
                bench.links.size() == before && passed.compareTo(BACK_WITHIN) < 0;
                passed = passed.plusMillis(100)) {
            bench.loop.advance(Duration.ofMillis(100));
        }
        assertThat(bench.links).as("dialled anew within 5 s").hasSize(before + 1);
        bench.logIn(lobby(3));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
    }

    private Duration failOnce() {
        bench.end(new Ending.Refused("nobody"));
        Duration delay = ((Waiting) bench.state()).delay();
        bench.comeBack();
        return delay;
    }

    private void failUntilTheWaitIsLong() {
        bench.end(new Ending.Lost(""));
        while (((Waiting) bench.state()).delay().compareTo(Duration.ofSeconds(20)) < 0) {
            bench.comeBack();
            bench.end(new Ending.Refused("nobody"));
        }
    }
}
