package hearth.client.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;
import javafx.util.Subscription;

/** A UI thread that runs when the test says so, and a clock that goes when the test says so. Test thread only. */
public final class ManualUiThread implements UiThread, InstantSource {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Queue<Timer> timers = new PriorityQueue<>(
            Comparator.comparing((Timer timer) -> timer.due).thenComparingLong(timer -> timer.order));
    private Instant now = Instant.parse("2026-11-20T09:41:00Z");
    private long order;
    private int hops;

    private record Timer(Instant due, long order, Runnable task) {}

    @Override
    public void later(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void atNextPulse(Runnable task) {
        hops++;
        tasks.add(task);
    }

    @Override
    public Subscription after(Duration delay, Runnable task) {
        Timer timer = new Timer(now.plus(delay), order++, task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    /** Runs everything that waits, and what comes of it. */
    public void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    /** Runs what waits now; what comes of it waits for the next pulse. */
    public void pulse() {
        for (int waiting = tasks.size(); waiting > 0; waiting--) {
            tasks.remove().run();
        }
    }

    /** Lets time pass; timers that come due run at their time. */
    public void advance(Duration time) {
        runAll();
        Instant end = now.plus(time);
        while (!timers.isEmpty() && !timers.peek().due.isAfter(end)) {
            Timer timer = timers.remove();
            now = timer.due;
            timer.task.run();
            runAll();
        }
        now = end;
    }

    /** How many hops to the next pulse there were. */
    public int hops() {
        return hops;
    }

    /** How many timers wait. */
    public int timers() {
        return timers.size();
    }

    @Override
    public Instant instant() {
        return now;
    }
}
