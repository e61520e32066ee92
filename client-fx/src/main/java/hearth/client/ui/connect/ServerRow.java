package hearth.client.ui.connect;

import hearth.client.link.ServerSpec;
import java.net.URI;

/**
 * A server that was joined before, as the list shows it.
 *
 * @param about where it is, as whom and when one was there, in words
 */
public record ServerRow(String serverId, ServerSpec server, String serverName, String userName, String about) {

    /** Where it is. */
    public URI address() {
        return server.address();
    }
}
