package hearth.client.link.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.DialectName;
import hearth.client.link.recognition.Finding.Certain;
import hearth.client.link.recognition.Finding.Nobody;
import hearth.client.link.recognition.Finding.Sign;
import hearth.client.link.recognition.Finding.Uncertain;
import hearth.client.transport.Ending;
import hearth.client.transport.FakeTransport;
import hearth.client.transport.ManualTimers;
import hearth.client.transport.Transport;
import hearth.client.transport.WebAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireRecogniserTest {
    private static final URI ADDRESS = URI.create("ws://kitchen:3000/chat");
    private static final String PING = "{\"type\":\"ping\",\"t\":\"secret\"}";
    private static final String HEARTBEAT = "{\"event\":\"heartbeat\",\"message\":\"ping\"}";

    private static final String SOCKET_IO_4 =
            "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"maxPayload\":1000000}";

    private final FakeTransport transport = new FakeTransport();
    private final ManualTimers timers = new ManualTimers();
    private final Recogniser recogniser = new WireRecogniser(transport, timers, () -> "secret");

    /** There is no sign-in form, so the socket is dialled. */
    private CompletableFuture<Finding> dialled(URI address) {
        CompletableFuture<Finding> found = recogniser.recognise(address);
        transport.answer(new WebAnswer(404, Map.of(), ""));
        transport.questions.clear();
        transport.asked.clear();
        return found;
    }

    private CompletableFuture<Finding> open(URI address) {
        CompletableFuture<Finding> found = dialled(address);
        transport.listener.onOpen();
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "405|''|/chat",
                "200|<html><form method=\"post\" action=\"/signin\"><input name=\"name\"></form>|/chat",
                "200|<html><FORM ACTION='/signin'>|/x",
                "200|<html>|/ws/chat",
                "302|''|/ws/chat"
            })
    void aChatBehindASignInFormIsNotDialledForItMayNotSurviveIt(int status, String body, String path) {
        CompletableFuture<Finding> found = recogniser.recognise(URI.create("ws://kitchen:3000" + path));
        assertThat(transport.questions).containsExactly("GET http://kitchen:3000/signin");
        assertThat(transport.dialled).isEmpty();
        transport.answer(new WebAnswer(status, Map.of(), body));
        assertThat(found).isCompletedWithValue(new Certain(DialectName.KOA));
        assertThat(transport.dialled).isEmpty();
        timers.advance(Probe.LISTENING);
        assertThat(transport.dialled).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|<form action=\"/signin\">|/ws/chat",
                "426|''|/ws/chat",
                "200|<html><div id=\"app\"></div>|/chat",
                "200|<html><form action=\"/search\"></form><a href=\"/signin\">|/chat",
                "302|''|/chat"
            })
    void noOtherPageIsASignInForm(int status, String body, String path) {
        CompletableFuture<Finding> found = recogniser.recognise(URI.create("ws://kitchen:3000" + path));
        transport.answer(new WebAnswer(status, Map.of(), body));
        assertThat(transport.dialled).startsWith("ws://kitchen:3000" + path);
        assertThat(found).isNotDone();
    }

    @Test
    void whereNoWebServerIsTheSocketIsDialledAtOnce() {
        var _ = recogniser.recognise(ADDRESS);
        transport.end(new Ending.Lost("no web server"));
        assertThat(transport.dialled).startsWith("ws://kitchen:3000/chat");
    }

    @Test
    void aWebServerThatLeavesTheQuestionHangingIsDialled() {
        CompletableFuture<Finding> found = recogniser.recognise(ADDRESS);
        timers.advance(Probe.SLOW_FORM.minusMillis(1));
        assertThat(transport.dialled).isEmpty();
        timers.advance(Duration.ofMillis(1));
        assertThat(transport.dialled).startsWith("ws://kitchen:3000/chat");
        assertThat(found).isNotDone();
    }

    @Test
    void aWebServerThatTakesItsTimeToShowItsFormIsNotDialledEither() {
        CompletableFuture<Finding> found = recogniser.recognise(ADDRESS);
        timers.advance(Probe.SLOW_FORM.minusMillis(1));
        transport.answer(new WebAnswer(404, Map.of(), ""));
        assertThat(transport.dialled).as("no Socket.IO, so it may be anything").isEmpty();
        transport.answerFirst(new WebAnswer(405, Map.of(), ""));
        assertThat(found).isCompletedWithValue(new Certain(DialectName.KOA));
        timers.advance(Probe.LISTENING);
        assertThat(transport.dialled).isEmpty();
    }

    @Test
    void whereSocketIoIsNoFormIsWaitedFor() {
        CompletableFuture<Finding> found = recogniser.recognise(ADDRESS);
        timers.advance(Probe.FORM);
        assertThat(transport.questions)
                .containsExactly(
                        "GET http://kitchen:3000/signin", "GET http://kitchen:3000/socket.io/?EIO=4&transport=polling");
        transport.answer(new WebAnswer(200, Map.of(), SOCKET_IO_4));
        assertThat(transport.dialled).startsWith("ws://kitchen:3000/chat");
        assertThat(found).as("the socket is heard first").isNotDone();
        timers.advance(Probe.HEARTBEAT);
        assertThat(found).isCompletedWithValue(Guesses.of(Sign.SOCKET_IO_4, ADDRESS));
        assertThat(transport.questions).as("asked once").hasSize(2);
    }

    @Test
    void oursIsOursWhereItsWebServerIsSilentAndSpeaksSocketIoToo() {
        CompletableFuture<Finding> found = recogniser.recognise(ADDRESS);
        timers.advance(Probe.FORM);
        transport.answer(new WebAnswer(200, Map.of(), SOCKET_IO_4));
        transport.listener.onOpen();
        timers.advance(Probe.HEARTBEAT);
        transport.receive("{\"type\":\"pong\",\"t\":\"secret\",\"server\":{\"id\":\"k3\",\"epoch\":\"9f\"}}");
        assertThat(found).isCompletedWithValue(new Certain(DialectName.HEARTH));
    }

    @Test
    void whoWantsNoAnswerAnyMoreDialsNothing() {
        recogniser.recognise(ADDRESS).cancel(false);
        assertThat(transport.asked).containsExactly("abort");
        assertThat(transport.dialled).isEmpty();
    }

    @Test
    void oursAnswersThePingAsNobodyElseCan() {
        CompletableFuture<Finding> found = open(ADDRESS);
        assertThat(transport.sent).containsExactly(PING);
        transport.receive("{\"type\":\"pong\",\"t\":\"secret\",\"server\":{\"id\":\"k3\",\"epoch\":\"9f\"}}");
        assertThat(found).isCompletedWithValue(new Certain(DialectName.HEARTH));
        assertThat(transport.asked).as("the connection is let go").containsExactly("abort");
        assertThat(transport.questions).isEmpty();
    }

    @Test
    void aPongThatNobodyAskedForProvesNothing() {
        CompletableFuture<Finding> found = open(ADDRESS);
        transport.receive("{\"type\":\"pong\",\"t\":\"other\",\"server\":{\"id\":\"k3\",\"epoch\":\"9f\"}}");
        assertThat(found).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {PING, "ECHO: " + PING})
    void whatComesBackIsAnEchoOnceNoHeartbeatCame(String echo) {
        CompletableFuture<Finding> found = open(ADDRESS);
        transport.receive(echo);
        assertThat(found).as("rooms pass on what they do not know").isNotDone();
        timers.advance(Probe.HEARTBEAT);
        assertThat(found).isCompletedWithValue(new Certain(DialectName.TEXT));
    }

    @Test
    void anEchoThatTakesItsTimeIsOneAtOnce() {
        CompletableFuture<Finding> found = open(ADDRESS);
        Transport.SocketListener socket = transport.listener;
        timers.advance(Probe.HEARTBEAT);
        socket.onText(PING);
        assertThat(found).isCompletedWithValue(new Certain(DialectName.TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {HEARTBEAT, "{\"event\":\"noauth\",\"message\":\"please auth again\"}"})
    void aHeartbeatAndTheWishForATokenAreThoseOfJsonRooms(String first) {
        CompletableFuture<Finding> found = open(ADDRESS);
        transport.receive(PING);
        transport.receive(first);
        assertThat(found).isCompletedWithValue(new Certain(DialectName.JSONROOM));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "97:0{\"sid\":\"a\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,\"pingTimeout\":5000}2:40|SOCKET_IO_2",
                "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}|SOCKET_IO_3",
                "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"maxPayload\":1000000}|SOCKET_IO_4",
                "{\"code\":5,\"message\":\"Unsupported protocol version\"}|SOCKET_IO"
            })
    void socketIoTellsItsVersionOverHttpAndNoKind(String body, Sign sign) {
        CompletableFuture<Finding> found = dialled(ADDRESS);
        transport.end(new Ending.NotAChatServer("HTTP status 404"));
        transport.answer(new WebAnswer(200, Map.of(), body));
        assertThat(transport.questions).containsExactly("GET http://kitchen:3000/socket.io/?EIO=4&transport=polling");
        assertThat(found.join()).isInstanceOfSatisfying(Uncertain.class, uncertain -> {
            assertThat(uncertain.sign()).isEqualTo(sign);
            assertThat(uncertain.guesses())
                    .startsWith(DialectName.SOCKETIO_CHAT)
                    .allMatch(DialectName::isOnSocketIo);
        });
    }

    @Test
    void socketIoThatLeavesAnyOtherHandshakeHangingIsFoundMeanwhile() {
        CompletableFuture<Finding> found = dialled(ADDRESS);
        timers.advance(Probe.HEARTBEAT);
        transport.answer(new WebAnswer(200, Map.of(), SOCKET_IO_4));
        assertThat(found).isCompletedWithValue(Guesses.of(Sign.SOCKET_IO_4, ADDRESS));
    }

    @Test
    void aHandshakeThatHangsWhereNothingElseIsMeansNobody() {
        CompletableFuture<Finding> found = dialled(ADDRESS);
        Transport.SocketListener socket = transport.listener;
        timers.advance(Probe.HEARTBEAT);
        transport.answer(new WebAnswer(404, Map.of(), ""));
        assertThat(found).isNotDone();
        socket.onEnd(new Ending.TimedOut("no connection"));
        assertThat(found).isCompletedWithValue(new Nobody(new Ending.TimedOut("no connection")));
    }

    @Test
    void oursIsOursWhateverElseIsOnTheSameMachine() {
        CompletableFuture<Finding> found = open(ADDRESS);
        Transport.SocketListener socket = transport.listener;
        timers.advance(Probe.HEARTBEAT);
        transport.answer(new WebAnswer(200, Map.of(), SOCKET_IO_4));
        assertThat(found).as("it took the connection, and may be slow").isNotDone();
        socket.onText("{\"type\":\"pong\",\"t\":\"secret\",\"server\":{\"id\":\"k3\",\"epoch\":\"9f\"}}");
        assertThat(found).isCompletedWithValue(new Certain(DialectName.HEARTH));
    }

    @Test
    void whatIsKnownOverHttpAlreadyIsNotWaitedForOnceTheSocketSaysNothing() {
        CompletableFuture<Finding> found = open(ADDRESS);
        timers.advance(Probe.HEARTBEAT);
        transport.answer(new WebAnswer(200, Map.of(), SOCKET_IO_4));
        timers.advance(Probe.LISTENING.minus(Probe.HEARTBEAT));
        assertThat(found).isCompletedWithValue(Guesses.of(Sign.SOCKET_IO_4, ADDRESS));
        assertThat(transport.questions).hasSize(1);
    }

    @Test
    void whoeverEchoesIsNotAskedForSocketIo() {
        var _ = open(ADDRESS);
        transport.receive(PING);
        timers.advance(Probe.LISTENING);
        assertThat(transport.questions).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>0{}</html>",
                "0{",
                "0{\"sid\":5}",
                "0null",
                "{\"code\":\"5\"}",
                "null",
                "[]",
                "9999:0{"
            })
    void whatOnlyLooksLikeAHandshakeIsNone(String body) {
        CompletableFuture<Finding> found = dialled(ADDRESS);
        transport.end(new Ending.NotAChatServer("HTTP status 404"));
        transport.answer(new WebAnswer(200, Map.of(), body));
        assertThat(found).isCompletedWithValue(new Nobody(new Ending.NotAChatServer("HTTP status 404")));
    }

    @Test
    void anEncryptedAddressIsAskedEncrypted() {
        var _ = dialled(URI.create("wss://kitchen/x"));
        transport.end(new Ending.Lost("end of stream"));
        assertThat(transport.questions).containsExactly("GET https://kitchen/socket.io/?EIO=4&transport=polling");
    }

    @Test
    void whoSaysNothingIsGuessedFromThePathAndTheUserIsAsked() {
        CompletableFuture<Finding> found = open(ADDRESS);
        timers.advance(Probe.LISTENING);
        transport.end(new Ending.Lost("no web server"));
        assertThat(found.join()).isInstanceOfSatisfying(Uncertain.class, uncertain -> {
            assertThat(uncertain.sign()).isEqualTo(Sign.WEB_SOCKET);
            assertThat(uncertain.guesses()).startsWith(DialectName.TEXT).endsWith(DialectName.HEARTH);
        });
    }

    @Test
    void whoGreetsInPlainTextMostLikelySpeaksIt() {
        CompletableFuture<Finding> found = open(ADDRESS);
        transport.receive("hello from server");
        timers.advance(Probe.LISTENING);
        transport.end(new Ending.Lost("no web server"));
        assertThat(found.join()).isInstanceOfSatisfying(Uncertain.class, uncertain -> {
            assertThat(uncertain.sign()).isEqualTo(Sign.PLAIN_TEXT);
            assertThat(uncertain.guesses()).startsWith(DialectName.TEXT);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{", "{\"event\":null}", "{\"event\":{\"event\":\"heartbeat\"}}", "\u0000"})
    void whateverIsSentNothingBreaks(String text) {
        CompletableFuture<Finding> found = open(ADDRESS);
        transport.receive(text);
        timers.advance(Probe.LISTENING);
        transport.end(new Ending.Lost("no web server"));
        assertThat(found.join()).isInstanceOf(Uncertain.class);
    }

    @Test
    void whoWantsACookieFirstIsAChatBehindASignInForm() {
        CompletableFuture<Finding> found = open(ADDRESS);
        transport.end(new Ending.Closed(4001, "Invalid user"));
        assertThat(found).isCompletedWithValue(new Certain(DialectName.KOA));
    }

    @Test
    void whoWentAwayWithoutAWordMayBeAnything() {
        CompletableFuture<Finding> found = open(URI.create("ws://kitchen:3000/ws/chat"));
        transport.end(new Ending.Lost("end of stream"));
        transport.end(new Ending.Lost("no web server"));
        assertThat(found.join()).isInstanceOf(Finding.Nobody.class);
    }

    @Test
    void aPathTellsWhatIsLikely() {
        CompletableFuture<Finding> found = open(URI.create("ws://kitchen:3000/ws/chat"));
        transport.end(new Ending.NotAChatServer("closed with 1008"));
        transport.end(new Ending.Lost("no web server"));
        assertThat(found.join())
                .isInstanceOfSatisfying(
                        Uncertain.class,
                        uncertain -> assertThat(uncertain.guesses()).startsWith(DialectName.KOA));
    }

    @Test
    void whoNeitherConnectsNorIsOnTheWebIsNobody() {
        CompletableFuture<Finding> found = dialled(ADDRESS);
        transport.end(new Ending.Lost("end of stream"));
        transport.end(new Ending.TimedOut("no answer"));
        assertThat(found).isCompletedWithValue(new Nobody(new Ending.Lost("end of stream")));
    }

    @Test
    void whyNobodyIsThereIsTold() {
        for (Ending ending : List.of(
                new Ending.Refused("x"),
                new Ending.Unreachable("x"),
                new Ending.Untrusted("x"),
                new Ending.Closed(1001, "going away"))) {
            CompletableFuture<Finding> found = dialled(ADDRESS);
            transport.end(ending);
            assertThat(found).isCompletedWithValue(new Nobody(ending));
        }
        assertThat(transport.questions).isEmpty();
    }

    @Test
    void whoWantsNoAnswerAnyMoreIsDisconnected() {
        open(ADDRESS).cancel(false);
        assertThat(transport.asked).containsExactly("abort");
    }
}
