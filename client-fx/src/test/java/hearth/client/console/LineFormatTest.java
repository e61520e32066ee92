package hearth.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineFormatTest {
    private static final OutputLine MESSAGE =
            new OutputLine.Message("lobby", "room", "Ada", "hi\n\u001b[2J\"世界", false, 42, true);

    private static final OutputLine UNSENT = new OutputLine.Unsent(
            7, "lobby", new OutputLine.Outbox("a1", "post", "hi", "unconfirmed", Optional.empty()));

    private final JsonLines json = new JsonLines();
    private final PlainLines plain = new PlainLines();

    @Test
    void jsonHasAlwaysTheSameFieldsInTheSameOrder() {
        assertThat(json.write(new OutputLine.State("ONLINE"))).isEqualTo("{\"event\":\"state\",\"state\":\"ONLINE\"}");
        assertThat(json.write(MESSAGE))
                .isEqualTo("{\"event\":\"message\",\"conversation\":\"lobby\",\"kind\":\"room\",\"author\":\"Ada\","
                        + "\"text\":\"hi\\n\\u001B[2J\\\"世界\",\"own\":false,\"seq\":42,\"history\":true}");
        assertThat(json.write(new OutputLine.Outbox("a1", "post", "hi", "failed", Optional.of("muted"))))
                .isEqualTo(
                        "{\"event\":\"outbox\",\"clientId\":\"a1\",\"text\":\"hi\",\"state\":\"failed\",\"reason\":\"muted\",\"work\":\"post\"}");
        assertThat(json.write(new OutputLine.Outbox("a1", "post", "hi", "sent", Optional.empty())))
                .endsWith("\"state\":\"sent\",\"reason\":null,\"work\":\"post\"}");
        assertThat(json.write(UNSENT))
                .isEqualTo(
                        "{\"event\":\"unsent\",\"conversation\":\"lobby\",\"number\":7,\"clientId\":\"a1\",\"text\":\"hi\","
                                + "\"state\":\"unconfirmed\",\"reason\":null,\"work\":\"post\"}");
        assertThat(json.write(new OutputLine.Edited("lobby", 42, "ho")))
                .isEqualTo("{\"event\":\"edited\",\"conversation\":\"lobby\",\"target\":42,\"text\":\"ho\"}");
        assertThat(json.write(new OutputLine.Deleted("lobby", 42)))
                .isEqualTo("{\"event\":\"deleted\",\"conversation\":\"lobby\",\"target\":42,\"text\":\"\"}");
        assertThat(json.write(new OutputLine.Missed("lobby")))
                .isEqualTo("{\"event\":\"missed\",\"conversation\":\"lobby\"}");
        assertThat(json.write(new OutputLine.Joined("lobby", "Bo")))
                .isEqualTo("{\"event\":\"joined\",\"conversation\":\"lobby\",\"user\":\"Bo\"}");
        assertThat(json.write(new OutputLine.Left("lobby", "Bo")))
                .isEqualTo("{\"event\":\"left\",\"conversation\":\"lobby\",\"user\":\"Bo\"}");
        assertThat(json.write(new OutputLine.Notice("so"))).isEqualTo("{\"event\":\"notice\",\"text\":\"so\"}");
        assertThat(json.write(new OutputLine.Rooms(List.of("a", "b"))))
                .isEqualTo("{\"event\":\"rooms\",\"names\":[\"a\",\"b\"]}");
        assertThat(json.write(new OutputLine.Members(List.of()))).isEqualTo("{\"event\":\"members\",\"names\":[]}");
    }

    @Test
    void plainLinesCannotBeBrokenOut() {
        assertThat(plain.write(MESSAGE)).isEqualTo("[lobby] Ada: hi\\n\\x1b[2J\"世界");
        assertThat(plain.write(new OutputLine.Message("Bo", "direct", "Bo", "a\tb\rc", false, 1, false)))
                .isEqualTo("[with Bo] Bo: a b\\rc");
    }

    @Test
    void plainLinesSayTheSame() {
        assertThat(plain.write(new OutputLine.State("ONLINE"))).isEqualTo("-- online");
        assertThat(plain.write(new OutputLine.Outbox("a1", "post", "hi", "failed", Optional.of("muted"))))
                .isEqualTo("-- failed (muted): hi");
        assertThat(plain.write(new OutputLine.Outbox("a1", "delete", "", "failed", Optional.of("muted"))))
                .isEqualTo("-- delete failed (muted): ");
        assertThat(plain.write(new OutputLine.Outbox("a1", "post", "hi", "sent", Optional.empty())))
                .isEqualTo("-- sent: hi");
        assertThat(plain.write(UNSENT)).isEqualTo("-- 7. [lobby] unconfirmed: hi");
        assertThat(plain.write(new OutputLine.Edited("lobby", 42, "ho"))).isEqualTo("[lobby] #42 now reads: ho");
        assertThat(plain.write(new OutputLine.Deleted("lobby", 42))).isEqualTo("[lobby] #42 was deleted");
        assertThat(plain.write(new OutputLine.Missed("lobby")))
                .isEqualTo("[lobby] some messages from this time may be missing");
        assertThat(plain.write(new OutputLine.Joined("lobby", "Bo"))).isEqualTo("[lobby] Bo joined");
        assertThat(plain.write(new OutputLine.Left("lobby", "Bo"))).isEqualTo("[lobby] Bo left");
        assertThat(plain.write(new OutputLine.Notice("so"))).isEqualTo("-- so");
        assertThat(plain.write(new OutputLine.Rooms(List.of("a", "b")))).isEqualTo("-- rooms: a, b");
        assertThat(plain.write(new OutputLine.Members(List.of("Ada")))).isEqualTo("-- members: Ada");
    }
}
