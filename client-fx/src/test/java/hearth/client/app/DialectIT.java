package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packaged consoles on real servers of other dialects. */
class DialectIT {
    private static final String HOSTILE = "be hostile";
    private static final String[] MEANWHILE = {"first meanwhile", "第二 😀", "third meanwhile"};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4"})
    void chatsOnEachVersionOfSocketIo(String version) throws Exception {
        try (ForeignParty party = party("socketio-chat", "chat.js", version)) {
            party.invite("Ada", "Bo");
            Program ada = party.guest("Ada");
            Program bo = party.guest("Bo");
            ada.type("大家好 😀");
            bo.awaitLine(message("lobby", "Ada", "大家好 😀"));
            party.invite("Cy");
            Program cy = party.guest("Cy");
            cy.type("/history 20");
            cy.awaitLine("\"author\":\"Ada\",\"text\":\"大家好 😀\",\"own\":false,\"seq\":1,\"history\":true");
            bo.awaitLine("{\"event\":\"joined\",\"conversation\":\"lobby\",\"user\":\"Cy\"}");

            ada.type("/msg Bo between us");
            bo.awaitLine("\"author\":\"Ada\",\"text\":\"between us\"");
            ada.type(HOSTILE);
            cy.awaitLine("\"author\":\"<img src=x onerror=alert(1)>\",\"text\":\"<script>");

            for (Program each : List.of(ada, bo)) {
                each.type("/join Jay");
                each.awaitLine("Current conversation: Jay");
            }
            ada.type("only here");
            bo.awaitLine(message("Jay", "Ada", "only here"));
            party.sayGoodbye("Cy");
            party.crashWhile("Ada", MEANWHILE);
            bo.awaitLine(message("Jay", "Ada", MEANWHILE[2]));
            ada.type("/leave");
            ada.awaitLine("\"author\":\"系统\",\"text\":\"你已离开Jay战队\"");
            party.sayGoodbye();

            assertArrivedOnce(bo, "Ada");
            assertThat(Transcript.words(cy.lines())).doesNotContain("Ada: between us", "Ada: only here");
        }
    }

    @Test
    void aChatThatAnswersNothingAndCopiesEverything() throws Exception {
        try (ForeignParty party = party("socketio-chat", "chat9.js", "2")) {
            party.invite("Ada", "Bo");
            Program ada = party.guest("Ada");
            Program bo = party.guest("Bo");
            ada.type("/msg Bo between us");
            bo.awaitLine("\"author\":\"Ada\",\"text\":\"between us\"");
            bo.type(HOSTILE);
            ada.awaitLine("<img src=x onerror=alert(1)>");
            for (Program each : List.of(ada, bo)) {
                each.type("/join red");
                each.type("/join green");
                each.awaitLine("Current conversation: green");
            }
            ada.type("once for each room");
            ada.type("the end");
            bo.awaitLine(message("green", "Ada", "the end"));
            party.crashWhile("Ada", MEANWHILE);
            bo.awaitLine(message("green", "Ada", MEANWHILE[2]));
            party.sayGoodbye();
            assertArrivedOnce(bo, "Ada");
            assertThat(Transcript.words(bo.lines())).containsOnlyOnce("Ada: once for each room");
        }
    }

    @Test
    void aChatThatStoresEverythingAndNoticesMostThings() throws Exception {
        try (ForeignParty party = party("socketio-chat", "chat10.js", "4")) {
            party.invite("Ada", "Bo");
            Program ada = party.guest("Ada");
            Program bo = party.guest("Bo");
            ada.type("/msg Nobody are you there?");
            ada.awaitLine("\"author\":\"系统\",\"text\":\"你私聊的用户不在线\"");
            bo.type(HOSTILE);
            ada.awaitLine("<img src=x onerror=alert(1)>");
            ada.type("hello");
            bo.awaitLine(message("lobby", "Ada", "hello"));
            party.crashWhile("Ada", MEANWHILE);
            bo.awaitLine(message("lobby", "Ada", MEANWHILE[2]));
            party.sayGoodbye();
            assertArrivedOnce(bo, "Ada");

            Program again = party.start("Bo");
            again.awaitLine("\"state\":\"ONLINE\"");
            again.type("/history 100");
            again.type("back again");
            again.awaitLine(message("lobby", "Bo", "back again"));
            party.sayGoodbye("Bo");
            assertThat(again.lines().stream().filter(line -> line.contains("\"text\":\"" + MEANWHILE[0] + "\"")))
                    .as("what the cache and the server's history both have")
                    .singleElement()
                    .asString()
                    .contains("\"history\":true");
        }
    }

