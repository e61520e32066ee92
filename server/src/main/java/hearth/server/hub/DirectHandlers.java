package hearth.server.hub;

import hearth.protocol.Answer;
import hearth.protocol.ErrorCode;
import hearth.protocol.Role;
import hearth.server.history.Change;
import hearth.server.history.StorageException;
import java.util.Optional;

/** Conversations of two: {@code open-direct}. */
final class DirectHandlers {
    private final Workings workings;
    private final Memberships memberships;

    DirectHandlers(Workings workings, Memberships memberships) {
        this.workings = workings;
        this.memberships = memberships;
    }

    Answer onOpenDirect(Turn turn, User other) throws RefusedException, StorageException {
        User user = turn.user();
        if (other.id().equals(user.id())) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "a direct conversation has two sides");
        }
        Optional<Conversation> existing = workings.chat().conversations().direct(user.id(), other.id());
        Conversation conversation = existing.isPresent() ? existing.get() : open(turn, other);
        return new Answer.Entered(memberships.begin(turn, conversation));
    }

    private Conversation open(Turn turn, User other) throws StorageException {
        User user = turn.user();
        String id = workings.parts().ids().next();
        workings.ledger().record(new Change.DirectAdded(id, user.ref(), other.ref()));
        workings.ledger().record(new Change.MemberAdded(id, user.id(), Role.MEMBER, 0, 0));
        workings.ledger().record(new Change.MemberAdded(id, other.id(), Role.MEMBER, 0, 0));
        Conversation conversation = workings.chat().conversations().existing(id);
        memberships.tellGained(conversation, user, Optional.of(turn.session()));
        memberships.tellGained(conversation, other, Optional.empty());
        return conversation;
    }
}
