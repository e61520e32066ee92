package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server and two packaged consoles, each in a process of its own, through a crash of the server. */
class PackagedChatIT {
    private static final int LINES_EACH = 200;

    @TempDir
    Path folder;

    private PackagedServer packaged;

    @Test
    void aKilledServerLosesAndDoublesNothing() throws Exception {
        packaged = new PackagedServer(folder);
        try (Program server = packaged.start();
                Program ada = console("Ada");
                Program bo = console("Bo")) {
            ada.awaitLine("\"state\":\"ONLINE\"");
            bo.awaitLine("\"state\":\"ONLINE\"");
            exchangeRoomAndPrivateMessages(ada, bo);
            int before = Transcript.messages(bo.lines()).size();

            for (int i = 0; i < LINES_EACH; i++) {
                ada.type("Ada says " + i);
                bo.type("Bo says " + i);
            }
            bo.awaitMessages(before + 60);
            server.kill();
            assertThat(Transcript.messages(bo.lines())).hasSizeLessThan(before + 2 * LINES_EACH);
            try (Program _ = packaged.start()) {
                ada.awaitMessages(before + 2 * LINES_EACH);
                bo.awaitMessages(before + 2 * LINES_EACH);
                assertThat(ada.endOfInput()).as("Ada: everything acknowledged").isZero();
                assertThat(bo.endOfInput()).as("Bo: everything acknowledged").isZero();
            }

            List<String> transcript = Transcript.ofRooms(ada.lines());
            assertThat(Transcript.ofRooms(bo.lines())).isEqualTo(transcript);
            assertThat(ofAuthor(transcript, "Ada")).isEqualTo(expected("Ada"));
            assertThat(ofAuthor(transcript, "Bo")).isEqualTo(expected("Bo"));
            assertThat(sent(ada)).isEqualTo(LINES_EACH + 2);
        }
    }

    private static void exchangeRoomAndPrivateMessages(Program ada, Program bo) throws IOException {
        ada.type("/join kitchen");
        ada.awaitLine("Current conversation: kitchen");
        bo.type("/join kitchen");
        ada.awaitLine("{\"event\":\"joined\",\"conversation\":\"kitchen\",\"user\":\"Bo\"}");
        ada.type("is anybody here?");
        bo.awaitLine("\"text\":\"is anybody here?\"");
        ada.type("/msg Bo psst");
        bo.awaitLine("\"conversation\":\"Ada\",\"kind\":\"direct\",\"author\":\"Ada\",\"text\":\"psst\"");
        bo.type("/msg Ada yes?");
        ada.awaitLine("\"conversation\":\"Bo\",\"kind\":\"direct\",\"author\":\"Bo\",\"text\":\"yes?\"");
    }

    private static List<String> ofAuthor(List<String> transcript, String author) {
        return transcript.stream()
                .filter(line -> line.contains(" " + author + ": " + author + " says"))
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .toList();
    }

    private static List<String> expected(String author) {
        return IntStream.range(0, LINES_EACH)
                .mapToObj(i -> author + " says " + i)
                .toList();
    }

    private static long sent(Program console) throws IOException {
        return console.lines().stream()
                .filter(line -> line.startsWith("{\"event\":\"outbox\"") && line.contains("\"state\":\"sent\""))
                .distinct()
                .count();
    }

    private Program console(String name) throws IOException {
        List<String> options = List.of(
                "--console",
                "--dialect",
                "hearth",
                "--json",
                "--server",
                packaged.address(),
                "--name",
                name,
                "--data",
                folder.resolve(name).toString());
        return Program.start(
                "hearth.modules.client",
                "hearth.client/hearth.client.app.Main",
                folder.resolve(name + ".out"),
                options);
    }
}
