package hearth.client.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * The times between the pulses of the toolkit, and what the JavaFX thread computed in them, which does not grow where other programs want the processors too.
 * While it runs there is a pulse in every frame. JavaFX thread only.
 */
final class PulseLog extends AnimationTimer {
    private final List<Long> gaps = new ArrayList<>();
    private final List<Long> work = new ArrayList<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Runnable onPulse;
    private long before;
    private long workBefore;

    /** Runs something at each pulse. */
    PulseLog(Runnable onPulse) {
        this.onPulse = onPulse;
    }

    @Override
    public void handle(long frame) {
        long now = System.nanoTime();
        long worked = threads.getCurrentThreadCpuTime();
        if (before != 0) {
            gaps.add(now - before);
            work.add(worked - workBefore);
        }
        before = now;
        workBefore = worked;
        onPulse.run();
    }

    /** Forgets what was measured. */
    void restart() {
        gaps.clear();
        work.clear();
        before = 0;
    }

    /** What was measured since the last {@link #restart}. */
    Gaps gaps() {
        return new Gaps(at(gaps, 1), at(gaps, 0.99), at(gaps, 0.5), at(work, 1));
    }

    private static Duration at(List<Long> measured, double share) {
        List<Long> sorted = measured.stream().sorted().toList();
        return sorted.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
    }

    /** How far the pulses were apart, and the most that was computed in one. */
    record Gaps(Duration longest, Duration p99, Duration median, Duration mostWork) {}
}
