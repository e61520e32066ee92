package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch gives exactly what its inputs would give one after the other, however they are cut into batches. */
class BatchesTest {
    private static final int STEPS = 1_500;

    /** What is logged here is meant to happen. */
    private static final Logger LOG = Logger.getLogger(Hub.class.getName());

    @BeforeAll
    static void silence() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOG.setLevel(null);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void batchesEqualOneAfterTheOther(long seed) {
        FakeHistoryStore oneByOneStore = new FakeHistoryStore();
        HubHarness oneByOne = new HubHarness(oneByOneStore);
        List<List<HubInput>> spans = chat(seed, oneByOne);

        FakeHistoryStore batchedStore = new FakeHistoryStore();
        HubHarness batched = new HubHarness(batchedStore);
        replay(seed, spans, batched, batched::replay);

        assertThat(batched.transcripts()).isEqualTo(oneByOne.transcripts());
        assertThat(batchedStore.committed).isEqualTo(oneByOneStore.committed);
        assertThat(batched.handled).isEqualTo(oneByOne.handled);
        assertThat(batchedStore.commits).isLessThan(oneByOneStore.commits);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    void whatIsTakenBackLeavesNoTrace(long seed) {
        FakeHistoryStore calmStore = new FakeHistoryStore();
        HubHarness calm = new HubHarness(calmStore);
        List<List<HubInput>> spans = chat(seed, calm);

        FakeHistoryStore shakenStore = new FakeHistoryStore();
        HubHarness shaken = new HubHarness(shakenStore);
        replay(seed, spans, shaken, batch -> shaken.replayShaken(batch, shakenStore));

        assertThat(shaken.transcripts()).isEqualTo(calm.transcripts());
        assertThat(shakenStore.committed).isEqualTo(calmStore.committed);
    }

    /** Lets clients chat at random; gives what they sent, cut where time passed. */
    private static List<List<HubInput>> chat(long seed, HubHarness hub) {
        RandomChat chat = new RandomChat(seed, hub);
        Random random = new Random(seed);
        List<List<HubInput>> spans = new ArrayList<>();
        spans.add(new ArrayList<>());
        for (int step = 0; step < STEPS; step++) {
            HubInput input = chat.next();
            hub.process(input);
            spans.getLast().add(input);
            if (random.nextInt(50) == 0) {
                hub.advance(Duration.ofMillis(700));
                spans.add(new ArrayList<>());
            }
        }
        return spans;
    }

    private static void replay(
            long seed, List<List<HubInput>> spans, HubHarness hub, Consumer<List<HubInput>> process) {
        Random random = new Random(seed);
        for (int index = 0; index < spans.size(); index++) {
            if (index > 0) {
                hub.advance(Duration.ofMillis(700));
            }
            List<HubInput> span = spans.get(index);
            int from = 0;
            while (from < span.size()) {
                int to = Math.min(span.size(), from + 1 + random.nextInt(12));
                process.accept(span.subList(from, to));
                from = to;
            }
        }
    }
}
