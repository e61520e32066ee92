package hearth.server.gateway;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that owns all connections: it runs what others hand to it, in order, and watches the sockets that take no more. Started once, stopped once.
 */
final class GatewayThread implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayThread.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean sleeping = new AtomicBoolean();
    private final LongSupplier nanoClock;
    private volatile Selector selector;
    private final Thread thread;
    private volatile boolean stopped;

    /** What the thread does beside the tasks. */
    interface Duties {
        /** All tasks at hand have run. */
        void settled();

        /** A socket takes bytes again. */
        void writable(Connection connection);

        /** A quarter of a second has passed. */
        void tick();
    }

    GatewayThread(LongSupplier nanoClock, Duties duties) {
        this.nanoClock = nanoClock;
        thread = new Thread(() -> run(duties), "hearth-gateway");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, failure) -> LOG.error("the gateway thread ended", failure));
    }

    void start() throws IOException {
        selector = Selector.open();
        thread.start();
    }

    /** Runs a task soon. Never waits; safe from any thread; tasks run in call order. */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (sleeping.get() && sleeping.compareAndSet(true, false)) {
            selector.wakeup();
        }
    }

    /** Has {@link Duties#writable} called, once, when the socket takes bytes again. On the gateway thread. */
    void awaitWritable(Connection connection, SocketChannel channel) throws ClosedChannelException {
        SelectionKey key = channel.keyFor(selector);
        if (key == null) {
            channel.register(selector, SelectionKey.OP_WRITE, connection);
        } else {
            key.interestOps(SelectionKey.OP_WRITE);
        }
    }

    /** Runs what is queued, then ends. Returns when the thread has. */
    void stop() throws InterruptedException {
        execute(() -> stopped = true);
        thread.join(PATIENCE);
    }

    private void run(Duties duties) {
        long lastTick = nanoClock.getAsLong();
        try (Selector watched = selector) {
            while (!stopped) {
                select(watched);
                wakeWritable(watched, duties);
                runTasks();
                guarded(duties::settled);
                if (nanoClock.getAsLong() - lastTick >= TICK.toNanos()) {
                    lastTick = nanoClock.getAsLong();
                    guarded(duties::tick);
                    guarded(duties::settled);
                }
            }
        } catch (IOException e) {
            LOG.error("the gateway thread ended", e);
        }
    }

    private void select(Selector watched) throws IOException {
        sleeping.set(true);
        if (tasks.isEmpty()) {
            watched.select(TICK.toMillis());
        } else {
            watched.selectNow();
        }
        sleeping.set(false);
    }

    private void wakeWritable(Selector watched, Duties duties) {
        for (SelectionKey key : watched.selectedKeys()) {
            try {
                key.interestOps(0);
                guarded(() -> duties.writable((Connection) key.attachment()));
            } catch (CancelledKeyException e) {
                LOG.trace("a socket was closed before it took more", e);
            }
        }
        watched.selectedKeys().clear();
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
    }

    /** One connection's trouble must not end the thread that serves all. */
    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (Throwable failure) {
            LOG.error("something failed on the gateway thread", failure);
        }
    }
}
