package hearth.server.hub;

import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Role;
import hearth.protocol.ServerRole;
import hearth.protocol.Visibility;
import hearth.server.account.Names;
import hearth.server.account.Roles;
import java.util.Optional;

/** The conditions that requests are made under. Each gives what the handler then works with, or refuses. */
final class Access {
    private final ChatState chat;
    private final Names names;
    private final Lobby lobby;

    Access(Workings workings, Lobby lobby) {
        chat = workings.chat();
        names = workings.parts().names();
        this.lobby = lobby;
    }

    /** The sender is a member of the conversation. */
    Standing member(Turn turn, String conversation) throws RefusedException {
        return member(standing(turn, conversation));
    }

    /** The sender has a say in the room: as a member, or as an admin of the server. */
    Standing inRoom(Turn turn, String conversation) throws RefusedException {
        Standing standing = standing(turn, conversation);
        if (standing.role().isEmpty()) {
            throw notMember();
        }
        if (standing.conversation().room().isEmpty()) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "this is not for direct conversations");
        }
        return standing;
    }

    /** The sender is a moderator of the room, or more. */
    Standing moderator(Turn turn, String conversation) throws RefusedException {
        Standing standing = inRoom(turn, conversation);
        if (!Roles.mayModerate(standing.role())) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "moderators only");
        }
        return standing;
    }

    /** The sender may erase the room. Admins may also those that they cannot see. */
    Standing eraser(Turn turn, String conversation) throws RefusedException {
        boolean admin = turn.user().role() == ServerRole.ADMIN;
        Optional<Conversation> hidden = chat.conversations()
                .byId(conversation)
                .filter(found -> admin && found.room().isPresent());
        Standing standing = hidden.isPresent()
                ? new Standing(turn, hidden.get(), Optional.of(Role.OWNER))
                : inRoom(turn, conversation);
        if (!Roles.mayDeleteRoom(standing.role(), turn.user().role(), lobby.is(standing.conversation()))) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "only its owner may erase a room, and nobody the lobby");
        }
        return standing;
    }

    /** The sender may leave: a member of a room that is not the lobby. */
    Standing leaver(Turn turn, ClientFrame.RoomKey key) throws RefusedException {
        Standing standing = member(standing(turn, known(turn.user(), key)));
        if (standing.conversation().room().isEmpty() || lobby.is(standing.conversation())) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "nobody leaves this");
        }
        return standing;
    }

    /** A room that the sender may know of, and is not a member of. */
    Conversation joinable(Turn turn, ClientFrame.RoomKey key) throws RefusedException {
        Conversation room = known(turn.user(), key);
        if (room.hasMember(turn.user().id())) {
            throw new RefusedException(ErrorCode.ALREADY_MEMBER, "already a member");
        }
        return room;
    }

    /** The user with this id. */
    User user(String id) throws RefusedException {
        return chat.people().byId(id).orElseThrow(Access::unknownUser);
    }

    /** The user with this id or name. */
    User user(ClientFrame.UserKey key) throws RefusedException {
        return switch (key) {
            case ClientFrame.UserKey.ById(var id) -> user(id);
            case ClientFrame.UserKey.ByName(var name) ->
                names.check(name)
                        .flatMap(checked -> chat.people().bySkeleton(checked.skeleton()))
                        .orElseThrow(Access::unknownUser);
        };
    }

    /** Why a conversation is not the user's, or nothing where it is. */
    Optional<ErrorCode> lost(User user, String conversation) {
        Optional<Conversation> known = chat.conversations().byId(conversation).filter(found -> mayKnow(user, found));
        if (known.isEmpty()) {
            return Optional.of(ErrorCode.UNKNOWN_CONVERSATION);
        }
        return known.get().hasMember(user.id()) ? Optional.empty() : Optional.of(ErrorCode.NOT_MEMBER);
    }

    private Standing standing(Turn turn, String conversation) throws RefusedException {
        return standing(turn, known(turn.user(), new ClientFrame.RoomKey.ById(conversation)));
    }

    private static Standing standing(Turn turn, Conversation conversation) {
        Optional<Role> asMember = conversation.member(turn.user().id()).map(Member::role);
        return new Standing(
                turn, conversation, Roles.standing(asMember, turn.user().role(), conversation.visibility()));
    }

    private static Standing member(Standing standing) throws RefusedException {
        if (!standing.conversation().hasMember(standing.user().id())) {
            throw notMember();
        }
        return standing;
    }

    private Conversation known(User user, ClientFrame.RoomKey key) throws RefusedException {
        Optional<Conversation> found = switch (key) {
            case ClientFrame.RoomKey.ById(var id) -> chat.conversations().byId(id);
            case ClientFrame.RoomKey.ByName(var name) ->
                names.check(name).flatMap(checked -> chat.conversations().roomBySkeleton(checked.skeleton()));
        };
        return found.filter(conversation -> mayKnow(user, conversation))
                .orElseThrow(
                        () -> new RefusedException(ErrorCode.UNKNOWN_CONVERSATION, "there is no such conversation"));
    }

    private static boolean mayKnow(User user, Conversation conversation) {
        return conversation.visibility() == Visibility.PUBLIC || conversation.hasMember(user.id());
    }

    private static RefusedException notMember() {
        return new RefusedException(ErrorCode.NOT_MEMBER, "not a member");
    }

    private static RefusedException unknownUser() {
        return new RefusedException(ErrorCode.UNKNOWN_USER, "there is no such user");
    }
}
