package hearth.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

final class TurnsTest {
    private final List<String> ran = new ArrayList<>();
    private final Turns turns = new Turns(Runnable::run, failure -> ran.add("failed: " + failure.getMessage()));

    @Test
    void oneThatIsAddedInsideAnotherRunsAfterIt() {
        turns.add(() -> {
            turns.add(() -> ran.add("inner"));
            ran.add("outer");
        });

        assertThat(ran).containsExactly("outer", "inner");
    }

    @Test
    void oneThatThrowsIsReportedAndTheNextOnesRun() {
        turns.add(() -> {
            throw new AssertionError("provoked");
        });
        turns.add(() -> ran.add("next"));

        assertThat(ran).containsExactly("failed: provoked", "next");
    }

    @Test
    void noneRunsAfterTheLast() {
        turns.addLast(() -> ran.add("last"));
        turns.add(() -> ran.add("late"));
        turns.addLast(() -> ran.add("later"));

        assertThat(ran).containsExactly("last");
    }

    @Test
    void executorThatTakesNothingMoreDoesNoHarm() {
        Turns late = new Turns(
                _ -> {
                    throw new RejectedExecutionException("shut down");
                },
                failure -> ran.add(failure.getMessage()));

        late.add(() -> ran.add("never"));

        assertThat(ran).isEmpty();
    }
}
