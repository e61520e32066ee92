package hearth.client.link.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.TextLimit;
import hearth.client.link.jsonroom.JsonRoomDialect;
import hearth.client.link.koa.KoaDialect;
import hearth.client.link.socketio.ChatDialect;
import hearth.client.link.socketio.CommandsDialect;
import hearth.client.link.socketio.TalkDialect;
import hearth.client.link.text.TextDialect;
import hearth.protocol.ClientFrame;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts at the limit of the foreign dialects, and one byte beyond, both ways. */
class LongTextsTest {
    private static final int MOST = TextLimit.UNTOLD.most();
    private static final List<String> LONGEST =
            List.of("x".repeat(MOST), "字".repeat(MOST / 3) + "x", "😀".repeat(MOST / 4), "\"".repeat(MOST));

    private static final String HANDSHAKE =
            "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";

    /** A kind of server, how it lets Ada in, and what it sends when Bo says TEXT. */
    record Server(Dialect.Kind kind, Consumer<ForeignBench> lettingIn, String said) {

        ForeignBench welcome() {
            ForeignBench bench = new ForeignBench(kind, "ws://kitchen:3000").dial();
            lettingIn.accept(bench);
            assertThat(bench.words()).anyMatch(word -> word.startsWith("welcome"));
            bench.sent();
            return bench;
        }

        String says(String text) {
            String quoted = ForeignJson.object().put("text", text).get("text").toString();
            return said.replace("TEXT", kind.equals(TextDialect.KIND) ? text : quoted);
        }

        @Override
        public String toString() {
            return kind.name().text();
        }
    }

    static Stream<Server> servers() {
        return Stream.of(
                new Server(TextDialect.KIND, bench -> bench.opened().signIn("Ada"), "TEXT"),
                new Server(
                        JsonRoomDialect.kind(Optional.empty()),
                        LongTextsTest::enterRoom,
                        "{\"event\":\"message\",\"message\":TEXT,\"name\":\"Bo\"}"),
                new Server(
                        KoaDialect.KIND,
                        LongTextsTest::enterWithCookie,
                        "{\"type\":\"chat\",\"user\":{\"name\":\"Bo\"},\"data\":TEXT}"),
                new Server(
                        ChatDialect.KIND,
                        LongTextsTest::enterSocketIo,
                        "42[\"message\",{\"user\":\"Bo\",\"content\":TEXT}]"),
                new Server(TalkDialect.KIND, LongTextsTest::enterSocketIo, "42[\"talk\",TEXT]"),
                new Server(
                        CommandsDialect.KIND,
                        LongTextsTest::enterByCommand,
                        "42[\"message\",{\"body\":{\"msgs\":[{\"from\":\"Bo\",\"text\":TEXT}]}}]"));
    }

    private static void enterRoom(ForeignBench bench) {
        bench.opened().signIn("Ada");
        bench.receive("{\"event\":\"enter\",\"message\":\"Ada\",\"name\":\"Ada\",\"roomId\":\"lobby\"}");
    }

    private static void enterWithCookie(ForeignBench bench) {
        bench.answer(200).signIn("Ada").answer(302, "name=abc").opened();
        bench.receive("{\"type\":\"list\",\"data\":[]}");
    }

    private static void enterSocketIo(ForeignBench bench) {
        bench.opened().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada").pass(Duration.ofSeconds(3));
    }

    private static void enterByCommand(ForeignBench bench) {
        enterSocketIo(bench);
        bench.receive(answer(1), answer(2));
    }

    private static String answer(int number) {
        return "42[\"message\",{\"seq\":" + number + ",\"body\":{\"code\":200}}]";
    }

    static Stream<Arguments> serversAndTexts() {
        return servers().flatMap(server -> LONGEST.stream().map(text -> Arguments.of(server, text)));
    }

    @ParameterizedTest
    @MethodSource("serversAndTexts")
    void theLongestTextsAreSaid(Server server, String text) {
        ForeignBench bench = server.welcome();
        bench.post("lobby", text);
        assertThat(bench.words()).noneMatch(word -> word.startsWith("error"));
        assertThat(bench.sent()).isNotEmpty().allMatch(frame -> said(frame).contains(text));
    }

    /** A frame whose strings are as they were before they became JSON, or JSON in JSON. */
    private static String said(String frame) {
        return frame.replace("\\", "");
    }

    @ParameterizedTest
    @MethodSource("serversAndTexts")
    void theLongestTextsAreHeard(Server server, String text) {
        ForeignBench bench = server.welcome();
        bench.receive(server.says(text));
        assertThat(bench.words()).hasSize(1).allMatch(word -> word.endsWith(": " + text));
    }

    @ParameterizedTest
    @MethodSource("serversAndTexts")
    void whatIsOneByteLongerIsNotSent(Server server, String text) {
        ForeignBench bench = server.welcome();
        bench.post("lobby", text + "x");
        assertThat(bench.sent()).isEmpty();
        assertThat(bench.words()).containsExactly("error too-long");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void halfACharacterIsNeitherSentNorDoesItCostTheConnection(Server server) {
        ForeignBench bench = server.welcome();
        bench.post("lobby", "half \ud83d");
        bench.post("@\ud800", "hi");
        bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName("\ud800")));
        assertThat(bench.sent()).isEmpty();
        assertThat(bench.words()).hasSize(3).allMatch(word -> word.startsWith("error"));
        bench.receive(server.says("x".repeat(Line.MOST_CHARS + 1)));
        assertThat(bench.words())
                .singleElement()
                .satisfies(word -> assertThat(word).endsWith("x…"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void halfACharacterThatOthersSendIsShownAsAMark(Server server) {
        if (server.kind().equals(TextDialect.KIND)) {
            return;
        }
        ForeignBench bench = server.welcome();
        bench.receive(server.said().replace("TEXT", "\"half \\ud83d of it\""));
        assertThat(bench.words())
                .singleElement()
                .satisfies(word -> assertThat(word).endsWith("half \ufffd of it"));
    }

    @Test
    void aNameThatCannotBeSentIsRefused() {
        ForeignBench bench = new ForeignBench(ChatDialect.KIND).open().receive(HANDSHAKE, "40{\"sid\":\"b\"}");
        bench.sent();
        bench.signIn("\ud800");
        assertThat(bench.sent()).isEmpty();
        assertThat(bench.words()).containsExactly("error name-invalid");
    }

    @Test
    void twentyOfTheLongestTextsComeInOnePageOfThePast() {
        String line = "{\"user\":\"Bo\",\"content\":" + "\"" + "\\u0001".repeat(MOST) + "\"}";
        String page = "42[\"history\",[" + String.join(",", Collections.nCopies(20, line)) + "]]";
        assertThat(page.length()).isLessThan(Desk.MESSAGE_BYTES);
        ForeignBench bench = new ForeignBench(ChatDialect.KIND).open().receive(HANDSHAKE, "40{\"sid\":\"b\"}");
        bench.signIn("Ada").receive(page);
        assertThat(bench.words()).hasSize(21).startsWith("welcome [lobby 0]");
    }
}
