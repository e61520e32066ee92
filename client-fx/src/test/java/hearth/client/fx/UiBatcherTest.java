package hearth.client.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UiBatcherTest {
    private final ManualUiThread ui = new ManualUiThread();
    private final List<List<Integer>> batches = new ArrayList<>();
    private final UiBatcher<Integer> batcher = new UiBatcher<>(ui, batches::add);

    @Test
    void muchThatHappensTakesOneHopAndKeepsItsOrder() {
        for (int i = 0; i < 1_000; i++) {
            batcher.offer(i);
        }
        ui.runAll();
        assertThat(ui.hops()).isOne();
        assertThat(batches).hasSize(1);
        assertThat(batches.getFirst()).hasSize(1_000).isSorted();
    }

    @Test
    void aBurstIsTakenInPiecesOfBoundedSizeOneAPulseInItsOrder() {
        int burst = 3 * UiBatcher.MOST_A_PULSE + 1;
        for (int i = 0; i < burst; i++) {
            batcher.offer(i);
        }
        for (int pulse = 1; pulse <= 4; pulse++) {
            assertThat(ui.hops()).isEqualTo(pulse);
            ui.pulse();
            batcher.offer(burst + pulse);
            assertThat(batches).hasSize(pulse).allMatch(batch -> batch.size() <= UiBatcher.MOST_A_PULSE);
        }
        ui.runAll();
        assertThat(batches.stream().flatMap(List::stream)).hasSize(burst + 4).isSorted();
    }

    @Test
    void whatHappensWhileABatchIsTakenComesWithTheNext() {
        List<Integer> taken = new ArrayList<>();
        List<UiBatcher<Integer>> self = new ArrayList<>();
        self.add(new UiBatcher<>(ui, batch -> {
            taken.addAll(batch);
            if (taken.size() == 1) {
                self.getFirst().offer(2);
            }
        }));
        self.getFirst().offer(1);
        ui.runAll();
        assertThat(taken).containsExactly(1, 2);
        assertThat(ui.hops()).isEqualTo(2);
    }

    @Test
    void nothingComesAfterClosing() {
        batcher.offer(1);
        batcher.close();
        batcher.offer(2);
        ui.runAll();
        assertThat(batches).isEmpty();
    }
}
