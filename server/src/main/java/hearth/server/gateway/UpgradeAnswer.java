package hearth.server.gateway;

import java.nio.charset.StandardCharsets;

/** What a request to become a WebSocket is answered. */
sealed interface UpgradeAnswer {

    /**
     * It may. The library sees {@code request} instead of what the stranger wrote: only what was checked, and no extension.
     */
    record Accepted(byte[] request) implements UpgradeAnswer {}

    /** It may not, and is told so with this status. */
    record Refused(int status, String reason, String header) implements UpgradeAnswer {

        Refused(int status, String reason) {
            this(status, reason, "");
        }

        /** The whole HTTP response. */
        byte[] response() {
            byte[] body = (reason + "\n").getBytes(StandardCharsets.US_ASCII);
            String head = "HTTP/1.1 " + status + " " + reason + "\r\n" + header
                    + "Content-Type: text/plain\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
            return (head + reason + "\n").getBytes(StandardCharsets.US_ASCII);
        }
    }
}
