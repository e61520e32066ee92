package hearth.client.app;

import hearth.client.console.Console;
import hearth.client.console.ConsoleOptions;
import hearth.client.link.Abilities;
import hearth.client.link.ChatLink;
import hearth.client.link.ServerSpec;
import hearth.client.link.recognition.Recogniser;
import hearth.client.link.recognition.WireRecogniser;
import hearth.client.session.ChatSession;
import hearth.client.session.LiveSession;
import hearth.client.session.SessionConfig;
import hearth.client.session.SessionConfig.Missed;
import hearth.client.session.SessionLoop;
import hearth.client.session.SessionPorts;
import hearth.client.settings.HostPlanFile;
import hearth.client.settings.OpenChat;
import hearth.client.store.CacheShelf;
import hearth.client.store.DataFolder;
import hearth.client.store.KeepStore;
import hearth.client.store.Salvaged;
import hearth.client.store.SqliteCacheShelf;
import hearth.client.store.SqliteKeepStore;
import hearth.client.store.StoreException;
import hearth.client.transport.JdkTransport;
import hearth.client.ui.connect.ServerBook;
import hearth.client.ui.host.ChatHost;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of the client without its window, wired by hand, and closed in reverse order. Made and closed by the starting thread; the sessions may be made
 * and used from any.
 */
public final class AppGraph implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AppGraph.class);
    private static final int PING_TEXT_BYTES = 16;
    private static final String OPEN_CHAT_FILE = "chat.properties";

    /** What is hosted, and the server's own data. */
    private static final String HOST_FILE = "hosting.properties";

    private static final String HOST_FOLDER = "hosted";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final SecureRandom random = new SecureRandom();
    private final DataFolder folder;
    private final KeepStore store;
    private final CacheShelf caches;
    private final SalvageNews salvages;
    private final Diallers diallers;
    private final Recogniser recogniser;
    private final String client;

    private AppGraph(DataFolder folder, KeepStore store, SalvageNews salvages, String client) {
        this.folder = folder;
        this.store = store;
        this.caches = new SqliteCacheShelf(folder, SqliteCacheShelf.USUAL_MOST_BYTES);
        this.salvages = salvages;
        this.client = client;
        parts.push(folder);
        parts.push(store);
        ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, threads("hearth-timers"));
        timers.setRemoveOnCancelPolicy(true);
        parts.push(timers::shutdownNow);
        ExecutorService sockets = Executors.newCachedThreadPool(threads("hearth-socket"));
        parts.push(sockets::shutdownNow);
        JdkTransport transport = new JdkTransport(sockets, timers);
        parts.push(transport);
        this.diallers = new Diallers(transport, timers, this::pingText);
        this.recogniser = new WireRecogniser(transport, timers, this::pingText);
    }

    /**
     * Claims the data folder and opens what is in it.
     *
     * @param client the name and version of this program, told to servers
     * @return nothing if another process holds the folder
     * @throws StoreException if the folder or the file in it cannot be used; the message is a sentence that names it
     */
    public static Optional<AppGraph> open(Path data, String client) throws StoreException {
        Optional<DataFolder> claimed = DataFolder.claim(data);
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        DataFolder folder = claimed.get();
        try {
            SalvageNews salvages = new SalvageNews();
            return Optional.of(new AppGraph(folder, SqliteKeepStore.open(folder, salvages::tell), salvages, client));
        } catch (StoreException e) {
            folder.close();
            throw e;
        }
    }

    /** What must never be lost. */
    public KeepStore store() {
        return store;
    }

    /** Hears of every damaged file that was replaced, also before this was called. The listener is called by any thread, and does not block. */
    public void onSalvaged(Consumer<Salvaged> listener) {
        salvages.listen(listener);
    }

    /**
     * Makes the session of a window, on a thread of its own; closed with this at the latest.
     *
     * @param serverId the server that is meant; empty where any at the address is
     */
    public ChatSession session(ServerSpec server, String name, Optional<String> serverId) {
        return session(server, name, serverId, Missed.NEWEST_PAGE);
    }

    /**
     * Makes a session that tells of what it missed as far as {@code missed} says.
     *
     * @param serverId the server that is meant; empty where any at the address is
     */
    public ChatSession session(ServerSpec server, String name, Optional<String> serverId, Missed missed) {
        return session(new SessionConfig(server, name, serverId, client, missed), newLoop());
    }

    /**
     * Runs a console to its end.
     *
     * @param in read on a thread of its own, which is left behind where it does not end
     * @return the exit code
     */
    public int runConsole(ServerSpec server, String name, ConsoleOptions options, Reader in, PrintStream out) {
        SessionLoop loop = newLoop();
        SessionConfig config = new SessionConfig(server, name, Optional.empty(), client, Missed.EVERYTHING);
        Console console = new Console(session(config, loop), loop, out, options, new ConsoleWhys(server, name));
        var exit = console.start().toCompletableFuture();
        threads("hearth-input").newThread(() -> console.read(in)).start();
        return exit.join();
    }

    /** Finds out what answers at an address. */
    public Recogniser recogniser() {
        return recogniser;
    }

    /** The servers that were joined before, read and written off the caller's thread. */
    public ServerBook servers() {
        ExecutorService disk = Executors.newSingleThreadExecutor(threads("hearth-servers"));
        synchronized (parts) {
            parts.push(disk::shutdownNow);
        }
        return new KeptServers(store, caches, new OpenChat(folder.path().resolve(OPEN_CHAT_FILE)), disk);
    }

    /** What this program can host, with its data beside the client's. */
    public ChatHost host() {
        ExecutorService worker = Executors.newSingleThreadExecutor(threads("hearth-host"));
        HostPlanFile plans = new HostPlanFile(folder.path().resolve(HOST_FILE));
        HostingHere hosting = new HostingHere(folder.path().resolve(HOST_FOLDER), plans, worker);
        synchronized (parts) {
            parts.push(hosting);
        }
        return hosting;
    }

    @Override
    public void close() {
        synchronized (parts) {
            while (!parts.isEmpty()) {
                close(parts.pop());
            }
        }
    }

    private ChatSession session(SessionConfig config, SessionLoop loop) {
        ChatLink.Dialler dialler =
                diallers.of(config.server().dialect(), config.server().token());
        // Who wants to hear everything wants it from the server, if that knows what was said. A copy is for those who
        // look at what there is, and for servers that cannot tell what is new.
        boolean serverKnows = dialler.abilities().has(Abilities.Trait.ACKNOWLEDGEMENTS);
        Optional<CacheShelf> copies =
                Optional.of(caches).filter(_ -> config.missed() == Missed.NEWEST_PAGE || !serverKnows);
        SessionPorts ports = new SessionPorts(loop, dialler, store, copies, new MachineInterfaces(), random, random);
        ChatSession session = new LiveSession(ports, config);
        synchronized (parts) {
            parts.push(session);
        }
        return session;
    }

    private SessionLoop newLoop() {
        return new ThreadLoop(Clock.systemUTC(), threads("hearth-session"));
    }

    private String pingText() {
        byte[] bytes = new byte[PING_TEXT_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Threads that never keep the process alive: its end is the end of its window or its input. */
    private static ThreadFactory threads(String name) {
        AtomicInteger made = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + made.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            log.warn("a part did not close", e);
        }
    }
}
