package hearth.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.hub.FromGateway;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeIT {
    private GatewayRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new GatewayRig();
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aGoodRequestBecomesAWebSocketOfOurSubprotocol() throws Exception {
        try (RawClient client = RawClient.connect(rig.port())) {
            client.send(RawClient.request("/chat?from=test", "Sec-WebSocket-Protocol: other, hearth.v1"));
            assertThat(client.readHead())
                    .startsWith("HTTP/1.1 101 ")
                    .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                    .contains("Sec-WebSocket-Protocol: hearth.v1");
            client.text("{\"type\":\"ping\",\"t\":\"x\"}");
            assertThat(client.readText()).isEqualTo("{\"type\":\"pong\",\"t\":\"x\"}");
        }
    }

    @Test
    void aClientThatOffersNoSubprotocolIsServedWithoutOne() throws Exception {
        try (RawClient client = RawClient.connect(rig.port())) {
            client.send(RawClient.request("/chat"));
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ").doesNotContain("Sec-WebSocket-Protocol");
        }
    }

    @Test
    void noExtensionIsNegotiatedWhateverIsOffered() throws Exception {
        try (RawClient client = RawClient.connect(rig.port())) {
            client.send(
                    RawClient.request("/chat", "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"));
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ").doesNotContain("Extensions");
        }
    }

    @Test
    void framesMayFollowTheRequestInTheSamePacket() throws Exception {
        try (RawClient client = RawClient.connect(rig.port())) {
            byte[] frame = RawClient.masked(0x81, "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
            client.send(RawClient.request("/chat") + new String(frame, StandardCharsets.ISO_8859_1));
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
            assertThat(client.readText()).contains("pong");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/other, '', 404",
        "/chatter, '', 404",
        "/chat, Sec-WebSocket-Protocol: foreign, 400",
        "/chat, Origin: https://evil.example, 403",
    })
    void aRequestThatIsNotOursIsRefusedBeforeTheUpgrade(String path, String line, int status) throws Exception {
        try (RawClient client = RawClient.connect(rig.port())) {
            client.send(line.isEmpty() ? RawClient.request(path) : RawClient.request(path, line));
            assertThat(client.readHead()).startsWith("HTTP/1.1 " + status + " ");
        }
        assertThat(rig.hub.all(FromGateway.class)).isEmpty();
    }

    @Test
    void anOriginThatIsConfiguredMayConnect() throws Exception {
        try (RawClient client = RawClient.connect(rig.port())) {
            client.send(RawClient.request("/chat", "Origin: https://chat.example"));
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        }
    }

    @Test
    void aPlainBrowserIsToldToUpgrade() throws Exception {
        try (RawClient client = RawClient.connect(rig.port())) {
            client.send("GET /chat HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 426 ");
        }
    }

    @Test
    void aHeadOfTwelveMegabytesIsRefusedAfterEightKibibytes() throws Exception {
        try (RawClient client = RawClient.connect(rig.port())) {
            String line = "X-Filler: " + "x".repeat(1_000) + "\r\n";
            Thread sender = Thread.ofVirtual()
                    .start(() -> sendUntilItFails(client, "GET /chat HTTP/1.1\r\n" + line.repeat(12_000)));
            assertThat(client.readHead()).startsWith("HTTP/1.1 431 ");
            rig.pass(Duration.ofSeconds(3));
            assertThat(client.readToClose()).isEqualTo(-1);
            sender.join();
        }
    }

    @Test
    void aHeadThatDoesNotEndIsCutAfterTenSeconds() throws Exception {
        try (RawClient slow = RawClient.connect(rig.port());
                RawClient silent = RawClient.connect(rig.port());
                RawClient good = rig.open()) {
            rig.hub.awaitNth(FromGateway.Opened.class, 1);
            slow.send("GET /chat HTTP/1.1\r\n");
            rig.pass(Duration.ofSeconds(11));
            assertThat(slow.readHead()).isEmpty();
            assertThat(silent.readHead()).isEmpty();
            good.text("{\"type\":\"ping\"}");
            assertThat(good.readText()).contains("\"pong\"");
        }
    }

    @Test
    void thousandsOfHandshakesThatEndHalfwayLeaveTheOthersAlone() throws Exception {
        List<RawClient> halfway = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            RawClient client = RawClient.connect(rig.port());
            client.send("GET /chat HT");
            halfway.add(client);
        }
        for (RawClient client : halfway) {
            client.close();
        }
        try (RawClient good = rig.open()) {
            good.text("{\"type\":\"ping\"}");
            assertThat(good.readText()).contains("pong");
        }
    }

    private static void sendUntilItFails(RawClient client, String head) {
        try {
            client.send(head);
        } catch (java.io.IOException e) {
            assertThat(e).isNotNull();
        }
    }
}
