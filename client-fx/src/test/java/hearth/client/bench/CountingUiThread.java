package hearth.client.bench;

import hearth.client.fx.UiThread;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.util.Subscription;

/** Counts the hops to another UI thread. Safe from any thread. */
final class CountingUiThread implements UiThread {
    private final UiThread ui;
    private final AtomicInteger hops = new AtomicInteger();

    CountingUiThread(UiThread ui) {
        this.ui = ui;
    }

    @Override
    public void later(Runnable task) {
        hops.incrementAndGet();
        ui.later(task);
    }

    @Override
    public void atNextPulse(Runnable task) {
        hops.incrementAndGet();
        ui.atNextPulse(task);
    }

    @Override
    public Subscription after(Duration delay, Runnable task) {
        return ui.after(delay, task);
    }

    /** How many there were since the last call. */
    int takeHops() {
        return hops.getAndSet(0);
    }
}
