package hearth.client.link.foreign;

import hearth.client.link.Abilities;
import hearth.protocol.Answer;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.GoneReason;
import hearth.protocol.ServerFrame;
import hearth.protocol.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rooms that the user asked to enter or to leave on one connection, and what became of that. In the socket's turns only. */
final class Wishes {
    private final Abilities.Rooms rooms;
    private final Memory memory;
    private final Hearing.Owner owner;
    private final Map<String, List<Long>> entering = new LinkedHashMap<>();
    private final Map<String, List<Long>> leaving = new LinkedHashMap<>();

    Wishes(Abilities.Rooms rooms, Memory memory, Hearing.Owner owner) {
        this.rooms = rooms;
        this.memory = memory;
        this.owner = owner;
    }

    /** Why this room cannot be entered, before anybody is asked. */
    Optional<ErrorCode> objection(String room) {
        if (rooms == Abilities.Rooms.NONE || room.isBlank()) {
            return Optional.of(ErrorCode.UNSUPPORTED);
        }
        return Texts.isWellFormed(room) ? Optional.empty() : Optional.of(ErrorCode.NAME_INVALID);
    }

    /** The user asks to enter a room: those whose wishes this one undoes are refused. */
    void awaitEntrance(long id, String room) {
        refuse(leaving, room);
        if (rooms == Abilities.Rooms.ONE) {
            List.copyOf(entering.keySet()).stream()
                    .filter(other -> !other.equals(room))
                    .forEach(other -> refuse(entering, other));
        }
        entering.computeIfAbsent(room, _ -> new ArrayList<>()).add(id);
    }

    /** The user asks to leave a room: those whose wishes this one undoes are refused. */
    void awaitExit(long id, String room) {
        refuse(entering, room);
        leaving.computeIfAbsent(room, _ -> new ArrayList<>()).add(id);
    }

    private void refuse(Map<String, List<Long>> waiting, String room) {
        take(waiting, room).forEach(id -> owner.tell(Answers.refusal(id, ErrorCode.FORBIDDEN)));
    }

    private static List<Long> take(Map<String, List<Long>> waiting, String room) {
        return Optional.ofNullable(waiting.remove(room)).orElse(List.of());
    }

    /** The room is one of the user's: the answer to those who asked for it, or news. */
    void entered(String room) {
        memory.enter(room);
        if (owner.isWelcome()) {
            ConversationSummary summary = summary(new Place.Room(room));
            if (!tellEntered(room, summary)) {
                owner.tell(new ServerFrame.Gained(summary, false));
            }
        }
    }

    /** The user is in the lobby: the answer to those who asked for it under this name, and no news. */
    void enteredLobby(String name) {
        if (owner.isWelcome()) {
            tellEntered(name, summary(new Place.Lobby()));
        }
    }

    private ConversationSummary summary(Place place) {
        return memory.summary(place.id(), owner.self()).orElseThrow();
    }

    private boolean tellEntered(String name, ConversationSummary summary) {
        List<Long> asked = take(entering, name);
        asked.forEach(id -> owner.tell(Answers.ok(id, new Answer.Entered(summary))));
        return !asked.isEmpty();
    }

    /** The room is none of the user's any more. */
    void left(String room) {
        memory.leave(room);
        if (owner.isWelcome()) {
            take(leaving, room).forEach(id -> owner.tell(Answers.ok(id, new Answer.Done())));
            owner.tell(new ServerFrame.Gone(new Place.Room(room).id(), GoneReason.LEFT));
        }
    }
}
