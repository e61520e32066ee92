package hearth.server.hub;

import hearth.protocol.UserRef;
import hearth.server.history.HistoryReader;
import hearth.server.history.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that owns all chat state, and the reader's beside it. Takes whatever has queued up as one batch, so that a batch costs one fsync however many
 * requests it holds. Started once, closed once; {@link #post} and {@link #close} are safe from any thread.
 */
public final class HubThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubThread.class);

    /** Most inputs of one batch: what is handled together is also answered together, and nobody should wait long. */
    private static final int BATCH = 1_024;

    /** About the most chars of text of one batch: it is told at once, and has to be far from what closes those who are told. */
    private static final int BATCH_TEXT = 128 * 1_024;

    private static final Duration READER_PATIENCE = Duration.ofSeconds(5);

    private final HubInbox inbox;
    private final HubClock clock;
    private final ExecutorService readers;
    private final HistoryReader reader;
    private final Hub hub;
    private final Thread thread;

    private HubThread(HubParts parts, HistoryReader reader, Consumer<List<ToGateway>> gateway) throws StorageException {
        this.reader = reader;
        clock = parts.clock();
        inbox = new HubInbox();
        readers = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("hearth-reader").daemon().factory());
        hub = Hub.open(parts, gateway, new PageReads.ReadRoom(reader, readers, inbox::post));
        thread = Thread.ofPlatform().name("hearth-hub").unstarted(this::run);
    }

    /**
     * Brings back the state and starts.
     *
     * @param gateway takes what the hub says, in order, on the hub thread; must not block. All that follows from one batch comes as one list: so the
     *     gateway can queue it all before it writes
     * @throws StorageException if the state cannot be read; nothing has been started then
     */
    public static HubThread start(HubParts parts, Consumer<List<ToGateway>> gateway) throws StorageException {
        HistoryReader reader = parts.store().openReader();
        try {
            HubThread started = new HubThread(parts, reader, gateway);
            started.thread.start();
            return started;
        } catch (StorageException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Tells the hub something. Never blocks; dropped once the hub is closed. */
    public void post(FromGateway message) {
        inbox.post(message);
    }

    /** Who is signed in, in the order of their ids: as it was after the last batch. */
    public List<UserRef> people() {
        return hub.people();
    }

    /**
     * Handles everything that was posted before, says good-bye to all connections, and ends both threads. Returns when they have ended, and with them every
     * use of the store.
     */
    @Override
    public void close() {
        inbox.close();
        try {
            thread.join();
            readers.shutdown();
            if (!readers.awaitTermination(READER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a page is still being read; it is abandoned");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }

    private void run() {
        try {
            while (!inbox.isExhausted()) {
                step(inbox.take(BATCH, BATCH_TEXT, waitNanos()));
            }
            hub.shutDown();
        } catch (InterruptedException e) {
            LOG.error("the hub was interrupted, and ends", e);
        }
    }

    /** A fault in here may cost a batch, but never the server. */
    private void step(List<HubInput> batch) {
        try {
            if (!batch.isEmpty()) {
                hub.process(batch);
            }
            // Behind a full batch more may wait, a hello among it: nobody is late because the hub is.
            if (batch.size() < BATCH) {
                hub.tick();
            }
        } catch (RuntimeException | Error e) {
            LOG.error("the hub goes on after a fault", e);
        }
    }

    private OptionalLong waitNanos() {
        OptionalLong next = hub.nextTickNanos();
        return next.isPresent() ? OptionalLong.of(next.getAsLong() - clock.nanos()) : next;
    }
}
