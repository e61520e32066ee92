package hearth.client.link.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.LinkEvent;
import hearth.client.link.foreign.ForeignBench;
import hearth.client.transport.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalkDialectTest {
    private static final String HANDSHAKE_4 =
            "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";
    private static final String HANDSHAKE_2 =
            "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";

    private final ForeignBench bench = new ForeignBench(TalkDialect.KIND);

    @Test
    void nobodyIsToldTheName() {
        bench.open().receive(HANDSHAKE_2, "40").signIn("Ada");
        assertThat(bench.words()).containsExactly("welcome [lobby 0]");
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void whatIsSaidGoesUpInEveryWayUntilTheServerShowsItsOwn() {
        comeIn();
        bench.post("lobby", "你好 😀");
        assertThat(bench.sent())
                .containsExactly("42[\"talk\",\"你好 😀\"]", "42[\"chatEvent\",\"你好 😀\"]", "42[\"message\",\"你好 😀\"]");
        assertThat(bench.words()).containsExactly("ok lobby 1", "lobby 1 Ada: 你好 😀");
        bench.receive("42[\"message\",\"/ 欢迎光临\"]", "42[\"ServerMsg\",\"hi\"]");
        assertThat(bench.words()).containsExactly("lobby 2 kitchen: / 欢迎光临", "lobby 3 kitchen: hi");
        bench.post("lobby", "ho");
        assertThat(bench.sent()).containsExactly("42[\"chatEvent\",\"ho\"]");
    }

    @Test
    void twoNamespacesOfAHostAreTwoServersOfTwoNames() {
        assertThat(named("ws://kitchen:3000/news")).isEqualTo("kitchen/news");
        assertThat(named("ws://kitchen:3000/chat")).isEqualTo("kitchen");
    }

    private static String named(String address) {
        ForeignBench there = new ForeignBench(TalkDialect.KIND, address);
        LinkEvent recognised = there.open().receive(HANDSHAKE_4).told().getFirst();
        return ((LinkEvent.Recognised) recognised).server().name();
    }

    @Test
    void anyValueIsShownAsText() {
        comeIn();
        bench.receive(
                "42[\"talk\",7]", "42[\"talk\",{\"a\":[null]}]", "42[\"talk\",null]", "42[\"talk\",\"<b>x</b>\"]");
        assertThat(bench.words())
                .containsExactly(
                        "lobby 1 kitchen: 7",
                        "lobby 2 kitchen: {\"a\":[null]}",
                        "lobby 3 kitchen: null",
                        "lobby 4 kitchen: <b>x</b>");
    }

    @Test
    void whatCameInMoreThanOneWayIsShownOnceAndWhatWasSaidTwiceTwice() {
        comeIn();
        bench.receive("42[\"talk\",\"hi\"]", "42[\"ServerMsg\",\"hi\"]", "42[\"message\",\"hi\"]");
        bench.receive("42[\"talk\",\"ho\"]", "42[\"talk\",\"ho\"]");
        assertThat(bench.words()).containsExactly("lobby 1 kitchen: hi", "lobby 2 kitchen: ho", "lobby 3 kitchen: ho");
    }

    @Test
    void aWayThatComesAgainBeginsAnewWhatWasSaid() {
        comeIn();
        for (int i = 0; i < 2; i++) {
            bench.receive("42[\"talk\",\"hi\"]", "42[\"ServerMsg\",\"hi\"]", "42[\"message\",\"hi\"]");
        }
        assertThat(bench.words()).containsExactly("lobby 1 kitchen: hi", "lobby 2 kitchen: hi");
    }

    @Test
    void thePathOfTheAddressIsTheNamespace() {
        ForeignBench news = new ForeignBench(TalkDialect.KIND, "ws://kitchen:3000/news");
        news.open().receive(HANDSHAKE_4);
        assertThat(news.dialled()).startsWith("ws://kitchen:3000/socket.io/?EIO=4&transport=websocket ");
        assertThat(news.sent()).containsExactly("40/news,");
        news.receive("40/news,{\"sid\":\"b\"}").signIn("Ada");
        news.words();
        news.receive("42[\"talk\",\"elsewhere\"]", "42/news,[\"talk\",\"here\"]");
        assertThat(news.words()).containsExactly("lobby 1 kitchen: here");
        news.post("lobby", "hi");
        assertThat(news.sent()).containsExactly("42/news,[\"talk\",\"hi\"]");
    }

    @Test
    void aServerOfVersion2GreetsInTheWholeBeforeTheNamespaceIsJoined() {
        ForeignBench news = new ForeignBench(TalkDialect.KIND, "ws://kitchen:3000/news");
        news.open().receive(HANDSHAKE_2, "40", "42[\"message\",\"/ 欢迎光临\"]").signIn("Ada");
        assertThat(news.sent()).containsExactly("40/news,");
        assertThat(news.words()).isEmpty();
        news.receive("40/news,", "42/news,[\"message\",\"/news 欢迎光临\"]");
        assertThat(news.words()).containsExactly("welcome [lobby 0]", "lobby 1 kitchen: /news 欢迎光临");
    }

    @Test
    void aNamespaceThatIsNotThereIsSaid() {
        ForeignBench nope = new ForeignBench(TalkDialect.KIND, "ws://kitchen:3000/nope");
        nope.open().receive(HANDSHAKE_4).told();
        nope.receive("44/nope,{\"message\":\"Invalid namespace\"}");
        assertThat(nope.told())
                .containsExactly(new LinkEvent.Ended(new Ending.NotAChatServer("the namespace /nope is closed to us")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4", "42", "42[]", "42[7]", "42[\"talk\"]", "42[\"gossip\",\"x\"]", "42{", "42null", "x"})
    void whatMakesNoSenseIsIgnored(String packet) {
        comeIn();
        bench.receive(packet);
        assertThat(bench.words()).isEmpty();
    }

    private void comeIn() {
        bench.open().receive(HANDSHAKE_4, "40{\"sid\":\"b\"}").signIn("Ada");
        bench.sent();
        bench.words();
    }
}
