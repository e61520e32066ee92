package hearth.client.link.koa;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.LinkEvent;
import hearth.client.link.foreign.ForeignBench;
import hearth.client.transport.Ending;
import hearth.protocol.PresenceEntry;
import hearth.protocol.ServerFrame;
import hearth.protocol.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KoaDialectTest {
    private static final String COOKIE = "name=eyJpZCI6MSwibmFtZSI6IkFkYSIsImltYWdlIjoxfQ==";

    private final ForeignBench bench = new ForeignBench(KoaDialect.KIND);

    @Test
    void nothingIsDialledBeforeTheFormGaveTheCookie() {
        bench.dial();
        assertThat(bench.questions()).containsExactly("GET http://kitchen:3000/signin");
        assertThat(bench.told()).isEmpty();
        bench.answer(405);
        assertThat(bench.told()).singleElement().isInstanceOf(LinkEvent.Recognised.class);
        bench.signIn("甲 & Co");
        assertThat(bench.questions()).containsExactly("POST http://kitchen:3000/signin name=%E7%94%B2+%26+Co");
        assertThat(bench.dialled()).isEmpty();
        bench.answer(302, COOKIE + "; path=/; httponly", "name.sig=x_1-2; path=/");
        assertThat(bench.dialled()).startsWith("ws://kitchen:3000/ws/chat ");
        assertThat(bench.headers()).isEqualTo(Map.of("Cookie", COOKIE + "; name.sig=x_1-2"));
    }

    @Test
    void anAddressWithAPathAndTlsIsTakenAsItIs() {
        ForeignBench other = new ForeignBench(KoaDialect.KIND, "wss://chat.example/rooms/chat");
        other.dial().answer(200).signIn("Ada").answer(302, COOKIE);
        assertThat(other.questions())
                .containsExactly("GET https://chat.example/signin", "POST https://chat.example/signin name=Ada");
        assertThat(other.dialled()).startsWith("wss://chat.example/rooms/chat ");
    }

    @Test
    void whoIsInTheListIsThereAndIsWelcome() {
        reachSocket();
        bench.receive(event("join", "Ada", "\"Ada joined.\""));
        assertThat(bench.frames()).isEmpty();
        bench.receive(event(
                "list",
                "Ada",
                "[null,{\"id\":7,\"name\":\"Bo\"},{\"id\":1,\"name\":\"Ada\"},7,{\"id\":7,\"name\":\"Bo\"}]"));
        ServerFrame.Welcome welcome = (ServerFrame.Welcome) bench.frames().getFirst();
        assertThat(welcome.online()).extracting(PresenceEntry::name).containsExactly("Bo", "Ada");
        assertThat(welcome.conversations())
                .singleElement()
                .satisfies(lobby -> assertThat(lobby.members()).isEqualTo(2));
    }

    @Test
    void theEchoIsTheAnswerAlsoWhereTheServerTrimmed() {
        comeIn();
        bench.post("lobby", "\u00a0\u3000 大家好\n世界 \n\ufeff");
        assertThat(bench.sent()).containsExactly("大家好\n世界");
        assertThat(bench.words()).isEmpty();
        bench.receive(event("chat", "Bo", "\"大家好\\n世界\""), event("chat", "Ada", "\"大家好\\n世界\""));
        assertThat(bench.words()).containsExactly("lobby 1 Bo: 大家好\n世界", "ok lobby 2", "lobby 2 Ada: 大家好\n世界");
    }

    @Test
    void whatTheServerWouldDropIsRefused() {
        comeIn();
        bench.post("lobby", "\u00a0\ufeff");
        bench.post("lobby", "😀".repeat(16_384) + "x");
        bench.post("lobby", "😀".repeat(16_384));
        assertThat(bench.words()).containsExactly("error empty", "error too-long");
        assertThat(bench.sent()).hasSize(1);
    }

    @Test
    void whoClosesOneOfTwoWindowsIsStillThere() {
        comeIn();
        bench.receive(event("join", "Bo", "\"\""), event("join", "Bo", "\"\""), event("left", "Bo", "\"\""));
        assertThat(bench.words()).containsExactly("joined lobby 1 Bo", "Presence");
        bench.receive(event("left", "Bo", "\"\""), event("left", "Bo", "\"\""));
        assertThat(bench.words()).containsExactly("left lobby 2 Bo", "Presence");
    }

    @Test
    void theOwnSecondWindowDoesNotTakeTheUserAway() {
        comeIn();
        bench.receive(event("join", "Ada", "\"\""), event("left", "Ada", "\"\""));
        assertThat(bench.words()).isEmpty();
    }

    @Test
    void whoIsNotInALaterListHasGone() {
        comeIn();
        bench.receive(event("join", "Bo", "\"\""));
        bench.frames();
        bench.receive(event("list", "Ada", "[{\"name\":\"Ada\"}]"));
        ServerFrame.Presence presence = (ServerFrame.Presence) bench.frames().getFirst();
        assertThat(presence.changes())
                .extracting(entry -> entry.name() + " " + entry.status())
                .containsExactly("Bo " + Status.OFFLINE, "Ada " + Status.ONLINE);
    }

    @Test
    void anInvalidUserIsARefusal() {
        reachSocket();
        bench.close(4001, "Invalid user");
        assertThat(bench.told())
                .first()
                .isInstanceOfSatisfying(
                        LinkEvent.Arrived.class,
                        arrived -> assertThat(((ServerFrame.Error) arrived.frame()).needs())
                                .contains("cookie"));
    }

    @Test
    void laterACloseCodeOfTheServersOwnSaysNothingToUs() {
        comeIn();
        bench.close(4003, "tea");
        assertThat(bench.told()).containsExactly(new LinkEvent.Ended(new Ending.Lost("closed with 4003 tea")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name", "=x", "na me=x", "name=a b", "name=a\"b", "name=x\r\nX: y", "name=é"})
    void aFormThatGivesNoGoodCookieIsARefusal(String cookie) {
        bench.dial().answer(200).signIn("Ada");
        bench.told();
        bench.answer(200, cookie);
        assertThat(bench.words()).containsExactly("error unauthorized needs cookie");
        assertThat(bench.dialled()).isEmpty();
    }

    @Test
    void aServerBehindAProxyThatIsAwayIsTriedAgain() {
        bench.dial().answer(502);
        assertThat(bench.told()).containsExactly(new LinkEvent.Ended(new Ending.Lost("HTTP status 502")));
        bench.dial().answer(200).signIn("Ada");
        bench.told();
        bench.answer(503);
        assertThat(bench.told()).containsExactly(new LinkEvent.Ended(new Ending.Lost("HTTP status 503")));
    }

    @Test
    void aServerOfSocketsAloneIsNotToldTheName() {
        bench.dial().answer(426);
        assertThat(bench.told())
                .containsExactly(new LinkEvent.Ended(new Ending.NotAChatServer("a server of sockets alone")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void aServerWithoutTheFormIsNotToldTheName(int status) {
        bench.dial().answer(status);
        assertThat(bench.told())
                .containsExactly(
                        new LinkEvent.Ended(new Ending.NotAChatServer("no sign-in form: HTTP status " + status)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 304, 405})
    void aServerThatHasTheFormOrTakesItIsRecognised(int status) {
        bench.dial().answer(status);
        assertThat(bench.told()).singleElement().isInstanceOf(LinkEvent.Recognised.class);
    }

    @Test
    void aSilentConnectionIsPingedEveryTwentySecondsAsLongAsItLasts() {
        comeIn();
        for (int i = 0; i < 3; i++) {
            bench.pass(Duration.ofSeconds(20));
        }
        assertThat(bench.asked()).containsExactly("ping", "ping", "ping");
        bench.lose();
        bench.pass(Duration.ofMinutes(2));
        assertThat(bench.asked()).hasSize(3);
    }

    @Test
    void eachConnectionSignsInAnew() {
        comeIn();
        bench.receive(event("chat", "Bo", "\"one\""));
        bench.lose();
        bench.told();
        comeIn();
        bench.receive(event("chat", "Bo", "\"two\""));
        assertThat(bench.words()).containsExactly("lobby 2 Bo: two");
    }

    @Test
    void theUserIsKnownUnderTheNameThatTheServerMadeOfIt() {
        bench.dial().answer(200).signIn("Ada Lovelace").answer(302, COOKIE).opened();
        bench.told();
        bench.receive(event("join", "Ada", "\"Ada joined.\""), event("list", "Ada", "[{\"id\":1,\"name\":\"Ada\"}]"));
        ServerFrame.Welcome welcome = (ServerFrame.Welcome) bench.frames().getFirst();
        assertThat(welcome.user().name()).isEqualTo("Ada");
        assertThat(welcome.online()).extracting(PresenceEntry::name).containsExactly("Ada");
        bench.post("lobby", "hi");
        bench.receive(event("chat", "Ada", "\"hi\""));
        assertThat(bench.words()).containsExactly("ok lobby 1", "lobby 1 Ada: hi");
    }

    @Test
    void whoIsInKeepsTheName() {
        comeIn();
        bench.receive(event("list", "Mallory", "[{\"id\":1,\"name\":\"Ada\"}]"));
        bench.post("lobby", "hi");
        bench.receive(event("chat", "Ada", "\"hi\""));
        assertThat(bench.words()).contains("ok lobby 1", "lobby 1 Ada: hi");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_001})
    void aNameThatCannotBeShownIsRefused(int length) {
        reachSocket();
        bench.receive(event("list", "x".repeat(length), "[]"));
        assertThat(bench.words()).containsExactly("error name-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"type\":7}",
                "{\"type\":\"chat\"}",
                "{\"type\":\"chat\",\"user\":null,\"data\":\"x\"}",
                "{\"type\":\"chat\",\"user\":\"Bo\",\"data\":\"x\"}",
                "{\"type\":\"chat\",\"user\":{\"name\":7},\"data\":\"x\"}",
                "{\"type\":\"chat\",\"user\":{\"name\":\"Bo\"},\"data\":{\"a\":1}}",
                "{\"type\":\"join\",\"user\":null}",
                "{\"type\":\"left\",\"user\":{\"name\":null}}",
                "{\"type\":\"odd\",\"user\":{\"name\":\"Bo\"},\"data\":\"x\"}",
                "<html></html>"
            })
    void whatMakesNoSenseIsIgnored(String text) {
        comeIn();
        bench.receive(text);
        assertThat(bench.words()).isEmpty();
        bench.receive(event("chat", "<img src=x>", "\"<b>hi</b>\""));
        assertThat(bench.words()).containsExactly("lobby 1 <img src=x>: <b>hi</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "{}", "\"x\"", "[null,7,{},[],{\"name\":null}]"})
    void aListThatMakesNoSenseIsAnEmptyOne(String list) {
        reachSocket();
        bench.receive(event("list", "Ada", list));
        assertThat(bench.words()).containsExactly("welcome [lobby 0]");
    }

    private void reachSocket() {
        bench.dial().answer(200).signIn("Ada").answer(302, COOKIE).opened();
        bench.told();
    }

    private void comeIn() {
        reachSocket();
        bench.receive(event("join", "Ada", "\"Ada joined.\""), event("list", "Ada", "[{\"id\":1,\"name\":\"Ada\"}]"));
        bench.told();
    }

    private static String event(String type, String name, String data) {
        return "{\"id\":5,\"type\":\"" + type + "\",\"user\":{\"id\":1,\"name\":\"" + name + "\",\"image\":1},\"data\":"
                + data + "}";
    }
}
