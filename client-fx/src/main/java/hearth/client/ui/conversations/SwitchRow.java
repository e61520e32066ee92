package hearth.client.ui.conversations;

import hearth.client.ui.common.NameMatch;
import hearth.protocol.Status;
import java.util.Optional;

/**
 * Somewhere that one can jump to.
 *
 * @param id of the conversation; of the person where there is none with them yet
 * @param userId of the person; empty for a room
 * @param match which part of the title was typed
 * @param status what the person does now; absent for rooms, and where nobody knows
 */
public record SwitchRow(Goal goal, String id, String userId, String title, NameMatch match, Optional<Status> status) {

    /** What is there. */
    public enum Goal {
        /** A room that the user is in. */
        ROOM,
        /** One by invitation. */
        PRIVATE_ROOM,
        /** A direct conversation. */
        DIRECT,
        /** Somebody to whom the user has not written yet. */
        PERSON,
        /** A room that the user can join. */
        OPEN_ROOM
    }

    /** Whether a person is there. */
    boolean isPerson() {
        return goal == Goal.DIRECT || goal == Goal.PERSON;
    }
}
