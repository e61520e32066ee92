package hearth.client.link.socketio;

import hearth.client.link.Abilities;
import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.SignIn;
import hearth.client.link.DialectName;
import hearth.client.link.foreign.Desk;
import hearth.client.link.foreign.Line;
import hearth.client.link.foreign.Place;
import hearth.client.link.foreign.Receipt;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Relays on Socket.IO, in the namespace that the address names: what one says, the others get, without a name. Servers differ in what they call it. Until one
 * has shown which way it is, everything is said in every way, and they ignore what they do not know.
 */
public final class TalkDialect extends SocketIoDialect {
    /** Its kind of server. */
    public static final Kind KIND = new Kind(
            DialectName.SOCKETIO_TALK,
            new Abilities(Rooms.NONE, Privates.NONE, Past.NONE, Presence.NONE, SignIn.NONE, Set.of()),
            SocketIo::socket,
            TalkDialect::new);

    private static final Place LOBBY = new Place.Lobby();

    /** In which the newest words came. */
    private final Set<Way> waysOfLast = EnumSet.noneOf(Way.class);

    private Optional<Way> known = Optional.empty();
    private String last = "";

    /** What it is called when it goes up, and when it comes down. */
    private enum Way {
        TALK("talk", "talk"),
        CHAT_EVENT("chatEvent", "ServerMsg"),
        /** Greetings come so too: it says nothing about the other two. */
        MESSAGE("message", "message");

        private final String up;
        private final String down;

        Way(String up, String down) {
            this.up = up;
            this.down = down;
        }

        static Optional<Way> ofDown(String name) {
            return List.of(values()).stream()
                    .filter(each -> each.down.equals(name))
                    .findFirst();
        }
    }

    private TalkDialect(Desk desk) {
        super(desk, SocketIo.namespace(desk.address()));
    }

    @Override
    void comeIn() {
        desk.welcome();
    }

    @Override
    public void onEvent(String name, List<JsonNode> arguments) {
        Optional<Way> way = Way.ofDown(name);
        if (way.isEmpty() || arguments.isEmpty()) {
            desk.ignored("an event that is no talk");
            return;
        }
        JsonNode value = arguments.getFirst();
        String text = value.isString() ? value.stringValue() : value.toString();
        if (way.get() != Way.MESSAGE && known.isEmpty()) {
            known = way;
        }
        if (!isCopy(way.get(), text)) {
            desk.heard(new Line(LOBBY, desk.server(), text));
        }
    }

    /**
     * Who says everything in every way is heard so where a server knows more than one: in one after the other, and in each once. A way that comes again is the
     * same words said again.
     */
    private boolean isCopy(Way way, String text) {
        boolean copy = !waysOfLast.isEmpty() && last.equals(text) && !waysOfLast.contains(way);
        if (!copy) {
            last = text;
            waysOfLast.clear();
        }
        waysOfLast.add(way);
        return copy;
    }

    @Override
    public void post(Place place, String text, Receipt receipt) {
        List<Way> ways = known.map(List::of).orElse(List.of(Way.values()));
        ways.subList(0, ways.size() - 1).forEach(way -> packets.emit(way.up, text));
        packets.emit(ways.getLast().up, List.of(text), receipt::left);
    }
}
