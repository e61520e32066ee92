package hearth.server.gateway;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many files and sockets this process may still open. */
public final class Descriptors {
    private static final int FOR_EVERYTHING_ELSE = 64;

    private Descriptors() {}

    /**
     * A number of connections that leaves room for the database, the library's own needs, and connections that are still opening or closing. A
     * server that runs out of descriptors loses its listening socket.
     */
    public static int connections() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? connections(unix.getMaxFileDescriptorCount(), unix.getOpenFileDescriptorCount())
                : GatewaySettings.MOST_CONNECTIONS;
    }

    static int connections(long limit, long open) {
        long free = (limit - open - FOR_EVERYTHING_ELSE) * 3 / 4;
        return Math.clamp(free, 1, GatewaySettings.MOST_CONNECTIONS);
    }
}
