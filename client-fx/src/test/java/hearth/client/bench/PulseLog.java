package hearth.client.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/** The times between the pulses of the toolkit; while it runs there is a pulse in every frame. JavaFX thread only. */
final class PulseLog extends AnimationTimer {
    private final List<Long> gaps = new ArrayList<>();
    private final Runnable onPulse;
    private long before;

    /** Runs something at each pulse. */
    PulseLog(Runnable onPulse) {
        this.onPulse = onPulse;
    }

    @Override
    public void handle(long frame) {
        long now = System.nanoTime();
        if (before != 0) {
            gaps.add(now - before);
        }
        before = now;
        onPulse.run();
    }

    /** Forgets what was measured. */
    void restart() {
        gaps.clear();
        before = 0;
    }

    /** What was measured since the last {@link #restart}. */
    Gaps gaps() {
        List<Long> sorted = gaps.stream().sorted().toList();
        return new Gaps(sorted.size(), at(sorted, 1), at(sorted, 0.99), at(sorted, 0.5));
    }

    private static Duration at(List<Long> sorted, double share) {
        return sorted.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
    }

    /** How far the pulses were apart. */
    record Gaps(int count, Duration longest, Duration p99, Duration median) {}
}
