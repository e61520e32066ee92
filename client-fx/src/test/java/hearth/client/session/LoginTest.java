package hearth.client.session;

import static hearth.client.session.SessionBench.lobby;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.ConnectionState.Kind;
import hearth.client.session.ConnectionState.Refused;
import hearth.client.session.ConnectionState.Waiting;
import hearth.client.session.SessionConfig.Missed;
import hearth.client.transport.Ending;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoginTest {
    private static final ServerInfo OTHER = new ServerInfo("server-2", "epoch-1", "Garage", "1.0.0");

    private SessionBench bench = new SessionBench();

    @Test
    void aTokenThatCannotBeKeptIsNotSent() {
        bench.session.connect();
        bench.loop.settle();
        bench.store.breakDown(true);
        bench.recognise();
        assertThat(bench.link().takeSent()).isEmpty();
        assertThat(bench.link().isClosed()).isTrue();
        assertThat(refusal().kind()).isEqualTo(Kind.STORAGE);
    }

    @Test
    void anotherServerAtTheAddressGetsNothing() {
        bench = new SessionBench(new MemoryKeepStore(), Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
        bench.link().recognise(OTHER);
        bench.loop.settle();
        assertThat(bench.link().takeSent()).isEmpty();
        assertThat(bench.link().isClosed()).isTrue();
        assertThat(refusal().kind()).isEqualTo(Kind.OTHER_SERVER);
        assertThat(bench.store.tokens()).isEmpty();
    }

    @Test
    void theServerOfTheFirstLoginStaysTheOne() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.link().recognise(OTHER);
        bench.loop.settle();
        assertThat(refusal().kind()).isEqualTo(Kind.OTHER_SERVER);
    }

    @Test
    void aServerThatDoesNotShowItselfIsGivenUpAfterFifteenSeconds() {
        bench.session.connect();
        bench.loop.advance(Duration.ofSeconds(15).minusMillis(1));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Connecting());
        bench.loop.advance(Duration.ofMillis(1));
        assertThat(bench.link().isAborted()).isTrue();
        assertThat(waiting().cause()).isInstanceOf(Ending.TimedOut.class);
    }

    @Test
    void aLoginThatIsNotAnsweredIsGivenUpAfterTenSeconds() {
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        bench.loop.advance(Duration.ofSeconds(10).minusMillis(1));
        assertThat(bench.state()).isEqualTo(new ConnectionState.LoggingIn());
        bench.loop.advance(Duration.ofMillis(1));
        assertThat(waiting().cause()).isInstanceOf(Ending.TimedOut.class);
    }

    @ParameterizedTest
    @CsvSource({"token, TOKEN", "cookie, COOKIE", "serverPassword, LOGIN"})
    void whatTheServerWantsIsKnown(String needs, Kind kind) {
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        bench.arrive(new ServerFrame.Error(
                OptionalLong.of(1), ErrorCode.UNAUTHORIZED, "no", OptionalLong.empty(), Optional.of(needs)));
        assertThat(refusal().kind()).isEqualTo(kind);
        assertThat(bench.link().isClosed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"UNAUTHORIZED", "NAME_TAKEN", "NAME_INVALID", "BAD_FRAME", "UNSUPPORTED"})
    void aRefusedLoginWaitsForTheUser(ErrorCode code) {
        refuseLogin(code, OptionalLong.empty());
        assertThat(refusal().kind()).isEqualTo(Kind.LOGIN);
        assertThat(refusal().code()).contains(code);
        assertThat(bench.link().isClosed()).isTrue();
        bench.loop.advance(Duration.ofMinutes(10));
        assertThat(bench.links).hasSize(1);
        bench.session.connect();
        bench.loop.settle();
        assertThat(bench.links).hasSize(2);
    }

    @Test
    void aLoginThatNeedsSomethingSaysWhat() {
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        bench.arrive(new ServerFrame.Error(
                OptionalLong.of(1), ErrorCode.UNAUTHORIZED, "no", OptionalLong.empty(), Optional.of("serverPassword")));
        assertThat(refusal().detail()).isEqualTo("serverPassword");
    }

    @Test
    void whoIsBannedStops() {
        refuseLogin(ErrorCode.BANNED, OptionalLong.empty());
        assertThat(refusal().kind()).isEqualTo(Kind.BANNED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"RATE_LIMITED", "INTERNAL", "READ_ONLY"})
    void aLoginThatMaySucceedLaterIsTriedAgain(ErrorCode code) {
        refuseLogin(code, OptionalLong.of(7_000));
        assertThat(waiting().delay()).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_500));
        assertThat(bench.link().isClosed()).isTrue();
    }

    @Test
    void aFullServerIsLeftAloneForHalfAMinute() {
        refuseLogin(ErrorCode.FULL, OptionalLong.empty());
        assertThat(waiting().delay()).isBetween(Duration.ofSeconds(30), Duration.ofMillis(30_500));
    }

    @Test
    void anErrorToSomethingElseDoesNotEndTheLogin() {
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        bench.arrive(new ServerFrame.Error(
                OptionalLong.of(9), ErrorCode.BAD_FRAME, "", OptionalLong.empty(), Optional.empty()));
        bench.arrive(new ServerFrame.Error(
                OptionalLong.empty(), ErrorCode.BAD_FRAME, "", OptionalLong.empty(), Optional.empty()));
        assertThat(bench.state()).isEqualTo(new ConnectionState.LoggingIn());
    }

    @Test
    void answersPingsDuringTheLoginAndAfterIt() {
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        bench.link().takeSent();
        bench.arrive(new ServerFrame.Ping(Optional.of("a")));
        assertThat(bench.sent(ClientFrame.Pong.class).t()).contains("a");
        bench.arrive(SessionBench.welcome(lobby(3)));
        bench.link().takeSent();
        bench.arrive(new ServerFrame.Ping(Optional.of("b")));
        assertThat(bench.sent(ClientFrame.Pong.class).t()).contains("b");
    }

    @Test
    void framesBeforeTheServerIsRecognisedAreIgnored() {
        bench.session.connect();
        bench.loop.settle();
        bench.arrive(SessionBench.welcome(lobby(3)));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Connecting());
    }

    private void refuseLogin(ErrorCode code, OptionalLong retryAfterMs) {
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        bench.arrive(new ServerFrame.Error(OptionalLong.of(1), code, "no", retryAfterMs, Optional.empty()));
    }

    private ConnectionState.RefusalReason refusal() {
        return ((Refused) bench.state()).reason();
    }

    private Waiting waiting() {
        return (Waiting) bench.state();
    }
}
