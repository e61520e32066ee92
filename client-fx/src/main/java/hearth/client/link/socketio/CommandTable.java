package hearth.client.link.socketio;

import hearth.client.link.foreign.Desk;
import hearth.client.link.foreign.ForeignJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands of one connection that wait for their answers, by their numbers: 1, 2, 3 … One that is not answered in time ends the connection, since nobody
 * knows what became of it. In the socket's turns only.
 */
final class CommandTable {
    /** From a command to its answer. */
    static final Duration DEADLINE = Duration.ofSeconds(8);

    /** Beats are numbered so, all of them. */
    private static final int BEAT = 0;

    private final Desk desk;
    private final SocketIo packets;
    private final Map<Integer, Answer> waiting = new HashMap<>();
    private int last = BEAT;

    /** Hears what a command is answered. */
    interface Answer {

        /**
         * It is answered.
         *
         * @param code 200 is good
         */
        void came(int code, JsonNode body);
    }

    CommandTable(Desk desk, SocketIo packets) {
        this.desk = desk;
        this.packets = packets;
    }

    /** Sends a command. */
    void ask(String command, ObjectNode parameters, Answer answer) {
        int number = ++last;
        waiting.put(number, answer);
        send(packet(command, number).set("params", parameters));
        desk.after(DEADLINE, () -> {
            if (waiting.containsKey(number)) {
                desk.lost(command + " was not answered within " + DEADLINE.toSeconds() + " s");
            }
        });
    }

    /** Shows that this side lives. */
    void beat() {
        send(packet("heartbeat", BEAT));
    }

    private static ObjectNode packet(String command, int number) {
        return ForeignJson.object().put("cmd", command).put("seq", number);
    }

    private void send(JsonNode packet) {
        // The packet travels as a text within the event.
        packets.emit("message", ForeignJson.object().put("data", packet.toString()));
    }

    /** A packet with a number came: the answer to the command that has it, if one waits. */
    void onAnswer(JsonNode packet) {
        OptionalInt number = ForeignJson.whole(packet, "seq");
        JsonNode body = packet.get("body");
        Answer answer = number.isPresent() ? waiting.remove(number.getAsInt()) : null;
        if (answer == null) {
            desk.ignored("an answer to nothing that waits");
        } else if (body == null) {
            answer.came(0, ForeignJson.object());
        } else {
            answer.came(ForeignJson.whole(body, "code").orElse(0), body);
        }
    }
}