    @Test
    void roomsOfJsonLetNobodyInWithoutAGoodToken() throws Exception {
        try (ForeignParty party = party("jsonroom", "jsonroom.js", "1000", "key")) {
            Program stranger = party.start("Stranger");
            Program forger = party.start("Forger", "--token", jwt("lock"));
            stranger.awaitLine("unauthorized");
            assertThat(stranger.endOfInput()).isEqualTo(2);
            assertThat(forger.endOfInput()).isEqualTo(2);
        }
    }

    @Test
    void roomsOfJson() throws Exception {
        // A beat at which a machine under load is not cut off between a line and its echo.
        try (ForeignParty party = party("jsonroom", "jsonroom.js", "5000", "key")) {
            for (String name : List.of("Ada", "Bo", "Cy")) {
                party.start(name, "--token", jwt("key")).awaitLine("\"state\":\"ONLINE\"");
            }
            Program ada = party.guest("Ada");
            Program bo = party.guest("Bo");
            Program cy = party.guest("Cy");
            ada.type("大家好 😀");
            cy.awaitLine(message("lobby", "Ada", "大家好 😀"));
            ada.type(HOSTILE);
            cy.awaitLine("\"author\":\"<img src=x onerror=alert(1)>\",\"text\":\"<script>");
            for (Program each : List.of(ada, bo)) {
                each.type("/join Jay");
                each.awaitLine("Current conversation: Jay");
            }
            ada.type("only here");
            bo.awaitLine(message("Jay", "Ada", "only here"));
            party.crashWhile("Ada", MEANWHILE);
            bo.awaitLine(message("Jay", "Ada", MEANWHILE[2]));
            assertArrivedOnce(bo, "Ada");
            party.sayGoodbye("Bo");

            ada.awaitLine("{\"event\":\"left\",\"conversation\":\"Jay\",\"user\":\"Bo\"}");
            ada.type("for who is away");
            ada.awaitLine("\"text\":\"for who is away\",\"state\":\"sent\"");
            Program again = party.start("Bo", "--token", jwt("key"));
            again.awaitLine("\"author\":\"Ada\",\"text\":\"for who is away\"");
            party.sayGoodbye();
            assertThat(Transcript.words(cy.lines())).doesNotContain("Ada: only here");
        }
    }

    @Test
    void theBeatOfEverySecondIsAnswered() throws Exception {
        try (ForeignParty party = party("jsonroom", "jsonroom.js")) {
            party.invite("Ada");
            party.server().awaitLine("Ada answered 3 beats");
            party.sayGoodbye();
        }
    }

    @Test
    void plainTextThatIsPassedOn() throws Exception {
        try (ForeignParty party = party("text", "text.js", "relay")) {
            party.invite("Ada", "Bo", "Cy");
            Program ada = party.guest("Ada");
            Program bo = party.guest("Bo");
            Program cy = party.guest("Cy");
            String longest = "字".repeat(21_845);
            ada.type(longest);
            bo.awaitLine("\"text\":\"" + longest + "\"");
            ada.type(HOSTILE);
            bo.awaitLine("\"text\":\"<img src=x onerror=alert(1)>: <script>");
            party.crashWhile("Ada", MEANWHILE);
            bo.awaitLine(message("lobby", "127.0.0.1", MEANWHILE[2]));
            party.sayGoodbye();
            assertArrivedOnce(bo, "127.0.0.1");
            assertArrivedOnce(cy, "127.0.0.1");
            ada = party.start("Ada");
            ada.type(longest + "字");
            ada.awaitLine("too-long");
            assertThat(ada.endOfInput()).isEqualTo(1);
        }
    }

