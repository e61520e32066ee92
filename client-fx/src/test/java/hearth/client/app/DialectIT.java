package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packaged consoles on real servers of other dialects. */
class DialectIT {
    private static final String MARKUP = "\"author\":\"<img src=x onerror=alert(1)>\",\"text\":\"<script>";

    /** So many beats no machine is late with, under whatever load: nobody is cut off between a line and its echo. */
    private static final String PATIENT = "1000";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4"})
    void chatsOnEachVersionOfSocketIo(String version) throws Exception {
        try (ForeignParty party = party("socketio-chat", "chat.js", version)) {
            party.invite("Ada", "Bo");
            party.sayWhatIsHard();
            party.whisper("Ada", "between us", "Bo");
            party.invite("Cy");
            party.guest("Bo").awaitLine("{\"event\":\"joined\",\"conversation\":\"lobby\",\"user\":\"Cy\"}");
            party.awaitPast("Cy", "Ada", "大家好 😀");
            party.makeHostile(MARKUP);
            party.guest("Cy").awaitLine(MARKUP);

            party.join("Jay", "Ada", "Bo");
            party.say("Ada", "only here", "Bo");
            Program cy = party.sayGoodbye("Cy");
            party.crash();
            party.guest("Ada").type("/leave");
            party.guest("Ada").awaitLine("\"author\":\"系统\",\"text\":\"你已离开Jay战队\"");
            party.sayGoodbye("Ada", party.guest("Bo"));
            assertThat(Transcript.words(cy.lines())).doesNotContain("Ada: between us", "Ada: only here");
        }
    }

    @Test
    void aServerOfVersion2ThatLetsEverybodyWaitKnowsEachOnce() throws Exception {
        try (ForeignParty party = party("socketio-chat", "chat.js", "2", "3000")) {
            party.invite("Ada", "Bo");
            party.say("Ada", "once", "Bo");
            party.say("Ada", "the end", "Bo");
            party.say("Bo", "once too", "Ada");
            Program bo = party.sayGoodbye("Bo");
            assertThat(Transcript.words(bo.lines())).containsOnlyOnce("Ada: once", "Ada: the end", "Bo: once too");
        }
    }

    @Test
    void aChatThatAnswersNothingAndCopiesEverything() throws Exception {
        try (ForeignParty party = party("socketio-chat", "chat9.js", "2")) {
            party.invite("Ada", "Bo");
            party.say("Bo", "here I am", "Ada");
            party.whisper("Ada", "between us", "Bo");
            party.makeHostile("<img src=x onerror=alert(1)>");
            party.join("red", "Ada", "Bo");
            party.join("green", "Ada", "Bo");
            party.say("Ada", "once for each room", "Bo");
            party.say("Ada", "the end", "Bo");
            party.crash();
            Program bo = party.guest("Bo");
            party.sayGoodbye("Ada", bo);
            assertThat(Transcript.words(bo.lines())).containsOnlyOnce("Ada: once for each room");

            party.invite("Cy");
            Program cy = party.guest("Cy");
            cy.type("/msg Nobody this would end the server");
            cy.awaitLine("unknown-user");
            assertThat(cy.endOfInput()).isEqualTo(1);
            party.invite("Dee");
        }
    }

    @Test
    void aChatThatStoresEverythingAndNoticesMostThings() throws Exception {
        try (ForeignParty party = party("socketio-chat", "chat10.js", "4")) {
            party.invite("Ada", "Bo");
            party.guest("Ada").type("/msg Nobody are you there?");
            party.guest("Ada").awaitLine("\"author\":\"系统\",\"text\":\"你私聊的用户不在线\"");
            party.makeHostile("<img src=x onerror=alert(1)>");
            party.say("Ada", "hello", "Bo");
            party.crash();
            party.sayGoodbye("Ada", party.guest("Bo"));

            party.invite("Bo");
            Program again = party.guest("Bo");
            again.type("/history 100");
            party.say("Bo", "back again", "Bo");
            party.sayGoodbye("Bo");
            String text = "\"text\":\"" + ForeignParty.MEANWHILE.getFirst() + "\"";
            assertThat(again.lines().stream().filter(line -> line.contains(text)))
                    .as("what the cache and the server's history both have")
                    .singleElement()
                    .asString()
                    .contains("\"history\":true");
        }
    }

    @Test
    void roomsOfJsonLetNobodyInWithoutAGoodToken() throws Exception {
        try (ForeignParty party = party("jsonroom", "jsonroom.js", PATIENT, "key")) {
            Program stranger = party.start("Stranger");
            Program forger = party.start("Forger", "--token", jwt("lock"));
            stranger.awaitLine("unauthorized");
            assertThat(stranger.endOfInput()).isEqualTo(2);
            assertThat(forger.endOfInput()).isEqualTo(2);
        }
    }

    @Test
    void roomsOfJson() throws Exception {
        NodeServer node = new NodeServer(folder, "jsonroom.js", PATIENT, "key");
        try (ForeignParty party = new ForeignParty(folder, "jsonroom", node, "--token", jwt("key"))) {
            party.invite("Ada", "Bo", "Cy");
            party.sayWhatIsHard();
            party.say("Ada", "to all", "Cy");
            party.makeHostile(MARKUP);
            party.join("Jay", "Ada", "Bo");
            party.say("Ada", "only here", "Bo");
            Program cy = party.sayGoodbye("Cy");
            party.crash();
            Program bo = party.sayGoodbye("Bo");

            Program ada = party.guest("Ada");
            ada.awaitLine("{\"event\":\"left\",\"conversation\":\"Jay\",\"user\":\"Bo\"}");
            ada.type("for who is away");
            ada.awaitLine("\"text\":\"for who is away\",\"state\":\"sent\"");
            party.start("Bo").awaitLine("\"author\":\"Ada\",\"text\":\"for who is away\"");
            party.sayGoodbye("Ada", bo);
            assertThat(Transcript.words(cy.lines())).doesNotContain("Ada: only here");
        }
    }

