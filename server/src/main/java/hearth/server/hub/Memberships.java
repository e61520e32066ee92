package hearth.server.hub;

import hearth.protocol.ConversationSummary;
import hearth.protocol.Event;
import hearth.protocol.GoneReason;
import hearth.protocol.LeaveReason;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import hearth.server.account.Roles;
import hearth.server.history.Change;
import hearth.server.history.StorageException;
import java.util.List;
import java.util.Optional;

/** Makes users members and ends that, with all that goes with it: the events, what the user's connections are told, and who leads the room from then on. */
final class Memberships {
    private final Workings workings;
    private final Publisher publisher;
    private final Summaries summaries;
    private final Lobby lobby;

    Memberships(Workings workings, Publisher publisher, Summaries summaries, Lobby lobby) {
        this.workings = workings;
        this.publisher = publisher;
        this.summaries = summaries;
        this.lobby = lobby;
    }

    /** Makes somebody a member of a room, who by that has read all of it. */
    void enter(Conversation room, User user, Optional<UserRef> by) throws StorageException {
        Role role = room.members().isEmpty() && !lobby.is(room) ? Role.OWNER : Role.MEMBER;
        Event.Stamp stamp = publisher.publish(room, by.orElse(user.ref()), at -> new Event.Joined(at, user.ref(), by));
        workings.ledger().record(new Change.MemberAdded(room.id(), user.id(), role, stamp.seq(), stamp.seq()));
    }

    /** Begins what a connection gets of a conversation, with the summary that has to be sent to it. */
    ConversationSummary begin(Turn turn, Conversation conversation) throws StorageException {
        turn.session().welcomeRest().ifPresent(rest -> rest.remove(conversation.id()));
        workings.sessions().subscribe(turn.session(), conversation.id());
        return summaries.of(conversation, turn.user());
    }

    /** Tells the connections of a user, but {@code except}, that a conversation is theirs now. */
    void tellGained(Conversation conversation, User user, Optional<Session> except) throws StorageException {
        for (Session session : workings.sessions().of(user.id())) {
            if (except.filter(session::equals).isPresent()) {
                continue;
            }
            if (session.welcomeRest().isPresent()) {
                // No frame of this type may come between those of the welcome: this is one of them.
                session.welcomeRest().get().add(conversation.id());
            } else {
                workings.sessions().subscribe(session, conversation.id());
                workings.outgoing().send(session, new ServerFrame.Gained(summaries.of(conversation, user), false));
            }
        }
    }

    /** Ends a membership of a room, says why, and settles what becomes of the room. */
    void end(Conversation room, User user, LeaveReason reason, Optional<UserRef> by, Optional<String> text)
            throws StorageException {
        UserRef author = by.orElse(user.ref());
        publisher.publish(room, author, at -> new Event.Left(at, user.ref(), reason, by, text));
        workings.ledger().record(new Change.MemberRemoved(room.id(), user.id()));
        tellGone(room, user, goneReason(reason));
        settle(room, author);
    }

    /** Erases a room; its members are told that it is gone. */
    void erase(Conversation room) throws StorageException {
        List<User> members = room.members().keySet().stream()
                .flatMap(id -> workings.chat().people().byId(id).stream())
                .toList();
        workings.ledger().record(new Change.RoomDeleted(room.id()));
        members.forEach(member -> tellGone(room, member, GoneReason.DELETED));
    }

    private void tellGone(Conversation room, User user, GoneReason reason) {
        for (Session session : workings.sessions().of(user.id())) {
            session.welcomeRest().ifPresent(rest -> rest.remove(room.id()));
            workings.sessions().unsubscribe(session, room.id());
            workings.outgoing().send(session, new ServerFrame.Gone(room.id(), reason));
        }
    }

    private void settle(Conversation room, UserRef author) throws StorageException {
        if (room.members().isEmpty()) {
            if (room.visibility() == Visibility.PRIVATE) {
                erase(room);
            }
        } else if (!lobby.is(room)) {
            Optional<User> successor = Roles.successor(room.members().values().stream()
                            .map(member -> new Roles.Seat(member.user(), member.role(), member.sinceSeq()))
                            .toList())
                    .flatMap(workings.chat().people()::byId);
            if (successor.isPresent()) {
                setRole(room, author, successor.get(), Role.OWNER);
            }
        }
    }

    /** Gives a member another role. */
    void setRole(Conversation room, UserRef author, User member, Role role) throws StorageException {
        workings.ledger().record(new Change.RoleSet(room.id(), member.id(), role));
        Event.RoleChange change = new Event.RoleChange(member.ref(), role);
        publisher.publish(
                room,
                author,
                at -> new Event.Changed(at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(change)));
    }

    private static GoneReason goneReason(LeaveReason reason) {
        return switch (reason) {
            case LEFT -> GoneReason.LEFT;
            case KICKED -> GoneReason.KICKED;
            case BANNED -> GoneReason.BANNED;
        };
    }
}
