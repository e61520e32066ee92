package hearth.faults;

import hearth.client.app.PackagedServer;
import hearth.client.app.Program;
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

/** One run of the kit: the packaged server as a process, clients each behind a proxy of its own, and one history. The test's thread only. */
public final class FaultRig implements AutoCloseable {
    /** How long an impatient user looks at "Try now" before pressing it. */
    private static final Duration REACTION = Duration.ofMillis(10);

    private static final Pattern RESET = Pattern.compile("\"([^\"]+)\":\\{\"recovered\":false,\"head\"");

    private final Path folder;
    private final Launch launch;
    private final Recorder recorder;
    private final PackagedServer packaged;
    private final ScheduledExecutorService fingers;
    private final List<FaultClient> clients = new ArrayList<>();
    private final Deque<Runnable> parts = new ArrayDeque<>();
    private Program server;

    /** How the server is started. */
    @FunctionalInterface
    public interface Launch {

        /** Returns once it can be reached at that server's port. */
        Program start(PackagedServer packaged) throws IOException;
    }

    /** Starts a server with a new database in this folder. */
    public FaultRig(Path folder) throws IOException {
        this(folder, PackagedServer::start);
    }

    /** The same, with a server that is started in another way. */
    public FaultRig(Path folder, Launch launch) throws IOException {
        this.folder = folder;
        this.launch = launch;
        recorder = new Recorder(folder.resolve("history.jsonl"));
        packaged = new PackagedServer(folder);
        server = launch.start(packaged);
        fingers = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "fingers");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A client behind a proxy. */
    public record Seat(FaultClient client, FaultProxy proxy) {}

    /** The server's process. */
    public Program server() {
        return server;
    }

    /** Starts the server anew, on its port and its database; it must have ended. */
    public void restartServer() throws IOException {
        server = launch.start(packaged);
    }

    /** The server's own port. */
    public int port() {
        return packaged.port();
    }

    /** What all clients saw. */
    public Recorder recorder() {
        return recorder;
    }

    /** A proxy before the server, closed with this. */
    public FaultProxy proxy() throws IOException {
        FaultProxy proxy = new FaultProxy(packaged.port());
        parts.push(proxy::close);
        return proxy;
    }

    /** A client behind a proxy of its own, whose user presses "Try now" as soon as it can be pressed; not connected yet. */
    public Seat impatient(String name) throws IOException, StoreException {
        return seat(name, piece -> OptionalInt.empty(), true);
    }

    /** The same, with a watch that sees every frame and may cut. */
    public Seat impatient(String name, FrameWatch watch) throws IOException, StoreException {
        return seat(name, watch, true);
    }

    /** A client behind a proxy of its own, whose user waits; not connected yet. */
    public Seat patient(String name) throws IOException, StoreException {
        return seat(name, piece -> OptionalInt.empty(), false);
    }

    private Seat seat(String name, FrameWatch watch, boolean impatient) throws IOException, StoreException {
        FaultProxy proxy = proxy();
        proxy.watch(piece -> {
            noteReset(name, piece);
            return watch.passing(piece);
        });
        FaultClient client = client(name, name, folder.resolve(name), proxy.address());
        if (impatient) {
            client.onState(state -> hurry(client, state));
        }
        clients.add(client);
        return new Seat(client, proxy);
    }

    /** A client without a proxy, in a folder of its own; closed with this. Not among those that {@link #verdict} waits for. */
    public FaultClient client(String observer, String name, Path data, URI address) throws StoreException {
        FaultClient client = FaultClient.open(observer, name, data, address, recorder);
        parts.push(client::close);
        return client;
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
            client.session()
                    .settled()
                    .toCompletableFuture()
                    .orTimeout(FaultClient.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
        FaultClient auditor = client("auditor", "Auditor", folder.resolve("auditor"), URI.create(packaged.address()));
        auditor.connect();
        String lobby = auditor.lobby();
        long head = auditor.readLog();
        for (FaultClient client : clients) {
            client.await("event " + head, each -> each.reached(lobby) >= head);
        }
        return Checker.check(recorder.history());
    }

    @Override
    public void close() throws IOException {
        while (!parts.isEmpty()) {
            parts.pop().run();
        }
        fingers.shutdownNow();
        server.close();
        recorder.close();
    }
}
