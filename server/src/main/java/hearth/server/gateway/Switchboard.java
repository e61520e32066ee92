package hearth.server.gateway;

import hearth.protocol.CloseCode;
import hearth.protocol.Decoded;
import hearth.protocol.EncodedFrame;
import hearth.server.hub.FromGateway;
import hearth.server.hub.ToGateway;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes sockets in, lets connections in or turns them away, and brings what the hub says to their queues. Owned by the gateway thread, but for {@link
 * #adopt}.
 */
final class Switchboard implements Connection.Owner, GatewayThread.Duties, SocketServer.Adopter {
    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);
    private static final int SEND_BUFFER_BYTES = 256 * 1024;

    private final int mostConnections;
    private final Consumer<FromGateway> hub;
    private final Function<String, Decoded> decoder;
    private final LongSupplier nanoClock;
    private final GatewayThread thread;
    private final Runnable onTick;
    private final UpgradePolicy policy;
    private final Liveness liveness;
    private final ConnectionTable table;
    private final byte[] ping;
    private final List<Connection> toFlush = new ArrayList<>();
    private final ByteBuffer block = ByteBuffer.allocateDirect(Outflow.BLOCK_BYTES);
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private int open;
    private volatile boolean closing;

    /**
     * Makes an empty one; its thread is not started.
     *
     * @param hub told of everything, from any thread; must not wait
     * @param decoder pure
     * @param ping the frame that asks a silent peer for a sign of life
     * @param onTick run four times a second
     */
    Switchboard(
            GatewaySettings settings,
            Consumer<FromGateway> hub,
            Function<String, Decoded> decoder,
            EncodedFrame ping,
            LongSupplier nanoClock,
            Runnable onTick) {
        mostConnections = settings.connections();
        this.hub = hub;
        this.decoder = decoder;
        this.ping = WireFrames.text(ping);
        this.nanoClock = nanoClock;
        this.onTick = onTick;
        policy = new UpgradePolicy(settings.origins());
        liveness = new Liveness(settings.heartbeat());
        table = new ConnectionTable(mostConnections + mostConnections / 8 + 16);
        thread = new GatewayThread(nanoClock, this);
    }

    /** The thread that owns this. */
    GatewayThread thread() {
        return thread;
    }

    /** How many sockets there are. Safe from any thread. */
    int sockets() {
        return table.size();
    }

    /** Takes in an accepted socket, on the library's selector thread. */
    @Override
    public ByteChannel adopt(GuardedSocket socket, SocketChannel channel, SelectionKey key) throws IOException {
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
        Connection connection = closing ? null : table.add(id -> new Connection(id, channel, socket, key, hub, this));
        if (connection == null) {
            throw new IOException("no room for another connection");
        }
        ConnectionEvents events =
                new ConnectionEvents(connection, thread, knocking -> cutIfItFails(knocking, this::letIn));
        Inbound inbound = new Inbound(connection, events, policy, decoder, nanoClock);
        ((SocketEvents) socket.getWebSocketListener()).attach(events);
        socket.attach(inbound::take, events::crashed);
        return new SocketInput(channel, connection::received);
    }

    /** Does what the hub says, in order. */
    void apply(List<ToGateway> news) {
        for (ToGateway each : news) {
            switch (each) {
                case ToGateway.Deliver(long[] connections, EncodedFrame frame) -> deliver(connections, frame);
                case ToGateway.Admitted(long id) -> with(id, Connection::admit);
                case ToGateway.TellWhenDrained(long id) -> with(id, Connection::tellWhenDrained);
                case ToGateway.Handled(long id, int frames) ->
                    with(id, c -> c.inflow().handled(frames));
                case ToGateway.Close(long id, CloseCode code, String reason) -> with(id, c -> c.close(code, reason));
            }
        }
    }

    /** Closes all behind what is queued for them, and takes no more in. */
    void closeAll() {
        closing = true;
        table.forEach(Connection::shutDown);
        noteEmpty();
    }

    /** Done when, after {@link #closeAll}, no socket is left. */
    CompletableFuture<Void> empty() {
        return empty;
    }

    /** Cuts all. */
    void dropAll() {
        table.forEach(Connection::drop);
    }

    @Override
    public void settled() {
        for (Connection connection : toFlush) {
            connection.flush(block);
        }
        toFlush.clear();
    }

    @Override
    public void writable(Connection connection) {
        connection.flush(block);
    }

    @Override
    public void tick() {
        table.forEach(connection -> connection.check(liveness, ping));
        onTick.run();
    }

    @Override
    public long now() {
        return nanoClock.getAsLong();
    }

    @Override
    public void flushSoon(Connection connection) {
        toFlush.add(connection);
    }

    @Override
    public void flushNow(Connection connection) {
        connection.flush(block);
    }

    @Override
    public void awaitWritable(Connection connection, SocketChannel channel) throws IOException {
        thread.awaitWritable(connection, channel);
    }

    @Override
    public void left(Connection connection) {
        open--;
    }

    @Override
    public void gone(Connection connection) {
        table.remove(connection);
        noteEmpty();
    }

    private void noteEmpty() {
        if (closing && table.size() == 0) {
            empty.complete(null);
        }
    }

    private void deliver(long[] connections, EncodedFrame frame) {
        byte[] bytes = WireFrames.text(frame);
        for (long id : connections) {
            Connection connection = table.get(id);
            if (connection != null) {
                connection.deliver(bytes);
            }
        }
    }

    private void with(long id, Consumer<Connection> action) {
        Connection connection = table.get(id);
        if (connection != null) {
            cutIfItFails(connection, action);
        }
    }

    /** What was held back is handed to the hub on this thread: a failure there costs one connection, as it does on a worker. */
    private static void cutIfItFails(Connection connection, Consumer<Connection> action) {
        try {
            action.accept(connection);
        } catch (RuntimeException | Error failure) {
            connection.drop();
            LOG.error("connection {} was cut, because serving it failed", connection.id(), failure);
        }
    }

    private void letIn(Connection connection) {
        if (!connection.isWaiting()) {
            return;
        }
        if (closing) {
            connection.close(CloseCode.GOING_AWAY, "shutting down");
        } else if (open < mostConnections || evictOne()) {
            open++;
            connection.open();
        } else {
            connection.deafen();
            connection.close(CloseCode.FULL, "no room");
        }
    }

    private boolean evictOne() {
        List<Connection> silent = new ArrayList<>();
        table.forEach(connection -> {
            if (connection.isOpen() && liveness.isEvictable(now(), connection.lastReceived())) {
                silent.add(connection);
            }
        });
        return silent.stream()
                .min((a, b) -> Long.signum(a.lastReceived() - b.lastReceived()))
                .map(longest -> {
                    longest.close(CloseCode.FULL, "silent, and another one needs the room");
                    return true;
                })
                .orElse(false);
    }
}
