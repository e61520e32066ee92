package hearth.client.link.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer.SyncResult;
import hearth.protocol.Event;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LogTest {
    private final Log log = new Log(new Place.Lobby());

    private void say(String text) {
        Event.Stamp stamp = new Event.Stamp("lobby", log.next(), ForeignBench.NOW, Memory.user("Bo"));
        log.add(new Event.Message(stamp, "c" + log.next(), text, OptionalLong.empty(), List.of(), false));
    }

    @Test
    void ofLongMessagesFewerAreKept() {
        String half = "x".repeat(Log.MOST_CHARS / 2);
        say(half);
        say(half);
        assertThat(log.messages()).hasSize(2);
        say("y");
        assertThat(log.messages()).hasSize(2);
        assertThat(log.after(0)).isEqualTo(new SyncResult.Reload(3));
        for (int i = 0; i < Log.MOST; i++) {
            say("z");
        }
        assertThat(log.messages()).hasSize(Log.MOST);
    }

    @Test
    void theNewestIsKeptHoweverLongItIs() {
        say("x".repeat(Log.MOST_CHARS + 1));
        assertThat(log.messages()).hasSize(1);
    }
}
