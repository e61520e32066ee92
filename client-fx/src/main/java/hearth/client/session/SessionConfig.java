package hearth.client.session;

import hearth.client.link.ServerSpec;
import java.util.Optional;

/**
 * Whom a session connects, and where.
 *
 * @param server where the server was last, or is said to be, and how to speak with it
 * @param name the user's name there
 * @param serverId the server that is meant; empty where any server at the address is, which then stays the one
 * @param client the name and version of this program, told to the server
 * @param missed how far observers are told what happened while there was no connection
 */
public record SessionConfig(ServerSpec server, String name, Optional<String> serverId, String client, Missed missed) {

    /** What is told of a conversation in which more happened than the server catches a client up with. */
    public enum Missed {
        /** The newest page: for those who look at it, and can ask for older ones. */
        NEWEST_PAGE,
        /** Everything, page by page: for transcripts. */
        EVERYTHING
    }
}
