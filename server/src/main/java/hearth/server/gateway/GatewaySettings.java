package hearth.server.gateway;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the gateway is told by its owner.
 *
 * @param bind the address to listen at; empty for all interfaces
 * @param port 0 for any free one
 * @param origins web origins that may connect
 * @param heartbeat how long a side may be silent before it sends a ping
 * @param connections most clients at a time; well under what the process may open
 */
public record GatewaySettings(
        Optional<InetAddress> bind, int port, List<String> origins, Duration heartbeat, int connections) {

    /** Beyond this many clients one process is not meant to go. */
    public static final int MOST_CONNECTIONS = 10_000;

    public GatewaySettings {
        origins = List.copyOf(origins);
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException("connections must be 1 to " + MOST_CONNECTIONS + ": " + connections);
        }
    }
}
