package hearth.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A TCP proxy between clients and one server, which does to their connections what networks do. Everything can be switched while it runs; a method returns
 * when what it asks for is in force. Safe from any thread but the proxy's own; the work is done on one thread, from the constructor to {@link #close}.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long PATIENCE_SECONDS = 180;

    private final InetSocketAddress target;
    private final ServerSocketChannel listener;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    // The proxy's thread only.
    private final List<FaultedLink> links = new ArrayList<>();
    private LinkConditions conditions = LinkConditions.CLEAR;
    private FrameWatch watch;
    private boolean refusing;
    private int accepted;
    private boolean closing;

    /**
     * Listens on a free port of the loopback from now on.
     *
     * @param port the server's, on the loopback; it may not run yet
     */
    public FaultProxy(int port) throws IOException {
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        selector = Selector.open();
        listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        Thread thread = new Thread(this::run, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** The port where clients find it. */
    public int port() {
        return listener.socket().getLocalPort();
    }

    /** Where a chat client finds it. */
    public URI address() {
        return URI.create("ws://127.0.0.1:" + port() + "/chat");
    }

    /** Sets how all links do, the present and the coming ones. */
    public void conditions(LinkConditions others) {
        call(() -> {
            conditions = others;
            links.forEach(link -> link.conditions(others));
            return null;
        });
    }

    /** Sets how the present links do; those to come are as {@link #conditions} says. */
    public void conditionsOfPresent(LinkConditions others) {
        call(() -> {
            links.forEach(link -> link.conditions(others));
            return null;
        });
    }

    /** Shows every frame of links to come to this watch, which may cut them. */
    public void watch(FrameWatch other) {
        call(() -> watch = other);
    }

    /** Resets whoever dials from now on, or lets them pass again. */
    public void refuse(boolean whether) {
        call(() -> refusing = whether);
    }

    /** Cuts the newest link once so many more bytes went this way: exactly these arrive, and nothing after them. Nothing where no link is open. */
    public void cutAfter(Direction direction, long bytes, Cut how) {
        call(() -> {
            if (!links.isEmpty()) {
                links.getLast().cutAfter(direction, bytes, how);
            }
            return null;
        });
    }

    /**
     * Ends the present links.
     *
     * @return how many there were
     */
    public int end(Cut how) {
        return call(() -> {
            links.forEach(link -> link.end(how, System.nanoTime()));
            return links.size();
        });
    }

    /** How many bytes of the newest open link were passed on this way; 0 where no link is open. */
    public long passed(Direction direction) {
        return call(() -> links.isEmpty() ? 0 : links.getLast().pipe(direction).passed());
    }

    /** How many connections were accepted so far. */
    public int accepted() {
        return call(() -> accepted);
    }

    /** How many links are open. */
    public int open() {
        return call(links::size);
    }

    /** Resets what is open and lets go of the port; fails where the proxy itself had failed. */
    @Override
    public void close() {
        if (!ended.isDone()) {
            commands.add(() -> closing = true);
            selector.wakeup();
        }
        ended.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private <T> T call(Supplier<T> command) {
        CompletableFuture<T> result = new CompletableFuture<>();
        commands.add(() -> result.complete(command.get()));
        selector.wakeup();
        if (ended.isDone()) {
            throw new IllegalStateException("the proxy has ended");
        }
        return result.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private void run() {
        try {
            while (!closing) {
                turn();
            }
            ended.complete(null);
        } catch (IOException | RuntimeException | Error e) {
            ended.completeExceptionally(e);
        } finally {
            links.forEach(link -> link.end(Cut.RESET, System.nanoTime()));
            release();
        }
    }

    private void turn() throws IOException {
        for (Runnable next = commands.poll(); next != null; next = commands.poll()) {
            next.run();
        }
        accept();
        long now = System.nanoTime();
        long dueAt = Long.MAX_VALUE;
        for (FaultedLink link : links) {
            link.work(buffer, now);
            link.renewInterest(selector, now);
            dueAt = link.nextDueAt() > now ? Math.min(dueAt, link.nextDueAt()) : dueAt;
        }
        links.removeIf(FaultedLink::isOver);
        selector.selectedKeys().clear();
        if (!commands.isEmpty() || closing) {
            selector.selectNow();
        } else if (dueAt == Long.MAX_VALUE) {
            selector.select();
        } else {
            selector.select(TimeUnit.NANOSECONDS.toMillis(dueAt - now) + 1);
        }
    }

    private void accept() throws IOException {
        for (SocketChannel client = listener.accept(); client != null; client = listener.accept()) {
            accepted++;
            SocketChannel server = SocketChannel.open();
            FaultedLink link = new FaultedLink(client, server, conditions, watch);
            link.register(selector);
            links.add(link);
            if (refusing) {
                link.end(Cut.RESET, System.nanoTime());
            } else {
                connect(link, server);
            }
        }
    }

    private void connect(FaultedLink link, SocketChannel server) {
        try {
            server.connect(target);
        } catch (IOException e) {
            // Nobody listens there: the client is told in the only way that is left.
            link.end(Cut.RESET, System.nanoTime());
        }
    }

    private void release() {
        try {
            listener.close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
