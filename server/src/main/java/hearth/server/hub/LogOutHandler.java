package hearth.server.hub;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.CloseCode;
import hearth.protocol.LeaveReason;
import hearth.protocol.ServerFrame;
import hearth.server.history.Change;
import hearth.server.history.StorageException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Logs out: {@code log-out}. Who has no token left is gone, and the name is free. */
final class LogOutHandler {
    private final Workings workings;
    private final Memberships memberships;
    private final PresenceBoard presence;

    LogOutHandler(Workings workings, Memberships memberships, PresenceBoard presence) {
        this.workings = workings;
        this.memberships = memberships;
        this.presence = presence;
    }

    /** Answers itself, since nothing may follow the close. */
    void onLogOut(Turn turn, ClientFrame.LogOut logOut) throws StorageException {
        User user = turn.user();
        Set<String> dying = logOut.everywhere()
                ? Set.copyOf(user.tokenHashes())
                : Set.of(turn.session().login().orElseThrow().tokenHash());
        for (String hash : dying) {
            workings.ledger().record(new Change.TokenRevoked(user.id(), hash));
        }
        workings.outgoing().send(turn.session(), new ServerFrame.Ok(turn.re(), new Answer.Done()));
        for (Session session : workings.sessions().of(user.id())) {
            if (dying.contains(session.login().orElseThrow().tokenHash())) {
                workings.sessions().end(session);
                CloseCode code = session == turn.session() ? CloseCode.NORMAL : CloseCode.LOGIN_FAILED;
                workings.outgoing().close(session, code, "logged out");
            }
        }
        presence.departed(user);
        if (user.tokenHashes().isEmpty()) {
            remove(user);
        }
    }

    /** Direct conversations stay with the other side. */
    private void remove(User user) throws StorageException {
        for (String id : List.copyOf(user.conversations())) {
            Conversation conversation = workings.chat().conversations().existing(id);
            if (conversation.room().isPresent()) {
                memberships.end(conversation, user, LeaveReason.LEFT, Optional.empty(), Optional.empty());
            }
        }
        workings.ledger().record(new Change.UserRemoved(user.id()));
    }
}
