package hearth.server.gateway;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.handshake.Handshakedata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the library says of one connection, passed on to the gateway thread. Called on the library's threads, sometimes under its locks: so nothing here
 * waits, and nothing here throws.
 */
final class SocketEvents extends WebSocketAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(SocketEvents.class);

    private final Runnable onClosed;
    private volatile Listener listener = new Nobody();

    /** Who wants to know. */
    interface Listener {
        /** The library has bytes to send. */
        void wantsToWrite();

        /** The handshake is answered. */
        void opened();

        /** The socket is closed. */
        void closed();
    }

    private record Nobody() implements Listener {
        @Override
        public void wantsToWrite() {}

        @Override
        public void opened() {}

        @Override
        public void closed() {}
    }

    /**
     * Begins without a listener.
     *
     * @param onClosed told, before the listener, that the socket is closed
     */
    SocketEvents(Runnable onClosed) {
        this.onClosed = onClosed;
    }

    /** Says who is told; before the first event. */
    void attach(Listener newListener) {
        listener = newListener;
    }

    @Override
    public void onWriteDemand(WebSocket socket) {
        listener.wantsToWrite();
    }

    @Override
    public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {
        listener.opened();
    }

    @Override
    public void onWebsocketClose(WebSocket socket, int code, String reason, boolean remote) {
        // A socket is closed for good only when every selector that knew it has looked again.
        ((WebSocketImpl) socket).getSelectionKey().selector().wakeup();
        onClosed.run();
        listener.closed();
    }

    @Override
    public void onWebsocketError(WebSocket socket, Exception failure) {
        LOG.debug("a connection failed", failure);
    }

    @Override
    public void onWebsocketMessage(WebSocket socket, String message) {
        LOG.warn("the library read a message behind our back");
    }

    @Override
    public void onWebsocketMessage(WebSocket socket, ByteBuffer message) {
        LOG.warn("the library read a message behind our back");
    }

    @Override
    public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {
        LOG.trace("closing with {}", code);
    }

    @Override
    public void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {
        LOG.trace("closing with {}", code);
    }

    @Override
    public InetSocketAddress getLocalSocketAddress(WebSocket socket) {
        throw new UnsupportedOperationException("addresses are known to the gateway");
    }

    @Override
    public InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
        throw new UnsupportedOperationException("addresses are known to the gateway");
    }
}
