package hearth.server.history;

import hearth.protocol.Event;
import hearth.protocol.Role;
import hearth.protocol.ServerRole;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.time.Instant;
import java.util.Optional;

/**
 * One change of the durable state. The hub makes them, applies each to its memory and gives it to the store; at a start the store gives back those that
 * rebuild the memory, so there is one way in which state comes to be.
 */
public sealed interface Change {

    /** A user exists. {@code skeleton} is what two equal names share. */
    record UserAdded(UserRef user, String skeleton, ServerRole role) implements Change {}

    /** A user is gone: the name is free, what was written stays. */
    record UserRemoved(String user) implements Change {}

    /** A token logs this user in from now on; kept as its hash only. */
    record TokenAdded(String user, String tokenHash) implements Change {}

    /** A token is dead for ever. */
    record TokenRevoked(String user, String tokenHash) implements Change {}

    /** A room exists, without members. */
    record RoomAdded(String conversation, String name, String skeleton, String topic, Visibility visibility)
            implements Change {}

    /** A direct conversation of two users exists. */
    record DirectAdded(String conversation, UserRef one, UserRef other) implements Change {}

    /** A room's name, topic or visibility is another: all three as they now are. */
    record RoomChanged(String conversation, String name, String skeleton, String topic, Visibility visibility)
            implements Change {}

    /** A room and its log are erased; client ids stay taken. */
    record RoomDeleted(String conversation) implements Change {}

    /** Somebody is a member, standing there since the event {@code sinceSeq}, with everything up to {@code read} read. */
    record MemberAdded(String conversation, String user, Role role, long sinceSeq, long read) implements Change {}

    /** Somebody is no longer a member. */
    record MemberRemoved(String conversation, String user) implements Change {}

    /** A member's role is another. */
    record RoleSet(String conversation, String user, Role role) implements Change {}

    /** A member's read marker is further. */
    record Read(String conversation, String user, long seq) implements Change {}

    /** Somebody is banned from a room. */
    record Banned(String conversation, UserRef user, String by, Instant at, Optional<String> reason)
            implements Change {}

    /** A ban is lifted. */
    record Unbanned(String conversation, String user) implements Change {}

    /** A member may not write until then; a past instant lifts it. */
    record Muted(String conversation, String user, Instant until) implements Change {}

    /**
     * An event was appended to its conversation's log. The store derives the rest: final texts, reactions, erased texts of deleted messages, the search index,
     * and for a message its place in the register of client ids.
     */
    record Appended(Event event) implements Change {}

    /** At a start only: how far the log of a conversation reaches. */
    record HeadKnown(String conversation, long head) implements Change {}
}
