package hearth.client.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class ListSyncTest {
    private final ObservableList<Integer> shown = FXCollections.observableArrayList();
    private final List<String> steps = new ArrayList<>();

    private void apply(Integer... wanted) {
        steps.clear();
        ListSync.apply(shown, List.of(wanted));
        assertThat(shown).containsExactly(wanted);
    }

    private void listen() {
        shown.addListener((ListChangeListener<Integer>) change -> {
            while (change.next()) {
                steps.add("-" + change.getRemoved() + "+" + change.getAddedSubList());
            }
        });
    }

    @Test
    void onlyWhatLiesBetweenTheEqualEndsIsChanged() {
        apply(1, 2, 3);
        listen();
        apply(0, 1, 2, 3);
        assertThat(steps).containsExactly("-[]+[0]");
        apply(0, 1, 2, 3, 4);
        assertThat(steps).containsExactly("-[]+[4]");
        apply(0, 1, 9, 3, 4);
        assertThat(steps).containsExactly("-[2]+[9]");
        apply(0, 4);
        assertThat(steps).containsExactly("-[1, 9, 3]+[]");
        apply(0, 4);
        assertThat(steps).isEmpty();
    }

    @Test
    void anyListBecomesAnyOther() {
        long seed = 20_261_120L;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Integer> wanted = IntStream.range(0, random.nextInt(8))
                    .mapToObj(i -> random.nextInt(4))
                    .toList();
            ListSync.apply(shown, wanted);
            assertThat(shown).as("seed %d, round %d", seed, round).isEqualTo(wanted);
        }
    }
}
