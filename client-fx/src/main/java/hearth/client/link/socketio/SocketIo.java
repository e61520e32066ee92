package hearth.client.link.socketio;

import hearth.client.link.ServerAddress;
import hearth.client.link.foreign.Desk;
import hearth.client.link.foreign.ForeignJson;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The packets of Engine.IO 3 and 4 and of Socket.IO above them, on one WebSocket. A server of Socket.IO 2 takes {@code EIO=4} and goes on in version 3; it names
 * no {@code maxPayload}, and joins {@code /} by itself. In the socket's turns only.
 */
final class SocketIo {
    private static final Logger log = LoggerFactory.getLogger(SocketIo.class);

    /**
     * A server of version 2 joins {@code /} at once; one of an early version 4 waits for us, and says no more about itself. Long enough for a slow network: whoever
     * is asked without need may run its program for us twice.
     */
    static final Duration UNASKED = Duration.ofMillis(1_500);

    /** So long a server that was of version 2 is waited for; less than a session waits for a login. */
    static final Duration GREETING = Duration.ofSeconds(8);

    /** What is remembered. */
    private static final String VERSION = "version";

    private static final String VERSION_2 = "Socket.IO 2";
    private static final String VERSION_4 = "Socket.IO 4";

    private static final char OPEN = '0';
    private static final char CLOSE = '1';
    private static final char PING = '2';
    private static final char PONG = '3';
    private static final char MESSAGE = '4';
    private static final char CONNECT = '0';
    private static final char DISCONNECT = '1';
    private static final char EVENT = '2';
    private static final char REFUSED = '4';

    private final Desk desk;
    private final String namespace;
    private final Listener listener;
    private Generation generation = Generation.UNKNOWN;
    private boolean certain; // the handshake tells the version
    private boolean asked;
    private boolean greeted; // as version 2 does, unasked
    private boolean connected;
    private Duration pingInterval = Duration.ofSeconds(25);

    /** Hears what is said in a namespace. */
    interface Listener {

        /** Events can be sent and come. */
        void onConnected();

        /** An event came. */
        void onEvent(String name, List<JsonNode> arguments);
    }

    /** Who pings whom. */
    private enum Generation {
        UNKNOWN,
        /** Engine.IO 3: the client pings. */
        THIRD,
        /** Engine.IO 4: the server pings. */
        FOURTH
    }

    /**
     * Speaks in one namespace.
     *
     * @param namespace {@code /}, or another that begins so
     */
    SocketIo(Desk desk, String namespace, Listener listener) {
        this.desk = desk;
        this.namespace = namespace;
        this.listener = listener;
    }

    /** Where the socket is, on the server at this address. */
    static URI socket(URI address) {
        return address.resolve("/socket.io/?EIO=4&transport=websocket");
    }

    /** The namespace that an address names by its path; without one, and where the path is Socket.IO's own, it is {@code /}. */
    static String namespace(URI address) {
        String path = ServerAddress.ownPath(address);
        return path.isEmpty() || path.startsWith("/socket.io") ? "/" : path;
    }

    void onText(String packet) {
        if (packet.isEmpty()) {
            return;
        }
        String rest = packet.substring(1);
        switch (packet.charAt(0)) {
            case OPEN -> onOpen(rest);
            case PING -> desk.send(PONG + rest);
            case PONG, CLOSE -> log.trace("nothing to do for {}", packet);
            case MESSAGE -> onMessage(rest);
            default -> log.debug("ignored a packet of an unknown type");
        }
    }

    private void onOpen(String handshake) {
        ObjectNode about = ForeignJson.object(handshake).orElse(ForeignJson.object());
        if (ForeignJson.text(about, "sid").isEmpty()) {
            desk.turnAway("a handshake without a session");
            return;
        }
        OptionalInt interval = ForeignJson.whole(about, "pingInterval");
        interval.ifPresent(millis -> pingInterval = Duration.ofMillis(Math.clamp(millis, 1_000, 120_000)));
        desk.recognised();
        certain = about.has("maxPayload");
        String before = desk.remembered(VERSION).orElse("");
        if (certain || before.equals(VERSION_4)) {
            connectAsFourth();
        } else if (before.equals(VERSION_2)) {
            become(Generation.THIRD);
            desk.after(GREETING, this::onGreetingOverdue);
        } else {
            desk.after(UNASKED, this::connectAsFourth);
        }
    }

