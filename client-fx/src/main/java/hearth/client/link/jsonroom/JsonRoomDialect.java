package hearth.client.link.jsonroom;

import hearth.client.link.Abilities;
import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.SignIn;
import hearth.client.link.Abilities.Trait;
import hearth.client.link.DialectName;
import hearth.client.link.Need;
import hearth.client.link.foreign.Desk;
import hearth.client.link.foreign.Dialect;
import hearth.client.link.foreign.ForeignJson;
import hearth.client.link.foreign.Line;
import hearth.client.link.foreign.Place;
import hearth.client.link.foreign.Receipt;
import hearth.protocol.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rooms of which a connection is in one at a time. The server beats once a second and cuts off whoever has not answered by the next beat; it sends every message
 * to its sender too, under the name with which the sender entered.
 */
public final class JsonRoomDialect implements Dialect {
    private static final Abilities ABILITIES =
            new Abilities(Rooms.ONE, Privates.NONE, Past.UNREAD, Presence.COUNT, SignIn.NAME, Set.of(Trait.ECHO));

    /** The room of those who chose none. */
    private static final String LOBBY = "lobby";

    private final Desk desk;
    private final Optional<String> token;

    /** Where the user is, as far as the server has said. */
    private String room = LOBBY;

    /** Where the user is, or is on the way to. */
    private String wanted = LOBBY;

    private boolean signedIn;
    private boolean owesAnswer;

    /** Its kind of server; {@code token} is a JWT for those that want one. */
    public static Kind kind(Optional<String> token) {
        return new Kind(
                DialectName.JSONROOM, ABILITIES, UnaryOperator.identity(), desk -> new JsonRoomDialect(desk, token));
    }

    private JsonRoomDialect(Desk desk, Optional<String> token) {
        this.desk = desk;
        this.token = token;
    }

    @Override
    public void begin() {
        desk.dial(Map.of());
    }

    /** A token is for servers that beat, or ask for one. */
    @Override
    public void onOpen() {
        if (token.isEmpty()) {
            desk.recognised();
        }
    }

    @Override
    public void onText(String text) {
        ForeignJson.object(text).ifPresent(this::onEvent);
    }

    private void onEvent(ObjectNode message) {
        String event = ForeignJson.text(message, "event").orElse("");
        switch (event) {
            case "heartbeat" -> onBeat(message);
            case "enter" -> onEnter(message);
            case "out" -> onOut(message);
            case "message" -> onMessage(message);
            case "noauth" -> onNoAuth();
            default -> desk.ignored(event);
        }
    }

    /** Whoever has a token shows it before the first answer: there are servers that let nothing else in. */
    private void onBeat(ObjectNode message) {
        desk.recognised();
        tell(place -> tellCount(message, place));
        if (token.isEmpty() || signedIn) {
            answerBeat();
        } else {
            owesAnswer = true;
        }
    }

    private void answerBeat() {
        send("heartbeat", "pong");
    }

    private void onNoAuth() {
        desk.recognised();
        desk.refuse(Need.TOKEN, "the server wants a token");
    }

    private void onEnter(ObjectNode message) {
        // Some tell the name in the one field, some in the other.
        Optional<String> name = ForeignJson.text(message, "name").or(() -> ForeignJson.text(message, "message"));
        if (name.isEmpty()) {
            desk.ignored("an entrance without a name");
            return;
        }
        boolean isOwn = name.get().equals(desk.self());
        String where = ForeignJson.text(message, "roomId").orElse(isOwn ? wanted : room);
        if (isOwn) {
            room = where;
        }
        if (isOwn && where.equals(wanted)) {
            arrive(message);
        }
        if (where.equals(room)) {
            tell(place -> {
                tellCount(message, place);
                desk.came(place, name.get());
            });
        }
    }

    /** The user is where they wanted to be, and so in no other room. */
    private void arrive(ObjectNode message) {
        desk.rooms().stream().filter(other -> !other.equals(room)).forEach(desk::leftRoom);
        tellCount(message, place(room));
        tellEntered();
        desk.welcome();
    }

    private void onOut(ObjectNode message) {
        Optional<String> name = ForeignJson.text(message, "name");
        tell(place -> {
            tellCount(message, place);
            name.ifPresent(who -> desk.went(place, who));
        });
    }

    private void onMessage(ObjectNode message) {
        Optional<String> text = ForeignJson.text(message, "message");
        Optional<String> author = ForeignJson.text(message, "name");
        if (text.isEmpty() || author.isEmpty()) {
            return;
        }
        tell(place -> {
            // What was kept for the user tells its room, and how many were there when it was said.
            if (!message.has("roomId")) {
                tellCount(message, place);
            }
            desk.heard(new Line(place, author.get(), text.get()));
        });
    }

    /** What happens in a room through which the user only passes, on the way to another, nobody hears of. */
    private void tell(Consumer<Place> news) {
        if (room.equals(LOBBY) || desk.rooms().contains(room)) {
            news.accept(place(room));
        } else {
            desk.ignored("what happened in a room that the user has left again");
        }
    }

    private void tellCount(ObjectNode message, Place place) {
        ForeignJson.whole(message, "num").ifPresent(people -> desk.count(place, Math.max(0, people)));
    }

    @Override
    public void signIn(String name) {
        token.ifPresent(jwt -> send("auth", jwt));
        signedIn = true;
        if (owesAnswer) {
            answerBeat();
        }
        move(desk.rooms().isEmpty() ? LOBBY : desk.rooms().getLast());
    }

    /** The user wants to be there. Until the server says so, what is heard was said where they are. */
    private void move(String next) {
        wanted = next;
        ObjectNode enter = ForeignJson.object();
        enter.put("event", "enter");
        enter.put("message", desk.self());
        enter.put("name", desk.self());
        enter.put("roomId", next);
        // The same at each visit: what was said meanwhile waits for it.
        enter.put(
                "uid",
                UUID.nameUUIDFromBytes(desk.self().getBytes(StandardCharsets.UTF_8))
                        .toString());
        desk.send(enter.toString());
    }

    /** What is said now is heard where the user will be. */
    @Override
    public Optional<ErrorCode> objection(Place place, String text) {
        return place.equals(place(wanted)) ? Optional.empty() : Optional.of(ErrorCode.NOT_MEMBER);
    }

    @Override
    public void post(Place place, String text, Receipt receipt) {
        send("message", text);
    }

    @Override
    public void enter(String next) {
        if (!next.equals(wanted)) {
            move(next);
        } else if (room.equals(wanted)) {
            tellEntered();
        } else {
            desk.ignored("a wish that the entrance under way fulfils");
        }
    }

    @Override
    public void leave(String left) {
        desk.leftRoom(left);
        if (left.equals(wanted) && !left.equals(LOBBY)) {
            move(desk.rooms().contains(room) ? room : LOBBY);
        }
    }

    private void tellEntered() {
        if (room.equals(LOBBY)) {
            desk.enteredLobby(room);
        } else {
            desk.entered(room);
        }
    }

    private static Place place(String room) {
        return room.equals(LOBBY) ? new Place.Lobby() : new Place.Room(room);
    }

    private void send(String event, String message) {
        ObjectNode frame = ForeignJson.object();
        frame.put("event", event);
        frame.put("message", message);
        desk.send(frame.toString());
    }
}
