package hearth.client.ui.connect;

import hearth.client.session.ChatSession;
import java.net.URI;
import java.util.Optional;

/** Makes sessions. Called on the JavaFX thread, so it reads and writes no disk itself. */
public interface SessionFactory {

    /**
     * A session for this name at this address that has not begun to connect. Whoever asked for it shuts it down.
     *
     * @param serverId the server that is meant; empty where any at the address is
     */
    ChatSession create(URI address, String name, Optional<String> serverId);
}
