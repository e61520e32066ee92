package hearth.client.link.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.foreign.ForeignBench;
import hearth.protocol.ClientFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom something private is sent: a server may end with what it cannot pass on. */
class ChatPrivatesTest {
    private static final String HANDSHAKE =
            "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";

    private final ForeignBench bench = new ForeignBench(ChatDialect.KIND);

    /** There are servers that a message to a name nobody bears ends; until they show that they are none, all may be. */
    @Test
    void aServerThatSuchAMessageMayEndIsSentNoneToANameThatWasNotHeard() {
        comeIn();
        assertRefused("Bo", "unknown-user");
        bench.receive(ofCopier("hi"));
        bench.words();
        assertRefused("Bob", "unknown-user");
        assertRefused("系统", "unknown-user");
        assertSent("Bo");
        bench.receive(
                "42[\"message\",{\"username\":\"系统\",\"content\":\"<a>Cy</a> 加入了聊天\",\"createAt\":\"2026-11-20T09:22:00.000Z\"}]");
        bench.words();
        assertSent("Cy");
        bench.lose();
        bench.words();
        comeIn();
        assertRefused("Cy", "unknown-user");
    }

    @Test
    void whereTheServerTakesAnyNameAnybodyIsAddressed() {
        comeIn();
        bench.receive(message("Cy", "hi"));
        bench.words();
        assertSent("Bo");
        bench.lose();
        bench.words();
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada").receive("42[\"allMessages\",[]]");
        bench.words();
        assertSent("Bo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"constructor", "__proto__", "toString", "valueOf", "hasOwnProperty"})
    void noServerIsAskedForWhatEveryObjectHas(String name) {
        comeIn();
        bench.receive(message(name, "hi"));
        bench.words();
        assertRefused(name, "unknown-user");
        bench.post("lobby", "@" + name + " \u0085hi");
        assertThat(bench.sent()).containsExactly("42[\"message\",\"@" + name + "\u00a0\u0085hi\"]");
    }

    @Test
    void whatEndsALineForTheServerEndsItForUs() {
        comeIn();
        bench.receive(message("Bo", "hi"));
        bench.ask(id -> new ClientFrame.OpenDirect(id, new ClientFrame.UserKey.ByName("Bo")));
        bench.sent();
        bench.post("@Bo", "\u2028one\u2029two\r\nthree");
        assertThat(bench.sent())
                .containsExactly(
                        "42[\"message\",\"@Bo one\"]", "42[\"message\",\"@Bo two\"]", "42[\"message\",\"@Bo three\"]");
    }

    private void assertRefused(String name, String error) {
        bench.ask(id -> new ClientFrame.OpenDirect(id, new ClientFrame.UserKey.ByName(name)));
        bench.sent();
        bench.words();
        bench.post("@" + name, "hi");
        assertThat(bench.words()).containsExactly("error " + error);
        assertThat(bench.sent()).isEmpty();
    }

    private void assertSent(String name) {
        bench.ask(id -> new ClientFrame.OpenDirect(id, new ClientFrame.UserKey.ByName(name)));
        bench.sent();
        bench.words();
        bench.post("@" + name, "hi");
        assertThat(bench.sent()).containsExactly("42[\"message\",\"@" + name + " hi\"]");
        bench.words();
    }

    private void comeIn() {
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada").pass(ChatDialect.PAST_DEADLINE);
        bench.sent();
        bench.words();
    }

    private static String message(String user, String content) {
        return "42[\"message\",{\"user\":\"" + user + "\",\"content\":\"" + content + "\"}]";
    }

    private static String ofCopier(String content) {
        return "42[\"message\",{\"username\":\"Bo\",\"content\":\"" + content
                + "\",\"createAt\":\"2026-11-20T09:22:00Z\"}]";
    }
}
