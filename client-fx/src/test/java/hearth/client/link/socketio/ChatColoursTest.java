package hearth.client.link.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Colour;
import hearth.client.link.LinkEvent;
import hearth.client.link.foreign.ForeignBench;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatColoursTest {
    private static final String HANDSHAKE =
            "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";

    private final ForeignBench bench = new ForeignBench(ChatDialect.KIND);

    @Test
    void whoWritesIsShownInTheColourThatTheServerSends() {
        comeIn();
        bench.receive("42[\"message\"," + line("Bo", "#00BCD4", "hi") + "]");
        assertThat(colours()).containsExactly(coloured("Bo", "#00bcd4"));
    }

    @Test
    void whoComesIsColouredAndTheSystemIsNot() {
        comeIn();
        bench.receive("42[\"message\"," + line("系统", "#8bc34a", "乙加入了聊天！") + "]");
        bench.receive("42[\"message\"," + line("系统", "#8bc34a", "你已加入Jay战队") + "]");
        assertThat(colours()).containsExactly(coloured("乙", "#8bc34a"));
    }

    @Test
    void ofThePastTheNewestColourIsToldLast() {
        comeIn();
        bench.receive("42[\"history\",[" + line("Bo", "#000001", "one") + "," + line("Bo", "#000002", "two") + "]]");
        assertThat(colours()).containsExactly(coloured("Bo", "#000001"), coloured("Bo", "#000002"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"red\"", "\"#fff\"", "\"#00bcd4;x:y\"", "\"#00bcdg\"", "\"\"", "null", "7", "[]", "{}"})
    void whatIsNoColourIsIgnoredAndTheWordsAreShown(String colour) {
        comeIn();
        bench.receive("42[\"message\",{\"user\":\"Bo\",\"color\":" + colour + ",\"content\":\"hi\"}]");
        assertThat(bench.told()).singleElement().isInstanceOf(LinkEvent.Arrived.class);
    }

    private void comeIn() {
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada").pass(Duration.ofSeconds(5));
        bench.told();
    }

    private List<LinkEvent> colours() {
        return bench.told().stream()
                .filter(LinkEvent.Coloured.class::isInstance)
                .toList();
    }

    private static LinkEvent coloured(String name, String colour) {
        return new LinkEvent.Coloured("name:" + name, new Colour(colour));
    }

    private static String line(String user, String colour, String content) {
        return "{\"user\":\"" + user + "\",\"color\":\"" + colour + "\",\"content\":\"" + content + "\"}";
    }
}
