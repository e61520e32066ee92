package hearth.client.link.jsonroom;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.foreign.ForeignBench;
import hearth.client.link.foreign.ForeignJson;
import hearth.client.link.foreign.Recording;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Our client in the place of one that was recorded: it has to send what that one sent, and to understand what that one got. */
class JsonRoomRecordingsTest {
    private static final String TOKEN =
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6InByb2JlIiwiaWF0IjoxNTE2MjM5MDIyfQ.";
    private static final String GOOD = TOKEN + "gTz2KQwcgajbAH4UneGalsWAHIwc_uTguxnTg2rs6Rs";
    private static final String BAD = TOKEN + "gbyxwB33ya4YbBkWRO99XDhvJiExfoPqUDPxEYL_wx4";

    @Test
    void aServerWithoutBeats() {
        assertThat(play("s003-rooms", 1, Optional.empty()))
                .containsExactly(
                        "welcome [lobby 0]",
                        "joined lobby 1 甲",
                        "joined lobby 2 乙",
                        "ok lobby 3",
                        "lobby 3 甲: 大家好",
                        "ok lobby 4",
                        "lobby 4 甲: 假",
                        "left lobby 5 乙",
                        "ok lobby 6",
                        "lobby 6 甲: 离线",
                        "joined lobby 7 乙",
                        "ok lobby 8",
                        "lobby 8 甲: 密");
    }

    @Test
    void aServerThatWantsATokenAndBeats() {
        assertThat(play("s003-auth", 1, Optional.of(GOOD)))
                .startsWith(
                        "welcome [lobby 0]", "joined lobby 1 甲", "joined lobby 2 乙", "ok lobby 3", "lobby 3 甲: 大家好");
    }

    @Test
    void whoHasNoTokenIsNotLetIn() {
        assertThat(play("s003-auth", 4, Optional.empty())).containsExactly("error unauthorized needs token");
    }

    @Test
    void whoHasABadTokenIsNotLetIn() {
        assertThat(play("s003-auth", 5, Optional.of(BAD))).containsExactly("error unauthorized needs token");
    }

    @Test
    void whatWasSaidMeanwhileComesAfterTheEntrance() {
        assertThat(play("s003-chat", 8, Optional.of(GOOD)))
                .containsExactly("welcome [lobby 0]", "joined lobby 1 乙", "lobby 2 甲: 离线一", "lobby 3 甲: 离线二");
    }

    /** The room of the recording is the lobby of ours, and the user has an id of our making. */
    private static List<String> play(String recording, int client, Optional<String> token) {
        ForeignBench bench = new ForeignBench(JsonRoomDialect.kind(token));
        bench.open();
        token.ifPresent(_ -> bench.receive("{\"event\":\"heartbeat\",\"message\":\"ping\"}"));
        for (Recording.Message message : Recording.of(recording, client)) {
            if (message.isServers()) {
                bench.receive(message.text().replaceAll("\"roomId\":\"[^\"]*\"", "\"roomId\":\"lobby\""));
            } else {
                act(bench, ForeignJson.object(message.text()).orElseThrow());
            }
        }
        return bench.words();
    }

    private static void act(ForeignBench bench, ObjectNode said) {
        String text = ForeignJson.text(said, "message").orElseThrow();
        switch (ForeignJson.text(said, "event").orElseThrow()) {
            case "enter" -> {
                bench.signIn(text);
                assertThat(bench.sent())
                        .last()
                        .asString()
                        .startsWith("{\"event\":\"enter\",\"message\":\"" + text + "\",\"name\":\"" + text + "\"");
            }
            case "message" -> {
                bench.post("lobby", text);
                assertThat(bench.sent()).containsExactly("{\"event\":\"message\",\"message\":\"" + text + "\"}");
            }
            case "heartbeat" -> assertThat(bench.sent()).containsExactly(said.toString());
            default ->
                assertThat(bench.sent())
                        .as("sent with the entrance, or nothing of ours")
                        .isEmpty();
        }
    }
}
