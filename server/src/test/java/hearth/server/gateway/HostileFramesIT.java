package hearth.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Limits;
import hearth.server.hub.FromGateway;
import hearth.server.hub.ToGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stranger may send after the handshake, while another one chats on undisturbed. */
class HostileFramesIT {
    private static final String PING = "{\"type\":\"ping\"}";

    private GatewayRig rig;
    private RawClient bystander;

    @BeforeEach
    void start() throws Exception {
        rig = new GatewayRig();
        bystander = rig.open();
    }

    @AfterEach
    void stop() throws Exception {
        bystander.text(PING);
        assertThat(bystander.readText()).contains("pong");
        bystander.close();
        rig.close();
    }

    static Stream<Arguments> endings() {
        byte[] text = PING.getBytes(StandardCharsets.UTF_8);
        byte[] unmasked = new byte[text.length + 2];
        unmasked[0] = (byte) 0x81;
        unmasked[1] = (byte) text.length;
        System.arraycopy(text, 0, unmasked, 2, text.length);
        return Stream.of(
                Arguments.of("unmasked", unmasked, 4000),
                Arguments.of("reserved bit 1", RawClient.masked(0xC1, text), 4000),
                Arguments.of("reserved bit 3", RawClient.masked(0x91, text), 4000),
                Arguments.of("unknown opcode", RawClient.masked(0x83, text), 4000),
                Arguments.of("ping in fragments", RawClient.masked(0x09, text), 4000),
                Arguments.of("ping of 126 bytes", RawClient.masked(0x89, new byte[126]), 4000),
                Arguments.of("continuation of nothing", RawClient.masked(0x80, text), 4000),
                Arguments.of("binary", RawClient.masked(0x82, text), 1003),
                Arguments.of("not UTF-8", RawClient.masked(0x81, new byte[] {'"', (byte) 0xC3, '"'}), 1007),
                Arguments.of("empty", RawClient.masked(0x81, new byte[0]), 4000),
                Arguments.of("not JSON", RawClient.masked(0x81, "hi".getBytes(StandardCharsets.UTF_8)), 4000),
                Arguments.of("no object", RawClient.masked(0x81, "[]".getBytes(StandardCharsets.UTF_8)), 4000),
                Arguments.of("2^31 bytes announced", header(127, 0, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF), 1009),
                Arguments.of("2^63 bytes announced", header(127, 0xFF, 0, 0, 0, 0, 0, 0, 0), 1009),
                Arguments.of("65,537 bytes announced", header(127, 0, 0, 0, 0, 0, 1, 0, 1), 1009));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endings")
    void whatBreaksTheRulesIsToldItsCode(String what, byte[] bytes, int code) throws Exception {
        try (RawClient client = rig.open()) {
            client.send(bytes);
            assertThat(client.readToClose()).as(what).isEqualTo(code);
        }
        rig.hub.awaitNth(FromGateway.Closed.class, 1);
    }

    @Test
    void aThousandHugeAnnouncementsCostNothing() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            try (RawClient client = rig.open()) {
                client.send(header(127, 0, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xF0));
            }
        }
    }

    @Test
    void theSixtyFifthFragmentEndsTheConnection() throws Exception {
        try (RawClient client = rig.open()) {
            client.frame(0x01, new byte[] {' '});
            for (int i = 1; i < 10_000 && !sendFails(client, RawClient.masked(0x00, new byte[] {' '})); i++) {
                assertThat(i).isLessThan(10_000);
            }
            assertThat(client.readToClose()).isEqualTo(1009);
        }
    }

    @Test
    void emptyFragmentsCountToo() throws Exception {
        try (RawClient client = rig.open()) {
            ByteArrayOutputStream frames = new ByteArrayOutputStream();
            frames.writeBytes(RawClient.masked(0x01, new byte[0]));
            for (int i = 0; i < 64; i++) {
                frames.writeBytes(RawClient.masked(0x00, new byte[0]));
            }
            client.send(frames.toByteArray());
            assertThat(client.readToClose()).isEqualTo(1009);
        }
    }

    @Test
    void sixtyFourFragmentsWithPingsBetweenThemAreOneMessage() throws Exception {
        try (RawClient client = rig.open()) {
            byte[] text = (PING + " ".repeat(64 - PING.length())).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 64; i++) {
                client.frame((i == 63 ? 0x80 : 0) | (i == 0 ? 1 : 0), Arrays.copyOfRange(text, i, i + 1));
                if (i == 30) {
                    client.frame(0x89, new byte[] {42});
                }
            }
            assertThat(client.read())
                    .satisfies(pong -> assertThat(pong.opcode()).isEqualTo(10));
            assertThat(client.readText()).contains("pong");
        }
    }

    @Test
    void theLongestMessageFitsAndOneByteMoreDoesNot() throws Exception {
        try (RawClient client = rig.open()) {
            admit(client);
            client.text(PING + " ".repeat(Limits.STANDARD.frameBytes() - PING.length()));
            assertThat(client.readText()).contains("pong");
            client.text(PING + " ".repeat(Limits.STANDARD.frameBytes() - PING.length() + 1));
            assertThat(client.readToClose()).isEqualTo(1009);
        }
    }

    @Test
    void beforeTheWelcomeTenKibibytesAreAllThereIs() throws Exception {
        try (RawClient client = rig.open()) {
            client.text(PING + " ".repeat(10_000 - PING.length()));
            assertThat(client.readText()).contains("pong");
            client.frame(0x89, new byte[120]);
            assertThat(client.read().opcode()).isEqualTo(10);
            client.text(PING + " ".repeat(120 - PING.length()));
            assertThat(client.readText()).contains("pong");
            client.frame(0x89, new byte[1]);
            assertThat(client.readToClose()).isEqualTo(1009);
        }
    }

    @Test
    void jsonThatIsNestedAHundredThousandDeepIsBrokenLikeAnyOther() throws Exception {
        try (RawClient client = rig.open()) {
            admit(client);
            client.text("{\"type\":\"ping\",\"t\":" + "[".repeat(60_000));
            assertThat(client.readToClose()).isEqualTo(4000);
        }
    }

    @Test
    void aRequestOfTheWrongFormReachesTheHubAsSuch() throws Exception {
        try (RawClient client = rig.open()) {
            client.text("{\"type\":\"dance\",\"id\":7}");
            assertThat(rig.hub.awaitNth(FromGateway.Malformed.class, 1)).satisfies(malformed -> {
                assertThat(malformed.re()).hasValue(7);
                assertThat(malformed.frameType()).isEqualTo("dance");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anErrorInOurOwnCodeCostsOneConnection(Throwable failure) throws Exception {
        for (int i = 0; i < 8; i++) {
            try (RawClient client = rig.open()) {
                rig.hub.failOnce(failure);
                client.text(PING);
                assertThat(client.readToClose()).isEqualTo(-1);
            }
        }
        for (int i = 0; i < 8; i++) {
            try (RawClient client = rig.open()) {
                client.text(PING);
                assertThat(client.readText()).contains("pong");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anErrorOverFramesThatCameWithTheRequestCostsOneConnectionToo(Throwable failure) throws Exception {
        try (RawClient client = RawClient.connect(rig.port())) {
            rig.hub.failOnce(failure);
            byte[] frame = RawClient.masked(0x81, PING.getBytes(StandardCharsets.UTF_8));
            client.send(RawClient.request("/chat") + new String(frame, StandardCharsets.ISO_8859_1));
            client.readHead();
            assertThat(client.readToClose()).isEqualTo(-1);
        }
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new AssertionError("hook"),
                new StackOverflowError(),
                new OutOfMemoryError("pretended"),
                new NoClassDefFoundError());
    }

    @Test
    void pingsAreAnsweredButNotAllOfAFlood() throws Exception {
        try (RawClient client = rig.open()) {
            admit(client);
            for (int i = 0; i < 1_500 && !sendFails(client, RawClient.masked(0x89, new byte[100])); i++) {
                assertThat(i).isLessThan(1_500);
            }
            int pongs = 0;
            RawClient.Frame frame = client.read();
            for (; frame.opcode() == 10; frame = client.read()) {
                pongs++;
            }
            assertThat(pongs).isLessThanOrEqualTo(10);
            assertThat(frame.closeCode()).isEqualTo(4008);
        }
    }

    @Test
    void aCloseFrameIsAnsweredWithItsOwnCode() throws Exception {
        try (RawClient client = rig.open()) {
            client.frame(0x88, new byte[] {3, (byte) 0xE8});
            assertThat(client.read().closeCode()).isEqualTo(1000);
            assertThat(client.read().opcode()).isEqualTo(-1);
        }
        rig.hub.awaitNth(FromGateway.Closed.class, 1);
    }

    @Test
    void theCodeOfAnOversizedMessageArrivesAlthoughItsRestIsStillComing() throws Exception {
        try (RawClient client = rig.open()) {
            Thread sender =
                    Thread.ofVirtual().start(() -> sendFails(client, RawClient.masked(0x81, new byte[2_000_000])));
            assertThat(client.readToClose()).isEqualTo(1009);
            sender.join();
        }
    }

    private void admit(RawClient client) throws IOException {
        int opened = rig.hub.all(FromGateway.Opened.class).size();
        long id =
                rig.hub.awaitNth(FromGateway.Opened.class, Math.max(opened, 2)).connection();
        rig.hub.say(new ToGateway.Admitted(id));
        client.text(PING);
        client.readText();
    }

    private static byte[] header(int... lengthAndMask) {
        byte[] bytes = new byte[1 + lengthAndMask.length + 4];
        bytes[0] = (byte) 0x81;
        for (int i = 0; i < lengthAndMask.length; i++) {
            bytes[i + 1] = (byte) (lengthAndMask[i] | (i == 0 ? 0x80 : 0));
        }
        return bytes;
    }

    private static boolean sendFails(RawClient client, byte[] bytes) {
        try {
            client.send(bytes);
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
