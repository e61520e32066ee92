package hearth.client.link.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.foreign.ForeignBench;
import org.junit.jupiter.api.Test;

/** How long the past is waited for, behind which comes what the user says. */
class ChatPastTest {
    private static final String HANDSHAKE =
            "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";

    private final ForeignBench bench = new ForeignBench(ChatDialect.KIND);

    @Test
    void whatIsToBeSentWaitsForAPastThatComesLate() {
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada");
        bench.pass(ChatDialect.PAST_DEADLINE.minusMillis(1));
        assertThat(bench.words()).isEmpty();
        bench.receive("42[\"history\",[" + line("Bo", "one") + "]]");
        assertThat(bench.words()).containsExactly("welcome [lobby 0]", "lobby 1 Bo: one");
    }

    @Test
    void aServerThatTellsAnEmptyPastTooIsWaitedForLonger() {
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada").receive("42[\"allMessages\",[]]");
        assertThat(bench.words()).containsExactly("welcome [lobby 0]");
        bench.lose();
        bench.words();
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada");
        bench.pass(ChatDialect.CERTAIN_PAST_DEADLINE.minusMillis(1));
        assertThat(bench.words()).isEmpty();
        bench.receive("42[\"allMessages\",[" + line("Bo", "one") + "]]");
        assertThat(bench.words()).containsExactly("welcome [lobby 0]", "lobby 1 Bo: one");
    }

    @Test
    void aServerThatNeverTellsThePastIsNotWaitedFor() {
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").receive(ofCopier("too early"));
        bench.signIn("Ada").receive(ofCopier("hi"));
        assertThat(bench.words()).startsWith("welcome [lobby 0]");
        bench.lose();
        bench.words();
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada").pass(ChatDialect.NO_PAST_DEADLINE);
        assertThat(bench.words()).singleElement().asString().startsWith("welcome");
    }

    private static String ofCopier(String content) {
        return "42[\"message\",{\"username\":\"Bo\",\"content\":\"" + content
                + "\",\"createAt\":\"2026-11-20T09:22:00Z\"}]";
    }

    private static String line(String user, String content) {
        return "{\"user\":\"" + user + "\",\"content\":\"" + content + "\"}";
    }
}
