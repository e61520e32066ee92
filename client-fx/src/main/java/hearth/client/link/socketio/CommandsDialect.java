package hearth.client.link.socketio;

import hearth.client.link.Abilities;
import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.SignIn;
import hearth.client.link.Abilities.Trait;
import hearth.client.link.DialectName;
import hearth.client.link.foreign.Desk;
import hearth.client.link.foreign.ForeignJson;
import hearth.client.link.foreign.Line;
import hearth.client.link.foreign.Place;
import hearth.client.link.foreign.Receipt;
import hearth.protocol.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Numbered commands on Socket.IO, each answered with its number and a code: {@code login}, {@code sync}, {@code send}. The sender of a message hears of it by
 * that answer alone, the others by a packet without a number.
 */
public final class CommandsDialect extends SocketIoDialect {
    /** Its kind of server. */
    public static final Kind KIND = new Kind(
            DialectName.SOCKETIO_COMMANDS,
            new Abilities(Rooms.NONE, Privates.NONE, Past.FULL, Presence.NONE, SignIn.NAME, Set.of(Trait.SERVER_TIME)),
            SocketIo::socket,
            CommandsDialect::new);

    /** How often this side shows that it lives, by a command of its own. */
    static final Duration BEAT = Duration.ofSeconds(20);

    /**
     * Where the clocks of both sides differ, the past is asked for from so much earlier. Whatever claims to be newer than that is not believed, else it would hide
     * all that is said until then.
     */
    private static final Duration MARGIN = Duration.ofHours(1);

    /** The past comes in one message; all others are at most {@link Desk#MESSAGE_BYTES} long. */
    static final int PAST_BYTES = 32 * 1_048_576;

    private static final Place LOBBY = new Place.Lobby();
    private static final int GOOD = 200;

    private final CommandTable commands;

    private CommandsDialect(Desk desk) {
        super(desk, SocketIo.namespace(desk.address()));
        this.commands = new CommandTable(desk, packets);
    }

    /** The name first, then the past. */
    @Override
    void comeIn() {
        ObjectNode name = ForeignJson.object().put("name", desk.self());
        commands.ask("login", name, this::onLogin);
        desk.after(BEAT, this::beat);
    }

    private void beat() {
        commands.beat();
        desk.after(BEAT, this::beat);
    }

    private void onLogin(int code, JsonNode body) {
        if (code == GOOD) {
            long since = desk.newest(LOBBY)
                    .map(newest -> newest.minus(MARGIN).toEpochMilli())
                    .orElse(0L);
            desk.takeUpTo(PAST_BYTES);
            commands.ask("sync", ForeignJson.object().put("since", since), this::onPast);
        } else {
            desk.refuse(ErrorCode.UNAUTHORIZED, "code " + code);
        }
    }

    private void onPast(int code, JsonNode body) {
        desk.takeUpTo(Desk.MESSAGE_BYTES);
        if (code == GOOD) {
            desk.past(LOBBY, lines(body));
        } else {
            desk.ignored("a past that is not told: code " + code);
        }
        desk.welcome();
    }

    @Override
    public void onEvent(String name, List<JsonNode> arguments) {
        if (!name.equals("message")
                || arguments.isEmpty()
                || !arguments.getFirst().isObject()) {
            desk.ignored("an event that is no packet");
            return;
        }
        JsonNode packet = arguments.getFirst();
        if (packet.has("seq")) {
            commands.onAnswer(packet);
        } else if (packet.has("body")) {
            lines(packet.get("body")).forEach(desk::heard);
        }
    }

    private List<Line> lines(JsonNode body) {
        List<Line> lines = new ArrayList<>();
        JsonNode messages = body.get("msgs");
        if (messages != null && messages.isArray()) {
            messages.forEach(message -> line(message).ifPresent(lines::add));
        }
        return lines;
    }

    private Optional<Line> line(JsonNode message) {
        Optional<String> author = ForeignJson.text(message, "from");
        return ForeignJson.text(message, "text")
                .flatMap(text -> author.map(from -> new Line(LOBBY, from, text, time(message))));
    }

    private Optional<Instant> time(JsonNode node) {
        return Optional.ofNullable(node.get("ts"))
                .filter(millis -> millis.isIntegralNumber() && millis.canConvertToLong())
                .map(millis -> Instant.ofEpochMilli(millis.longValue()))
                .filter(at -> !at.isAfter(desk.now().plus(MARGIN)));
    }

    @Override
    public void post(Place place, String text, Receipt receipt) {
        commands.ask("send", ForeignJson.object().put("text", text), (code, body) -> {
            if (code == GOOD) {
                receipt.arrived(time(body));
            } else {
                receipt.refused(meaning(code));
            }
        });
    }

    /** Only what surely was not taken is sent again by itself: that is for who was too fast. */
    private static ErrorCode meaning(int code) {
        return switch (code) {
            case 401 -> ErrorCode.UNAUTHORIZED;
            case 413 -> ErrorCode.TOO_LONG;
            case 429 -> ErrorCode.RATE_LIMITED;
            default -> ErrorCode.FORBIDDEN;
        };
    }
}
