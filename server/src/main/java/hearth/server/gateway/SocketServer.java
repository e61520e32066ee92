package hearth.server.gateway;

import hearth.protocol.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listening socket and the library's threads behind it: they accept, read, and run our readers. Started once, shut down once; safe from any thread.
 */
final class SocketServer extends WebSocketServer {
    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);
    private static final int READ_BYTES = 8 * 1024;
    private static final int MOST_WORKERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ServerSocketChannel listener;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicInteger sockets = new AtomicInteger();
    private volatile Thread selectorThread;

    /** Takes over a socket that was accepted. */
    interface Adopter {
        /**
         * Gives the channel that the library reads from.
         *
         * @throws IOException where there is no room: the socket is closed, and accepting goes on
         */
        ByteChannel adopt(GuardedSocket socket, SocketChannel channel, SelectionKey key) throws IOException;
    }

    /** Takes a socket that is bound already: only so is a port that is taken known at once. */
    SocketServer(ServerSocketChannel listener, Adopter adopter) {
        super(listener);
        this.listener = listener;
        decoders.subList(Math.min(MOST_WORKERS, decoders.size()), decoders.size())
                .clear();
        setDaemon(true);
        setTcpNoDelay(true);
        setReuseAddr(reusesAddress());
        setConnectionLostTimeout(0);
        setWebSocketFactory(new Factory(adopter, sockets));
    }

    /** Whether a port may be bound that lingers from before; on Windows the option would let two servers share one. */
    static boolean reusesAddress() {
        return !System.getProperty("os.name", "").startsWith("Windows");
    }

    /** Starts the threads, and waits until the socket is being served. */
    void begin() throws IOException, InterruptedException {
        start();
        if (!begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) || !isServing()) {
            throw new IOException("the socket server did not start");
        }
    }

    /**
     * Whether connections are still accepted and read; the library stops both without a word when it runs out of descriptors or memory. One that is
     * starting counts.
     */
    boolean isServing() {
        Thread thread = selectorThread;
        return listener.isOpen() && (thread == null || thread.isAlive());
    }

    /** Whether none of its sockets is open. */
    boolean isIdle() {
        return sockets.get() == 0;
    }

    /** Closes the listening socket and ends all threads. Sockets that are still open are cut. */
    void shutDown() throws InterruptedException {
        stop((int) PATIENCE.toMillis());
        Thread selector = selectorThread;
        if (selector != null) {
            selector.interrupt();
            selector.join(PATIENCE);
        }
        for (WebSocketWorker worker : decoders) {
            worker.interrupt();
            worker.join(PATIENCE);
        }
    }

    @Override
    public ByteBuffer createBuffer() {
        return ByteBuffer.allocate(READ_BYTES);
    }

    @Override
    public void onStart() {
        selectorThread = Thread.currentThread();
        selectorThread.setName("hearth-selector");
        for (int i = 0; i < decoders.size(); i++) {
            decoders.get(i).setName("hearth-decoder-" + (i + 1));
        }
        begun.countDown();
    }

    @Override
    public void onError(WebSocket socket, Exception failure) {
        LOG.error("the socket server failed", failure);
        if (selectorThread == null) {
            closeListener();
        }
        begun.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        LOG.warn("the library told of a connection behind our back");
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        LOG.warn("the library told of a connection behind our back");
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        LOG.warn("the library read a message behind our back");
    }

    private void closeListener() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.warn("the listening socket could not be closed", e);
        }
    }

    /** Gives the library our own parts for each socket. Called on the selector thread, which an exception of another type would end. */
    private record Factory(Adopter adopter, AtomicInteger sockets) implements WebSocketServerFactory {
        private static final Draft DRAFT = new Draft_6455(
                List.of(),
                List.of(new Protocol(UpgradePolicy.SUBPROTOCOL), new Protocol("")),
                Limits.STANDARD.frameBytes());

        @Override
        public WebSocketImpl createWebSocket(WebSocketAdapter server, Draft draft) {
            return createWebSocket(server, List.of(draft));
        }

        @Override
        public WebSocketImpl createWebSocket(WebSocketAdapter server, List<Draft> drafts) {
            return new GuardedSocket(new SocketEvents(sockets::decrementAndGet), List.of(DRAFT));
        }

        @Override
        public ByteChannel wrapChannel(SocketChannel channel, SelectionKey key) throws IOException {
            try {
                ByteChannel adopted = adopter.adopt((GuardedSocket) key.attachment(), channel, key);
                sockets.incrementAndGet();
                return adopted;
            } catch (RuntimeException | Error failure) {
                throw new IOException("not adopted", failure);
            }
        }

        @Override
        public void close() {}
    }
}