    @Test
    void plainTextThatIsAnswered() throws Exception {
        try (ForeignParty party = party("text", "text.js", "echo")) {
            party.invite("Ada");
            Program ada = party.guest("Ada");
            ada.type("哎呦，不错哦 😀");
            ada.awaitLine(message("lobby", "127.0.0.1", "ECHO: 哎呦，不错哦 😀"));
            party.crashWhile("Ada", MEANWHILE);
            ada.awaitLine(message("lobby", "127.0.0.1", "ECHO: " + MEANWHILE[2]));
            party.sayGoodbye();
            assertArrivedOnce(ada, "Ada");
        }
    }

    @ParameterizedTest
    @CsvSource({"2, talk", "4, chatEvent"})
    void relaysOnSocketIo(String version, String event) throws Exception {
        try (ForeignParty party = party("socketio-talk", "talk.js", version, event)) {
            party.invite("Ada", "Bo");
            Program ada = party.guest("Ada");
            Program bo = party.guest("Bo");
            ada.type("大家好 😀");
            bo.awaitLine(message("lobby", "127.0.0.1", "大家好 😀"));
            ada.type(HOSTILE);
            bo.awaitLine("\"text\":\"<b>bold</b>\"");
            party.crashWhile("Ada", MEANWHILE);
            bo.awaitLine(message("lobby", "127.0.0.1", MEANWHILE[2]));
            party.sayGoodbye();
            assertArrivedOnce(bo, "127.0.0.1");
        }
    }

    @Test
    void numberedCommands() throws Exception {
        try (ForeignParty party = party("socketio-commands", "commands.js", "4")) {
            party.invite("Ada", "Bo");
            Program ada = party.guest("Ada");
            Program bo = party.guest("Bo");
            ada.type("大家好 😀");
            bo.awaitLine(message("lobby", "Ada", "大家好 😀"));
            party.invite("Cy");
            party.guest("Cy").type("/history 20");
            party.guest("Cy").awaitLine("\"text\":\"大家好 😀\",\"own\":false,\"seq\":1,\"history\":true");
            ada.type(HOSTILE);
            bo.awaitLine("\"author\":\"<img src=x onerror=alert(1)>\",\"text\":\"<script>");
            party.crashWhile("Ada", MEANWHILE);
            bo.awaitLine(message("lobby", "Ada", MEANWHILE[2]));
            party.sayGoodbye();
            assertArrivedOnce(bo, "Ada");
        }
    }

    @Test
    void aChatBehindASignInForm() throws Exception {
        try (ForeignParty party = party("koa", "koa.js")) {
            party.invite("Ada", "Bo", "Cy");
            Program ada = party.guest("Ada");
            Program bo = party.guest("Bo");
            ada.type("大家好 😀");
            bo.awaitLine(message("lobby", "Ada", "大家好 😀"));
            party.sayGoodbye("Cy");
            bo.awaitLine("{\"event\":\"left\",\"conversation\":\"lobby\",\"user\":\"Cy\"}");
            ada.type(HOSTILE);
            bo.awaitLine("\"author\":\"<img src=x onerror=alert(1)>\",\"text\":\"<script>");
            party.crashWhile("Ada", MEANWHILE);
            bo.awaitLine(message("lobby", "Ada", MEANWHILE[2]));
            party.sayGoodbye();
            assertArrivedOnce(bo, "Ada");
        }
    }

    private ForeignParty party(String dialect, String script, String... arguments) throws Exception {
        return new ForeignParty(folder, dialect, new NodeServer(folder, script, arguments));
    }

    private static void assertArrivedOnce(Program reader, String author) throws Exception {
        List<String> expected =
                Stream.of(MEANWHILE).map(text -> author + ": " + text).toList();
        assertThat(Transcript.words(reader.lines()).stream().filter(expected::contains))
                .containsExactlyElementsOf(expected);
    }

    private static String message(String room, String author, String text) {
        return "\"conversation\":\"" + room + "\",\"kind\":\"room\",\"author\":\"" + author + "\",\"text\":\"" + text
                + "\"";
    }

    private static String jwt(String key) throws Exception {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String content = encoder.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString("{\"sub\":\"1\"}".getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return content + "." + encoder.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }
}
