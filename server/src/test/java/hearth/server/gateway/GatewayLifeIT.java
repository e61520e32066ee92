package hearth.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hearth.protocol.EncodedFrame;
import hearth.server.hub.FromGateway;
import hearth.server.hub.ToGateway;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GatewayLifeIT {
    private static final String PING = "{\"type\":\"ping\"}";

    @Test
    void aPortThatIsTakenIsToldAtOnceAndLeavesNoThread() throws Exception {
        try (GatewayRig rig = new GatewayRig()) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            assertThatThrownBy(() -> new GatewayRig(settings(rig.port(), 10))).isInstanceOf(BindException.class);
            assertNoOtherThreads(before);
        }
    }

    @Test
    void itStartsTwentyTimesOnTheSamePortAndLeavesNothing() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        int port = 0;
        for (int i = 0; i < 20; i++) {
            GatewayRig rig = new GatewayRig(settings(port, 100));
            port = rig.port();
            try (RawClient client = rig.open()) {
                client.text(PING);
                assertThat(client.readText()).contains("pong");
                Thread stopping = Thread.ofVirtual().start(rig::stop);
                assertThat(client.readToClose()).isEqualTo(1001);
                client.cut();
                stopping.join();
            }
        }
        assertNoOtherThreads(before);
    }

    @Test
    void aListeningSocketThatIsLostIsOpenedAgain() throws Exception {
        try (GatewayRig rig = new GatewayRig();
                RawClient before = rig.open()) {
            rig.hub.awaitNth(FromGateway.Opened.class, 1);
            rig.gateway.loseListener();
            rig.pass(Duration.ofSeconds(1));
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
                rig.pass(Duration.ofSeconds(1));
                try (RawClient after = rig.open()) {
                    after.text(PING);
                    assertThat(after.readText()).contains("pong");
                }
            });
            before.text(PING);
            assertThat(before.readText()).contains("pong");
        }
    }

    @Test
    void whenFullTheNewOneIsTurnedAwayAndTheOthersStay() throws Exception {
        try (GatewayRig rig = new GatewayRig(settings(0, 2));
                RawClient first = rig.open();
                RawClient second = rig.open()) {
            rig.hub.awaitNth(FromGateway.Opened.class, 2);
            for (int i = 0; i < 50; i++) {
                try (RawClient third = rig.open()) {
                    assertThat(third.readToClose()).isEqualTo(4010);
                }
            }
            first.text(PING);
            assertThat(first.readText()).contains("pong");
            second.text(PING);
            assertThat(second.readText()).contains("pong");
            assertThat(rig.hub.all(FromGateway.Opened.class)).hasSize(2);
        }
    }

    @Test
    void whenFullTheLongestSilentMakesRoom() throws Exception {
        try (GatewayRig rig = new GatewayRig(settings(0, 2));
                RawClient first = rig.open()) {
            rig.hub.awaitNth(FromGateway.Opened.class, 1);
            rig.pass(Duration.ofSeconds(1));
            try (RawClient second = rig.open()) {
                rig.hub.awaitNth(FromGateway.Opened.class, 2);
                rig.pass(Duration.ofSeconds(20));
                try (RawClient third = rig.open()) {
                    third.text(PING);
                    assertThat(third.readText()).contains("pong");
                    assertThat(first.readToClose()).isEqualTo(4010);
                    second.text(PING);
                    assertThat(second.readToText("pong")).isTrue();
                }
            }
        }
    }

    @Test
    void moreSocketsThanThereIsRoomForAreRefusedAndTheNextIsServed() throws Exception {
        try (GatewayRig rig = new GatewayRig(settings(0, 1))) {
            List<RawClient> crowd = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                crowd.add(RawClient.connect(rig.port()));
            }
            for (RawClient client : crowd) {
                client.close();
            }
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
                try (RawClient client = rig.open()) {
                    client.text(PING);
                    assertThat(client.readText()).contains("pong");
                }
            });
        }
    }

    @Test
    void aPeerThatIsNotSpokenToIsPingedAndOneThatSaysNothingIsCut() throws Exception {
        try (GatewayRig rig = new GatewayRig();
                RawClient client = rig.open()) {
            rig.hub.awaitNth(FromGateway.Opened.class, 1);
            rig.pass(GatewayRig.HEARTBEAT);
            assertThat(client.readText()).isEqualTo("{\"type\":\"ping\"}");
            client.frame(0x8A, new byte[0]);
            client.text(PING);
            assertThat(client.readText()).contains("pong");
            rig.pass(Duration.ofSeconds(34));
            assertThat(client.readText()).isEqualTo("{\"type\":\"ping\"}");
            rig.pass(Duration.ofSeconds(2));
            rig.hub.awaitNth(FromGateway.Closed.class, 1);
            assertThat(client.readToClose()).isEqualTo(-1);
        }
    }

    @Test
    void bytesOfAnUnfinishedMessageProveLife() throws Exception {
        try (GatewayRig rig = new GatewayRig();
                RawClient client = rig.open()) {
            rig.hub.awaitNth(FromGateway.Opened.class, 1);
            byte[] message = RawClient.masked(0x81, PING.getBytes(StandardCharsets.UTF_8));
            for (byte each : message) {
                rig.pass(Duration.ofSeconds(30));
                assertThat(client.readText()).isEqualTo("{\"type\":\"ping\"}");
                client.send(new byte[] {each});
                // Answered, so that the byte has certainly been read before the clock goes on.
                try (RawClient other = rig.open()) {
                    other.text(PING);
                    assertThat(other.readToText("pong")).isTrue();
                }
            }
            assertThat(client.readToText("pong")).isTrue();
        }
    }

    @Test
    void smallFramesAreNotHeldBackForOneAnother() throws Exception {
        try (GatewayRig rig = new GatewayRig();
                RawClient client = rig.open()) {
            long id = rig.hub.awaitNth(FromGateway.Opened.class, 1).connection();
            ToGateway.Deliver small =
                    new ToGateway.Deliver(new long[] {id}, new EncodedFrame("x".getBytes(StandardCharsets.UTF_8)));
            List<Duration> rounds = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                client.text(PING);
                assertThat(client.readText()).contains("pong");
                long start = System.nanoTime();
                rig.hub.say(small);
                assertThat(client.readText()).isEqualTo("x");
                rounds.add(Duration.ofNanos(System.nanoTime() - start));
            }
            // Neither the slowest, which a busy machine makes, nor the fastest: at first the system acknowledges at
            // once.
            assertThat(rounds.stream().sorted().toList().get(rounds.size() / 2))
                    .as("a socket that waits for acknowledgements takes 40 ms each time")
                    .isLessThan(Duration.ofMillis(30));
        }
    }

    @Test
    void whatTheHubClosesIsClosedBehindWhatItSaid() throws Exception {
        try (GatewayRig rig = new GatewayRig();
                RawClient client = rig.open()) {
            long id = rig.hub.awaitNth(FromGateway.Opened.class, 1).connection();
            rig.hub.say(
                    new ToGateway.Deliver(new long[] {id}, new EncodedFrame("last".getBytes(StandardCharsets.UTF_8))),
                    new ToGateway.Close(id, hearth.protocol.CloseCode.LOGIN_FAILED, "no"),
                    new ToGateway.Deliver(new long[] {id}, new EncodedFrame("late".getBytes(StandardCharsets.UTF_8))));
            assertThat(client.readText()).isEqualTo("last");
            assertThat(client.readToClose()).isEqualTo(4001);
            rig.hub.awaitNth(FromGateway.Closed.class, 1);
        }
    }

    private static GatewaySettings settings(int port, int connections) {
        return new GatewaySettings(Optional.empty(), port, List.of(), GatewayRig.HEARTBEAT, connections);
    }

    private static void assertNoOtherThreads(Set<Thread> before) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .filteredOn(t ->
                                t.getName().startsWith("hearth-") || t.getName().startsWith("WebSocket"))
                        .isSubsetOf(before));
    }
}
