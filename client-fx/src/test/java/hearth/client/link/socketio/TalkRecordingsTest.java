package hearth.client.link.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.LinkEvent;
import hearth.client.link.foreign.ForeignBench;
import hearth.client.link.foreign.Recording;
import hearth.client.transport.Ending;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client in the place of one that was recorded: it has to send what that one sent, and to understand what that one got. */
class TalkRecordingsTest {
    private static final Pattern EVENT = Pattern.compile("42(?:/\\w+,)?\\[\"\\w+\",\"(.*)\"]");

    @Test
    void aRelayOfTalk() {
        assertThat(play("s004-kpl_sio2", 1, "/chat").words())
                .containsExactly(
                        "welcome [lobby 0]",
                        "ok lobby 1",
                        "lobby 1 甲: 我打野，不给就送",
                        "lobby 2 kitchen: 你买个石头",
                        "ok lobby 3",
                        "lobby 3 甲: 回来");
        assertThat(play("s004-kpl_sio2", 2, "/chat").words())
                .containsExactly("welcome [lobby 0]", "lobby 1 kitchen: 我打野，不给就送", "ok lobby 2", "lobby 2 甲: 你买个石头");
        assertThat(play("s004-kpl_sio2", 3, "/chat").words())
                .as("who comes later is told nothing of before")
                .containsExactly("welcome [lobby 0]", "lobby 1 kitchen: 回来");
    }

    @Test
    void aRelayOfChatEvents() {
        assertThat(play("s003-sio_sio2", 1, "/chat").words())
                .containsExactly("welcome [lobby 0]", "ok lobby 1", "lobby 1 甲: 你好");
        assertThat(play("s003-sio_sio2", 2, "/chat").words())
                .containsExactly("welcome [lobby 0]", "lobby 1 kitchen: 你好");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s002-ns_sio2", "s002-ns_sio4"})
    void eachNamespaceGreetsByItself(String recording) {
        assertThat(play(recording, 1, "/chat").words())
                .containsExactly("welcome [lobby 0]", "lobby 1 kitchen: / 欢迎光临", "ok lobby 2", "lobby 2 甲: welcome");
        assertThat(play(recording, 2, "/news").words())
                .containsExactly(
                        "welcome [lobby 0]", "lobby 1 kitchen: /news 欢迎光临", "ok lobby 2", "lobby 2 甲: welcome");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s002-ns_sio2", "s002-ns_sio4"})
    void aNamespaceThatIsNotThere(String recording) {
        assertThat(play(recording, 3, "/nope").told())
                .last()
                .isEqualTo(new LinkEvent.Ended(new Ending.NotAChatServer("the namespace /nope is closed to us")));
    }

    private static ForeignBench play(String recording, int client, String path) {
        ForeignBench bench = new ForeignBench(TalkDialect.KIND, "ws://kitchen:3000" + path).open();
        List<Recording.Message> messages = Recording.of(recording, client);
        bench.receive(messages.getFirst().text()).signIn("甲");
        for (Recording.Message message : messages.subList(1, messages.size())) {
            if (message.isServers()) {
                bench.receive(message.text());
            } else if (!message.text().startsWith("41")) {
                act(bench, message.text());
            }
        }
        return bench;
    }

    private static void act(ForeignBench bench, String packet) {
        Matcher event = EVENT.matcher(packet);
        if (event.matches()) {
            bench.post("lobby", event.group(1));
        }
        assertThat(bench.sent()).contains(packet);
    }
}
