package hearth.server.hub;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.LeaveReason;
import hearth.protocol.Visibility;
import hearth.server.account.Names;
import hearth.server.history.Change;
import hearth.server.history.StorageException;
import java.util.Optional;

/** Rooms come and go, and people in them: {@code create-room}, {@code join}, {@code leave}, {@code set-room} and {@code delete-room}. */
final class RoomHandlers {
    private final Workings workings;
    private final Memberships memberships;
    private final Publisher publisher;
    private final Lobby lobby;

    RoomHandlers(Workings workings, Memberships memberships, Publisher publisher, Lobby lobby) {
        this.workings = workings;
        this.memberships = memberships;
        this.publisher = publisher;
        this.lobby = lobby;
    }

    Answer onCreateRoom(Turn turn, ClientFrame.CreateRoom create) throws RefusedException, StorageException {
        Names.CheckedName name = freeName(create.name(), Optional.empty());
        String id = workings.parts().ids().next();
        workings.ledger()
                .record(new Change.RoomAdded(
                        id, name.display(), name.skeleton(), create.topic().orElse(""), create.visibility()));
        return enter(turn, workings.chat().conversations().existing(id));
    }

    Answer onJoin(Turn turn, Conversation room) throws RefusedException, StorageException {
        if (room.bans().containsKey(turn.user().id())) {
            throw new RefusedException(ErrorCode.BANNED, "banned from this room");
        }
        return enter(turn, room);
    }

    Answer onLeave(Standing standing) throws StorageException {
        memberships.end(standing.conversation(), standing.user(), LeaveReason.LEFT, Optional.empty(), Optional.empty());
        return new Answer.Done();
    }

    Answer onSetRoom(Standing standing, ClientFrame.SetRoom set) throws RefusedException, StorageException {
        Conversation conversation = standing.conversation();
        if (lobby.is(conversation)
                && (set.name().isPresent() || set.visibility().isPresent())) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "the lobby keeps its name and is for everybody");
        }
        Conversation.Room before = conversation.room().orElseThrow();
        Conversation.Room after = changed(conversation, before, set);
        if (after.equals(before)) {
            return new Answer.Done();
        }
        workings.ledger()
                .record(new Change.RoomChanged(
                        conversation.id(), after.name(), after.skeleton(), after.topic(), after.visibility()));
        publisher.publish(
                conversation,
                standing.user().ref(),
                at -> new Event.Changed(
                        at,
                        Optional.of(after.name()).filter(name -> !name.equals(before.name())),
                        Optional.of(after.topic()).filter(topic -> !topic.equals(before.topic())),
                        Optional.of(after.visibility()).filter(visibility -> visibility != before.visibility()),
                        Optional.empty()));
        return new Answer.Done();
    }

    Answer onDeleteRoom(Standing standing) throws StorageException {
        memberships.erase(standing.conversation());
        return new Answer.Done();
    }

    private Answer enter(Turn turn, Conversation room) throws StorageException {
        memberships.enter(room, turn.user(), Optional.empty());
        memberships.tellGained(room, turn.user(), Optional.of(turn.session()));
        return new Answer.Entered(memberships.begin(turn, room));
    }

    private Conversation.Room changed(Conversation conversation, Conversation.Room before, ClientFrame.SetRoom set)
            throws RefusedException {
        String name = before.name();
        String skeleton = before.skeleton();
        if (set.name().isPresent()) {
            Names.CheckedName checked = freeName(set.name().get(), Optional.of(conversation));
            name = checked.display();
            skeleton = checked.skeleton();
        }
        Visibility visibility = set.visibility().orElse(before.visibility());
        return new Conversation.Room(name, skeleton, set.topic().orElse(before.topic()), visibility);
    }

    /** Checks a name for a room; it may be another form of the room's own. */
    private Names.CheckedName freeName(String written, Optional<Conversation> own) throws RefusedException {
        Names.CheckedName name = workings.parts()
                .names()
                .check(written)
                .orElseThrow(() -> new RefusedException(ErrorCode.NAME_INVALID, "this is not a valid name"));
        Optional<Conversation> holder = workings.chat().conversations().roomBySkeleton(name.skeleton());
        if (holder.isPresent() && !holder.equals(own)) {
            throw new RefusedException(ErrorCode.EXISTS, "another room has this name");
        }
        return name;
    }
}
