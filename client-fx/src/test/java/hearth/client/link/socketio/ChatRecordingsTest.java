package hearth.client.link.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Missed;
import hearth.client.link.foreign.ForeignBench;
import hearth.client.link.foreign.Recording;
import hearth.protocol.ClientFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Our client in the place of one that was recorded: it has to send what that one sent, and to understand what that one got. */
class ChatRecordingsTest {
    private static final Pattern EVENT = Pattern.compile("42\\[\"(\\w+)\"(?:,\"(.*)\")?]");
    private static final Pattern PRIVATE = Pattern.compile("@([^ ]+) (.+)");

    private final ForeignBench bench = new ForeignBench(ChatDialect.KIND);
    private final List<String> rooms = new ArrayList<>();
    private boolean named;
    private String unheard = ""; // to this name our client sends nothing

    @Test
    void aChatOfVersion4() {
        assertThat(play("s000-chat_sio4", 1, Duration.ZERO))
                .containsExactly(
                        "welcome [lobby 0]",
                        "joined lobby 1 乙",
                        "ok lobby 2",
                        "lobby 2 甲: 大家好",
                        "entered @乙",
                        "ok @乙 1",
                        "@乙 1 甲: 悄悄话",
                        "entered @无",
                        "ok @无 1",
                        "@无 1 甲: 在吗",
                        "entered #Jay",
                        "#Jay 1 系统: 你已加入Jay战队",
                        "ok #Jay 2",
                        "#Jay 2 甲: 房间",
                        "entered #Tse",
                        "#Tse 1 系统: 你已加入Tse战队",
                        "ok #Tse 2",
                        "#Tse 2 甲: 两间",
                        "done",
                        "gone #Tse",
                        "#Jay 3 系统: 你已离开Tse战队",
                        "done",
                        "gone #Jay",
                        "lobby 3 系统: 你已离开Jay战队",
                        "joined lobby 4 丙",
                        "lobby 5 丙: 历史1",
                        "lobby 6 丙: 历史2",
                        "entered @乙",
                        "ok @乙 2",
                        "@乙 2 甲: 还在吗");
    }

    @Test
    void anotherOneOnIt() {
        assertThat(play("s000-chat_sio4", 2, Duration.ZERO))
                .startsWith(
                        "welcome [lobby 0]",
                        "joined lobby 1 甲",
                        "lobby 2 甲: 大家好",
                        "lobby 3 甲: 悄悄话",
                        "entered #Jay",
                        "#Jay 1 系统: 你已加入Jay战队")
                .contains("ok #Jay 4", "#Jay 4 乙: 还在")
                .endsWith("joined lobby 4 丙", "#Jay 5 丙: 历史1", "#Jay 6 丙: 历史2");
    }

    @Test
    void aReturnWithAnotherColour() {
        assertThat(play("s000-chat_sio4", 5, Duration.ZERO))
                .containsExactly("welcome [lobby 0]", "ok lobby 1", "lobby 1 甲: 回来");
    }

    @Test
    void aChatOfVersion2() {
        List<String> words = play("s000-chat_sio2", 1, Duration.ZERO);
        assertThat(words)
                .startsWith("welcome [lobby 0]", "joined lobby 1 乙", "ok lobby 2", "lobby 2 甲: 大家好")
                .contains("joined lobby 4 丙", "gone #Tse", "gone #Jay");
    }

    @Test
    void theNewestTwentyAreThePast() {
        visit("s000-chat_sio2");
        assertThat(bench.words()).hasSize(21).startsWith("welcome [lobby 0]");
        assertThat(bench.history("lobby")).hasSize(20);
    }

    @Test
    void aChatThatStoresEverything() {
        assertThat(play("s002-chat10_sio2", 1, Duration.ZERO))
                .startsWith("welcome [lobby 0]", "joined lobby 1 乙", "ok lobby 2", "lobby 2 甲: 大家好")
                .contains(
                        "lobby 3 系统: 你私聊的用户不在线",
                        "lobby 4 系统: 你成功进入了red房间!",
                        "entered #red",
                        "ok #red 1",
                        "#red 1 甲: 房间",
                        "lobby 5 系统: 你并不在red房间，离开个毛!",
                        "joined lobby 6 丙");
        bench.lose();
        visit("s002-chat10_sio2");
        assertThat(bench.history("lobby"))
                .as("the server had stored more than twenty meanwhile")
                .hasSize(8 + 1 + 20)
                .element(8)
                .matches(Missed::is);
    }

