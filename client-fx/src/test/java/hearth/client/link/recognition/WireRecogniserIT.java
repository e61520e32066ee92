package hearth.client.link.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.DialectName;
import hearth.client.link.recognition.Finding.Certain;
import hearth.client.link.recognition.Finding.Nobody;
import hearth.client.link.recognition.Finding.Sign;
import hearth.client.link.recognition.Finding.Uncertain;
import hearth.client.transport.Ending;
import hearth.client.transport.FakePeer;
import hearth.client.transport.JdkTransport;
import hearth.client.transport.ManualTimers;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recognition on real sockets. */
final class WireRecogniserIT {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ManualTimers timers = new ManualTimers();
    private final JdkTransport transport = new JdkTransport(executor, timers);
    private final FakePeer peer = new FakePeer();
    private final Recogniser recogniser = new WireRecogniser(transport, timers, () -> "secret");

    @AfterEach
    void putAway() throws Exception {
        transport.close();
        peer.close();
        executor.close();
    }

    @Test
    void oursIsRecognisedAndLetGo() throws Exception {
        CompletableFuture<Finding> found = recogniser.recognise(peer.uri());
        peer.answerThatThereIsNoForm();
        FakePeer.Connection server = peer.upgrade();
        assertThat(server.readText()).isEqualTo("{\"type\":\"ping\",\"t\":\"secret\"}");
        server.text("{\"type\":\"pong\",\"t\":\"secret\",\"server\":{\"id\":\"k3\",\"epoch\":\"9f\"}}");
        assertThat(got(found)).isEqualTo(new Certain(DialectName.HEARTH));
        assertThat(server.isCutOff()).isTrue();
    }

    @Test
    void aRoomWithAHeartbeatIsRecognised() throws Exception {
        CompletableFuture<Finding> found = recogniser.recognise(peer.uri());
        peer.answerThatThereIsNoForm();
        FakePeer.Connection server = peer.upgrade();
        server.text("{\"event\":\"heartbeat\",\"message\":\"ping\"}");
        assertThat(got(found)).isEqualTo(new Certain(DialectName.JSONROOM));
        assertThat(server.isCutOff()).isTrue();
    }

    @Test
    void socketIoIsFoundOverHttpWhereNoWebSocketIsAtTheAddress() throws Exception {
        CompletableFuture<Finding> found = recogniser.recognise(peer.uri());
        peer.answerThatThereIsNoForm();
        FakePeer.Connection handshake = peer.accept();
        handshake.readHead();
        handshake.answer("404 Not Found", "{}");
        FakePeer.Connection polling = peer.accept();
        assertThat(polling.readHead()).startsWith("GET /socket.io/?EIO=4&transport=polling ");
        polling.answer(
                "200 OK",
                "0{\"sid\":\"a\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,\"maxPayload\":1000000}");
        assertThat(got(found))
                .isInstanceOfSatisfying(
                        Uncertain.class,
                        uncertain -> assertThat(uncertain.sign()).isEqualTo(Sign.SOCKET_IO_4));
    }

    @Test
    void aWebServerIsNobodyToChatWithHoweverLongItsPagesAre() throws Exception {
        CompletableFuture<Finding> found = recogniser.recognise(peer.uri());
        peer.answerThatThereIsNoForm();
        FakePeer.Connection handshake = peer.accept();
        handshake.readHead();
        handshake.answer("404 Not Found", "");
        FakePeer.Connection polling = peer.accept();
        polling.readHead();
        polling.answer("200 OK", "0{\"sid\":\"a\"}" + " ".repeat(300_000));
        assertThat(got(found))
                .isInstanceOfSatisfying(
                        Nobody.class, nobody -> assertThat(nobody.ending()).isInstanceOf(Ending.NotAChatServer.class));
    }

    @Test
    void whereNothingListensNobodyIsThere() throws Exception {
        URI address = peer.uri();
        peer.close();
        assertThat(got(recogniser.recognise(address)))
                .isInstanceOfSatisfying(
                        Nobody.class, nobody -> assertThat(nobody.ending()).isInstanceOf(Ending.Refused.class));
    }

    private static Finding got(CompletableFuture<Finding> found) throws Exception {
        return found.get(60, TimeUnit.SECONDS);
    }
}
