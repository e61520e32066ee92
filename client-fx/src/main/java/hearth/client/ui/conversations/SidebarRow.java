package hearth.client.ui.conversations;

import hearth.protocol.Status;
import java.util.Optional;

/** One row of the sidebar. */
public sealed interface SidebarRow {

    /** The head over rooms, or over direct messages, and how there can be more of them. */
    record Head(Section section, Addition addition) implements SidebarRow {}

    /** What stands under a head. */
    enum Section {
        /** Rooms. */
        ROOMS,
        /** Direct messages. */
        DIRECTS
    }

    /** How there can be more of what stands under a head. */
    enum Addition {
        /** Not at all. */
        NONE,
        /** Rooms are found, or made. */
        BROWSE,
        /** Rooms are entered by their name. */
        ENTER,
        /** Somebody is written to. */
        WRITE
    }

    /**
     * A conversation.
     *
     * @param userId the other side of a direct conversation, empty for a room
     * @param status what the other side does now; absent for rooms, and where nobody knows
     * @param current whether it is the one that is shown
     */
    record Conversation(
            String id, Kind kind, String title, String userId, Optional<Status> status, Counts counts, boolean current)
            implements SidebarRow {}

    /** What there is in a conversation that one may want to know. */
    record Counts(int unread, int mentions, boolean draft, boolean queued) {}

    /** What a conversation is, as its icon says. */
    enum Kind {
        /** The room that nobody leaves. */
        LOBBY,
        /** A room that anybody can find. */
        ROOM,
        /** A room by invitation. */
        PRIVATE_ROOM,
        /** Two people. */
        DIRECT
    }
}
