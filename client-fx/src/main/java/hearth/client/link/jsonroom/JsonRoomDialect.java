package hearth.client.link.jsonroom;

import hearth.client.link.Abilities;
import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.SignIn;
import hearth.client.link.Abilities.Trait;
import hearth.client.link.DialectName;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
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
    private String room = LOBBY;

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

    @Override
    public void onOpen() {
        desk.recognised();
    }

    @Override
    public void onText(String text) {
        ForeignJson.object(text).ifPresent(this::onEvent);
    }

    private void onEvent(ObjectNode message) {
        String event = ForeignJson.text(message, "event").orElse("");
        OptionalInt people = ForeignJson.whole(message, "num");
        if (!event.equals("heartbeat")) {
            people.ifPresent(count -> desk.count(here(), Math.max(0, count)));
        }
        switch (event) {
            case "heartbeat" -> send("heartbeat", "pong");
            case "enter" -> onEnter(message);
            case "out" -> ForeignJson.text(message, "name").ifPresent(name -> desk.went(here(), name));
            case "message" -> onMessage(message);
            case "noauth" -> desk.refuse(ErrorCode.UNAUTHORIZED, "the server wants a token");
            default -> desk.ignored(event);
        }
    }

    private void onEnter(ObjectNode message) {
        // Some tell the name in the one field, some in the other.
        Optional<String> name = ForeignJson.text(message, "name").or(() -> ForeignJson.text(message, "message"));
        boolean isElsewhere = ForeignJson.text(message, "roomId")
                .filter(where -> !where.equals(room))
                .isPresent();
        if (name.isEmpty() || isElsewhere) {
            desk.ignored("an entrance without a name, or into a room that the user has left again");
            return;
        }
        if (name.get().equals(desk.self())) {
            tellEntered();
            desk.welcome();
        }
        desk.came(here(), name.get());
    }

    private void onMessage(ObjectNode message) {
        Optional<String> text = ForeignJson.text(message, "message");
        Optional<String> author = ForeignJson.text(message, "name");
        if (text.isPresent() && author.isPresent()) {
            desk.heard(new Line(here(), author.get(), text.get()));
        }
    }

    @Override
    public void signIn(String name) {
        token.ifPresent(jwt -> send("auth", jwt));
        room = desk.rooms().isEmpty() ? LOBBY : desk.rooms().getLast();
        goIn();
    }

    private void goIn() {
        ObjectNode enter = ForeignJson.object();
        enter.put("event", "enter");
        enter.put("message", desk.self());
        enter.put("name", desk.self());
        enter.put("roomId", room);
        // The same at each visit: what was said meanwhile waits for it.
        enter.put(
                "uid",
                UUID.nameUUIDFromBytes(desk.self().getBytes(StandardCharsets.UTF_8))
                        .toString());
        desk.send(enter.toString());
    }

    @Override
    public Optional<ErrorCode> objection(Place place, String text) {
        return place.equals(here()) ? Optional.empty() : Optional.of(ErrorCode.NOT_MEMBER);
    }

    @Override
    public void post(Place place, String text, Receipt receipt) {
        send("message", text);
    }

    @Override
    public void enter(String wanted) {
        if (!wanted.equals(room)) {
            if (isMember()) {
                desk.leftRoom(room);
            }
            move(wanted);
        } else if (room.equals(LOBBY) || isMember()) {
            tellEntered();
        } else {
            desk.ignored("a wish that the entrance under way fulfils");
        }
    }

    @Override
    public void leave(String left) {
        desk.leftRoom(left);
        if (left.equals(room) && !room.equals(LOBBY)) {
            move(LOBBY);
        }
    }

    private void move(String wanted) {
        room = wanted;
        goIn();
    }

    /** Whether the room has let the user in: the entrance may be under way. */
    private boolean isMember() {
        return desk.rooms().contains(room);
    }

    private void tellEntered() {
        if (room.equals(LOBBY)) {
            desk.enteredLobby(room);
        } else {
            desk.entered(room);
        }
    }

    private Place here() {
        return room.equals(LOBBY) ? new Place.Lobby() : new Place.Room(room);
    }

    private void send(String event, String message) {
        ObjectNode frame = ForeignJson.object();
        frame.put("event", event);
        frame.put("message", message);
        desk.send(frame.toString());
    }
}
