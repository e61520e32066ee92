package hearth.client.link.jsonroom;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.LinkEvent;
import hearth.client.link.foreign.ForeignBench;
import hearth.client.transport.Ending;
import hearth.protocol.ClientFrame;
import hearth.protocol.Event;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRoomDialectTest {
    private static final String AUTH = "{\"event\":\"auth\",\"message\":\"a.b.c\"}";
    private static final String BEAT = "{\"event\":\"heartbeat\",\"message\":\"ping\"}";
    private static final String BEATEN = "{\"event\":\"heartbeat\",\"message\":\"pong\"}";

    private final ForeignBench withToken = new ForeignBench(JsonRoomDialect.kind(Optional.of("a.b.c")));
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
        bench.open().receive(BEAT);
        assertThat(bench.sent()).containsExactly(BEATEN);
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
        assertThat(bench.words()).containsExactly("error unauthorized needs token");
        withToken.open().receive("{\"event\":\"noauth\",\"message\":\"please auth again\"}");
        assertThat(withToken.told()).singleElement().isInstanceOf(LinkEvent.Recognised.class);
        withToken.signIn("Ada");
        assertThat(withToken.sent().getFirst()).isEqualTo(AUTH);
        withToken.receive("{\"event\":\"noauth\",\"message\":\"please auth again\"}");
        assertThat(withToken.words()).containsExactly("error unauthorized needs token");
    }

    @Test
    void aTokenStaysHereUntilTheServerHasBeaten() {
        withToken.open();
        assertThat(withToken.told()).isEmpty();
        withToken.receive(BEAT);
        assertThat(withToken.told()).singleElement().isInstanceOf(LinkEvent.Recognised.class);
        assertThat(withToken.sent()).isEmpty();
        withToken.signIn("Ada");
        assertThat(withToken.sent()).startsWith(AUTH, BEATEN).hasSize(3);
        withToken.receive(entrance("lobby"), BEAT);
        assertThat(withToken.words()).containsExactly("welcome [lobby 0]", "joined lobby 1 Ada");
        assertThat(withToken.sent()).containsExactly(BEATEN);
    }

    @Test
    void aTokenStaysHereWhereNothingBeats() {
        withToken.open().receive("{\"event\":\"message\",\"message\":\"who are you?\",\"name\":\"Bo\"}", "hello");
        withToken.pass(Duration.ofSeconds(10));
        assertThat(withToken.sent()).isEmpty();
        assertThat(withToken.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        LinkEvent.Ended.class,
                        over -> assertThat(over.ending()).isInstanceOf(Ending.NotAChatServer.class));
    }

    @Test
    void untilTheServerSaysThatTheUserIsInTheNextRoomWhatIsHeardBelongsToTheOldOne() {
        enter();
        join("kitchen");
        bench.receive(
                said("Bo", "bye, Ada"),
                "{\"event\":\"enter\",\"message\":\"Cy\",\"roomId\":\"lobby\",\"name\":\"Cy\",\"num\":2}");
        assertThat(bench.words()).containsExactly("lobby 2 Bo: bye, Ada", "joined lobby 3 Cy");
        bench.receive(entrance("kitchen"), said("Di", "hi, Ada"));
        assertThat(bench.words())
                .containsExactly("entered #kitchen", "joined #kitchen 1 Ada", "#kitchen 2 Di: hi, Ada");
        join("attic");
        bench.receive(said("Di", "stay"), entrance("attic"));
        assertThat(bench.words())
                .containsExactly("#kitchen 3 Di: stay", "gone #kitchen", "entered #attic", "joined #attic 1 Ada");
    }

    @Test
    void whatIsSaidOnTheWayIsForTheNextRoom() {
        enter();
        join("kitchen");
        bench.sent();
        bench.post("lobby", "too late");
        assertThat(bench.words()).containsExactly("error not-member");
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void whoComesBackToARoomFindsWhatWasSaidThere() {
        enter();
        join("kitchen");
        bench.receive(entrance("kitchen"), said("Bo", "soup?"));
        leave("kitchen");
        bench.receive(entrance("lobby"));
        assertThat(bench.words()).contains("gone #kitchen");
        bench.ask(id -> new ClientFrame.Rooms(id, Optional.empty(), Optional.empty(), OptionalInt.empty()));
        assertThat(bench.words()).containsExactly("roomspage");
        join("kitchen");
        bench.receive(entrance("kitchen"), said("Bo", "still hungry?"));
        assertThat(bench.words())
                .containsExactly("entered #kitchen", "joined #kitchen 3 Ada", "#kitchen 4 Bo: still hungry?");
        assertThat(bench.history("#kitchen")).extracting(Event::seq).containsExactly(1L, 2L, 3L, 4L);
        bench.lose();
        bench.open().signIn("Ada").receive(entrance("kitchen"));
        assertThat(bench.words()).contains("welcome [lobby 2, #kitchen 4]");
    }

    @Test
    void aRoomThatWasLeftIsNoLongerAmongTheUsers() {
        enter();
        join("kitchen");
        bench.receive(entrance("kitchen"));
        leave("kitchen");
        bench.receive(said("Bo", "gone already"), entrance("lobby"));
        bench.lose();
        bench.words();
        bench.open().signIn("Ada").receive(entrance("lobby"));
        assertThat(bench.words()).contains("welcome [lobby 2]");
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

    private static String said(String author, String text) {
        return "{\"event\":\"message\",\"message\":\"" + text + "\",\"name\":\"" + author + "\",\"num\":2}";
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
