package hearth.client.session;

import static hearth.client.session.SessionBench.ADDRESS;
import static hearth.client.session.SessionBench.lobby;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.ConnectionState.Kind;
import hearth.client.session.ConnectionState.Refused;
import hearth.client.session.ConnectionState.Waiting;
import hearth.client.store.Target;
import hearth.client.transport.Ending;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ServerInfo OTHER = new ServerInfo("server-2", "epoch-1", "Garage", "1.0.0");

    private SessionBench bench = new SessionBench();

    @Test
    void staysOfflineUntilItIsToldToConnect() {
        assertThat(bench.state()).isEqualTo(new ConnectionState.Offline());
        bench.session.retryNow();
        bench.loop.settle();
        assertThat(bench.links).isEmpty();
    }

    @Test
    void walksThroughAllStatesOfALogin() {
        bench.loggedIn(lobby(3));
        assertThat(states())
                .containsExactly(
                        new ConnectionState.Offline(),
                        new ConnectionState.Connecting(),
                        new ConnectionState.LoggingIn(),
                        new ConnectionState.Syncing(),
                        new ConnectionState.Online());
        assertThat(bench.link().address()).isEqualTo(ADDRESS);
    }

    @Test
    void connectingTwiceDialsOnce() {
        bench.loggedIn(lobby(3));
        bench.session.connect();
        bench.loop.settle();
        assertThat(bench.links).hasSize(1);
    }

    @Test
    void anotherServerAtAnAlternateAddressIsPassedOver() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Lost(""));
        failTimes(3);
        assertThat(bench.link().address()).isEqualTo(URI.create("ws://10.0.0.5:7878/chat"));
        bench.link().recognise(OTHER);
        bench.loop.settle();
        assertThat(bench.link().takeSent()).isEmpty();
        assertThat(waiting().cause()).isInstanceOf(Ending.NotAChatServer.class);
        bench.comeBack();
        assertThat(bench.link().address()).isEqualTo(ADDRESS);
        failTimes(4);
        assertThat(bench.link().address()).as("it is not tried again").isEqualTo(ADDRESS);
    }

    @Test
    void pingsWhenNothingWasSentWhateverIsHeard() {
        bench.loggedIn(lobby(3));
        for (int i = 0; i < 14; i++) {
            bench.loop.advance(SECOND);
            bench.link().hear();
        }
        assertThat(bench.allSent(ClientFrame.Ping.class)).isEmpty();
        bench.loop.advance(SECOND);
        bench.sent(ClientFrame.Ping.class);
        bench.loop.advance(Duration.ofSeconds(14));
        assertThat(bench.allSent(ClientFrame.Ping.class)).isEmpty();
    }

    @Test
    void aSilentLinkIsStaleBeforeItIsDropped() {
        bench.loggedIn(lobby(3));
        Instant heardLast = bench.loop.now();
        bench.loop.advance(Duration.ofSeconds(20));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Stale(heardLast));
        bench.loop.advance(Duration.ofSeconds(15).minusMillis(1));
        assertThat(bench.link().isAborted()).isFalse();
        bench.loop.advance(Duration.ofMillis(1));
        assertThat(bench.link().isAborted()).isTrue();
        assertThat(waiting().cause()).isInstanceOf(Ending.Lost.class);
    }

    @Test
    void aLinkThatIsFoundDeadByALateLookIsShownAsStaleFirst() {
        bench.loggedIn(lobby(3));
        Instant heardLast = bench.loop.now();
        bench.loop.beLate(Duration.ofMinutes(5));
        assertThat(states()).contains(new ConnectionState.Stale(heardLast));
        assertThat(waiting().cause()).isInstanceOf(Ending.Lost.class);
    }

    @Test
    void aStaleLinkThatIsHeardIsOnlineAgain() {
        bench.loggedIn(lobby(3));
        bench.loop.advance(Duration.ofSeconds(20));
        bench.link().hear();
        bench.loop.settle();
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        bench.loop.advance(Duration.ofSeconds(19));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        bench.loop.advance(SECOND);
        assertThat(bench.state()).isInstanceOf(ConnectionState.Stale.class);
    }

    @Test
    void aStaleLinkThatIsNotCaughtUpGoesOnCatchingUp() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(5));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Syncing());
        bench.loop.advance(Duration.ofSeconds(20));
        assertThat(bench.state()).isInstanceOf(ConnectionState.Stale.class);
        bench.link().hear();
        bench.loop.settle();
        assertThat(bench.state()).isEqualTo(new ConnectionState.Syncing());
    }

    @Test
    void tryNowWhenStaleDialsAnew() {
        bench.loggedIn(lobby(3));
        bench.loop.advance(Duration.ofSeconds(20));
        bench.session.retryNow();
        bench.loop.settle();
        assertThat(bench.links).hasSize(2);
        assertThat(bench.links.getFirst().isAborted()).isTrue();
        assertThat(bench.state()).isEqualTo(new ConnectionState.Connecting());
    }

    @Test
    void tryNowDoesNotWait() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Closed(4008, ""));
        bench.session.retryNow();
        bench.loop.settle();
        assertThat(bench.links).hasSize(2);
        bench.loop.advance(Duration.ofSeconds(14));
        assertThat(bench.links).as("the timer of the wait is gone").hasSize(2);
    }

    @Test
    void whoTookTheServerForAnotherKindDialsAtOnceAndHasNotFailed() {
        bench.session.connect();
        bench.loop.settle();
        for (int i = 0; i < 4; i++) {
            bench.link().recognise(SessionBench.SERVER);
            bench.link().misjudge();
            bench.end(new Ending.Lost("of another version"));
        }
        assertThat(bench.links).hasSize(5).extracting(FakeLink::address).containsOnly(ADDRESS);
        assertThat(states()).last().isEqualTo(new ConnectionState.Connecting());
        assertThat(states()).doesNotHaveAnyElementsOfTypes(Waiting.class);
    }

    @Test
    void whoIsLoggedInComesBackFromAMisjudgementAsFromAnyOtherEnd() {
        bench.loggedIn(lobby(3));
        bench.link().misjudge();
        bench.end(new Ending.Lost("of another version"));
        assertThat(waiting().cause()).isEqualTo(new Ending.Lost("of another version"));
    }

    @Test
    void tryNowWhileOnlineChangesNothing() {
        bench.loggedIn(lobby(3));
        bench.session.retryNow();
        bench.loop.settle();
        assertThat(bench.links).hasSize(1);
    }

    @Test
    void disconnectingStaysOffline() {
        bench.loggedIn(lobby(3));
        bench.session.disconnect();
        bench.loop.settle();
        assertThat(bench.link().isClosed()).isTrue();
        bench.end(new Ending.Closed(1000, ""));
        bench.loop.advance(Duration.ofMinutes(5));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Offline());
        assertThat(bench.links).hasSize(1);
    }

    @Test
    void disconnectingWhileWaitingStaysOffline() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Lost(""));
        bench.session.disconnect();
        bench.loop.advance(Duration.ofMinutes(5));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Offline());
        assertThat(bench.links).hasSize(1);
        bench.session.disconnect();
        bench.loop.settle();
        assertThat(states()).endsWith(new ConnectionState.Offline());
    }

    @Test
    void aMachineThatWakesDialsAtOnce() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Closed(1001, ""));
        bench.session.retryNow();
        bench.loop.settle();
        failTimes(6);
        bench.end(new Ending.Lost(""));
        int before = bench.links.size();
        bench.loop.moveWall(Duration.ofHours(1));
        bench.loop.advance(Duration.ofSeconds(2));
        assertThat(bench.links).hasSize(before + 1);
    }

    @Test
    void aLinkThatAnswersAfterTheMachineWokeIsKept() {
        bench.loggedIn(lobby(3));
        bench.loop.moveWall(Duration.ofHours(1));
        bench.loop.advance(Duration.ofSeconds(2));
        bench.link().hear();
        bench.loop.advance(Duration.ofSeconds(5));
        assertThat(bench.links).hasSize(1);
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
    }

    @Test
    void aServerThatHadTooMuchIsNotHurriedByTheSurroundings() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Closed(4008, ""));
        bench.interfaces = Set.of("eth0", "wlan0");
        bench.loop.advance(Duration.ofSeconds(29));
        assertThat(bench.links).hasSize(1);
        bench.loop.advance(Duration.ofSeconds(2));
        assertThat(bench.links).hasSize(2);
    }

    @Test
    void whoWasRefusedIsNotHurriedByTheSurroundingsEither() {
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        bench.arrive(new ServerFrame.Error(
                OptionalLong.of(RequestLedger.HELLO),
                ErrorCode.NAME_TAKEN,
                "",
                OptionalLong.empty(),
                Optional.empty()));
        assertThat(refusal().code()).contains(ErrorCode.NAME_TAKEN);
        bench.interfaces = Set.of("eth0", "wlan0");
        bench.loop.advance(Duration.ofSeconds(10));
        assertThat(bench.links).hasSize(1);
    }

    @Test
    void whatBeginsAConnectionMeansNothingOnceItHasBegun() {
        bench.loggedIn(lobby(3));
        int told = bench.heard.size();
        bench.arrive(SessionBench.welcome(lobby(9)));
        bench.arrive(new ServerFrame.Pong(Optional.of("nobody asked"), Optional.empty()));
        assertThat(bench.heard).hasSize(told);
        assertThat(bench.summary("c1").head()).isEqualTo(3);
    }

    @Test
    void aByeIsGivenTheTimeItAsksFor() {
        bench.loggedIn(lobby(3));
        bench.arrive(new ServerFrame.Bye("shutting-down", 2_000));
        bench.end(new Ending.Closed(1001, ""));
        assertThat(waiting().delay()).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_500));
        bench.comeBack();
        bench.end(new Ending.Lost(""));
        assertThat(waiting().delay()).isLessThanOrEqualTo(SECOND);
    }

    @Test
    void theBackoffBeginsAnewAfterAMinuteOnline() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Lost(""));
        failTimes(7);
        bench.logIn(lobby(3));
        for (int i = 0; i < 61; i++) {
            bench.loop.advance(SECOND);
            bench.link().hear();
        }
        bench.end(new Ending.Lost(""));
        assertThat(waiting().delay()).isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aConnectionOfLessThanAMinuteDoesNotResetTheBackoff() {
        Duration longest = Duration.ZERO;
        bench.session.connect();
        bench.loop.settle();
        for (int i = 0; i < 20; i++) {
            bench.logIn(lobby(3));
            bench.end(new Ending.Lost(""));
            longest = waiting().delay().compareTo(longest) > 0 ? waiting().delay() : longest;
            bench.comeBack();
        }
        assertThat(longest).isGreaterThan(Duration.ofSeconds(10));
    }

    @Test
    void afterThreeFailuresAnAlternateAddressIsTried() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Lost(""));
        failTimes(3);
        List<URI> tried = bench.links.stream().map(FakeLink::address).toList();
        assertThat(tried).hasSize(5);
        assertThat(tried.subList(0, 4)).containsOnly(ADDRESS);
        assertThat(tried.getLast()).isEqualTo(URI.create("ws://10.0.0.5:7878/chat"));
    }

    @ParameterizedTest
    @CsvSource({"4000, PROTOCOL", "4001, LOGGED_OUT", "4003, BANNED"})
    void someEndingsWaitForTheUser(int code, Kind kind) {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Closed(code, "why"));
        assertThat(refusal().kind()).isEqualTo(kind);
    }

    @Test
    void whatBrokeAConnectionIsReported() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Closed(1007, ""));
        assertThat(bench.heard(SessionEvent.Noticed.class))
                .extracting(SessionEvent.Noticed::notice)
                .containsExactly(SessionEvent.Notice.PROTOCOL_BROKEN);
        assertThat(bench.state()).isInstanceOf(Waiting.class);
    }

    @Test
    void theOneRequestThatBrokeAConnectionIsNotSentAgain() {
        bench.loggedIn(lobby(3));
        bench.session.post(new Target.Conversation("c1"), "poison", OptionalLong.empty());
        bench.loop.settle();
        bench.end(new Ending.Closed(4000, ""));
        assertThat(bench.heard(SessionEvent.OutboxChanged.class).getLast().reason())
                .contains(ErrorCode.BAD_FRAME);
        bench.comeBack();
        bench.logIn(lobby(3));
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
    }

    /** Comes back this many times to nobody, and then once more. */
    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            bench.comeBack();
            bench.end(new Ending.Refused("nobody"));
        }
        bench.comeBack();
    }

    private List<ConnectionState> states() {
        return bench.heard(SessionEvent.StateChanged.class).stream()
                .map(SessionEvent.StateChanged::state)
                .toList();
    }

    private ConnectionState.RefusalReason refusal() {
        return ((Refused) bench.state()).reason();
    }

    private Waiting waiting() {
        return (Waiting) bench.state();
    }
}
