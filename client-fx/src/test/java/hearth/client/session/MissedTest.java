package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Missed;
import hearth.client.link.socketio.ChatDialect;
import hearth.client.timeline.TimelineEntry;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Away for longer than a server tells of the past. */
class MissedTest {
    private static final String LOBBY = "lobby";

    private final MemoryKeepStore disk = new MemoryKeepStore();
    private final MemoryCacheShelf caches = new MemoryCacheShelf();

    private ForeignProcess start(Optional<String> serverId) {
        return new ForeignProcess(disk, caches, new ForeignProcess.Login(ChatDialect.KIND, serverId, "Ada"));
    }

    /** Ada comes in, and is told these lines. */
    private static void enter(ForeignProcess process, int from, int to) {
        process.open();
        String lines = IntStream.range(from, to)
                .mapToObj(each -> "{\"user\":\"Bo\",\"content\":\"line " + each + "\"}")
                .collect(Collectors.joining(","));
        process.receive(
                "0{\"sid\":\"a\",\"pingInterval\":25000,\"maxPayload\":1000000}",
                "40{\"sid\":\"b\"}",
                "42[\"history\",[" + lines + "]]");
    }

    private static List<String> words(ForeignProcess process) {
        return process.entries().stream()
                .map(entry -> switch (entry) {
                    case TimelineEntry.Message message -> message.text();
                    case TimelineEntry.Notice notice -> Missed.is(notice.event()) ? "missed" : "notice";
                })
                .toList();
    }

    @Test
    void theHoleStandsBetweenWhatWasKnownAndWhatIsToldNow() {
        ForeignProcess process = start(Optional.empty());
        enter(process, 0, 2);
        process.session.open(LOBBY);
        process.cut();
        enter(process, 52, 72);
        process.receive("42[\"message\",{\"user\":\"Bo\",\"content\":\"live\"}]");
        assertThat(words(process))
                .startsWith("line 0", "line 1", "missed", "line 52")
                .endsWith("line 71", "live")
                .hasSize(24);
    }

    @Test
    void whatStandsAroundTheHoleIsAskedOfTheLinkWhichMadeTheMark() {
        ForeignProcess process = start(Optional.empty());
        enter(process, 0, 2);
        process.cut();
        enter(process, 52, 72);
        var after = process.session
                .history(LOBBY, new ClientFrame.Place.After(1), 2)
                .toCompletableFuture();
        var around = process.session
                .history(LOBBY, new ClientFrame.Place.Around(3), 4)
                .toCompletableFuture();
        process.loop.settle();
        assertThat(numbers(after.join())).containsExactly(2L, 3L);
        assertThat(numbers(around.join())).containsExactly(1L, 2L, 3L, 4L);
    }

    private static List<Long> numbers(Outcome<Answer.HistoryPage> page) {
        return ((Outcome.Done<Answer.HistoryPage>) page)
                .value().items().stream().map(item -> item.event().seq()).toList();
    }

    @Test
    void theHoleOfAnEarlierProcessIsStillThere() {
        ForeignProcess process = start(Optional.empty());
        enter(process, 0, 2);
        process.loop.advance(Duration.ofSeconds(5));
        process = start(Optional.of("socketio-chat kitchen:3000/chat"));
        enter(process, 52, 72);
        process.loop.advance(Duration.ofSeconds(5));
        process = start(Optional.of("socketio-chat kitchen:3000/chat"));
        process.session.open(LOBBY);
        assertThat(words(process)).hasSize(23).startsWith("line 0", "line 1", "missed", "line 52");
        enter(process, 53, 73);
        assertThat(words(process)).hasSize(24).endsWith("line 71", "line 72").containsOnlyOnce("missed");
    }
}
