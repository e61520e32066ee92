package hearth.client.link.socketio;

import hearth.client.link.Abilities;
import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.SignIn;
import hearth.client.link.Abilities.Trait;
import hearth.client.link.foreign.Desk;
import hearth.client.link.foreign.Dialect;
import hearth.client.link.foreign.ForeignJson;
import hearth.client.link.foreign.Line;
import hearth.client.link.foreign.Place;
import hearth.client.link.foreign.Receipt;
import hearth.protocol.ErrorCode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Chats on Socket.IO whose first {@code message} is the name. A private message looks like a public one to whom it reaches, and nobody is told whether it did.
 * Whoever is in rooms is heard in all of them and no more in the lobby, and no message says where it was said: it is shown in the room that was entered last.
 */
public final class ChatDialect implements Dialect, SocketIo.Listener {
    /** An empty past is not told; so long it is waited for. */
    static final Duration PAST_DEADLINE = Duration.ofSeconds(1);

    private static final Place LOBBY = new Place.Lobby();
    private static final String SYSTEM = "系统";
    private static final Pattern CAME = Pattern.compile("(?:<a>)?(.+?)(?:</a>)? ?加入了聊天！?");

    /** What these servers take for a private message, wherever it stands. */
    private static final Pattern ADDRESSED = Pattern.compile("@([^ ]+) (.+)");

    private static final char NO_BREAK_SPACE = '\u00a0';

    private final Desk desk;
    private final SocketIo packets;
    private final SequencedSet<String> rooms = new LinkedHashSet<>();
    private boolean connected;
    private boolean wanted;
    private boolean pastTold;
    private Optional<Line> copied = Optional.empty();

    /** Makes speakers. */
    public static final class Factory implements Dialect.Factory {
        private static final Abilities ABILITIES = new Abilities(
                Rooms.MANY, Privates.SILENT, Past.LAST_20, Presence.NOTICES, SignIn.NAME, Set.of(Trait.ECHO));
        private static final int TEXT_CHARS = 16_384;

        @Override
        public String name() {
            return "socketio-chat";
        }

        @Override
        public Abilities abilities() {
            return ABILITIES;
        }

        @Override
        public int textChars() {
            return TEXT_CHARS;
        }

        @Override
        public URI socket(URI address) {
            return SocketIo.socket(address);
        }

        @Override
        public Dialect speak(Desk desk) {
            return new ChatDialect(desk);
        }
    }

    private ChatDialect(Desk desk) {
        this.desk = desk;
        this.packets = new SocketIo(desk, "/", this);
    }

    @Override
    public void begin() {
        desk.dial(Map.of());
    }

    @Override
    public void onOpen() {
        desk.ignored("the silence before the handshake");
    }

    @Override
    public void onText(String text) {
        packets.onText(text);
    }

    @Override
    public void onConnected() {
        connected = true;
        comeIn();
    }

    @Override
    public void signIn(String name) {
        wanted = true;
        comeIn();
    }

    /** The name first, else the first message would become it; then rooms, then the past. */
    private void comeIn() {
        if (!connected || !wanted) {
            return;
        }
        packets.emit("message", desk.self());
        desk.rooms().forEach(room -> packets.emit("join", room));
        // Each kind of server knows one of the two, and ignores the other.
        packets.emit("getHistory");
        packets.emit("getAllMessages");
        desk.after(PAST_DEADLINE, this::onPastTold);
    }

    private void onPastTold() {
        if (!pastTold) {
            pastTold = true;
            desk.welcome();
        }
    }

    @Override
    public void onEvent(String name, List<JsonNode> arguments) {
        if (arguments.isEmpty()) {
            desk.ignored(name);
            return;
        }
        JsonNode first = arguments.getFirst();
        switch (name) {
            case "message" -> line(first).ifPresent(this::onMessage);
            case "history", "allMessages" -> onPast(first);
            case "joined" -> onRoom(first, true);
            case "leaved" -> onRoom(first, false);
            default -> desk.ignored(name);
        }
    }

    private void onPast(JsonNode list) {
        List<Line> lines = new ArrayList<>();
        list.forEach(each ->
                line(each).ifPresent(line -> lines.add(new Line(LOBBY, line.author(), line.text(), line.at()))));
        desk.past(LOBBY, lines);
        onPastTold();
    }

    private void onRoom(JsonNode room, boolean entered) {
        if (!room.isString()) {
            return;
        }
        String name = room.stringValue();
        if (entered && rooms.add(name)) {
            desk.entered(name);
        } else if (!entered && rooms.remove(name)) {
            desk.leftRoom(name);
        }
    }

    private void onMessage(Line line) {
        Matcher came = CAME.matcher(line.text());
        if (line.author().equals(SYSTEM) && came.matches()) {
            desk.came(LOBBY, came.group(1));
        } else if (!isCopy(line)) {
            desk.heard(line);
        }
    }

    /** Some servers send a message once for each room that its author and we share. */
    private boolean isCopy(Line line) {
        boolean copy = rooms.size() > 1 && copied.equals(Optional.of(line));
        copied = Optional.of(line);
        return copy;
    }

    private Optional<Line> line(JsonNode message) {
        Optional<String> author = ForeignJson.text(message, "user").or(() -> ForeignJson.text(message, "username"));
        Optional<String> text = ForeignJson.text(message, "content");
        if (author.isEmpty() || text.isEmpty()) {
            desk.ignored("a message without author or text");
            return Optional.empty();
        }
        String original = author.get().equals(desk.self()) ? unescape(text.get()) : text.get();
        Optional<Instant> at = ForeignJson.text(message, "createAt").flatMap(ChatDialect::instant);
        return Optional.of(new Line(here(), author.get(), original, at));
    }

    /** Some tell the time in the words of their place, from which nobody can tell which it is. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private Place here() {
        return rooms.isEmpty() ? LOBBY : new Place.Room(rooms.getLast());
    }

    @Override
    public Optional<ErrorCode> objection(Place place, String text) {
        boolean possible = switch (place) {
            case Place.Lobby _ -> rooms.isEmpty();
            case Place.Room(String name) -> rooms.contains(name);
            case Place.Person(String name) -> name.indexOf(' ') < 0;
        };
        return possible ? Optional.empty() : Optional.of(ErrorCode.FORBIDDEN);
    }

    @Override
    public void post(Place place, String text, Receipt receipt) {
        if (place instanceof Place.Person(String name)) {
            // Only the first line of a private message arrives: each goes by itself.
            List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
            lines.subList(0, lines.size() - 1).forEach(line -> packets.emit("message", "@" + name + " " + line));
            packets.emit("message", List.of("@" + name + " " + lines.getLast()), receipt::left);
        } else {
            packets.emit("message", List.of(escape(text)), receipt::left);
        }
    }

    /** A mail address with a blank behind it would make the message private, and so vanish. */
    private static String escape(String text) {
        if (!ADDRESSED.matcher(text).find()) {
            return text;
        }
        int at = text.indexOf('@');
        return text.substring(0, at) + text.substring(at).replace(' ', NO_BREAK_SPACE);
    }

    private static String unescape(String text) {
        int at = text.indexOf('@');
        return at < 0 ? text : text.substring(0, at) + text.substring(at).replace(NO_BREAK_SPACE, ' ');
    }

    @Override
    public void enter(String room) {
        packets.emit("join", room);
    }

    @Override
    public void leave(String room) {
        packets.emit("leave", room);
    }
}
