package hearth.server.hub;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.LeaveReason;
import hearth.protocol.Role;
import hearth.protocol.UserRef;
import hearth.server.account.Roles;
import hearth.server.history.Change;
import hearth.server.history.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Leading a room: {@code invite}, {@code kick}, {@code ban}, {@code unban}, {@code mute} and {@code set-role}. */
final class ModerationHandlers {
    /** As good as for ever; what is longer counts as this. */
    private static final Duration LONGEST_MUTE = Duration.ofDays(36_500);

    private final Workings workings;
    private final Access access;
    private final Memberships memberships;
    private final Lobby lobby;

    ModerationHandlers(Workings workings, Access access, Memberships memberships, Lobby lobby) {
        this.workings = workings;
        this.access = access;
        this.memberships = memberships;
        this.lobby = lobby;
    }

    Answer onInvite(Standing standing, ClientFrame.Invite invite) throws RefusedException, StorageException {
        Conversation room = standing.conversation();
        User user = access.user(invite.user());
        if (room.hasMember(user.id())) {
            throw new RefusedException(ErrorCode.ALREADY_MEMBER, "already a member");
        }
        if (room.bans().containsKey(user.id())) {
            throw new RefusedException(ErrorCode.BANNED, "banned from this room");
        }
        memberships.enter(room, user, by(standing));
        memberships.tellGained(room, user, Optional.empty());
        return new Answer.Done();
    }

    Answer onKick(Standing standing, ClientFrame.Kick kick) throws RefusedException, StorageException {
        User user = lowerMember(standing, kick.user());
        requireNotLobby(standing);
        memberships.end(standing.conversation(), user, LeaveReason.KICKED, by(standing), kick.reason());
        return new Answer.Done();
    }

    Answer onBan(Standing standing, ClientFrame.Ban ban) throws RefusedException, StorageException {
        Conversation room = standing.conversation();
        User user = access.user(ban.user());
        requireLower(standing, user);
        requireNotLobby(standing);
        if (room.bans().containsKey(user.id())) {
            return new Answer.Done();
        }
        Instant now = workings.parts().clock().now();
        String by = standing.user().id();
        workings.ledger().record(new Change.Banned(room.id(), user.ref(), by, now, ban.reason()));
        if (room.hasMember(user.id())) {
            memberships.end(room, user, LeaveReason.BANNED, by(standing), ban.reason());
        }
        return new Answer.Done();
    }

    /** Also for somebody who is gone: a ban outlives its user. */
    Answer onUnban(Standing standing, ClientFrame.Unban unban) throws RefusedException, StorageException {
        Conversation room = standing.conversation();
        if (room.bans().containsKey(unban.user())) {
            workings.ledger().record(new Change.Unbanned(room.id(), unban.user()));
        } else {
            requireLower(standing, access.user(unban.user()));
        }
        return new Answer.Done();
    }

    Answer onMute(Standing standing, ClientFrame.Mute mute) throws RefusedException, StorageException {
        User user = lowerMember(standing, mute.user());
        Conversation room = standing.conversation();
        Instant now = workings.parts().clock().steadyNow();
        long seconds = Math.min(mute.seconds(), LONGEST_MUTE.toSeconds());
        if (seconds > 0) {
            workings.ledger().record(new Change.Muted(room.id(), user.id(), now.plusSeconds(seconds)));
        } else if (room.mutedUntil(user.id(), now).isPresent()) {
            workings.ledger().record(new Change.Muted(room.id(), user.id(), now));
        }
        return new Answer.Done();
    }

    Answer onSetRole(Standing standing, ClientFrame.SetRole set) throws RefusedException, StorageException {
        Conversation room = standing.conversation();
        if (standing.role().filter(Role.OWNER::equals).isEmpty()) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "owners only");
        }
        User user = access.user(set.user());
        Role current = member(room, user).role();
        if (!Roles.maySetRole(standing.role(), current, set.role(), room.owners(), lobby.is(room))) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "the last owner stays one, and the lobby has none");
        }
        if (current != set.role()) {
            memberships.setRole(room, standing.user().ref(), user, set.role());
        }
        return new Answer.Done();
    }

    private static Optional<UserRef> by(Standing standing) {
        return Optional.of(standing.user().ref());
    }

    private User lowerMember(Standing standing, String id) throws RefusedException {
        User user = access.user(id);
        member(standing.conversation(), user);
        requireLower(standing, user);
        return user;
    }

    private static Member member(Conversation room, User user) throws RefusedException {
        return room.member(user.id())
                .orElseThrow(() -> new RefusedException(ErrorCode.NOT_MEMBER, "not a member of this room"));
    }

    private static void requireLower(Standing standing, User user) throws RefusedException {
        Conversation room = standing.conversation();
        Optional<Role> target =
                Roles.standing(room.member(user.id()).map(Member::role), user.role(), room.visibility());
        if (!Roles.mayActAgainst(standing.role(), target)) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "only against lower roles");
        }
    }

    private void requireNotLobby(Standing standing) throws RefusedException {
        if (lobby.is(standing.conversation())) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "nobody is taken out of the lobby");
        }
    }
}
