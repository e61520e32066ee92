package hearth.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One numbered entry of a conversation's log. */
public sealed interface Event {

    /** Where the event stands: its conversation, its number there, when the server stored it and who caused it. */
    Stamp stamp();

    /**
     * What all events have.
     *
     * @param seq 1, 2, 3 … without holes within the conversation
     * @param at to the millisecond, for display only
     */
    record Stamp(String conversation, long seq, Instant at, UserRef author) {}

    /** The number within the conversation. */
    default long seq() {
        return stamp().seq();
    }

    /** The id of the conversation. */
    default String conversation() {
        return stamp().conversation();
    }

    /** Who caused it. */
    default UserRef author() {
        return stamp().author();
    }

    /** A message. Once deleted, {@code text} is empty and {@code mentions} too. */
    record Message(
            Stamp stamp, String clientId, String text, OptionalLong replyTo, List<String> mentions, boolean deleted)
            implements Event {}

    /** Something that was done to a message. */
    sealed interface Change extends Event {

        /** The number of the message. */
        long target();
    }

    /** A message got another text; empty where the message was deleted since. */
    record Edited(Stamp stamp, long target, String text, List<String> mentions, boolean deleted) implements Change {}

    /** A message was deleted. */
    record Deleted(Stamp stamp, long target) implements Change {}

    /** A reaction was added or taken back. */
    record Reacted(Stamp stamp, long target, String emoji, boolean on) implements Change {}

    /** Somebody became a member; {@code by} where somebody else did it. */
    record Joined(Stamp stamp, UserRef user, Optional<UserRef> by) implements Event {}

    /** Somebody is no longer a member; {@code text} is the reason given. */
    record Left(Stamp stamp, UserRef user, LeaveReason reason, Optional<UserRef> by, Optional<String> text)
            implements Event {}

    /** The room changed: what is present is new. */
    record Changed(
            Stamp stamp,
            Optional<String> name,
            Optional<String> topic,
            Optional<Visibility> visibility,
            Optional<RoleChange> roleChange)
            implements Event {}

    /** Something of a kind that this version does not know: it has its number in the log, and nothing is shown for it. */
    record Unknown(Stamp stamp, String kind) implements Event {}

    /** Somebody's new role: {@code user} and {@code role} of a {@code changed} event. */
    record RoleChange(UserRef user, Role role) {}
}
