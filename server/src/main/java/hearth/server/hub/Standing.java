package hearth.server.hub;

import hearth.protocol.Role;
import java.util.Optional;

/**
 * A request about one conversation that its sender may make.
 *
 * @param role what counts for the sender there; admins of the server are owners of public rooms
 */
record Standing(Turn turn, Conversation conversation, Optional<Role> role) {
    User user() {
        return turn.user();
    }
}
