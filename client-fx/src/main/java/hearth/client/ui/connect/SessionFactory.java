package hearth.client.ui.connect;

import hearth.client.link.ServerSpec;
import hearth.client.session.ChatSession;
import java.util.Optional;

/** Makes sessions. Called on the JavaFX thread, so it reads and writes no disk itself. */
public interface SessionFactory {

    /**
     * A session for this name on this server that has not begun to connect. Whoever asked for it shuts it down.
     *
     * @param serverId the server that is meant; empty where any at the address is
     */
    ChatSession create(ServerSpec server, String name, Optional<String> serverId);
}
