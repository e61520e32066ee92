package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hearth.protocol.ClientFrame;
import hearth.protocol.CloseCode;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class ReceptionTest {
    private final HubHarness hub = HubHarness.empty();

    @Test
    void aPingBeforeTheLoginIsAnsweredWithWhoTheServerIs() {
        TestClient client = hub.connect();

        client.send(new ClientFrame.Ping(Optional.of("hello?")));

        assertThat(client.takeOne(ServerFrame.Pong.class))
                .isEqualTo(new ServerFrame.Pong(
                        Optional.of("hello?"),
                        Optional.of(new ServerInfo("server-id", "epoch-1", "Kitchen", "1.0.0"))));
    }

    @Test
    void aPingAfterTheLoginIsAnsweredWithout() {
        TestClient ada = hub.login("Ada");

        ada.send(new ClientFrame.Ping(Optional.empty()));

        assertThat(ada.takeAll()).containsExactly(new ServerFrame.Pong(Optional.empty(), Optional.empty()));
    }

    @Test
    void pongsAreTakenWithoutAWord() {
        TestClient ada = hub.login("Ada");

        ada.send(new ClientFrame.Pong(Optional.of("x")));

        ada.assertNothingLeft();
    }

    @Test
    void withoutALoginNothingIsDone() {
        TestClient client = hub.connect();

        client.refused(ErrorCode.NOT_LOGGED_IN, Requests.rooms());
        client.refused(ErrorCode.NOT_LOGGED_IN, Requests.post("c", "c", "x"));
        client.refused(ErrorCode.NOT_LOGGED_IN, Requests.logOut());
        client.refused(ErrorCode.NOT_LOGGED_IN, id -> new ClientFrame.ClaimServer(id, "x"));
        client.sendText("{\"type\":\"dance\",\"id\":99}");
        assertThat(client.takeOne(ServerFrame.Error.class))
                .extracting(ServerFrame.Error::re, ServerFrame.Error::code)
                .containsExactly(OptionalLong.of(99), ErrorCode.NOT_LOGGED_IN);
        assertThat(client.closed()).isEmpty();
        client.ask(Requests.guest("Ada", HubHarness.tokenOf("Ada")));
        assertThat(client.welcome()).isNotNull();
    }

    @Test
    void aBrokenPingBeforeTheLoginIsABadFrame() {
        TestClient client = hub.connect();

        client.sendText("{\"type\":\"ping\",\"t\":7}");

        assertThat(client.takeOne(ServerFrame.Error.class))
                .extracting(ServerFrame.Error::re, ServerFrame.Error::code)
                .containsExactly(OptionalLong.empty(), ErrorCode.BAD_FRAME);
    }

    @Test
    void whatIsMalformedGetsItsCode() {
        TestClient ada = hub.login("Ada");

        ada.sendText("{\"type\":\"dance\",\"id\":90}");
        ada.sendText("{\"type\":\"post\",\"id\":91}");
        ada.sendText("{\"type\":\"post\"}");

        assertThat(ada.take(ServerFrame.Error.class))
                .extracting(ServerFrame.Error::re, ServerFrame.Error::code)
                .containsExactly(
                        tuple(OptionalLong.of(90), ErrorCode.UNKNOWN_TYPE),
                        tuple(OptionalLong.of(91), ErrorCode.BAD_FRAME),
                        tuple(OptionalLong.empty(), ErrorCode.BAD_FRAME));
        assertThat(ada.closed()).isEmpty();
    }

    @Test
    void answersKeepTheOrderOfTheRequests() {
        TestClient ada = hub.login("Ada");

        hub.process(
                ada.request(Requests.post(hub.lobby(), "c1", "one")),
                ada.request(Requests.rooms()),
                new FromGateway.Malformed(
                        ada.connection(), OptionalLong.empty(), ErrorCode.BAD_FRAME, "post", "no text"),
                ada.request(Requests.post(hub.lobby(), "c2", "")),
                ada.request(Requests.members(hub.lobby())));

        assertThat(ada.takeAll())
                .filteredOn(f -> f instanceof ServerFrame.Ok || f instanceof ServerFrame.Error)
                .extracting(f -> f instanceof ServerFrame.Ok ok ? ok.re() : -1L)
                .containsExactly(2L, 3L, -1L, -1L, 5L);
    }

    @Test
    void everyFrameCountsAsHandled() {
        TestClient ada = hub.login("Ada");
        hub.handled.clear();

        hub.process(
                ada.received(new ClientFrame.Pong(Optional.empty())),
                ada.request(Requests.rooms()),
                new FromGateway.Malformed(
                        ada.connection(), OptionalLong.empty(), ErrorCode.BAD_FRAME, "post", "no text"),
                new FromGateway.Drained(ada.connection()));

        assertThat(hub.handled).containsExactlyEntriesOf(Map.of(ada.connection(), 3));
    }

    @Test
    void bulkReadsOfWhoReadsTooSlowlyAreRefusedAndNothingElse() {
        TestClient ada = hub.login("Ada");
        List<LongFunction<ClientFrame.Request>> bulk = List.of(
                Requests.sync(Map.of()),
                Requests.history(hub.lobby()),
                Requests.search("x"),
                Requests.rooms(),
                Requests.members(hub.lobby()),
                Requests.bans(hub.lobby()),
                id -> new ClientFrame.Audit(id, Optional.empty(), OptionalInt.empty()));

        for (LongFunction<ClientFrame.Request> request : bulk) {
            FromGateway.Received received = (FromGateway.Received) ada.request(request);
            hub.process(new FromGateway.Received(ada.connection(), received.frame(), true));
            ServerFrame.Error error = (ServerFrame.Error) ada.lastAnswer(0);
            assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(error.retryAfterMs()).isPresent();
        }
        FromGateway.Received post = (FromGateway.Received) ada.request(Requests.post(hub.lobby(), "c", "x"));
        hub.process(new FromGateway.Received(ada.connection(), post.frame(), true));
        assertThat(ada.lastAnswer(0)).isInstanceOf(ServerFrame.Ok.class);
    }

    @Test
    void framesOfUnknownConnectionsAreIgnored() {
        hub.process(
                new FromGateway.Received(77, new ClientFrame.Ping(Optional.empty()), false),
                new FromGateway.Malformed(77, OptionalLong.of(1), ErrorCode.BAD_FRAME, "post", "no text"),
                new FromGateway.Drained(77),
                new FromGateway.Closed(77));

        assertThat(hub.said).containsExactly(new ToGateway.Handled(77, 2));
    }

    @Test
    void everybodyIsToldBeforeTheEnd() {
        TestClient ada = hub.login("Ada");
        TestClient waiting = hub.connect();
        TestClient failed = hub.connect();
        failed.refused(ErrorCode.UNAUTHORIZED, Requests.token(HubHarness.tokenOf("nobody")));

        hub.hub().shutDown();

        assertThat(ada.takeAll()).containsExactly(new ServerFrame.Bye("shutting-down", 2_000));
        assertThat(ada.closed()).contains(CloseCode.GOING_AWAY);
        assertThat(waiting.takeAll()).isEmpty();
        assertThat(waiting.closed()).contains(CloseCode.GOING_AWAY);
        assertThat(failed.closed()).contains(CloseCode.LOGIN_FAILED);
    }
}
