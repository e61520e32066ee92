package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionConfig.Missed;
import hearth.client.store.Target;
import hearth.client.timeline.ShownTimeline;
import hearth.client.timeline.TimelineEntry;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random operations, answers in every order and cut connections, against a server that is simple enough to be right. */
class FaultyConnectionTest {
    private static final Target LOBBY = new Target.Conversation("c1");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyMessageIsStoredOnceAndShownOnceInTheOrderOfTheLog(long seed) {
        Random random = new Random(seed);
        ModelServer server = new ModelServer(random);
        server.act(SessionBench.BO);
        SessionBench bench = new SessionBench(new MemoryKeepStore(), Optional.empty(), Missed.NEWEST_PAGE);
        List<String> written = new ArrayList<>();
        bench.session.connect();
        server.run(bench, 4);
        bench.session.open("c1");
        for (int step = 0; step < 150; step++) {
            switch (random.nextInt(13)) {
                case 0 -> server.cut();
                case 1 -> {
                    server.cut();
                    for (int i = random.nextInt(30); i > 0; i--) {
                        server.act(SessionBench.BO);
                    }
                }
                case 2, 3, 4 -> {
                    written.add("mine " + step);
                    bench.session.post(LOBBY, "mine " + step, OptionalLong.empty());
                }
                case 5 -> bench.session.loadOlder("c1");
                case 6 -> bench.session.keepNewest("c1", random.nextInt(20));
                case 7 -> bench.loop.advance(Duration.ofMillis(300));
                case 8 -> server.run(bench, random.nextInt(3));
                default -> server.act(SessionBench.BO);
            }
        }
        server.run(bench, 200);

        assertThat(ownTexts(server)).as("stored once, in the order of writing").isEqualTo(written);
        assertThat(bench.store.outboxOfAll()).isEmpty();
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        ShownTimeline shown = shown(bench);
        for (int i = 0; i < 400 && shown.hasOlder(); i++) {
            bench.session.loadOlder("c1");
            server.run(bench, 2);
            shown = shown(bench);
        }
        assertThat(shown.entries().stream().map(FaultyConnectionTest::line).toList())
                .isEqualTo(
                        server.items().stream().map(FaultyConnectionTest::line).toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aTranscriptHasEveryMessageOnceInTheOrderOfTheLog(long seed) {
        Random random = new Random(seed);
        ModelServer server = new ModelServer(random);
        SessionBench bench = new SessionBench(new MemoryKeepStore(), Optional.empty(), Missed.EVERYTHING);
        bench.session.connect();
        server.run(bench, 4);
        for (int step = 0; step < 150; step++) {
            switch (random.nextInt(10)) {
                case 0 -> {
                    server.cut();
                    for (int i = random.nextInt(40); i > 0; i--) {
                        server.act(SessionBench.BO);
                    }
                }
                case 1 -> bench.session.post(LOBBY, "mine " + step, OptionalLong.empty());
                case 2, 3 -> server.run(bench, random.nextInt(3));
                default -> server.act(SessionBench.BO);
            }
        }
        server.run(bench, 200);

        List<Long> messages = bench.heard(SessionEvent.EventApplied.class).stream()
                .map(SessionEvent.EventApplied::event)
                .filter(Event.Message.class::isInstance)
                .map(Event::seq)
                .toList();
        assertThat(messages)
                .isEqualTo(server.log().stream()
                        .filter(Event.Message.class::isInstance)
                        .map(Event::seq)
                        .toList());
    }

    private static ShownTimeline shown(SessionBench bench) {
        ShownTimeline shown = new ShownTimeline();
        bench.heard(SessionEvent.TimelineChanged.class).forEach(event -> shown.apply(event.change()));
        return shown;
    }

    private static List<String> ownTexts(ModelServer server) {
        return server.log().stream()
                .filter(event -> event.author().equals(SessionBench.ADA))
                .map(event -> ((Event.Message) event).text())
                .toList();
    }

    private static String line(TimelineEntry entry) {
        return switch (entry) {
            case TimelineEntry.Message message ->
                message.seq().orElse(-1) + " " + message.text() + " " + message.marks() + message.mentionsMe();
            case TimelineEntry.Notice notice -> String.valueOf(notice.seq().orElse(-1));
        };
    }

    private static String line(HistoryItem item) {
        return switch (item.event()) {
            case Event.Message message ->
                message.seq() + " " + message.text() + " "
                        + new TimelineEntry.Marks(item.edited(), message.deleted(), item.reactions())
                        + message.mentions().contains(SessionBench.ADA.id());
            default -> String.valueOf(item.event().seq());
        };
    }
}
