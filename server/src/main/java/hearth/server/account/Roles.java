package hearth.server.account;

import hearth.protocol.Role;
import hearth.protocol.ServerRole;
import hearth.protocol.Visibility;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Who may do what in a room. A standing is the role that counts, by {@link #standing}; it is empty for somebody who is not in the room, which is lower than
 * any role.
 */
public final class Roles {
    private Roles() {}

    /** The role that counts in a room: admins count as owners of every public one, members of it or not. */
    public static Optional<Role> standing(Optional<Role> asMember, ServerRole onServer, Visibility room) {
        return onServer == ServerRole.ADMIN && room == Visibility.PUBLIC ? Optional.of(Role.OWNER) : asMember;
    }

    /** Whether this standing is enough to invite, list and lift bans, change the room, and delete what others wrote. */
    public static boolean mayModerate(Optional<Role> actor) {
        return actor.isPresent() && actor.get().compareTo(Role.MODERATOR) >= 0;
    }

    /** Whether this standing may kick, ban and mute somebody of that one: moderators and owners, against lower ones only. */
    public static boolean mayActAgainst(Optional<Role> actor, Optional<Role> target) {
        return mayModerate(actor) && (target.isEmpty() || actor.get().compareTo(target.get()) > 0);
    }

    /** Whether this standing may delete a message: authors and moderators. (Nobody edits what others wrote.) */
    public static boolean mayDelete(Optional<Role> actor, boolean ownMessage) {
        return ownMessage || mayModerate(actor);
    }

    /**
     * Whether this standing may give a member another role: owners may, but the last owner stays one, and the lobby has no owner but the admins.
     *
     * @param current the member's role, not the standing
     * @param owners how many members have the role of an owner
     */
    public static boolean maySetRole(Optional<Role> actor, Role current, Role next, long owners, boolean lobby) {
        boolean isLastOwner = current == Role.OWNER && owners <= 1;
        return isOwner(actor) && !(isLastOwner && next != Role.OWNER) && !(lobby && next == Role.OWNER);
    }

    /** Whether somebody may erase a room: its owners and admins, and nobody the lobby. */
    public static boolean mayDeleteRoom(Optional<Role> actor, ServerRole onServer, boolean lobby) {
        return !lobby && (isOwner(actor) || onServer == ServerRole.ADMIN);
    }

    private static boolean isOwner(Optional<Role> actor) {
        return actor.isPresent() && actor.get() == Role.OWNER;
    }

    /**
     * A member as the rule of succession sees one.
     *
     * @param sinceSeq the event with which the membership began
     */
    public record Seat(String user, Role role, long sinceSeq) {}

    /** Who becomes owner of a room with these members left: nobody where there is an owner or no member, else the longest-standing moderator, else member. */
    public static Optional<String> successor(Collection<Seat> members) {
        return members.stream()
                .min(Comparator.comparing(Seat::role)
                        .reversed()
                        .thenComparingLong(Seat::sinceSeq)
                        .thenComparing(Seat::user))
                .filter(first -> first.role() != Role.OWNER)
                .map(Seat::user);
    }
}
