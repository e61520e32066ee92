package hearth.client.link.socketio;

import hearth.client.link.Abilities;
import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.SignIn;
import hearth.client.link.Abilities.Trait;
import hearth.client.link.Colour;
import hearth.client.link.DialectName;
import hearth.client.link.foreign.Desk;
import hearth.client.link.foreign.ForeignJson;
import hearth.client.link.foreign.Line;
import hearth.client.link.foreign.Place;
import hearth.client.link.foreign.Receipt;
import hearth.protocol.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
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
public final class ChatDialect extends SocketIoDialect {
    /** Its kind of server. */
    public static final Kind KIND = new Kind(
            DialectName.SOCKETIO_CHAT,
            new Abilities(Rooms.MANY, Privates.SILENT, Past.LAST_20, Presence.NOTICES, SignIn.NAME, Set.of(Trait.ECHO)),
            SocketIo::socket,
            ChatDialect::new);

    /** An empty past is not told by all; so long it is waited for, as what the user says must come behind it. */
    static final Duration PAST_DEADLINE = Duration.ofSeconds(3);

    /** The same, where an empty past was told before. */
    static final Duration CERTAIN_PAST_DEADLINE = Duration.ofSeconds(5);

    /** The same, where the past is never told, unless the server has changed. */
    static final Duration NO_PAST_DEADLINE = Duration.ofSeconds(1);

    /** What is remembered: how a server tells the past. */
    private static final String PAST = "past";

    private static final String ALWAYS = "always";
    private static final String NEVER = "never";

    /** Some servers do not say who is in a room, and none refuses anybody; so long a word of theirs is waited for. */
    static final Duration ROOM_DEADLINE = Duration.ofSeconds(1);

    private static final Place LOBBY = new Place.Lobby();
    private static final String SYSTEM = "系统";
    private static final Pattern CAME = Pattern.compile("(?:<a>)?(.+?)(?:</a>)? ?加入了聊天[！室]?");

    /** What these servers take for a private message, wherever it stands. */
    private static final Pattern ADDRESSED = Pattern.compile("@[^ ]+ [^\n\r\u2028\u2029]");

    private static final Pattern LINE_END = Pattern.compile("[\n\r\u2028\u2029]");

    /** Only servers that tell the author in this field send a message once for each room that its author and we share. */
    private static final String COPIER = "username";

    /** Between the first and the last copy of a message, by the server's clock. */
    private static final Duration COPY_SPREAD = Duration.ofMillis(20);

    private static final char NO_BREAK_SPACE = '\u00a0';

    private final SequencedSet<String> rooms = new LinkedHashSet<>();
    private final Map<String, Boolean> awaited =
            new HashMap<>(); // whether the user wants to be in the room, or out of it
    private final Addressees addressees = new Addressees();
    private boolean askedForPast;
    private boolean pastTold;
    private Optional<Line> copied = Optional.empty();

    private ChatDialect(Desk desk) {
        super(desk, "/");
    }

    /** The name first, else the first message would become it; then rooms, then the past. */
    @Override
    void comeIn() {
        packets.emit("message", desk.self());
        desk.rooms().forEach(this::enter);
        // Each kind of server knows one of the two, and ignores the other.
        packets.emit("getHistory");
        packets.emit("getAllMessages");
        askedForPast = true;
        desk.after(pastDeadline(), this::onPastTold);
    }

    private Duration pastDeadline() {
        return switch (desk.remembered(PAST).orElse("")) {
            case ALWAYS -> CERTAIN_PAST_DEADLINE;
            case NEVER -> NO_PAST_DEADLINE;
            default -> PAST_DEADLINE;
        };
    }

    private void onPastTold() {
        if (askedForPast) {
            pastTold = true;
            welcome();
        }
    }

    /** Only who is back in all rooms is in: what waits to be sent is meant for them. */
    private void welcome() {
        if (pastTold && awaited.isEmpty()) {
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
            case "message" -> line(first).ifPresent(line -> onMessage(line, first));
            case "history" -> onPast(first);
            case "allMessages" -> {
                desk.remember(PAST, ALWAYS);
                onPast(first);
            }
            case "joined" -> onRoom(first, true);
            case "leaved" -> onRoom(first, false);
            default -> desk.ignored(name);
        }
    }

