package hearth.server.hub;

import hearth.protocol.Answer;
import java.util.Optional;

/** What the hub thread handles, one after the other: what the gateway tells, and what the reader has read. */
sealed interface HubInput permits FromGateway, HubInput.ReadFinished {

    /**
     * A page or a search was read.
     *
     * @param conversation what was read, where it was one conversation
     * @param answer nothing where reading failed
     */
    record ReadFinished(long connection, long re, Optional<String> conversation, Optional<Answer> answer)
            implements HubInput {}
}