    @Test
    void theBeatOfEverySecondIsAnswered() throws Exception {
        try (ForeignParty party = party("jsonroom", "jsonroom.js")) {
            party.invite("Ada");
            party.server().awaitLine("Ada answered 3 beats");
            party.sayGoodbye("Ada");
        }
    }

    @Test
    void plainTextThatIsPassedOn() throws Exception {
        try (ForeignParty party = party("text", "text.js", "relay").withoutNames()) {
            party.invite("Ada", "Bo", "Cy", "Dee");
            party.sayWhatIsHard();
            party.makeHostile("\"text\":\"<img src=x onerror=alert(1)>: <script>");
            party.sayGoodbye("Dee");
            party.crash();
            party.guest("Cy").awaitLine(party.line("Ada", ForeignParty.MEANWHILE.getLast()));
            party.sayGoodbye("Ada", party.guest("Bo"), party.guest("Cy"));
            party.sayTooMuch("Ada");
        }
    }

    @Test
    void plainTextThatIsAnswered() throws Exception {
        try (ForeignParty party = party("text", "text.js", "echo")) {
            party.invite("Ada");
            Program ada = party.guest("Ada");
            ada.type("哎呦，不错哦 😀");
            ada.awaitLine("\"author\":\"127.0.0.1\",\"text\":\"ECHO: 哎呦，不错哦 😀\"");
            party.crashWhile("Ada");
            ada.awaitLine("\"author\":\"127.0.0.1\",\"text\":\"ECHO: " + ForeignParty.MEANWHILE.getLast());
            party.sayGoodbye("Ada", ada);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, talk", "4, chatEvent"})
    void relaysOnSocketIo(String version, String event) throws Exception {
        try (ForeignParty party =
                party("socketio-talk", "talk.js", version, event).withoutNames()) {
            party.invite("Ada", "Bo", "Cy");
            party.sayWhatIsHard();
            party.makeHostile("\"text\":\"<b>bold</b>\"");
            party.sayGoodbye("Cy");
            party.crash();
            party.sayGoodbye("Ada", party.guest("Bo"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "4"})
    void aPathIsANamespaceOfARelay(String version) throws Exception {
        try (ForeignParty party = party("socketio-talk", "news.js", version).withoutNames()) {
            party.inviteTo("/news", "Ada");
            party.inviteTo("/news", "Bo");
            party.inviteTo("/", "Cy");
            party.awaitPast("Bo", "the server", "/news 欢迎光临");
            party.awaitPast("Cy", "the server", "/ 欢迎光临");
            party.guest("Cy").type("in the whole");
            party.guest("Cy").awaitLine("\"text\":\"in the whole\",\"state\":\"sent\"");
            party.say("Ada", "news", "Bo");
            Program cy = party.sayGoodbye("Cy");
            party.crash();
            Program bo = party.guest("Bo");
            party.sayGoodbye("Ada", bo);
            assertThat(Transcript.words(bo.lines())).doesNotContain("127.0.0.1: in the whole", "127.0.0.1: / 欢迎光临");
            assertThat(Transcript.words(cy.lines())).doesNotContain("127.0.0.1: news", "127.0.0.1: /news 欢迎光临");
        }
    }

    @Test
    void numberedCommands() throws Exception {
        try (ForeignParty party = party("socketio-commands", "commands.js", "4")) {
            party.invite("Ada", "Bo");
            party.sayWhatIsHard();
            party.invite("Cy");
            party.awaitPast("Cy", "Ada", "大家好 😀");
            party.makeHostile(MARKUP);
            party.sayGoodbye("Cy");
            party.crash();
            party.sayGoodbye("Ada", party.guest("Bo"));
        }
    }

    @Test
    void aPastOfTwelveMegabytesIsTakenInOneMessage() throws Exception {
        try (ForeignParty party = party("socketio-commands", "commands.js", "4", "200")) {
            party.invite("Ada");
            party.say("Ada", "after all that", "Ada");
            assertThat(party.sayGoodbye("Ada").lines()).noneMatch(line -> line.contains("WAITING"));
        }
    }

    @Test
    void aChatBehindASignInForm() throws Exception {
        try (ForeignParty party = party("koa", "koa.js")) {
            party.invite("Ada", "Bo", "Cy");
            party.sayWhatIsHard();
            party.sayGoodbye("Cy");
            party.guest("Bo").awaitLine("{\"event\":\"left\",\"conversation\":\"lobby\",\"user\":\"Cy\"}");
            party.makeHostile(MARKUP);
            party.crash();
            party.sayGoodbye("Ada", party.guest("Bo"));
        }
    }

    @Test
    void whoseNameTheServerCutsIsKnownUnderWhatIsLeft() throws Exception {
        try (ForeignParty party = party("koa", "koa.js", "3")) {
            party.invite("Ada-Lovelace");
            Program ada = party.guest("Ada-Lovelace");
            ada.type("hi");
            ada.awaitLine("\"text\":\"hi\",\"state\":\"sent\"");
            party.crashWhile("Ada-Lovelace");
            ada.awaitLine("\"text\":\"" + ForeignParty.MEANWHILE.getLast() + "\",\"state\":\"sent\"");
            party.sayGoodbye("Ada", ada);
        }
    }

    private ForeignParty party(String dialect, String script, String... arguments) throws Exception {
        return new ForeignParty(folder, dialect, new NodeServer(folder, script, arguments));
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
