package hearth.server;

import hearth.protocol.FrameCodec;
import hearth.protocol.Limits;
import hearth.protocol.UserRef;
import hearth.server.account.Ids;
import hearth.server.account.Tokens;
import hearth.server.account.UnicodeNames;
import hearth.server.gateway.Descriptors;
import hearth.server.gateway.Gateway;
import hearth.server.gateway.GatewaySettings;
import hearth.server.history.HistoryStore;
import hearth.server.history.SqliteHistoryStore;
import hearth.server.history.StorageException;
import hearth.server.history.UnusableDatabaseException;
import hearth.server.hub.FromGateway;
import hearth.server.hub.HubClock;
import hearth.server.hub.HubParts;
import hearth.server.hub.HubSettings;
import hearth.server.hub.HubThread;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole server: database, hub and sockets. Started once, stopped once, from any thread; several may run in one process, each with a data folder of its
 * own.
 */
public final class ChatServer {
    private static final Logger LOG = LoggerFactory.getLogger(ChatServer.class);

    private final ServerConfig config;
    private final SecureRandom random = new SecureRandom();
    private final LongSupplier nanoClock;
    private final InstantSource wallClock;
    private final HistoryOpener history;
    private HistoryStore store;
    private Gateway gateway;
    private volatile HubThread hub;

    /** Makes a server that is not started. */
    public ChatServer(ServerConfig config) {
        this(config, System::nanoTime, InstantSource.system(), SqliteHistoryStore::open);
    }

    ChatServer(ServerConfig config, LongSupplier nanoClock, InstantSource wallClock, HistoryOpener history) {
        this.config = config;
        this.nanoClock = nanoClock;
        this.wallClock = wallClock;
        this.history = history;
    }

    /** Opens the history that is in a folder. */
    @FunctionalInterface
    interface HistoryOpener {
        HistoryStore open(Path folder, SecureRandom random) throws UnusableDatabaseException;
    }

    /**
     * Returns when clients can connect.
     *
     * @throws ServerStartException with a sentence for the operator; nothing of the server is left then
     */
    public synchronized void start() throws ServerStartException, InterruptedException {
        if (store != null) {
            throw new IllegalStateException("a server is started once");
        }
        try {
            store = history.open(config.data(), random);
            startAround(store);
        } catch (UnusableDatabaseException e) {
            throw StartFailures.of(e);
        }
    }

    /** The port that it listens at. */
    public int port() {
        return gateway.port();
    }

    /** Where others reach it now, as {@code host:port}: addresses on the network first, the one that only this machine reaches last. */
    public List<String> addresses() {
        return ReachableAddresses.of(config.bind(), port());
    }

    /** Who is signed in now, in the order of their ids; nobody where it does not run. */
    public List<UserRef> people() {
        HubThread current = hub;
        return current == null ? List.of() : current.people();
    }

    /**
     * Handles what has arrived, says good-bye to everybody, delivers what was acknowledged, within some seconds, and closes everything. Without effect the
     * second time.
     */
    public synchronized void stop() {
        if (hub == null) {
            return;
        }
        hub.close();
        hub = null;
        try {
            gateway.stop();
        } catch (InterruptedException e) {
            LOG.warn("stopping was interrupted; some connections are cut", e);
            Thread.currentThread().interrupt();
        }
        store.close();
    }

    private void startAround(HistoryStore opened) throws ServerStartException, InterruptedException {
        boolean started = false;
        try {
            gateway = new Gateway(gatewaySettings(), new FrameCodec(), this::tellHub, nanoClock);
            hub = HubThread.start(hubParts(opened), gateway);
            gateway.start();
            started = true;
        } catch (StorageException e) {
            throw StartFailures.of(e);
        } catch (IOException e) {
            throw StartFailures.of(e, config.port());
        } finally {
            if (!started) {
                abandon(opened);
            }
        }
    }

    private void abandon(HistoryStore opened) {
        if (hub != null) {
            hub.close();
            hub = null;
        }
        opened.close();
    }

    private void tellHub(FromGateway news) {
        HubThread current = hub;
        if (current != null) {
            current.post(news);
        }
    }

    private GatewaySettings gatewaySettings() {
        return new GatewaySettings(
                config.bind(), config.port(), config.allowedOrigins(), config.heartbeat(), Descriptors.connections());
    }

    private HubParts hubParts(HistoryStore opened) {
        Limits limits = Limits.STANDARD;
        Alternates alternates = new Alternates(this::addresses, nanoClock);
        return new HubParts(
                opened,
                new UnicodeNames(limits.nameChars()),
                new Ids(random),
                new Tokens(random),
                HubClock.start(wallClock, nanoClock),
                new HubSettings(config.name(), ProgramVersion.current(), config.heartbeat(), limits, alternates::urls));
    }
}
