package hearth.client.link.hearth;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.ChatLink;
import hearth.client.link.LinkEvent;
import hearth.client.transport.Ending;
import hearth.client.transport.FakePeer;
import hearth.client.transport.JdkTransport;
import hearth.client.transport.ManualTimers;
import hearth.protocol.ClientFrame;
import hearth.protocol.ServerInfo;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The link on a real socket. */
final class HearthLinkIT {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ManualTimers timers = new ManualTimers();
    private final JdkTransport transport = new JdkTransport(executor, timers);
    private final FakePeer peer = new FakePeer();
    private final BlockingQueue<LinkEvent> events = new LinkedBlockingQueue<>();
    private final HearthDialler dialler = new HearthDialler(transport, timers, () -> "secret");

    @AfterEach
    void putAway() throws Exception {
        transport.close();
        peer.close();
        executor.close();
    }

    @Test
    void recognisesAServerTalksToItAndIsClosedByIt() throws Exception {
        ChatLink link = dialler.dial(peer.uri(), events::add);
        FakePeer.Connection server = peer.upgrade();
        assertThat(server.readText()).isEqualTo("{\"type\":\"ping\",\"t\":\"secret\"}");
        server.text("{\"type\":\"pong\",\"t\":\"secret\",\"server\":{\"id\":\"k3\",\"epoch\":\"9f\"}}");
        assertThat(next()).isEqualTo(new LinkEvent.Recognised(new ServerInfo("k3", "9f", "", "")));

        link.send(new ClientFrame.Ping(Optional.of("still there?")));
        assertThat(server.readText()).isEqualTo("{\"type\":\"ping\",\"t\":\"still there?\"}");
        server.closeFrame(1001, "going away");

        assertThat(next()).isEqualTo(new LinkEvent.Ended(new Ending.Closed(1001, "going away")));
    }

    @Test
    void echoServerIsNoChatServer() throws Exception {
        dialler.dial(peer.uri(), events::add);
        FakePeer.Connection echo = peer.upgrade();
        echo.text(echo.readText());

        assertThat(next()).isEqualTo(new LinkEvent.Ended(new Ending.NotAChatServer("an echo")));
        assertThat(echo.isCutOff()).isTrue();
    }

    @Test
    void silentServerIsNoChatServer() throws Exception {
        dialler.dial(peer.uri(), events::add);
        FakePeer.Connection silent = peer.upgrade();
        silent.readText();

        timers.advance(HearthLink.RECOGNITION_DEADLINE);

        assertThat(next()).isEqualTo(new LinkEvent.Ended(new Ending.NotAChatServer("no answer after 10 s")));
        assertThat(silent.isCutOff()).isTrue();
    }

    private LinkEvent next() throws InterruptedException {
        LinkEvent event = events.poll(20, TimeUnit.SECONDS);
        return event instanceof LinkEvent.Heard ? next() : event;
    }
}
