package hearth.server.hub;

import hearth.protocol.Limits;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the hub tells everybody about this server.
 *
 * @param name what people see
 * @param version of the program
 * @param heartbeat how long a side may be silent before it sends a ping
 * @param alternates the addresses that the server can be reached at, as they are when somebody logs in
 */
public record HubSettings(
        String name, String version, Duration heartbeat, Limits limits, Supplier<List<String>> alternates) {}
