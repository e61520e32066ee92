package hearth.server.gateway;

import hearth.protocol.FrameCodec;
import hearth.protocol.ServerFrame;
import hearth.server.hub.FromGateway;
import hearth.server.hub.ToGateway;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sockets of a server. Started once, stopped once; what the hub says may come from any thread, and is done in call order.
 */
public final class Gateway implements Consumer<List<ToGateway>> {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Switchboard switchboard;
    private final FrontDoor door;

    /**
     * Makes a gateway that does not listen yet.
     *
     * @param hub told of everything that happens, for each connection in order, from any thread; must not wait
     * @param nanoClock monotonic, in nanoseconds
     */
    public Gateway(GatewaySettings settings, FrameCodec codec, Consumer<FromGateway> hub, LongSupplier nanoClock) {
        switchboard = new Switchboard(
                settings,
                hub,
                codec::decodeClient,
                codec.encode(new ServerFrame.Ping(Optional.empty())),
                nanoClock,
                this::watch);
        door = new FrontDoor(settings.bind(), settings.port(), switchboard);
    }

    /**
     * Returns when it listens.
     *
     * @throws java.net.BindException where the port is taken, or the address is not this machine's
     */
    public void start() throws IOException, InterruptedException {
        switchboard.thread().start();
        try {
            door.open();
        } catch (IOException e) {
            switchboard.thread().stop();
            door.close();
            throw e;
        }
    }

    /** The port that it listens at. */
    public int port() {
        return door.port();
    }

    /** Does what the hub says. Never waits; safe from any thread. */
    @Override
    public void accept(List<ToGateway> news) {
        switchboard.thread().execute(() -> switchboard.apply(news));
    }

    /**
     * Closes all connections behind what is queued for them, with five seconds to read it, and then everything else. No thread, socket or port is left
     * when it returns. The hub has said good-bye before.
     */
    public void stop() throws InterruptedException {
        switchboard.thread().execute(switchboard::closeAll);
        try {
            switchboard.empty().get(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.info("some peers did not read what was left for them", e);
        }
        switchboard.thread().execute(switchboard::dropAll);
        switchboard.thread().stop();
        door.close();
    }

    /** How many sockets there are, those included that are still opening or closing. */
    public int sockets() {
        return switchboard.sockets();
    }

    /** For tests: what running out of descriptors does. */
    void loseListener() throws IOException {
        door.loseListener();
    }

    private void watch() {
        door.watch();
    }
}
