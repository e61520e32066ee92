package hearth.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.gateway.UpgradeAnswer.Accepted;
import hearth.server.gateway.UpgradeAnswer.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradePolicyTest {
    private final UpgradePolicy policy = new UpgradePolicy(List.of("https://chat.example"));

    private UpgradeAnswer answer(String request) {
        return policy.answer(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private int status(String request) {
        return answer(request) instanceof Refused refused ? refused.status() : 101;
    }

    @Test
    void theLibrarySeesOnlyWhatWasChecked() {
        String request = RawClient.request(
                "/chat?token=secret",
                "Sec-WebSocket-Extensions: permessage-deflate",
                "Sec-WebSocket-Protocol: x",
                "sec-websocket-protocol: hearth.v1",
                "Cookie: a=b");
        assertThat(answer(request))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(lines(accepted.request()))
                                .containsExactly(
                                        "GET /chat HTTP/1.1",
                                        "Upgrade: websocket",
                                        "Connection: Upgrade",
                                        "Sec-WebSocket-Version: 13",
                                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                                        "Sec-WebSocket-Protocol: hearth.v1",
                                        "",
                                        ""));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, POST, 405",
        "GET, get, 405",
        "/chat, /, 404",
        "/chat, /chats, 404",
        "/chat, /chat/, 404",
        "HTTP/1.1, HTTP/1.0, 400",
        "HTTP/1.1, HTTP/2, 400",
        "Upgrade: websocket, X: websocket, 426",
        "Upgrade: websocket, Upgrade: h2c, 426",
        "'Connection: keep-alive, Upgrade', Connection: close, 426",
        "Version: 13, Version: 8, 426",
        "Sec-WebSocket-Version, X-Version, 426",
        "dGhlIHNhbXBsZSBub25jZQ==, dGhlIHNhbXBsZQ==, 400",
        "dGhlIHNhbXBsZSBub25jZQ==, not base64, 400",
        "Sec-WebSocket-Key, X-Key, 400",
        "Host: localhost, Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, 400",
        "Host: localhost, Sec-WebSocket-Protocol: foreign, 400",
        "Host: localhost, Origin: https://evil.example, 403",
        "Host: localhost, Origin: null, 403",
        "Host: localhost, Origin: https://chat.example, 101",
        "Host: localhost, Sec-WebSocket-Protocol: , 101",
    })
    void eachPartOfARequestIsChecked(String part, String instead, int status) {
        assertThat(status(RawClient.request("/chat").replace(part, instead))).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "GET /chat\r\n\r\n",
                "GET /chat HTTP/1.1\r\nNo colon\r\n\r\n",
                "GET /chat HTTP/1.1\r\n: empty\r\n\r\n",
                "GET /chat HTTP/1.1\r\n folded: x\r\n\r\n",
                "GET /chat HTTP/1.1\r\nA: b\nC: d\r\n\r\n",
                "GET /chat HTTP/1.1\r\nA: \u0000\r\n\r\n",
                "GET  /chat HTTP/1.1\r\n\r\n",
                "GET /chat HTTP/1.1\r\nA : b\r\n\r\n"
            })
    void whatIsNoRequestIsBad(String request) {
        assertThat(status(request)).isEqualTo(400);
    }

    @Test
    void aRefusalIsAWholeResponse() {
        assertThat(lines(UpgradePolicy.tooLarge().response()))
                .containsExactly(
                        "HTTP/1.1 431 Request Header Fields Too Large",
                        "Content-Type: text/plain",
                        "Content-Length: 32",
                        "Connection: close",
                        "",
                        "Request Header Fields Too Large\n");
    }

    private static String[] lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII).split("\r\n", -1);
    }
}
