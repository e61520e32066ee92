package hearth.client.link.jsonroom;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.foreign.ForeignBench;
import hearth.protocol.ClientFrame;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRoomDialectTest {
    private final ForeignBench bench = new ForeignBench(JsonRoomDialect.kind(Optional.empty()));

    @Test
    void whoEntersIsWelcomeOnceTheRoomSaysSo() {
        bench.open().signIn("Ada");
        assertThat(bench.words()).isEmpty();
        assertThat(bench.sent())
                .singleElement()
                .asString()
                .startsWith(
                        "{\"event\":\"enter\",\"message\":\"Ada\",\"name\":\"Ada\",\"roomId\":\"lobby\",\"uid\":\"");
        bench.receive("{\"event\":\"enter\",\"message\":\"Ada\",\"roomId\":\"lobby\",\"name\":\"Ada\",\"num\":1}");
        assertThat(bench.words()).containsExactly("welcome [lobby 0]", "joined lobby 1 Ada");
    }

    @Test
    void theBeatIsAnsweredAlsoBeforeAnybodyEnters() {
        bench.open().receive("{\"event\":\"heartbeat\",\"message\":\"ping\"}");
        assertThat(bench.sent()).containsExactly("{\"event\":\"heartbeat\",\"message\":\"pong\"}");
    }

    @Test
    void theOwnEchoIsTheAnswerAndOthersAreHeard() {
        enter();
        bench.post("lobby", "大家好");
        assertThat(bench.sent()).containsExactly("{\"event\":\"message\",\"message\":\"大家好\"}");
        assertThat(bench.words()).isEmpty();
        bench.receive(
                "{\"event\":\"message\",\"message\":\"hi\",\"name\":\"Bo\",\"num\":2}",
                "{\"event\":\"message\",\"message\":\"大家好\",\"name\":\"Ada\",\"num\":2}");
        assertThat(bench.words()).containsExactly("lobby 2 Bo: hi", "ok lobby 3", "lobby 3 Ada: 大家好");
    }

    @Test
    void whoComesAndGoesIsTold() {
        enter();
        bench.receive(
                "{\"event\":\"enter\",\"message\":\"Bo\",\"roomId\":\"lobby\",\"name\":\"Bo\",\"num\":2}",
                "{\"name\":\"Bo\",\"num\":1,\"event\":\"out\"}",
                "{\"num\":0,\"event\":\"out\"}");
        assertThat(bench.words()).containsExactly("joined lobby 2 Bo", "left lobby 3 Bo");
    }

    @Test
    void whatWasSaidMeanwhileComesAfterTheEntrance() {
        bench.open().signIn("Ada");
        bench.receive(
                "{\"event\":\"enter\",\"message\":\"Ada\",\"roomId\":\"lobby\",\"name\":\"Ada\",\"num\":1}",
                "{\"roomId\":\"lobby\",\"event\":\"message\",\"message\":\"offline\",\"name\":\"Bo\",\"num\":1}");
        assertThat(bench.words()).containsExactly("welcome [lobby 0]", "joined lobby 1 Ada", "lobby 2 Bo: offline");
    }

    @Test
    void aConnectionIsInOneRoomAtATimeAndComesBackIntoIt() {
        enter();
        bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName("kitchen")));
        assertThat(bench.sent()).singleElement().asString().contains("\"roomId\":\"kitchen\"");
        bench.receive("{\"event\":\"enter\",\"message\":\"Ada\",\"roomId\":\"kitchen\",\"name\":\"Ada\",\"num\":1}");
        assertThat(bench.words()).containsExactly("entered #kitchen", "joined #kitchen 1 Ada");
        bench.post("lobby", "not there");
        assertThat(bench.words()).containsExactly("error not-member");
        bench.lose();
        bench.open().signIn("Ada");
        assertThat(bench.sent()).singleElement().asString().contains("\"roomId\":\"kitchen\"");
        bench.receive("{\"event\":\"enter\",\"message\":\"Ada\",\"roomId\":\"kitchen\",\"name\":\"Ada\",\"num\":1}");
        assertThat(bench.words()).contains("welcome [lobby 1, #kitchen 1]");
        bench.ask(id -> new ClientFrame.Leave(id, new ClientFrame.RoomKey.ById("#kitchen")));
        assertThat(bench.words()).containsExactly("done", "gone #kitchen");
        assertThat(bench.sent()).singleElement().asString().contains("\"roomId\":\"lobby\"");
    }

    @Test
    void theLobbyIsEnteredByItsNameFromInsideAndFromARoom() {
        enter();
        join("lobby");
        assertThat(bench.words()).containsExactly("entered lobby");
        assertThat(bench.sent()).isEmpty();
        join("kitchen");
        bench.receive(entrance("kitchen"));
        bench.words();
        join("lobby");
        bench.receive(entrance("lobby"));
        assertThat(bench.words()).containsExactly("gone #kitchen", "entered lobby", "joined lobby 2 Ada");
    }

    @Test
    void whoChangesTheirMindOnTheWayEntersTheSecondRoomOnly() {
        enter();
        join("attic");
        join("kitchen");
        assertThat(bench.words()).containsExactly("error forbidden");
        bench.receive(
                entrance("attic"),
                "{\"event\":\"enter\",\"message\":\"Bo\",\"roomId\":\"attic\",\"name\":\"Bo\",\"num\":2}");
        assertThat(bench.words()).isEmpty();
        bench.receive(entrance("kitchen"));
        assertThat(bench.words()).containsExactly("entered #kitchen", "joined #kitchen 1 Ada");
    }

    @Test
    void whoAsksTwiceForOneRoomIsAnsweredTwice() {
        enter();
        join("kitchen");
        join("kitchen");
        assertThat(bench.words()).isEmpty();
        bench.receive(entrance("kitchen"));
        assertThat(bench.words()).containsExactly("entered #kitchen", "entered #kitchen", "joined #kitchen 1 Ada");
        assertThat(bench.sent()).hasSize(1);
        join("kitchen");
        assertThat(bench.words()).containsExactly("entered #kitchen");
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void whoeverIsNotInARoomHasLeftIt() {
        enter();
        leave("attic");
        assertThat(bench.words()).containsExactly("done", "gone #attic");
        join("kitchen");
        bench.sent();
        leave("kitchen");
        assertThat(bench.words()).containsExactly("error forbidden", "done", "gone #kitchen");
        assertThat(bench.sent()).singleElement().asString().contains("\"roomId\":\"lobby\"");
        bench.receive(entrance("kitchen"), entrance("lobby"));
        assertThat(bench.words()).containsExactly("joined lobby 2 Ada");
    }

    @Test
    void aServerThatWantsATokenSaysSoAndGetsIt() {
        bench.open().signIn("Ada");
        bench.sent();
        bench.receive("{\"event\":\"noauth\",\"message\":\"please auth again\"}");
        assertThat(bench.words()).containsExactly("error unauthorized");
        ForeignBench other = new ForeignBench(JsonRoomDialect.kind(Optional.of("a.b.c")));
        other.open().signIn("Ada");
        assertThat(other.sent().getFirst()).isEqualTo("{\"event\":\"auth\",\"message\":\"a.b.c\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"event\":7}",
                "{\"event\":\"message\"}",
                "{\"event\":\"message\",\"message\":{},\"name\":\"Bo\"}",
                "{\"event\":\"message\",\"message\":\"x\",\"name\":null}",
                "{\"event\":\"enter\",\"num\":\"many\"}",
                "{\"event\":\"enter\",\"num\":99999999999}",
                "{\"event\":\"private\",\"message\":\"x\",\"name\":\"Bo\"}",
                "ordinary words"
            })
    void whatMakesNoSenseIsIgnored(String text) {
        enter();
        bench.receive(text);
        assertThat(bench.words()).isEmpty();
        bench.receive("{\"event\":\"message\",\"message\":\"<b>hi</b>\",\"name\":\"<i>Bo</i>\",\"num\":2}");
        assertThat(bench.words()).containsExactly("lobby 2 <i>Bo</i>: <b>hi</b>");
    }

    private void join(String room) {
        bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName(room)));
    }

    private void leave(String room) {
        bench.ask(id -> new ClientFrame.Leave(id, new ClientFrame.RoomKey.ByName(room)));
    }

    private static String entrance(String room) {
        return "{\"event\":\"enter\",\"message\":\"Ada\",\"roomId\":\"" + room + "\",\"name\":\"Ada\",\"num\":1}";
    }

    private void enter() {
        bench.open().signIn("Ada");
        bench.receive(entrance("lobby"));
        bench.sent();
        bench.words();
    }
}
