package hearth.client.link.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.LinkEvent;
import hearth.client.link.Missed;
import hearth.client.link.socketio.ChatDialect;
import hearth.client.link.socketio.CommandsDialect;
import hearth.client.transport.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What is heard on a connection, before and after the user is welcome there. */
class HearingTest {
    private static final String HANDSHAKE =
            "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";

    private final ForeignBench bench = new ForeignBench(ChatDialect.KIND);

    private void reach() {
        bench.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada");
    }

    private static String line(String text) {
        return "{\"user\":\"Bo\",\"content\":\"" + text + "\"}";
    }

    private static String message(String text) {
        return "42[\"message\"," + line(text) + "]";
    }

    private static String page(List<String> texts) {
        return "42[\"history\",[" + texts.stream().map(HearingTest::line).collect(Collectors.joining(",")) + "]]";
    }

    @Test
    void aPastThatComesAfterTheWelcomeIsLaidOverWhatWasKnownBefore() {
        reach();
        bench.receive(page(List.of("a", "b")));
        bench.lose();
        bench.words();
        reach();
        bench.pass(Duration.ofSeconds(3)).receive(message("live one"), message("live two"));
        assertThat(bench.words()).containsExactly("welcome [lobby 2]", "lobby 3 Bo: live one", "lobby 4 Bo: live two");
        bench.receive(page(List.of("a", "b", "missed", "live one", "live two")));
        assertThat(bench.words()).containsExactly("lobby 5 Bo: missed");
    }

    @Test
    void whereThePastDoesNotGoBackToWhatIsKnownItIsMarkedOnce() {
        reach();
        bench.receive(page(lines(0, 3)));
        bench.lose();
        bench.words();
        reach();
        bench.receive(page(lines(33, 53)), page(lines(33, 53)));
        bench.receive(message("live"));
        List<String> words = bench.words();
        assertThat(words).startsWith("welcome [lobby 3]", "lobby 4 Unknown", "lobby 5 Bo: line 33");
        assertThat(words).endsWith("lobby 24 Bo: line 52", "lobby 25 Bo: live").hasSize(23);
        assertThat(bench.history("lobby"))
                .filteredOn(Missed::is)
                .singleElement()
                .satisfies(mark -> assertThat(mark.seq()).isEqualTo(4));
    }

    @Test
    void theMarkHasATimeThatMakesSense() {
        reach();
        bench.receive(page(lines(0, 3)));
        bench.lose();
        reach();
        String odd = "{\"user\":\"Bo\",\"content\":\"odd\",\"createAt\":\"+1000000000-12-31T23:59:59Z\"}";
        bench.receive(page(lines(33, 53)).replace("[{", "[" + odd + ",{"));
        assertThat(bench.history("lobby"))
                .filteredOn(Missed::is)
                .extracting(mark -> mark.stamp().at())
                .containsExactly(ForeignBench.NOW);
    }

    @Test
    void nothingIsMarkedWhereThePastGoesBackToWhatIsKnown() {
        reach();
        bench.receive(page(lines(0, 20)));
        for (int known = 20; known < 60; known += 19) {
            bench.lose();
            reach();
            bench.receive(page(lines(known - 1, known + 19)));
        }
        assertThat(bench.words()).contains("lobby 58 Bo: line 57").noneMatch(word -> word.contains("Unknown"));
    }

    @Test
    void nothingIsMarkedWhereTheServerTellsAllThatItHas() {
        reach();
        bench.receive(page(lines(0, 20)));
        bench.lose();
        reach();
        bench.receive(page(lines(100, 119)));
        assertThat(bench.words()).contains("lobby 21 Bo: line 100").noneMatch(word -> word.contains("Unknown"));
    }

    @Test
    void nothingIsMarkedForWhoWasNeverThere() {
        reach();
        bench.receive(message("live"), page(lines(0, 20)));
        assertThat(bench.words()).contains("lobby 21 Bo: live").noneMatch(word -> word.contains("Unknown"));
    }

    @Test
    void nothingIsMarkedWhereAPastThatComesLateBeginsWithWhatWasHeard() {
        reach();
        bench.receive(page(lines(0, 3)));
        bench.lose();
        reach();
        bench.pass(Duration.ofSeconds(3));
        lines(10, 30).forEach(text -> bench.receive(message(text)));
        bench.words();
        bench.receive(page(lines(10, 30)));
        assertThat(bench.words()).isEmpty();
    }

    private static List<String> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(each -> "line " + each).toList();
    }

    /** What is said goes on while somebody is away and comes back: everything is told once, in order, if a page reaches so far back. */
    @RepeatedTest(50)
    void whoeverComesAndGoesIsToldEverythingOnce() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> said = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int visit = 0; visit < 5; visit++) {
            sayWhileAway(said, random);
            reach();
            List<String> early = say(said, random);
            early.forEach(text -> bench.receive(message(text)));
            bench.receive(page(said.subList(Math.max(0, said.size() - 20), said.size())));
            say(said, random).forEach(text -> bench.receive(message(text)));
            bench.words().stream()
                    .filter(word -> word.contains(": "))
                    .forEach(word -> told.add(word.substring(word.indexOf(": ") + 2)));
            bench.lose();
            bench.words();
        }
        assertThat(told).as("seed %d", seed).isEqualTo(said);
    }

    private static void sayWhileAway(List<String> said, Random random) {
        say(said, random);
        say(said, random);
    }

    private static List<String> say(List<String> said, Random random) {
        int before = said.size();
        for (int i = random.nextInt(6); i > 0; i--) {
            said.add("line " + said.size());
        }
        return List.copyOf(said.subList(before, said.size()));
    }

    @Test
    void whoIsFloodedBeforeTheWelcomeLeaves() {
        ForeignBench commands = new ForeignBench(CommandsDialect.KIND);
        commands.open().receive(HANDSHAKE, "40{\"sid\":\"b\"}").signIn("Ada");
        String megabyte = "x".repeat(1_048_576);
        String flood = "42[\"message\",{\"body\":{\"msgs\":[{\"from\":\"M\",\"text\":\"" + megabyte + "\"}]}}]";
        for (int i = 0; i < 600 && !commands.asked().contains("abort"); i++) {
            commands.receive(flood);
        }
        assertThat(commands.asked()).contains("abort");
        assertThat(commands.told())
                .last()
                .isInstanceOfSatisfying(
                        LinkEvent.Ended.class,
                        ended -> assertThat(ended.ending()).isInstanceOf(Ending.Lost.class));
    }

    @Test
    void whoIsFloodedWithSmallThingsLeavesToo() {
        reach();
        for (int i = 0; i <= Early.MOST; i++) {
            bench.receive(message("系统 " + i));
        }
        assertThat(bench.asked()).contains("abort");
    }
}
