package hearth.client.link.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.foreign.ForeignBench;
import hearth.client.link.foreign.ForeignJson;
import hearth.client.link.foreign.Recording;
import hearth.protocol.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Our client in the place of one that was recorded: what that one sent it has to send, with its own numbers, and what that one got it has to understand. */
class CommandsRecordingsTest {
    private static final String RECORDING = "s001-im_sio2";
    private static final String NOTHING_SAID = "{\"code\":200,\"msgs\":[]}";

    private final ForeignBench bench = new ForeignBench(CommandsDialect.KIND);
    private final Map<Integer, Integer> numbers = new HashMap<>(); // as recorded, and ours

    @Test
    void whoWrites() {
        comeIn(1);
        assertThat(bench.words())
                .containsExactly(
                        "welcome [lobby 0]",
                        "ok lobby 1",
                        "lobby 1 甲: 一",
                        "ok lobby 2",
                        "lobby 2 甲: 二",
                        "ok lobby 3",
                        "lobby 3 甲: 三",
                        "lobby 4 burst: 0",
                        "lobby 5 burst: 1",
                        "lobby 6 burst: 2");
    }

    @Test
    void whoReads() {
        comeIn(2);
        assertThat(bench.words()).containsExactly("welcome [lobby 0]", "lobby 1 甲: 一", "lobby 2 甲: 二", "lobby 3 甲: 三");
    }

    @Test
    void whoComesLaterIsToldThePast() {
        reach("乙");
        bench.receive(pasts(1).findFirst().orElseThrow());
        assertThat(bench.words()).containsExactly("welcome [lobby 0]", "lobby 1 甲: 一", "lobby 2 甲: 二");
        assertThat(bench.history("lobby"))
                .extracting(event -> ((Event.Message) event).text())
                .containsExactly("一", "二");
    }

    @Test
    void whoComesBackIsToldOnlyWhatIsNew() {
        comeIn(2);
        bench.lose();
        bench.words();
        reach("乙");
        bench.receive(pasts(2).findFirst().orElseThrow());
        assertThat(bench.words()).as("二 and 三 were heard before").containsExactly("welcome [lobby 3]");
    }

    /** The recorded answers to {@code sync}, as those to ours, which is always the second command. */
    private static Stream<String> pasts(int client) {
        return Recording.of(RECORDING, client).stream()
                .filter(message -> message.isServers() && message.text().contains("\"cmd\":\"sync\""))
                .map(message -> message.text().replaceFirst("\"seq\":\\d+", "\"seq\":2"));
    }

    /** In, and told nothing yet. */
    private void reach(String name) {
        List<Recording.Message> messages = Recording.of(RECORDING, 1);
        bench.open();
        bench.receive(messages.get(0).text(), messages.get(1).text());
        bench.signIn(name).receive(answer(1, "{\"code\":200}"));
    }

    /** Plays a client's part, from its login on: before it, ours sends nothing. */
    private void comeIn(int client) {
        boolean isIn = false;
        bench.open();
        for (Recording.Message message : Recording.of(RECORDING, client)) {
            isIn = isIn || message.text().contains("\\\"login\\\"");
            if (message.isServers()) {
                hear(message.text());
            } else if (isIn && message.text().startsWith("42")) {
                act(command(message.text()));
            }
        }
    }

    private void hear(String text) {
        JsonNode packet = packet(text);
        int number = ForeignJson.whole(packet, "seq").orElse(0);
        if (number == 0 || !packet.isObject()) {
            bench.receive(text);
        } else if (numbers.containsKey(number)) {
            bench.receive(answer(numbers.get(number), packet.get("body").toString()));
        }
    }

    private void act(ObjectNode command) {
        String name = command.get("cmd").stringValue();
        switch (name) {
            case "login" -> {
                bench.signIn(command.at("/params/name").stringValue());
                expect(command, 1);
                bench.receive(answer(1, "{\"code\":200}"), answer(2, NOTHING_SAID))
                        .sent();
            }
            case "send" -> {
                bench.post("lobby", command.at("/params/text").stringValue());
                numbers.put(command.get("seq").intValue(), 3 + numbers.size());
                expect(command, 2 + numbers.size());
            }
            case "heartbeat" -> {
                bench.pass(CommandsDialect.BEAT);
                assertThat(bench.sent()).contains(packetOf(command));
            }
            default -> {
                return; // Ours asks for the past once, by itself, and knows no other commands.
            }
        }
    }

    private void expect(ObjectNode command, int number) {
        assertThat(bench.sent()).last().isEqualTo(packetOf(command.put("seq", number)));
    }

    private static JsonNode packet(String text) {
        return ForeignJson.array(text.substring(Math.max(0, text.indexOf('['))))
                .map(parts -> parts.get(1))
                .orElse(ForeignJson.object());
    }

    private static ObjectNode command(String text) {
        return ForeignJson.object(packet(text).get("data").stringValue()).orElseThrow();
    }

    private static String packetOf(ObjectNode command) {
        return "42[\"message\"," + ForeignJson.object().put("data", command.toString()) + "]";
    }

    private static String answer(int number, String body) {
        return "42[\"message\",{\"seq\":" + number + ",\"body\":" + body + "}]";
    }
}
