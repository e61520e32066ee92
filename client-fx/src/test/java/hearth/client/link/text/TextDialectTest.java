package hearth.client.link.text;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.foreign.ForeignBench;
import hearth.client.link.foreign.Recording;
import org.junit.jupiter.api.Test;

class TextDialectTest {
    private final ForeignBench bench = new ForeignBench(TextDialect.KIND);

    @Test
    void nothingOfTheUsersIsSentButWhatTheUserWrites() {
        bench.open().signIn("Ada");
        assertThat(bench.words()).containsExactly("welcome [lobby 0]");
        assertThat(bench.sent()).isEmpty();
        bench.post("lobby", "hello 世界");
        assertThat(bench.sent()).containsExactly("hello 世界");
        assertThat(bench.words()).containsExactly("ok lobby 1", "lobby 1 Ada: hello 世界");
    }

    @Test
    void whatArrivesIsTheServers() {
        bench.open().signIn("Ada");
        bench.words();
        bench.receive("ECHO: hello", "<b>markup</b>");
        assertThat(bench.words()).containsExactly("lobby 1 kitchen: ECHO: hello", "lobby 2 kitchen: <b>markup</b>");
    }

    @Test
    void aRecordedEchoSaysEverythingAgain() {
        bench.open().signIn("Ada");
        for (Recording.Message message : Recording.of("s004-echo", 1)) {
            if (message.isServers()) {
                bench.receive(message.text());
            } else {
                bench.post("lobby", message.text());
                assertThat(bench.sent()).containsExactly(message.text());
            }
        }
        assertThat(bench.words())
                .containsExactly(
                        "welcome [lobby 0]",
                        "ok lobby 1",
                        "lobby 1 Ada: hello",
                        "lobby 2 kitchen: ECHO: hello",
                        "ok lobby 3",
                        "lobby 3 Ada: 哎呦，不错哦",
                        "lobby 4 kitchen: ECHO: 哎呦，不错哦");
    }

    @Test
    void whatIsTooLongOrBlankIsRefusedBeforeItIsSent() {
        bench.open().signIn("Ada");
        bench.words();
        bench.post("lobby", "x".repeat(65_537));
        bench.post("lobby", " \n ");
        bench.post("elsewhere", "hi");
        assertThat(bench.words()).containsExactly("error too-long", "error empty", "error unknown-conversation");
        assertThat(bench.sent()).isEmpty();
    }
}
