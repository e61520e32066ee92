package hearth.client.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.PriorityQueue;

/** A loop whose time passes only when told, and whose tasks run only in {@link #settle} and {@link #advance}. */
public final class VirtualLoop implements SessionLoop {
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private long nanos = 1_000_000_000L;
    private Instant wall = Instant.parse("2026-11-20T08:00:00Z");
    private long order;
    private boolean over;
    private Duration hurry = Duration.ZERO;

    private record Alarm(long at, long order, Runnable task) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    @Override
    public boolean execute(Runnable task) {
        boolean taken = !over && tasks.add(task);
        if (!hurry.isZero()) {
            Duration time = hurry;
            hurry = Duration.ZERO;
            advance(time);
        }
        return taken;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(nanos + delay.toNanos(), order++, task);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public Instant now() {
        return wall;
    }

    @Override
    public void shutDown() {
        over = true;
        alarms.clear();
    }

    public boolean isOver() {
        return over;
    }

    /** Runs all there is to run without time passing. */
    public void settle() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    /** Lets time pass, and what is due in it happen. */
    public void advance(Duration time) {
        settle();
        long end = nanos + time.toNanos();
        while (!alarms.isEmpty() && alarms.peek().at() <= end) {
            Alarm alarm = alarms.remove();
            pass(Math.max(0, alarm.at() - nanos));
            alarm.task().run();
            settle();
        }
        pass(end - nanos);
    }

    /** Lets this much time pass as soon as there is the next task: whoever gives it is going to wait, and can tell nobody any more. */
    public void hurry(Duration time) {
        hurry = time;
    }

    /** Lets time pass in which the thread gets no turn; what was due in it happens at the end. */
    public void beLate(Duration by) {
        pass(by.toNanos());
        advance(Duration.ZERO);
    }

    /** Moves the wall clock alone, as sleep and the user do. */
    public void moveWall(Duration by) {
        wall = wall.plus(by);
    }

    private void pass(long time) {
        nanos += time;
        wall = wall.plusNanos(time);
    }
}