    private void onPast(JsonNode list) {
        List<Line> lines = new ArrayList<>();
        list.forEach(each ->
                line(each).ifPresent(line -> lines.add(new Line(LOBBY, line.author(), line.text(), line.at()))));
        addressees.mayBeAnybody();
        desk.past(LOBBY, lines);
        onPastTold();
    }

    private void onRoom(JsonNode room, boolean entered) {
        if (room.isString()) {
            settle(room.stringValue(), entered);
        }
    }

    /** What was wished is so; what was not wished, a server has no say in. */
    private void settle(String room, boolean entered) {
        if (!awaited.remove(room, entered)) {
            return;
        }
        if (entered) {
            rooms.add(room);
            desk.entered(room);
        } else {
            rooms.remove(room);
            desk.leftRoom(room);
        }
        welcome();
    }

    private void onMessage(Line line, JsonNode message) {
        Matcher came = CAME.matcher(line.text());
        if (line.author().equals(SYSTEM) && came.matches()) {
            paint(came.group(1), message);
            addressees.heard(came.group(1));
            desk.came(LOBBY, came.group(1));
        } else if (!message.has(COPIER) || !isCopy(line)) {
            desk.heard(line);
        }
        if (message.has(COPIER)) {
            desk.remember(PAST, NEVER);
            onPastTold();
        }
    }

    /** Whether it is the message before this one, sent again for another room that its author and we share. */
    private boolean isCopy(Line line) {
        boolean copy = rooms.size() > 1
                && copied.filter(last -> isAtOnce(last, line)
                                && last.author().equals(line.author())
                                && last.text().equals(line.text()))
                        .isPresent();
        copied = Optional.of(line);
        return copy;
    }

    private static boolean isAtOnce(Line one, Line other) {
        return one.at().isPresent()
                && other.at().isPresent()
                && Duration.between(one.at().get(), other.at().get()).abs().compareTo(COPY_SPREAD) <= 0;
    }

    private Optional<Line> line(JsonNode message) {
        Optional<String> author = ForeignJson.text(message, "user").or(() -> ForeignJson.text(message, COPIER));
        Optional<String> text = ForeignJson.text(message, "content");
        if (author.isEmpty() || text.isEmpty()) {
            desk.ignored("a message without author or text");
            return Optional.empty();
        }
        if (!author.get().equals(SYSTEM)) {
            addressees.heard(author.get());
            paint(author.get(), message);
        }
        if (!message.has(COPIER)) {
            addressees.mayBeAnybody();
        }
        String original = author.get().equals(desk.self()) ? unescape(text.get()) : text.get();
        Optional<Instant> at = ForeignJson.text(message, "createAt").flatMap(ChatDialect::instant);
        return Optional.of(new Line(here(), author.get(), original, at));
    }

    /** What the system says is in the colour of whom it is about. */
    private void paint(String person, JsonNode message) {
        ForeignJson.text(message, "color").flatMap(Colour::parse).ifPresent(colour -> desk.coloured(person, colour));
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
        return switch (place) {
            case Place.Lobby _ -> unless(rooms.isEmpty());
            case Place.Room(String name) -> unless(rooms.contains(name));
            case Place.Person(String name) -> addressees.objection(name);
        };
    }

    private static Optional<ErrorCode> unless(boolean possible) {
        return possible ? Optional.empty() : Optional.of(ErrorCode.FORBIDDEN);
    }

    @Override
    public void post(Place place, String text, Receipt receipt) {
        if (place instanceof Place.Person(String name)) {
            // Only the first line of a private message arrives: each goes by itself.
            List<String> lines =
                    LINE_END.splitAsStream(text).filter(line -> !line.isBlank()).toList();
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

    /** The blanks that {@link #escape} replaced cannot be told from those that the user typed so. */
    @Override
    public String asHeard(String text) {
        return unescape(text);
    }

    private static String unescape(String text) {
        int at = text.indexOf('@');
        return at < 0 ? text : text.substring(0, at) + text.substring(at).replace(NO_BREAK_SPACE, ' ');
    }

    @Override
    public void enter(String room) {
        wish(room, true, "join");
    }

    @Override
    public void leave(String room) {
        wish(room, false, "leave");
    }

    private void wish(String room, boolean inside, String event) {
        awaited.put(room, inside);
        packets.emit(event, room);
        desk.after(ROOM_DEADLINE, () -> settle(room, inside));
    }
}
