package hearth.client.transport;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends one thing after the other, since the socket refuses a second one while the first is under way. Holds what is sent before the socket is open. Bounded
 * in bytes. Safe from any thread.
 */
final class SendQueue {
    /** No message takes longer to leave, or the peer is taken for stuck. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** Most bytes that wait. */
    static final int CAPACITY_BYTES = 1_048_576;

    private final Executor executor;
    private final ScheduledExecutorService timers;
    private final Consumer<Ending> onStuck;
    private final Consumer<Throwable> onFailure;

    private final Object lock = new Object();
    private final Deque<Parcel> waiting = new ArrayDeque<>(); // guarded by lock
    private long waitingBytes; // guarded by lock
    private WebSocket socket; // guarded by lock; null before the start and after the stop
    private boolean underWay; // guarded by lock
    private boolean stopped; // guarded by lock

    private record Parcel(long bytes, Function<WebSocket, CompletableFuture<WebSocket>> send, Runnable sent) {}

    /**
     * Makes a queue that sends nothing before {@link #start}.
     *
     * @param executor runs what follows on a completed send
     * @param onStuck hears when the peer does not take what is sent
     * @param onFailure hears when the socket could not send, and that nothing more will be sent
     */
    SendQueue(
            Executor executor,
            ScheduledExecutorService timers,
            Consumer<Ending> onStuck,
            Consumer<Throwable> onFailure) {
        this.executor = executor;
        this.timers = timers;
        this.onStuck = onStuck;
        this.onFailure = onFailure;
    }

    /** Queues one message. */
    void text(String text) {
        text(text, () -> {});
    }

    /** Queues one message; this runs once it has left. */
    void text(String text, Runnable sent) {
        add(new Parcel(Utf8.length(text), ws -> ws.sendText(text, true), sent));
    }

    /** Queues a ping without content. */
    void ping() {
        add(new Parcel(0, ws -> ws.sendPing(ByteBuffer.allocate(0)), () -> {}));
    }

    /** Queues the close frame. */
    void close(int code, String reason) {
        add(new Parcel(0, ws -> ws.sendClose(code, reason), () -> {}));
    }

    /** The socket is open: sends what waits. */
    void start(WebSocket open) {
        synchronized (lock) {
            if (stopped) {
                return;
            }
            socket = open;
        }
        sendNext();
    }

    /** Drops what waits, and sends nothing more. */
    void stop() {
        synchronized (lock) {
            stopped = true;
            socket = null;
            waiting.clear();
        }
    }

    private void add(Parcel parcel) {
        boolean full;
        synchronized (lock) {
            if (stopped) {
                return;
            }
            full = waitingBytes + parcel.bytes > CAPACITY_BYTES;
            if (!full) {
                waiting.add(parcel);
                waitingBytes += parcel.bytes;
            }
        }
        if (full) {
            onStuck.accept(new Ending.Lost("more than " + CAPACITY_BYTES + " bytes wait to be sent"));
        } else {
            sendNext();
        }
    }

    private void sendNext() {
        Parcel parcel;
        WebSocket open;
        synchronized (lock) {
            if (underWay || socket == null || waiting.isEmpty()) {
                return;
            }
            underWay = true;
            open = socket;
            parcel = waiting.remove();
        }
        Future<?> deadline = timers.schedule(
                () -> onStuck.accept(new Ending.Lost("nothing could be sent for " + DEADLINE.toSeconds() + " s")),
                DEADLINE.toMillis(),
                TimeUnit.MILLISECONDS);
        // On a thread of the executor: one completed send after the other would otherwise pile up on the stack.
        var _ = parcel.send.apply(open).whenCompleteAsync((_, failure) -> sent(parcel, deadline, failure), executor);
    }

    private void sent(Parcel parcel, Future<?> deadline, Throwable failure) {
        deadline.cancel(false);
        synchronized (lock) {
            underWay = false;
            waitingBytes -= parcel.bytes;
        }
        if (failure == null) {
            parcel.sent.run();
            sendNext();
        } else {
            stop();
            onFailure.accept(failure);
        }
    }
}
