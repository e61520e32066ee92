package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.fx.JavaFxThread;
import hearth.client.fx.UiBatcher;
import hearth.client.link.ServerSpec;
import hearth.client.session.FakeLink;
import hearth.client.session.LiveSession;
import hearth.client.session.MemoryKeepStore;
import hearth.client.session.SessionBench;
import hearth.client.session.SessionConfig;
import hearth.client.session.SessionConfig.Missed;
import hearth.client.session.SessionEvent;
import hearth.client.session.SessionPorts;
import hearth.protocol.ClientFrame;
import hearth.protocol.ServerFrame.Welcome;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** The heartbeat has a thread of its own. */
class HeartbeatFxTest {
    private static final int PATIENCE_SECONDS = 60;

    private final AtomicReference<FakeLink> dialled = new AtomicReference<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void aWindowThatIsStuckDoesNotStopIt() throws TimeoutException, InterruptedException {
        FxToolkit.registerPrimaryStage();
        Consumer<List<SessionEvent>> drawing = _ -> {};
        UiBatcher<SessionEvent> events = new UiBatcher<>(new JavaFxThread(), drawing);
        try (LiveSession session = session()) {
            session.observe(events::offer);
            session.connect();
            await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(() -> dialled.get() != null);
            Platform.runLater(this::hang);
            assertThat(stuck.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

            dialled.get().recognise(SessionBench.SERVER);
            dialled.get().arrive(withHeartbeatOfASecond(SessionBench.welcome(SessionBench.lobby(3))));

            await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(() -> pings.get() >= 3);
            assertThat(release.getCount()).as("it is stuck all the time").isOne();
        } finally {
            release.countDown();
            events.close();
        }
    }

    private LiveSession session() {
        SessionPorts ports = new SessionPorts(
                new ThreadLoop(
                        InstantSource.system(),
                        task -> Thread.ofPlatform().daemon().unstarted(task)),
                (address, listener) -> {
                    FakeLink link = new FakeLink(address, listener, this::onSent);
                    dialled.set(link);
                    return link;
                },
                new MemoryKeepStore(),
                Optional.empty(),
                Set::of,
                new Random(7),
                new Random(7));
        return new LiveSession(
                ports,
                new SessionConfig(
                        ServerSpec.hearth(SessionBench.ADDRESS),
                        "Ada",
                        Optional.empty(),
                        "test 1.0",
                        Missed.NEWEST_PAGE));
    }

    /** The server pings too, so the link lives. */
    private void onSent(ClientFrame frame) {
        if (frame instanceof ClientFrame.Ping) {
            pings.incrementAndGet();
            dialled.get().hear();
        }
    }

    private void hang() {
        stuck.countDown();
        try {
            release.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Welcome withHeartbeatOfASecond(Welcome usual) {
        return new Welcome(
                usual.re(),
                usual.server(),
                usual.user(),
                1_000,
                usual.limits(),
                usual.capabilities(),
                usual.alternates(),
                usual.conversations(),
                usual.online(),
                usual.token(),
                usual.more());
    }
}
