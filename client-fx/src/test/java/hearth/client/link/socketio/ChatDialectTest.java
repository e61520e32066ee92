package hearth.client.link.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.LinkEvent;
import hearth.client.link.foreign.ForeignBench;
import hearth.client.transport.Ending;
import hearth.protocol.ClientFrame;
import hearth.protocol.Event;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatDialectTest {
    private static final String HANDSHAKE_4 =
            "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";
    private static final String HANDSHAKE_2 =
            "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";

    private final ForeignBench bench = new ForeignBench(ChatDialect.KIND);

    @Test
    void aServerOfVersion4IsAskedAndGetsTheNameFirst() {
        bench.open();
        assertThat(bench.dialled()).startsWith("ws://kitchen:3000/socket.io/?EIO=4&transport=websocket ");
        bench.receive(HANDSHAKE_4);
        assertThat(bench.told()).singleElement().isInstanceOf(LinkEvent.Recognised.class);
        assertThat(bench.sent()).containsExactly("40");
        bench.signIn("Ada");
        assertThat(bench.sent()).isEmpty();
        bench.receive("40{\"sid\":\"b\"}");
        assertThat(bench.sent())
                .containsExactly("42[\"message\",\"Ada\"]", "42[\"getHistory\"]", "42[\"getAllMessages\"]");
        bench.pass(ChatDialect.PAST_DEADLINE);
        assertThat(bench.words()).containsExactly("welcome [lobby 0]");
        bench.receive("2");
        assertThat(bench.sent()).containsExactly("3");
    }

    @Test
    void aServerOfVersion2IsNotAskedTwiceAndIsPinged() {
        bench.open().receive(HANDSHAKE_2, "40");
        bench.signIn("Ada").pass(ChatDialect.PAST_DEADLINE);
        assertThat(bench.sent()).doesNotContain("40").startsWith("42[\"message\",\"Ada\"]");
        bench.pass(Duration.ofSeconds(25));
        assertThat(bench.sent()).containsExactly("2");
        bench.receive("3").pass(Duration.ofSeconds(25));
        assertThat(bench.sent()).containsExactly("2");
    }

    @Test
    void aServerOfAnEarlyVersion4IsAskedAfterAWhile() {
        bench.open().receive(HANDSHAKE_2);
        assertThat(bench.sent()).isEmpty();
        bench.pass(SocketIo.UNASKED);
        assertThat(bench.sent()).containsExactly("40");
        bench.receive("40{\"sid\":\"b\"}").signIn("Ada");
        assertThat(bench.sent()).startsWith("42[\"message\",\"Ada\"]");
        assertThat(bench.asked()).doesNotContain("abort");
    }

    @Test
    void aServerOfVersion2ThatIsSlowIsLeftBeforeItKnowsTheUserTwice() {
        bench.open().receive(HANDSHAKE_2).pass(SocketIo.UNASKED);
        bench.signIn("Ada");
        assertThat(bench.sent()).containsExactly("40");
        bench.receive("40");
        assertThat(bench.asked()).contains("abort");
        bench.receive("40");
        assertThat(bench.sent()).isEmpty();
        bench.lose();
        assertThat(bench.told())
                .last()
                .isInstanceOfSatisfying(
                        LinkEvent.Ended.class,
                        ended -> assertThat(ended.ending()).isInstanceOf(Ending.Lost.class));
    }

    @Test
    void nobodyIsGreetedWhoShowsNoHandshake() {
        bench.open().receive("hello");
        bench.pass(Duration.ofSeconds(10));
        assertThat(bench.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        LinkEvent.Ended.class,
                        ended -> assertThat(ended.ending()).isInstanceOf(Ending.NotAChatServer.class));
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void whatIsSaidIsHeardAndTheOwnEchoIsTheAnswer() {
        comeIn();
        bench.post("lobby", "大家好");
        assertThat(bench.sent()).containsExactly("42[\"message\",\"大家好\"]");
        bench.receive(message("Bo", "hi"), message("Ada", "大家好"));
        assertThat(bench.words()).containsExactly("lobby 1 Bo: hi", "ok lobby 2", "lobby 2 Ada: 大家好");
    }

    @Test
    void whoComesIsToldAndOtherNoticesAreLines() {
        comeIn();
        bench.receive(
                message("系统", "Bo加入了聊天！"),
                "42[\"message\",{\"username\":\"系统\",\"content\":\"<a>Cy</a> 加入了聊天\",\"createAt\":\"2026-11-20T09:22:00.000Z\"}]",
                message("系统", "你私聊的用户不在线"));
        assertThat(bench.words()).containsExactly("joined lobby 1 Bo", "joined lobby 2 Cy", "lobby 3 系统: 你私聊的用户不在线");
    }

    @Test
    void aPrivateMessageIsDoneOnceItLeft() {
        comeIn();
        bench.receive(message("系统", "Cy加入了聊天！"));
        bench.words();
        bench.ask(id -> new ClientFrame.OpenDirect(id, new ClientFrame.UserKey.ByName("Bo")));
        bench.post("@Bo", "one\ntwo");
        assertThat(bench.sent()).containsExactly("42[\"message\",\"@Bo one\"]", "42[\"message\",\"@Bo two\"]");
        assertThat(bench.words()).containsExactly("entered @Bo", "ok @Bo 1", "@Bo 1 Ada: one\ntwo");
        bench.ask(id -> new ClientFrame.OpenDirect(id, new ClientFrame.UserKey.ByName("Bo Peep")));
        bench.post("@Bo Peep", "hi");
        assertThat(bench.words()).containsExactly("entered @Bo Peep", "error forbidden");
    }

    @Test
    void aMailAddressDoesNotMakeAPublicMessageVanish() {
        comeIn();
        bench.post("lobby", "write to a@b.example or me");
        List<String> sent = bench.sent();
        assertThat(sent).containsExactly("42[\"message\",\"write to a@b.example\u00a0or\u00a0me\"]");
        bench.receive(message("Ada", "write to a@b.example\u00a0or\u00a0me"));
        assertThat(bench.words()).containsExactly("ok lobby 1", "lobby 1 Ada: write to a@b.example or me");
    }

    @Test
    void aBlankThatDoesNotBreakBehindAnAtSignIsKnownAgain() {
        comeIn();
        bench.post("lobby", "@Bo\u00a0: hello");
        assertThat(bench.sent()).containsExactly("42[\"message\",\"@Bo\u00a0:\u00a0hello\"]");
        bench.receive(message("Ada", "@Bo\u00a0:\u00a0hello"));
        assertThat(bench.words()).containsExactly("ok lobby 1", "lobby 1 Ada: @Bo : hello");
        bench.post("lobby", "so\u00a0be it @Bo\u00a0");
        bench.receive(message("Ada", "so\u00a0be it @Bo "));
        assertThat(bench.words()).containsExactly("ok lobby 2", "lobby 2 Ada: so\u00a0be it @Bo ");
    }

    @Test
    void whatTheUserSaysIsFiledWhereItWasSaid() {
        comeIn();
        for (String room : List.of("Jay", "Kay")) {
            bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName(room)));
            bench.receive("42[\"joined\",\"" + room + "\"]");
        }
        bench.words();
        bench.post("#Jay", "hi");
        bench.receive(message("Ada", "hi"), message("Bo", "ho"));
        assertThat(bench.words()).containsExactly("ok #Jay 1", "#Jay 1 Ada: hi", "#Kay 1 Bo: ho");
    }

    @Test
    void aRoomThatWasLeftIsNotFiledInAnyMore() {
        comeIn();
        bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName("Jay")));
        bench.receive("42[\"joined\",\"Jay\"]");
        bench.post("#Jay", "hi");
        bench.ask(id -> new ClientFrame.Leave(id, new ClientFrame.RoomKey.ByName("Jay")));
        bench.receive("42[\"leaved\",\"Jay\"]");
        bench.words();
        bench.receive(message("Ada", "hi"));
        assertThat(bench.words()).containsExactly("ok lobby 1", "lobby 1 Ada: hi");
    }

    @Test
    void whoIsInRoomsIsHeardThereAndNoMoreInTheLobby() {
        comeIn();
        bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName("Jay")));
        assertThat(bench.sent()).containsExactly("42[\"join\",\"Jay\"]");
        bench.receive("42[\"joined\",\"Jay\"]", message("系统", "你已加入Jay战队"));
        assertThat(bench.words()).containsExactly("entered #Jay", "#Jay 1 系统: 你已加入Jay战队");
        bench.post("lobby", "hi");
        assertThat(bench.words()).containsExactly("error forbidden");
        bench.post("#Jay", "hi");
        bench.receive(message("Ada", "hi"));
        assertThat(bench.words()).containsExactly("ok #Jay 2", "#Jay 2 Ada: hi");
        bench.ask(id -> new ClientFrame.Leave(id, new ClientFrame.RoomKey.ByName("Jay")));
        bench.receive("42[\"leaved\",\"Jay\"]");
        assertThat(bench.words()).containsExactly("done", "gone #Jay");
    }

    @Test
    void aServerThatSaysNothingLetsOneInAndOut() {
        comeIn();
        bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName("Jay")));
        assertThat(bench.words()).isEmpty();
        bench.pass(ChatDialect.ROOM_DEADLINE);
        assertThat(bench.words()).containsExactly("entered #Jay");
        bench.ask(id -> new ClientFrame.Leave(id, new ClientFrame.RoomKey.ById("#Jay")));
        bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName("Tse")));
        bench.receive("42[\"joined\",\"Tse\"]");
        bench.pass(ChatDialect.ROOM_DEADLINE);
        assertThat(bench.words()).containsExactly("entered #Tse", "done", "gone #Jay");
        bench.post("lobby", "not there");
        assertThat(bench.words()).containsExactly("error forbidden");
    }

    @Test
    void allWhoAskForARoomAreAnswered() {
        comeIn();
        join("Jay");
        join("Jay");
        join("Tse");
        bench.receive("42[\"joined\",\"Jay\"]", "42[\"joined\",\"Tse\"]", "42[\"joined\",\"Jay\"]");
        assertThat(bench.words()).containsExactly("entered #Jay", "entered #Jay", "entered #Tse");
        leave("Jay");
        leave("Jay");
        bench.receive("42[\"leaved\",\"Jay\"]");
        assertThat(bench.words()).containsExactly("done", "done", "gone #Jay");
    }

    @Test
    void whoChangesTheirMindAboutARoomIsAnsweredBothTimes() {
        comeIn();
        join("Jay");
        leave("Jay");
        assertThat(bench.words()).containsExactly("error forbidden");
        bench.receive("42[\"joined\",\"Jay\"]", "42[\"leaved\",\"Jay\"]");
        assertThat(bench.words()).containsExactly("done", "gone #Jay");
        join("Tse");
        bench.receive("42[\"joined\",\"Tse\"]");
        bench.words();
        leave("Tse");
        join("Tse");
        assertThat(bench.words()).containsExactly("error forbidden");
        bench.receive("42[\"leaved\",\"Tse\"]", "42[\"joined\",\"Tse\"]");
        assertThat(bench.words()).containsExactly("entered #Tse");
    }

    @Test
    void noServerPutsAnybodyIntoRoomsUnasked() {
        comeIn();
        bench.receive("42[\"joined\",\"Jay\"]", "42[\"leaved\",\"Tse\"]", message("Bo", "hi"));
        assertThat(bench.words()).containsExactly("lobby 1 Bo: hi");
    }

    @Test
    void whoIsWelcomeAgainIsBackInAllRooms() {
        comeIn();
        bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName("Jay")));
        bench.receive("42[\"joined\",\"Jay\"]");
        bench.lose();
        bench.words();
        bench.open().receive(HANDSHAKE_4, "40{\"sid\":\"b\"}").signIn("Ada");
        bench.receive("42[\"history\",[" + line("Bo", "one") + "]]");
        assertThat(bench.words()).isEmpty();
        bench.receive("42[\"joined\",\"Jay\"]");
        assertThat(bench.words()).containsExactly("welcome [lobby 0, #Jay 0]", "lobby 1 Bo: one");
        bench.post("#Jay", "hi");
        assertThat(bench.sent()).contains("42[\"message\",\"hi\"]");
    }

    @Test
    void whoIsThrownOutLosesTheConnectionAndComesBack() {
        comeIn();
        bench.receive("41");
        assertThat(bench.asked()).contains("abort");
        bench.lose();
        assertThat(bench.told())
                .last()
                .isInstanceOfSatisfying(
                        LinkEvent.Ended.class,
                        ended -> assertThat(ended.ending()).isInstanceOf(Ending.Lost.class));
    }

    @Test
    void afterAReconnectNothingIsDoubledAndNothingIsMissing() {
        comeIn();
        bench.receive(message("Bo", "one"), message("Bo", "two"));
        bench.lose();
        bench.words();
        bench.sent();
        bench.open().receive(HANDSHAKE_4, "40{\"sid\":\"b\"}").signIn("Ada");
        assertThat(bench.sent()).startsWith("40", "42[\"message\",\"Ada\"]");
        bench.receive(
                "42[\"history\",[" + line("Bo", "two") + "," + line("Bo", "three") + "," + line("Cy", "two") + "]]");
        assertThat(bench.words()).containsExactly("welcome [lobby 2]", "lobby 3 Bo: three", "lobby 4 Cy: two");
        assertThat(bench.history("lobby")).hasSize(4);
        bench.pass(ChatDialect.PAST_DEADLINE);
        assertThat(bench.words()).isEmpty();
    }

    @Test
    void aPastIsToldWholeHoweverLongItIs() {
        bench.open().receive(HANDSHAKE_4, "40{\"sid\":\"b\"}").signIn("Ada");
        String lines = IntStream.range(0, 5_000)
                .mapToObj(i -> line("Bo", String.valueOf(i)))
                .collect(Collectors.joining(","));
        bench.receive("42[\"history\",[" + lines + "]]");
        assertThat(bench.words())
                .hasSize(5_001)
                .startsWith("welcome [lobby 0]", "lobby 1 Bo: 0")
                .endsWith("lobby 5000 Bo: 4999");
        assertThat(((Event.Message) bench.history("lobby").getLast()).text()).isEqualTo("4999");
    }

    @Test
    void inOneRoomWhatIsSaidTwiceAtOnceWasSaidTwice() {
        comeIn();
        bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName("Jay")));
        bench.receive("42[\"joined\",\"Jay\"]");
        bench.words();
        bench.receive(copy("hi", "00.100"), copy("hi", "00.102"));
        assertThat(bench.words()).containsExactly("#Jay 1 Bo: hi", "#Jay 2 Bo: hi");
    }

    @Test
    void someServersSendACopyForEachSharedRoom() {
        comeIn();
        for (String room : List.of("Jay", "Tse")) {
            bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName(room)));
            bench.receive("42[\"joined\",\"" + room + "\"]");
        }
        bench.words();
        bench.receive(copy("hi", "00.100"), copy("hi", "00.102"), copy("ho", "00.103"), copy("hi", "01.000"));
        assertThat(bench.words()).containsExactly("#Tse 1 Bo: hi", "#Tse 2 Bo: ho", "#Tse 3 Bo: hi");
        bench.receive(copy("hi", "02.000"), copy("hi", "03.000"));
        assertThat(bench.words()).containsExactly("#Tse 4 Bo: hi", "#Tse 5 Bo: hi");
        // The others send each once, also where two are alike.
        bench.receive(message("Bo", "ok"), message("Bo", "ok"));
        assertThat(bench.words()).containsExactly("#Tse 6 Bo: ok", "#Tse 7 Bo: ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4",
                "42",
                "42[]",
                "42[7]",
                "42{\"a\":1}",
                "42[\"message\"]",
                "42[\"message\",null]",
                "42[\"message\",{\"user\":null,\"content\":\"x\"}]",
                "42[\"message\",{\"user\":\"Bo\",\"content\":7}]",
                "42[\"joined\",{}]",
                "42[\"history\",\"none\"]",
                "42/other,[\"message\",{\"user\":\"Bo\",\"content\":\"x\"}]",
                "45-[\"binary\"]",
                "6",
                "x"
            })
    void whatMakesNoSenseIsIgnored(String packet) {
        comeIn();
        bench.receive(packet);
        assertThat(bench.words()).isEmpty();
        bench.receive(message("<img src=x>", "<b>hi</b>"));
        assertThat(bench.words()).containsExactly("lobby 1 <img src=x>: <b>hi</b>");
    }

    private void join(String room) {
        bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName(room)));
    }

    private void leave(String room) {
        bench.ask(id -> new ClientFrame.Leave(id, new ClientFrame.RoomKey.ByName(room)));
    }

    private void comeIn() {
        bench.open().receive(HANDSHAKE_4, "40{\"sid\":\"b\"}").signIn("Ada").pass(ChatDialect.PAST_DEADLINE);
        bench.sent();
        bench.words();
    }

    private static String copy(String content, String second) {
        return "42[\"message\",{\"username\":\"Bo\",\"content\":\"" + content + "\",\"createAt\":\"2026-11-20T09:22:"
                + second + "Z\"}]";
    }

    private static String message(String user, String content) {
        return "42[\"message\"," + line(user, content) + "]";
    }

    private static String line(String user, String content) {
        return "{\"user\":\"" + user + "\",\"color\":\"#00bcd4\",\"content\":\"" + content
                + "\",\"createAt\":\"11/20/2026, 9:22:00 AM\"}";
    }
}
