package hearth.client.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Timers whose time only {@link #advance} moves; what is due runs on the thread that advances. Safe from any thread. */
public final class ManualTimers extends AbstractExecutorService implements ScheduledExecutorService {
    private final List<Timer> timers = new ArrayList<>(); // guarded by this
    private long nowNanos; // guarded by this
    private boolean over; // guarded by this

    /** Lets time pass and runs what becomes due, in the order in which it does. */
    public void advance(Duration by) {
        long until;
        synchronized (this) {
            until = nowNanos + by.toNanos();
        }
        for (Timer due = nextDue(until); due != null; due = nextDue(until)) {
            due.run();
        }
    }

    /** How many timers run. */
    public synchronized int pending() {
        timers.removeIf(FutureTask::isDone);
        return timers.size();
    }

    private synchronized Timer nextDue(long untilNanos) {
        timers.removeIf(FutureTask::isDone);
        Timer next = timers.stream()
                .filter(timer -> timer.dueNanos <= untilNanos)
                .min(Comparator.comparingLong(timer -> timer.dueNanos))
                .orElse(null);
        timers.remove(next);
        nowNanos = next == null ? untilNanos : Math.max(nowNanos, next.dueNanos);
        return next;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(
                () -> {
                    command.run();
                    return null;
                },
                delay,
                unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("nobody needs it");
    }

    private synchronized ScheduledFuture<?> add(Callable<Object> command, long delay, TimeUnit unit) {
        if (over) {
            throw new RejectedExecutionException("no timers any more");
        }
        Timer timer = new Timer(command, nowNanos + unit.toNanos(delay));
        timers.add(timer);
        return timer;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException("nobody needs it");
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("nobody needs it");
    }

    @Override
    public void execute(Runnable command) {
        throw new UnsupportedOperationException("nobody needs it");
    }

    @Override
    public void shutdown() {
        throw new UnsupportedOperationException("nobody needs it");
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        over = true;
        timers.clear();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        throw new UnsupportedOperationException("nobody needs it");
    }

    private static final class Timer extends FutureTask<Object> implements ScheduledFuture<Object> {
        private final long dueNanos;

        private Timer(Callable<Object> command, long dueNanos) {
            super(command);
            this.dueNanos = dueNanos;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            throw new UnsupportedOperationException("nobody needs it");
        }

        @Override
        public int compareTo(Delayed other) {
            throw new UnsupportedOperationException("nobody needs it");
        }
    }
}
