package hearth.client.transport;

import java.net.URI;
import java.util.Map;

/**
 * What is dialled.
 *
 * @param subprotocol what is offered; empty for none
 * @param headers what the request carries beyond what it must, by name; may be secret
 * @param messageBytes the longest message that is taken; a longer one ends the connection
 */
public record Handshake(URI address, String subprotocol, Map<String, String> headers, int messageBytes) {

    /** Copies the headers. */
    public Handshake {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return address + " " + subprotocol;
    }
}
