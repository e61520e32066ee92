package hearth.client.link.foreign;

import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import java.util.Optional;

/** What the session asks for on one connection: answered from what was heard, or said in the dialect. In the socket's turns only. */
final class Requests {
    private final Answers answers;
    private final Sayings sayings;
    private final Wishes wishes;
    private final Hearing.Owner owner;

    Requests(Answers answers, Sayings sayings, Wishes wishes, Hearing.Owner owner) {
        this.answers = answers;
        this.sayings = sayings;
        this.wishes = wishes;
        this.owner = owner;
    }

    /** Takes any but the one to be let in. */
    void take(ClientFrame.Request request, Dialect speaker) {
        switch (request) {
            case ClientFrame.Post post -> post(post, speaker);
            case ClientFrame.Join(long id, ClientFrame.RoomKey.ByName(String room)) -> enter(id, room, speaker);
            case ClientFrame.CreateRoom room -> enter(room.id(), room.name(), speaker);
            case ClientFrame.Leave leave -> leave(leave, speaker);
            case ClientFrame.OpenDirect(long id, ClientFrame.UserKey with) ->
                owner.tell(answers.openDirect(id, with, owner.self()));
            default -> owner.tell(answers.of(request, owner.self()));
        }
    }

    private void post(ClientFrame.Post post, Dialect speaker) {
        if (owner.isWelcome()) {
            sayings.say(post, owner.self(), speaker);
        } else {
            refuse(post.id(), ErrorCode.NOT_LOGGED_IN);
        }
    }

    private void enter(long id, String room, Dialect speaker) {
        Optional<ErrorCode> objection = wishes.objection(room);
        if (objection.isPresent()) {
            refuse(id, objection.get());
            return;
        }
        wishes.awaitEntrance(id, room);
        speaker.enter(room);
    }

    private void leave(ClientFrame.Leave leave, Dialect speaker) {
        Optional<String> room = Answers.nameOf(leave.room());
        if (room.isPresent()) {
            wishes.awaitExit(leave.id(), room.get());
            speaker.leave(room.get());
        } else {
            refuse(leave.id(), ErrorCode.UNKNOWN_CONVERSATION);
        }
    }

    private void refuse(long request, ErrorCode code) {
        owner.tell(Answers.refusal(request, code));
    }
}
