package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Auth;
import hearth.protocol.Capability;
import hearth.protocol.ClientFrame;
import hearth.protocol.CloseCode;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.Limits;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.protocol.ServerRole;
import hearth.protocol.Status;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class LoginTest {
    private final HubHarness hub = HubHarness.empty();

    @Test
    void aGuestWithAFreeNameIsWelcomed() {
        TestClient ada = hub.connect();

        ServerFrame.Welcome welcome = (ServerFrame.Welcome) ada.ask(Requests.guest("Ada", HubHarness.tokenOf("Ada")));

        assertThat(welcome.server()).isEqualTo(new ServerInfo("server-id", "epoch-1", "Kitchen", "1.0.0"));
        assertThat(welcome.user().name()).isEqualTo("Ada");
        assertThat(welcome.user().role()).isEqualTo(ServerRole.MEMBER);
        assertThat(welcome.heartbeatMs()).isEqualTo(15_000);
        assertThat(welcome.limits()).isEqualTo(Limits.STANDARD);
        assertThat(welcome.capabilities())
                .contains(Capability.ROOMS)
                .doesNotContain(Capability.ADMIN, Capability.FILES);
        assertThat(welcome.alternates()).containsExactly("ws://10.0.0.5:7878/chat");
        assertThat(welcome.token()).isEmpty();
        assertThat(welcome.more()).isFalse();
        assertThat(welcome.online())
                .containsExactly(new PresenceEntry(ada.id(), "Ada", Status.ONLINE, Optional.empty()));
        assertThat(welcome.conversations())
                .containsExactly(new ConversationSummary(
                        hub.lobby(),
                        new ConversationSummary.Room("lobby", "", Visibility.PUBLIC, Role.MEMBER),
                        1,
                        1,
                        1,
                        0,
                        0,
                        Optional.empty()));
        assertThat(hub.said).contains(new ToGateway.Admitted(ada.connection()));
    }

    @Test
    void theGatewayIsToldOfTheAdmissionBeforeTheWelcome() {
        hub.login("Ada");

        assertThat(hub.said.get(0)).isInstanceOf(ToGateway.Admitted.class);
        assertThat(hub.said.get(1)).isInstanceOf(ToGateway.Deliver.class);
    }

    @Test
    void theOthersSeeANewUserJoinTheLobbyAndComeOnline() {
        TestClient ada = hub.login("Ada");
        TestClient ben = hub.arrive("Ben");

        Event.Joined joined = ada.takeEvent(Event.Joined.class);
        assertThat(joined.user()).isEqualTo(new UserRef(ben.id(), "Ben"));
        assertThat(joined.author()).isEqualTo(joined.user());
        assertThat(joined.by()).isEmpty();
        hub.advance(Duration.ofSeconds(2));
        assertThat(ada.takeOne(ServerFrame.Presence.class).changes())
                .containsExactly(new PresenceEntry(ben.id(), "Ben", Status.ONLINE, Optional.empty()));
        assertThat(ben.takeAll()).as("covered by the welcome").isEmpty();
        assertThat(ben.welcome().conversations().getFirst().head()).isEqualTo(2);
    }

    @Test
    void aClientWithoutATokenGetsOneOnce() {
        TestClient ada = hub.connect();
        ServerFrame.Welcome first =
                (ServerFrame.Welcome) ada.ask(Requests.hello(new Auth.Guest("Ada", Optional.empty())));
        assertThat(first.token().orElseThrow()).matches("[A-Za-z0-9_-]{43}");

        TestClient again = hub.connect();
        ServerFrame.Welcome second =
                (ServerFrame.Welcome) again.ask(Requests.token(first.token().get()));

        assertThat(second.token()).isEmpty();
        assertThat(second.user()).isEqualTo(first.user());
    }

    @Test
    void theNameInItsNfkcFormIsTheName() {
        TestClient ada = hub.login("Ａda");

        assertThat(ada.welcome().user().name()).isEqualTo("Ada");
    }

    @Test
    void theHolderOfANameLogsInWithTheSameClaim() {
        TestClient ada = hub.login("Ada");

        TestClient again = hub.connect();
        again.ask(Requests.guest("ADA", HubHarness.tokenOf("Ada")));

        assertThat(again.welcome().user()).isEqualTo(ada.welcome().user());
        assertThat(again.welcome().conversations().getFirst().head())
                .as("nobody joined twice")
                .isEqualTo(1);
    }

    @Test
    void aNameThatIsHeldIsTakenWhateverTheToken() {
        hub.login("Ada");
        hub.login("Ben");

        assertFails(ErrorCode.NAME_TAKEN, Requests.guest("Ada", HubHarness.tokenOf("Ben")));
        assertFails(ErrorCode.NAME_TAKEN, Requests.guest("Ada", HubHarness.tokenOf("new")));
        assertFails(ErrorCode.NAME_TAKEN, Requests.hello(new Auth.Guest("аda", Optional.empty())));
    }

    @Test
    void aFreeNameWithSomebodyElsesTokenIsUnauthorized() {
        hub.login("Ada");

        assertFails(ErrorCode.UNAUTHORIZED, Requests.guest("Eve", HubHarness.tokenOf("Ada")));
    }

    @Test
    void aDeadTokenIsUnauthorizedForEver() {
        TestClient ada = hub.login("Ada");
        ada.done(Requests.logOut());

        assertFails(ErrorCode.UNAUTHORIZED, Requests.guest("Ada", HubHarness.tokenOf("Ada")));
        assertFails(ErrorCode.UNAUTHORIZED, Requests.token(HubHarness.tokenOf("Ada")));
    }

    @Test
    void aTokenThatIsNobodysIsUnauthorized() {
        assertFails(ErrorCode.UNAUTHORIZED, Requests.token(HubHarness.tokenOf("nobody")));
    }

    @Test
    void anInvalidNameIsRefused() {
        assertFails(ErrorCode.NAME_INVALID, Requests.guest(" Ada", HubHarness.tokenOf("Ada")));
    }

    @Test
    void loginsThatAreNotOfferedAreUnsupported() {
        assertFails(ErrorCode.UNSUPPORTED, Requests.hello(new Auth.Password("Ada", "secret", Optional.empty())));
        assertFails(ErrorCode.UNSUPPORTED, Requests.hello(new Auth.Jwt("a.b.c")));
    }

    @Test
    void aMalformedHelloFailsTheLogin() {
        TestClient client = hub.connect();

        client.sendText("{\"type\":\"hello\",\"id\":7,\"protocol\":2,\"auth\":{}}");

        ServerFrame.Error error = client.takeOne(ServerFrame.Error.class);
        assertThat(error.re()).isEqualTo(OptionalLong.of(7));
        assertThat(error.code()).isEqualTo(ErrorCode.UNSUPPORTED);
        assertThat(client.closed()).contains(CloseCode.LOGIN_FAILED);
    }

    @Test
    void whatIsSentBehindAFailedHelloIsNotAnswered() {
        TestClient client = hub.connect();

        hub.process(
                client.request(Requests.token(HubHarness.tokenOf("nobody"))),
                client.received(new ClientFrame.Ping(Optional.of("still there?"))),
                client.request(Requests.guest("Ada", HubHarness.tokenOf("Ada"))),
                client.request(Requests.rooms()),
                new FromGateway.Malformed(
                        client.connection(), OptionalLong.of(9), ErrorCode.BAD_FRAME, "post", "no text"));

        assertThat(client.takeAll()).hasSize(1);
        assertThat(client.closed()).contains(CloseCode.LOGIN_FAILED);
        assertThat(hub.handled.get(client.connection())).isEqualTo(5);
    }

    @Test
    void aSecondHelloClosesTheConnection() {
        TestClient ada = hub.login("Ada");
        TestClient ben = hub.login("Ben");

        ada.refused(ErrorCode.ALREADY_LOGGED_IN, Requests.token(HubHarness.tokenOf("Ada")));

        assertThat(ada.closed()).contains(CloseCode.PROTOCOL_BROKEN);
        hub.advance(Duration.ofSeconds(2));
        assertThat(ben.takeOne(ServerFrame.Presence.class).changes())
                .containsExactly(new PresenceEntry(ada.id(), "Ada", Status.OFFLINE, Optional.empty()));
    }

    @Test
    void aMalformedSecondHelloClosesTheConnectionToo() {
        TestClient ada = hub.login("Ada");

        ada.sendText("{\"type\":\"hello\",\"id\":99}");

        assertThat(ada.takeOne(ServerFrame.Error.class).code()).isEqualTo(ErrorCode.ALREADY_LOGGED_IN);
        assertThat(ada.closed()).contains(CloseCode.PROTOCOL_BROKEN);
    }

    @Test
    void whoSaysNoHelloInTimeIsClosed() {
        TestClient silent = hub.connect();
        hub.advance(Duration.ofSeconds(4));
        TestClient later = hub.connect();
        silent.send(new ClientFrame.Ping(Optional.empty()));
        hub.advance(Duration.ofMillis(5_999));
        assertThat(silent.closed()).isEmpty();

        hub.advance(Duration.ofMillis(1));

        assertThat(silent.closed()).contains(CloseCode.LOGIN_FAILED);
        assertThat(later.closed()).isEmpty();
        assertThat(hub.hub().nextTickNanos())
                .hasValue(hub.clock.clock().nanos() + Duration.ofSeconds(4).toNanos());
    }

    @Test
    void theLongestSilentIsClosedFirstWhateverTheClockCountsFrom() {
        List<TestClient> silent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            silent.add(hub.connect());
            hub.advance(Duration.ofSeconds(3));
        }

        assertThat(silent).extracting(client -> client.closed().isPresent()).containsExactly(true, false, false, false);
        hub.advance(Duration.ofSeconds(1));
        assertThat(silent).extracting(client -> client.closed().isPresent()).containsExactly(true, true, false, false);
    }

    @Test
    void whoLoggedInIsNeverClosedForBeingLate() {
        TestClient ada = hub.login("Ada");

        hub.advance(Duration.ofHours(1));

        assertThat(ada.closed()).isEmpty();
        assertThat(hub.hub().nextTickNanos()).isEmpty();
    }

    @Test
    void aUserWhoComesBackFindsTheConversationsAgain() {
        TestClient ada = hub.login("Ada");
        TestClient ben = hub.login("Ben");
        String kitchen = hub.room("kitchen", ada, ben);
        ada.disconnect();
        ben.post(kitchen, "are you there, @ada?");
        ben.post(kitchen, "x".repeat(300));

        TestClient again = hub.login("Ada");

        ConversationSummary summary = again.welcome().conversations().stream()
                .filter(c -> c.id().equals(kitchen))
                .findFirst()
                .orElseThrow();
        assertThat(summary.title())
                .isEqualTo(new ConversationSummary.Room("kitchen", "", Visibility.PUBLIC, Role.OWNER));
        assertThat(summary.members()).isEqualTo(2);
        assertThat(summary.head()).isEqualTo(4);
        assertThat(summary.read()).isEqualTo(1);
        assertThat(summary.unread()).isEqualTo(2);
        assertThat(summary.mentions()).isEqualTo(1);
        assertThat(summary.last().orElseThrow().text()).isEqualTo("x".repeat(200));
    }

    @Test
    void theStateSurvivesARestart() {
        FakeHistoryStore store = new FakeHistoryStore();
        HubHarness before = new HubHarness(store);
        TestClient ada = before.login("Ada");
        TestClient ben = before.login("Ben");
        String kitchen = before.room("kitchen", ada, ben);
        ben.post(kitchen, "hello");
        before.login("Cyd").done(Requests.logOut());

        HubHarness after = new HubHarness(store);
        TestClient again = after.login("Ada");

        assertThat(again.welcome().user()).isEqualTo(ada.welcome().user());
        assertThat(again.welcome().conversations()).hasSize(2);
        assertThat(again.post(kitchen, "back")).isEqualTo(4);
        TestClient cyd = after.connect();
        cyd.refused(ErrorCode.UNAUTHORIZED, Requests.guest("Cyd", HubHarness.tokenOf("Cyd")));
    }

    private void assertFails(ErrorCode code, LongFunction<ClientFrame.Request> hello) {
        TestClient client = hub.connect();
        client.refused(code, hello);
        assertThat(client.closed()).contains(CloseCode.LOGIN_FAILED);
        hub.advance(Reception.HELLO_WITHIN);
        client.assertNothingLeft();
    }
}
