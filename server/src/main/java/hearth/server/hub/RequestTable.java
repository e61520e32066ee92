package hearth.server.hub;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerFrame;
import hearth.server.history.StorageException;
import java.util.Optional;

/** Which handler answers which request, and under which condition on its sender. */
final class RequestTable {
    private final Workings workings;
    private final Access access;
    private final Handlers handlers;

    /** All handlers, each by its subject. */
    record Handlers(
            PostHandlers posts,
            ReadMarkers markers,
            SyncHandler sync,
            PageReads pages,
            ListHandlers lists,
            RoomHandlers rooms,
            DirectHandlers direct,
            ModerationHandlers moderation,
            PresenceBoard presence,
            LogOutHandler logOut) {}

    RequestTable(Workings workings, Access access, Handlers handlers) {
        this.workings = workings;
        this.access = access;
        this.handlers = handlers;
    }

    /** Handles a request of somebody who is logged in: answers it, or has it answered later. */
    void handle(Turn turn, ClientFrame.Request request) throws RefusedException, StorageException {
        Optional<Answer> answer = answer(turn, request);
        answer.ifPresent(now -> workings.outgoing().send(turn.session(), new ServerFrame.Ok(turn.re(), now)));
    }

    private Optional<Answer> answer(Turn turn, ClientFrame.Request request) throws RefusedException, StorageException {
        return switch (request) {
            case ClientFrame.History r -> {
                handlers.pages().onHistory(access.member(turn, r.conversation()), r);
                yield Optional.empty();
            }
            case ClientFrame.Search r -> {
                handlers.pages().onSearch(turn, r);
                yield Optional.empty();
            }
            case ClientFrame.LogOut r -> {
                handlers.logOut().onLogOut(turn, r);
                yield Optional.empty();
            }
            case ClientFrame.InConversation r -> Optional.of(inConversation(turn, r));
            case ClientFrame.Sync r -> Optional.of(handlers.sync().onSync(turn, r));
            case ClientFrame.Rooms r -> Optional.of(handlers.lists().onRooms(turn, r));
            case ClientFrame.CreateRoom r -> Optional.of(handlers.rooms().onCreateRoom(turn, r));
            case ClientFrame.Join r -> Optional.of(handlers.rooms().onJoin(turn, access.joinable(turn, r.room())));
            case ClientFrame.Leave r -> Optional.of(handlers.rooms().onLeave(access.leaver(turn, r.room())));
            case ClientFrame.OpenDirect r -> Optional.of(handlers.direct().onOpenDirect(turn, access.user(r.with())));
            case ClientFrame.SetStatus r -> {
                handlers.presence().choose(turn.user(), r.status(), r.text());
                yield Optional.of(new Answer.Done());
            }
            case ClientFrame.SetPassword _,
                    ClientFrame.ClaimServer _,
                    ClientFrame.BanUser _,
                    ClientFrame.UnbanUser _,
                    ClientFrame.ResetPassword _,
                    ClientFrame.SetServerRole _,
                    ClientFrame.Audit _ ->
                throw new RefusedException(ErrorCode.UNSUPPORTED, "this server does not offer that");
            case ClientFrame.Hello _ -> throw new IllegalStateException("a hello is no request of a user");
        };
    }

    private Answer inConversation(Turn turn, ClientFrame.InConversation request)
            throws RefusedException, StorageException {
        String id = request.conversation();
        return switch (request) {
            case ClientFrame.Post r -> handlers.posts().onPost(turn, r);
            case ClientFrame.Edit r -> handlers.posts().onEdit(access.member(turn, id), r);
            case ClientFrame.Delete r -> handlers.posts().onDelete(access.member(turn, id), r);
            case ClientFrame.React r -> handlers.posts().onReact(access.member(turn, id), r);
            case ClientFrame.Read r -> handlers.markers().onRead(access.member(turn, id), r);
            case ClientFrame.Members r -> handlers.lists().onMembers(access.member(turn, id), r);
            case ClientFrame.Bans r -> handlers.lists().onBans(access.moderator(turn, id), r);
            case ClientFrame.SetRoom r -> handlers.rooms().onSetRoom(access.moderator(turn, id), r);
            case ClientFrame.DeleteRoom _ -> handlers.rooms().onDeleteRoom(access.eraser(turn, id));
            case ClientFrame.Invite r -> handlers.moderation().onInvite(access.moderator(turn, id), r);
            case ClientFrame.Kick r -> handlers.moderation().onKick(access.moderator(turn, id), r);
            case ClientFrame.Ban r -> handlers.moderation().onBan(access.moderator(turn, id), r);
            case ClientFrame.Unban r -> handlers.moderation().onUnban(access.moderator(turn, id), r);
            case ClientFrame.Mute r -> handlers.moderation().onMute(access.moderator(turn, id), r);
            case ClientFrame.SetRole r -> handlers.moderation().onSetRole(access.inRoom(turn, id), r);
            case ClientFrame.History _ -> throw new IllegalStateException("history is answered later");
        };
    }
}
