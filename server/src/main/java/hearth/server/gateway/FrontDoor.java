package hearth.server.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a socket listening on one port, whatever happens to the one below. Opened and closed by its owner; watched on the gateway thread in between.
 */
final class FrontDoor {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    /** Enough for everybody to come back at once; the system may cut it down. */
    private static final int BACKLOG = 8_192;

    private final Optional<InetAddress> bind;
    private final SocketServer.Adopter adopter;
    private final List<SocketServer> retired = new ArrayList<>();
    private int port;
    private SocketServer current;
    private ServerSocketChannel listener;
    private boolean reported;

    FrontDoor(Optional<InetAddress> bind, int port, SocketServer.Adopter adopter) {
        this.bind = bind;
        this.port = port;
        this.adopter = adopter;
    }

    /**
     * Listens.
     *
     * @throws java.net.BindException where the port is taken
     */
    synchronized void open() throws IOException, InterruptedException {
        prepare();
        current.begin();
    }

    /** The port that is listened at. */
    synchronized int port() {
        return port;
    }

    /** Listens anew where the library has stopped to. What is connected stays so. */
    synchronized void watch() {
        if (current == null) {
            return;
        }
        retired.removeIf(FrontDoor::endedIdle);
        if (current.isServing()) {
            return;
        }
        try {
            SocketServer before = current;
            prepare();
            current.start();
            retired.add(before);
            reported = false;
            LOG.warn("the listening socket was lost, and is open again");
        } catch (IOException e) {
            report(e);
        }
    }

    /** Stops listening, cuts what is connected, and ends all threads. */
    synchronized void close() throws InterruptedException {
        if (current != null) {
            retired.add(current);
            current = null;
        }
        for (SocketServer server : retired) {
            server.shutDown();
        }
        retired.clear();
    }

    /** Closes the listening socket behind the library's back, as running out of descriptors does. */
    synchronized void loseListener() throws IOException {
        listener.close();
    }

    private void prepare() throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, SocketServer.reusesAddress());
            channel.bind(
                    bind.map(address -> new InetSocketAddress(address, port))
                            .orElseGet(() -> new InetSocketAddress(port)),
                    BACKLOG);
            current = new SocketServer(channel, adopter);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        port = channel.socket().getLocalPort();
        listener = channel;
    }

    private void report(IOException failure) {
        if (!reported) {
            reported = true;
            LOG.error("the listening socket was lost, and cannot be opened again yet", failure);
        }
    }

    private static boolean endedIdle(SocketServer server) {
        if (!server.isIdle()) {
            return false;
        }
        try {
            server.shutDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