    private void connectAsFourth() {
        if (generation == Generation.UNKNOWN) {
            become(Generation.FOURTH);
            askToConnect();
        }
    }

    private void onGreetingOverdue() {
        if (!greeted) {
            desk.remember(VERSION, "");
            desk.lost("the server is no longer of version 2");
        }
    }

    private void become(Generation found) {
        generation = found;
        if (found == Generation.THIRD) {
            desk.after(pingInterval, this::pingOn);
        }
    }

    private void pingOn() {
        desk.send(String.valueOf(PING));
        desk.after(pingInterval, this::pingOn);
    }

    private void askToConnect() {
        asked = true;
        desk.send(packet(CONNECT, ""));
    }

    private void onMessage(String packet) {
        if (packet.isEmpty()) {
            return;
        }
        String rest = packet.substring(1);
        String where = rest.startsWith("/") ? rest.substring(0, end(rest)) : "/";
        String data = rest.startsWith("/") ? rest.substring(Math.min(rest.length(), end(rest) + 1)) : rest;
        switch (packet.charAt(0)) {
            case CONNECT -> onConnect(where, data);
            case EVENT -> onEvent(where, data);
            case DISCONNECT -> {
                if (where.equals(namespace)) {
                    desk.lost("the server took us out of " + where);
                }
            }
            case REFUSED -> {
                if (where.equals(namespace)) {
                    desk.turnAway("the namespace " + where + " is closed to us");
                }
            }
            default -> log.debug("ignored a message of a type that we do not ask for");
        }
    }

    private static int end(String rest) {
        int comma = rest.indexOf(',');
        return comma < 0 ? rest.length() : comma;
    }

    private void onConnect(String where, String data) {
        // Version 4 names a session; version 2 does not, and joins "/" by itself.
        boolean greeting = !certain && where.equals("/") && data.isEmpty();
        if (greeting && asked && namespace.equals("/")) {
            // What we asked for makes a second one of us there: the next connection begins clean.
            desk.remember(VERSION, VERSION_2);
            desk.misjudged("the server is of version 2 after all");
            return;
        }
        if (greeting) {
            onGreeting();
        } else if (asked && !certain && !data.isEmpty()) {
            desk.remember(VERSION, VERSION_4);
        }
        if (where.equals(namespace) && !connected && (asked || generation == Generation.THIRD)) {
            connected = true;
            listener.onConnected();
        }
    }

    private void onGreeting() {
        greeted = true;
        desk.remember(VERSION, VERSION_2);
        if (generation != Generation.THIRD) {
            become(Generation.THIRD);
        }
        if (!asked && !namespace.equals("/")) {
            askToConnect();
        }
    }

    private void onEvent(String where, String data) {
        if (!connected || !where.equals(namespace)) {
            return;
        }
        // An event that wants to be acknowledged begins with its number; none of these servers waits for it.
        String array = data.substring(Math.max(0, data.indexOf('[')));
        ArrayNode parts = ForeignJson.array(array).orElse(ForeignJson.array());
        if (parts.isEmpty() || !parts.get(0).isString()) {
            log.debug("ignored an event without a name");
            return;
        }
        List<JsonNode> arguments = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            arguments.add(parts.get(i));
        }
        listener.onEvent(parts.get(0).stringValue(), arguments);
    }

    /** Sends an event with one text, or none. */
    void emit(String name, List<String> texts, Runnable sent) {
        ArrayNode parts = ForeignJson.array().add(name);
        texts.forEach(parts::add);
        desk.send(packet(EVENT, parts.toString()), sent);
    }

    /** Sends an event with one value, for whose leaving nobody waits. */
    void emit(String name, JsonNode value) {
        desk.send(packet(EVENT, ForeignJson.array().add(name).add(value).toString()));
    }

    /** Sends an event with one text, or none, for whose leaving nobody waits. */
    void emit(String name, String... texts) {
        emit(name, List.of(texts), () -> {});
    }

    private String packet(char type, String data) {
        return "" + MESSAGE + type + (namespace.equals("/") ? "" : namespace + ",") + data;
    }
}