    @Test
    void whatIsStoredOfARoomIsNotSaidAgainInTheLobby() {
        String row = "{\"id\":1,\"user\":\"乙\",\"content\":\"房间\",\"createAt\":\"2026-11-20T08:50:54.000Z\"}";
        String other = "{\"id\":2,\"user\":\"乙\",\"content\":\"房间\",\"createAt\":\"2026-11-20T09:50:54.000Z\"}";
        play("s002-chat10_sio2", 1, Duration.ZERO);
        bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName("red")));
        bench.receive("42[\"joined\",\"red\"]");
        bench.receive("42[\"message\",{\"user\":\"乙\",\"content\":\"房间\",\"createAt\":\"2026-11-20T08:50:54.368Z\"}]");
        bench.words();
        bench.receive("42[\"allMessages\",[" + row + "," + other + "]]");
        assertThat(bench.words()).containsExactly("lobby 9 乙: 房间");
    }

    @Test
    void aChatThatAnswersNothingAndCopiesEverything() {
        unheard = "无";
        assertThat(play("s002-chat9_sio2", 1, ChatDialect.ROOM_DEADLINE))
                .containsSubsequence("welcome [lobby 0]", "joined lobby 1 乙", "ok lobby 2", "lobby 2 甲: 大家好")
                .containsSubsequence("entered #red", "ok #red 1", "#red 1 甲: 房间")
                .containsSubsequence("entered #green", "ok #green 1", "#green 1 甲: 两间", "gone #green", "gone #red")
                .noneMatch(words -> words.startsWith("#green 2 "));
    }

    /** A newcomer who asks for the past. */
    private void visit(String recording) {
        bench.open();
        named = false;
        for (Recording.Message message : Recording.of(recording, 4)) {
            if (message.text().contains("42[\"get")) {
                bench.signIn("丁");
            } else if (message.isServers()) {
                bench.receive(message.text());
            }
        }
    }

    /** Plays a client's part; {@code silence} passes where a room is entered or left, for servers that do not say so. */
    private List<String> play(String recording, int client, Duration silence) {
        bench.open();
        for (Recording.Message message : Recording.of(recording, client)) {
            if (message.isServers()) {
                bench.receive(message.text());
            } else if (message.text().startsWith("42")) {
                act(message.text(), silence);
            } else if (!message.text().equals("41")) {
                assertThat(bench.sent()).containsExactly(message.text());
            }
        }
        return bench.words();
    }

    private void act(String packet, Duration silence) {
        Matcher event = EVENT.matcher(packet);
        assertThat(event.matches()).as(packet).isTrue();
        String text = event.group(2);
        bench.sent();
        switch (event.group(1)) {
            case "message" -> say(text);
            case "join" -> {
                rooms.add(text);
                bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName(text)));
            }
            case "leave" -> {
                rooms.remove(text);
                bench.ask(id -> new ClientFrame.Leave(id, new ClientFrame.RoomKey.ByName(text)));
            }
            default -> {
                return; // Our client asks for the past by itself.
            }
        }
        if (packet.contains("@" + unheard + " ")) {
            assertThat(bench.sent()).isEmpty();
        } else {
            assertThat(bench.sent()).contains(packet);
        }
        if (!event.group(1).equals("message")) {
            bench.pass(silence);
        }
    }

    private void say(String text) {
        Matcher secret = PRIVATE.matcher(text);
        if (!named) {
            named = true;
            bench.signIn(text).pass(ChatDialect.CERTAIN_PAST_DEADLINE);
        } else if (secret.matches()) {
            String name = secret.group(1);
            bench.ask(id -> new ClientFrame.OpenDirect(id, new ClientFrame.UserKey.ByName(name)));
            bench.post("@" + name, secret.group(2));
        } else {
            bench.post(rooms.isEmpty() ? "lobby" : "#" + rooms.getLast(), text);
        }
    }
}
