package hearth.server;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an operator decides.
 *
 * @param bind the address to listen at; empty for all interfaces
 * @param port 0 for any free one
 * @param data the folder of the database; made where it is missing
 * @param name what people see
 * @param allowedOrigins web origins that may connect; none by default
 * @param heartbeat how long a side may be silent before it sends a ping
 */
public record ServerConfig(
        Optional<InetAddress> bind, int port, Path data, String name, List<String> allowedOrigins, Duration heartbeat) {

    /** The port where nothing else is said. */
    public static final int DEFAULT_PORT = 7878;

    /** 15 seconds: two silent ones and 5 seconds are noticed as a dead link. */
    public static final Duration DEFAULT_HEARTBEAT = Duration.ofSeconds(15);

    /** All interfaces, no web origins, the usual heartbeat. */
    public static ServerConfig of(int port, Path data, String name) {
        return new ServerConfig(Optional.empty(), port, data, name, List.of(), DEFAULT_HEARTBEAT);
    }
}
