package hearth.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.protocol.EncodedFrame;
import hearth.server.hub.FromGateway;
import hearth.server.hub.ToGateway;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client that does not read, or does nothing but send, costs the others. */
class SlowReaderIT {
    private static final EncodedFrame LARGE =
            new EncodedFrame("x".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    private static final String PING = "{\"type\":\"ping\"}";

    private GatewayRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new GatewayRig();
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    private long lastOpened(int count) {
        return rig.hub.awaitNth(FromGateway.Opened.class, count).connection();
    }

    @Test
    void aClientThatStopsReadingIsClosedAndTheOthersGetEverything() throws Exception {
        try (RawClient stuck = RawClient.openNarrow(rig.port());
                RawClient reader = rig.open()) {
            long[] both = {lastOpened(1), lastOpened(2)};
            for (int i = 0; i < 60; i++) {
                rig.hub.say(new ToGateway.Deliver(both, LARGE));
                assertThat(reader.read().payload()).hasSize(100_000);
            }
            assertThat(rig.hub.awaitNth(FromGateway.Closed.class, 1).connection())
                    .isEqualTo(both[0]);
            assertThat(stuck.readToClose()).isEqualTo(4009);
        }
    }

    @Test
    void aClientThatReadsStaysHoweverMuchItIsToldAtOnce() throws Exception {
        try (RawClient reader = rig.open()) {
            long[] one = {lastOpened(1)};
            EncodedFrame frame = new EncodedFrame("x".repeat(20_000).getBytes(StandardCharsets.UTF_8));
            List<ToGateway> burst = Collections.nCopies(60, new ToGateway.Deliver(one, frame));
            assertThat(60 * frame.length()).isGreaterThan(Outbox.MOST_BYTES);

            rig.hub.say(burst.toArray(ToGateway[]::new));

            for (int i = 0; i < burst.size(); i++) {
                assertThat(reader.read().payload()).hasSize(frame.length());
            }
        }
    }

    @Test
    void aClientThatIsTooSlowAndNeverReadsIsCutAfterTenSeconds() throws Exception {
        try (RawClient stuck = RawClient.openNarrow(rig.port())) {
            long[] one = {lastOpened(1)};
            while (rig.hub.all(FromGateway.Closed.class).isEmpty()) {
                rig.hub.say(new ToGateway.Deliver(one, LARGE));
            }
            rig.pass(Duration.ofSeconds(11));
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                // Where the system takes the close frame after all, the peer has two seconds more.
                rig.pass(Duration.ofSeconds(1));
                return rig.gateway.sockets() == 0;
            });
            assertThat(stuck.readToClose()).isIn(-1, 4009);
        }
    }

    @Test
    void aPeerThatTakesNothingIsCutHoweverMuchItSends() throws Exception {
        try (RawClient stuck = RawClient.openNarrow(rig.port())) {
            long[] one = {lastOpened(1)};
            fillUntilBacklogged(stuck, one);
            for (int i = 0; i < 4; i++) {
                rig.pass(Duration.ofSeconds(10));
                stuck.frame(0x8A, new byte[0]);
            }
            rig.hub.awaitNth(FromGateway.Closed.class, 1);
        }
    }

    @Test
    void theHubLearnsThatAQueueIsMoreThanHalfFull() throws Exception {
        try (RawClient slow = RawClient.openNarrow(rig.port())) {
            long[] one = {lastOpened(1)};
            slow.text(PING);
            assertThat(rig.hub.awaitNth(FromGateway.Received.class, 1).backlogged())
                    .isFalse();
            fillUntilBacklogged(slow, one);
        }
    }

    @Test
    void theHubIsToldWhenAllThatWasQueuedIsWritten() throws Exception {
        try (RawClient slow = RawClient.openNarrow(rig.port())) {
            long[] one = {lastOpened(1)};
            for (int i = 0; i < 10; i++) {
                rig.hub.say(new ToGateway.Deliver(one, LARGE));
            }
            rig.hub.say(new ToGateway.TellWhenDrained(one[0]));
            for (int i = 0; i < 10; i++) {
                assertThat(slow.read().payload()).hasSize(100_000);
            }
            assertThat(rig.hub.awaitNth(FromGateway.Drained.class, 1).connection())
                    .isEqualTo(one[0]);
        }
    }

    @Test
    void nothingIsReadFromAClientWhoseFramesTheHubDoesNotHandle() throws Exception {
        rig.hub.stopHandling();
        try (RawClient flooding = rig.open()) {
            long id = lastOpened(1);
            rig.hub.say(new ToGateway.Admitted(id));
            flooding.text(PING);
            rig.hub.awaitNth(FromGateway.Received.class, 1);
            rig.hub.say(new ToGateway.Handled(id, 1));
            Thread sender = Thread.ofVirtual().start(() -> floodUntilItFails(flooding));
            rig.hub.awaitNth(FromGateway.Received.class, Inflow.MOST_FRAMES + 1);
            try (RawClient other = rig.open()) {
                other.text(PING);
                rig.hub.awaitNth(FromGateway.Received.class, Inflow.MOST_FRAMES + 2);
            }
            rig.hub.say(new ToGateway.Handled(id, 3));
            rig.hub.awaitNth(FromGateway.Received.class, Inflow.MOST_FRAMES + 5);
            assertThat(rig.hub.all(FromGateway.Received.class)).hasSize(Inflow.MOST_FRAMES + 5);
            flooding.cut();
            sender.join();
        }
    }

    private void fillUntilBacklogged(RawClient slow, long[] one) {
        EncodedFrame small = new EncodedFrame("x".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(1)).until(() -> {
            rig.hub.say(new ToGateway.Deliver(one, small));
            slow.text(PING);
            int seen = rig.hub.all(FromGateway.Received.class).size();
            return seen > 0
                    && rig.hub.all(FromGateway.Received.class).get(seen - 1).backlogged();
        });
    }

    private static void floodUntilItFails(RawClient client) {
        try {
            while (true) {
                client.text(PING);
            }
        } catch (java.io.IOException e) {
            assertThat(e).isNotNull();
        }
    }
}
