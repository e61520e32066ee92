package hearth.server.gateway;

import hearth.server.gateway.UpgradeAnswer.Accepted;
import hearth.server.gateway.UpgradeAnswer.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Decides which requests become WebSockets. Immutable. */
final class UpgradePolicy {
    /** The only subprotocol that is served. */
    static final String SUBPROTOCOL = "hearth.v1";

    private static final String PATH = "/chat";
    private static final int KEY_BYTES = 16;

    private final List<String> origins;

    UpgradePolicy(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    /** Answers the head of a request. */
    UpgradeAnswer answer(byte[] head) {
        Optional<UpgradeRequest> request = UpgradeRequest.parse(head);
        if (request.isEmpty() || !request.get().version().equals("HTTP/1.1")) {
            return new Refused(400, "Bad Request");
        }
        return refusal(request.get()).<UpgradeAnswer>map(r -> r).orElseGet(() -> accepted(request.get()));
    }

    /** The answer to a head that is longer than it may be. */
    static Refused tooLarge() {
        return new Refused(431, "Request Header Fields Too Large");
    }

    private Optional<Refused> refusal(UpgradeRequest request) {
        if (!request.method().equals("GET")) {
            return Optional.of(new Refused(405, "Method Not Allowed", "Allow: GET\r\n"));
        }
        if (!request.target().equals(PATH) && !request.target().startsWith(PATH + "?")) {
            return Optional.of(new Refused(404, "Not Found"));
        }
        if (!request.lists("upgrade", "websocket") || !request.lists("connection", "upgrade")) {
            return Optional.of(new Refused(426, "Upgrade Required", "Upgrade: websocket\r\n"));
        }
        if (!request.single("sec-websocket-version").equals(Optional.of("13"))) {
            return Optional.of(new Refused(426, "Upgrade Required", "Sec-WebSocket-Version: 13\r\n"));
        }
        if (!request.values("origin").stream().allMatch(origins::contains)) {
            return Optional.of(new Refused(403, "Forbidden"));
        }
        boolean foreign = !offered(request).isEmpty() && !offered(request).contains(SUBPROTOCOL);
        if (foreign
                || request.single("sec-websocket-key")
                        .filter(UpgradePolicy::isKey)
                        .isEmpty()) {
            return Optional.of(new Refused(400, "Bad Request"));
        }
        return Optional.empty();
    }

    private static Accepted accepted(UpgradeRequest request) {
        StringBuilder head =
                new StringBuilder("GET " + PATH + " HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n");
        head.append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ");
        head.append(request.single("sec-websocket-key").orElseThrow()).append("\r\n");
        if (!offered(request).isEmpty()) {
            head.append("Sec-WebSocket-Protocol: " + SUBPROTOCOL + "\r\n");
        }
        return new Accepted(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static List<String> offered(UpgradeRequest request) {
        return request.members("sec-websocket-protocol");
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
