package hearth.client.link.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.LinkEvent;
import hearth.client.link.foreign.Desk;
import hearth.client.link.foreign.ForeignBench;
import hearth.client.transport.Ending;
import hearth.protocol.Event;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsDialectTest {
    private static final String HANDSHAKE =
            "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";
    private static final Instant DAWN = Instant.parse("2026-11-20T06:00:00Z");

    private final ForeignBench bench = new ForeignBench(CommandsDialect.KIND);

    @Test
    void nameThenPastThenWelcome() {
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("甲");
        assertThat(bench.sent()).containsExactly("40", command("login", 1, "{\"name\":\"甲\"}"));
        bench.receive(answer(1, "{\"code\":200}"));
        assertThat(bench.sent()).containsExactly(command("sync", 2, "{\"since\":0}"));
        assertThat(bench.words()).isEmpty();
        bench.receive(answer(2, "{\"code\":200,\"msgs\":[" + message("Bo", "early", DAWN) + "]}"));
        assertThat(bench.words()).containsExactly("welcome [lobby 0]", "lobby 1 Bo: early");
        assertThat(bench.history("lobby"))
                .extracting(event -> event.stamp().at())
                .containsExactly(DAWN);
    }

    @Test
    void onlyThePastMayBeLongerThanAnythingElse() {
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada");
        assertThat(bench.asked()).isEmpty();
        bench.receive(answer(1, "{\"code\":200}"));
        assertThat(bench.asked()).containsExactly("takeUpTo " + CommandsDialect.PAST_BYTES);
        bench.receive(answer(2, "{\"code\":200,\"msgs\":[]}"));
        assertThat(bench.asked()).last().isEqualTo("takeUpTo " + Desk.MESSAGE_BYTES);
    }

    @Test
    void theAnswerWithItsNumberIsTheReceipt() {
        comeIn();
        bench.post("lobby", "一");
        bench.post("lobby", "二");
        assertThat(bench.sent())
                .containsExactly(command("send", 3, "{\"text\":\"一\"}"), command("send", 4, "{\"text\":\"二\"}"));
        assertThat(bench.words()).isEmpty();
        bench.receive(answer(3, "{\"code\":200,\"ts\":" + DAWN.toEpochMilli() + "}"));
        assertThat(bench.words()).containsExactly("ok lobby 1", "lobby 1 Ada: 一");
        assertThat(bench.history("lobby"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.Message.class,
                        message -> assertThat(message.stamp().at()).isEqualTo(DAWN));
        bench.receive(answer(3, "{\"code\":200}"), answer(4, "{\"code\":200}"));
        assertThat(bench.words()).containsExactly("ok lobby 2", "lobby 2 Ada: 二");
    }

    @ParameterizedTest
    @CsvSource({"401,unauthorized", "413,too-long", "429,rate-limited", "403,forbidden", "500,forbidden", "0,forbidden"
    })
    void aCodeThatIsNotGoodIsARefusal(int code, String error) {
        comeIn();
        bench.post("lobby", "x");
        bench.receive(answer(3, "{\"code\":" + code + "}"));
        assertThat(bench.words()).containsExactly("error " + error);
        bench.pass(CommandTable.DEADLINE);
        assertThat(bench.told()).isEmpty();
    }

    @Test
    void aLoginThatIsRefusedIsSaid() {
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada");
        bench.told();
        bench.receive(answer(1, "{\"code\":403}"));
        assertThat(bench.words()).containsExactly("error unauthorized");
    }

    @Test
    void aCommandThatIsNotAnsweredInTimeEndsTheConnection() {
        comeIn();
        bench.post("lobby", "x");
        bench.pass(CommandTable.DEADLINE.minusMillis(1));
        assertThat(bench.told()).isEmpty();
        bench.pass(CommandTable.DEADLINE);
        assertThat(bench.told())
                .containsExactly(new LinkEvent.Ended(new Ending.Lost("send was not answered within 8 s")));
    }

    @Test
    void theAnswerToABeatAnswersNothingElse() {
        comeIn();
        bench.post("lobby", "x");
        bench.sent();
        bench.receive(answer(0, "{\"code\":200}"));
        assertThat(bench.words()).isEmpty();
        bench.receive(answer(3, "{\"code\":200}"));
        bench.words();
        bench.pass(CommandsDialect.BEAT);
        assertThat(bench.sent())
                .containsExactly("42[\"message\",{\"data\":\"{\\\"cmd\\\":\\\"heartbeat\\\",\\\"seq\\\":0}\"}]");
    }

    @Test
    void whatOthersSayComesWithoutANumberAlsoUnderTheOwnName() {
        comeIn();
        bench.post("lobby", "hi");
        bench.receive(notice(message("Bo", "<b>hi</b>", DAWN)), notice(message("Ada", "hi", DAWN)));
        assertThat(bench.words()).containsExactly("lobby 1 Bo: <b>hi</b>", "lobby 2 Ada: hi");
        bench.receive(answer(3, "{\"code\":200}"));
        assertThat(bench.words()).containsExactly("ok lobby 3", "lobby 3 Ada: hi");
    }

    @Test
    void whatIsSaidWhileThePastIsAwaitedComesAfterItAndOnce() {
        comeIn();
        bench.receive(notice(message("Bo", "old", DAWN)));
        bench.lose();
        bench.words();
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada");
        bench.receive(
                answer(1, "{\"code\":200}"),
                notice(message("Bo", "two", DAWN.plusSeconds(2))),
                notice(message("Bo", "two", DAWN.plusSeconds(3))));
        String past = message("Bo", "one", DAWN.plusSeconds(1)) + "," + message("Bo", "two", DAWN.plusSeconds(2));
        bench.receive(answer(2, "{\"code\":200,\"msgs\":[" + past + "]}"));
        assertThat(bench.words())
                .containsExactly("welcome [lobby 1]", "lobby 2 Bo: one", "lobby 3 Bo: two", "lobby 4 Bo: two");
        assertThat(bench.history("lobby"))
                .extracting(event -> ((Event.Message) event).text())
                .containsExactly("old", "one", "two", "two");
    }

    @Test
    void afterAReconnectThePastGoesOnFromWhatIsKnown() {
        comeIn();
        bench.receive(notice(message("Bo", "one", DAWN)), notice(message("Bo", "two", DAWN.plusSeconds(1))));
        bench.lose();
        bench.told();
        bench.sent();
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada");
        bench.receive(answer(1, "{\"code\":200}"));
        long since = DAWN.plusSeconds(1).minus(Duration.ofHours(1)).toEpochMilli();
        assertThat(bench.sent()).last().isEqualTo(command("sync", 2, "{\"since\":" + since + "}"));
        bench.receive(answer(
                2,
                "{\"code\":200,\"msgs\":["
                        + message("Bo", "one", DAWN)
                        + ","
                        + message("Bo", "two", DAWN.plusSeconds(1))
                        + ","
                        + message("Bo", "two", DAWN.plusSeconds(2))
                        + "]}"));
        assertThat(bench.words()).containsExactly("welcome [lobby 2]", "lobby 3 Bo: two");
    }

    /** Whatever such a time hides now would be hidden whenever the user comes back. */
    @ParameterizedTest
    @ValueSource(longs = {4_102_444_800_000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void aTimeThatMakesNoSenseHidesNothingThatIsMissedLater(long millis) {
        assertThat(sinceAfter(millis)).isEqualTo(ForeignBench.NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void aClockThatIsAheadHidesNothingThatIsMissedLater() {
        Instant tonight = ForeignBench.NOW.plus(Duration.ofHours(20));
        assertThat(sinceAfter(tonight.toEpochMilli())).isEqualTo(ForeignBench.NOW.minus(Duration.ofHours(1)));
        Instant soon = ForeignBench.NOW.plus(Duration.ofMinutes(30));
        assertThat(sinceAfter(soon.toEpochMilli()))
                .as("what is still to come is no reason to ask for less")
                .isBeforeOrEqualTo(ForeignBench.NOW.minus(Duration.ofHours(1)));
    }

    /** From when on the past is asked for, after somebody said something at this time. */
    private Instant sinceAfter(long millis) {
        comeIn();
        bench.receive("42[\"message\",{\"body\":{\"msgs\":[{\"ts\":" + millis + ",\"from\":\"M\",\"text\":\"x\"}]}}]");
        bench.lose();
        bench.sent();
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada");
        bench.receive(answer(1, "{\"code\":200}"));
        String sync = bench.sent().getLast();
        return Instant.ofEpochMilli(Long.parseLong(sync.replaceAll(".*since\\D*(-?\\d+).*", "$1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42[\"message\"]",
                "42[\"message\",null]",
                "42[\"message\",\"x\"]",
                "42[\"message\",[]]",
                "42[\"message\",{}]",
                "42[\"message\",{\"body\":null}]",
                "42[\"message\",{\"body\":{\"msgs\":{}}}]",
                "42[\"message\",{\"body\":{\"msgs\":[null,7,{\"from\":null,\"text\":\"x\"},{\"from\":\"Bo\",\"text\":7}]}}]",
                "42[\"message\",{\"seq\":null,\"body\":{\"code\":200}}]",
                "42[\"message\",{\"seq\":\"3\",\"body\":{\"code\":200}}]",
                "42[\"message\",{\"seq\":99,\"body\":{\"code\":200}}]",
                "42[\"message\",{\"seq\":1e99}]",
                "42[\"other\",{\"body\":{\"msgs\":[{\"from\":\"Bo\",\"text\":\"x\"}]}}]"
            })
    void whatMakesNoSenseIsIgnored(String packet) {
        comeIn();
        bench.post("lobby", "hi");
        bench.receive(packet);
        assertThat(bench.words()).isEmpty();
        bench.receive(
                "42[\"message\",{\"cmd\":\"notify\",\"body\":{\"msgs\":[{\"ts\":\"soon\",\"from\":\"Bo\",\"text\":\"x\"}]}}]");
        assertThat(bench.words()).containsExactly("lobby 1 Bo: x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "{}", "{\"code\":\"200\"}", "{\"code\":null}"})
    void anAnswerWithoutACodeIsNotGood(String body) {
        comeIn();
        bench.post("lobby", "hi");
        bench.receive(answer(3, body));
        assertThat(bench.words()).containsExactly("error forbidden");
    }

    private void comeIn() {
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada");
        bench.receive(answer(1, "{\"code\":200}"), answer(2, "{\"code\":200,\"msgs\":[]}"));
        bench.sent();
        bench.told();
    }

    private static String command(String name, int number, String parameters) {
        String packet = "{\"cmd\":\"" + name + "\",\"seq\":" + number + ",\"params\":" + parameters + "}";
        return "42[\"message\",{\"data\":\"" + packet.replace("\"", "\\\"") + "\"}]";
    }

    private static String answer(int number, String body) {
        return "42[\"message\",{\"seq\":" + number + ",\"cmd\":\"any\",\"body\":" + body + "}]";
    }

    private static String notice(String message) {
        return "42[\"message\",{\"cmd\":\"notify\",\"body\":{\"msgs\":[" + message + "]}}]";
    }

    private static String message(String from, String text, Instant at) {
        return "{\"ts\":" + at.toEpochMilli() + ",\"from\":\"" + from + "\",\"text\":\"" + text + "\"}";
    }
}
