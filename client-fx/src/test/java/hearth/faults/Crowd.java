package hearth.faults;

import hearth.client.session.ConnectionState;
import hearth.client.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clients of one server, each behind a proxy of its own, and one history of what they all see. Safe from any thread. */
public final class Crowd implements AutoCloseable {
    /** How long an impatient user looks at "Try now" before pressing it. */
    private static final Duration REACTION = Duration.ofMillis(10);

    private static final Pattern RESET = Pattern.compile("\"([^\"]+)\":\\{\"recovered\":false,\"head\"");

    private final Path folder;
    private final int port;
    private final Recorder recorder;
    private final ScheduledExecutorService fingers;
    private final List<FaultClient> clients = new ArrayList<>();
    private final Deque<Runnable> parts = new ArrayDeque<>();

    /**
     * Nobody yet.
     *
     * @param folder where the clients' data and the history go
     * @param port the server's
     */
    public Crowd(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        recorder = new Recorder(folder.resolve("history.jsonl"));
        fingers = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "fingers");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What all clients saw. */
    public Recorder recorder() {
        return recorder;
    }

    /** A proxy before the server, closed with this. */
    public FaultProxy proxy() throws IOException {
        FaultProxy proxy = new FaultProxy(port);
        closedWithThis(proxy::close);
        return proxy;
    }

    /** A client behind a proxy of its own, whose user presses "Try now" as soon as it can be pressed; not connected yet. */
    public Seat impatient(String name) throws IOException, StoreException {
        return impatient(name, piece -> OptionalInt.empty());
    }

    /** The same, with a watch that sees every frame and may cut. */
    public Seat impatient(String name, FrameWatch watch) throws IOException, StoreException {
        Seat seat = seat(name, watch);
        seat.client().onState(state -> hurry(seat.client(), state));
        return seat;
    }

    /** A client behind a proxy of its own, whose user waits; not connected yet. */
    public Seat patient(String name) throws IOException, StoreException {
        return seat(name, piece -> OptionalInt.empty());
    }

    private Seat seat(String name, FrameWatch watch) throws IOException, StoreException {
        FaultProxy proxy = proxy();
        proxy.watch(piece -> {
            noteReset(name, piece);
            return watch.passing(piece);
        });
        FaultClient client = client(name, name, folder.resolve(name), proxy.address());
        synchronized (clients) {
            clients.add(client);
        }
        return new Seat(client, proxy);
    }

    /** A client without a proxy, in a folder of its own; closed with this. Not among those that {@link #verdict} waits for. */
    public FaultClient client(String observer, String name, Path data, URI address) throws StoreException {
        FaultClient client = FaultClient.open(observer, name, data, address, recorder);
        closedWithThis(client::close);
        return client;
    }

    private void closedWithThis(Runnable part) {
        synchronized (parts) {
            parts.push(part);
        }
    }

    private void noteReset(String observer, FrameWatch.Piece piece) {
        if (piece.direction() == Direction.DOWN && piece.text().startsWith("{\"type\":\"ok\"")) {
            Matcher reset = RESET.matcher(piece.text());
            while (reset.find()) {
                recorder.add(new Observation.Reset(observer, reset.group(1)));
            }
        }
    }

    private void hurry(FaultClient client, ConnectionState state) {
        if (state instanceof ConnectionState.Waiting) {
            ScheduledFuture<?> _ =
                    fingers.schedule(client.session()::retryNow, REACTION.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * When the faults are over: waits until all is sent and everybody has what there is, lets somebody new read the log, and judges the history. Every proxy
     * must be clear again.
     */
    public Verdict verdict() throws IOException, StoreException {
        for (FaultClient client : clients) {
            client.awaitSettled();
        }
        long head = readLog();
        for (FaultClient client : clients) {
            client.await("event " + head, each -> each.reached(each.lobby()) >= head);
        }
        return Checker.check(recorder.history());
    }

    /** The same without waiting for anybody: what a session cannot reach any more is then a hole. */
    public Verdict verdictAsItIs() throws IOException, StoreException {
        readLog();
        return Checker.check(recorder.history());
    }

    private long readLog() throws StoreException {
        URI address = URI.create("ws://127.0.0.1:" + port + "/chat");
        return client("auditor", "Auditor", folder.resolve("auditor"), address)
                .connect()
                .readLog();
    }

    @Override
    public void close() throws IOException {
        try (recorder) {
            synchronized (parts) {
                closeParts();
            }
        } finally {
            fingers.shutdownNow();
        }
    }

    /** The last first, and each of them whatever the others do. */
    private void closeParts() {
        if (!parts.isEmpty()) {
            try {
                parts.pop().run();
            } finally {
                closeParts();
            }
        }
    }
}
