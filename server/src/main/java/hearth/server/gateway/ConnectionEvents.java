package hearth.server.gateway;

import hearth.protocol.CloseCode;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what other threads learn about a connection to the gateway thread, in order. Safe from any thread.
 *
 * @param gatewayThread runs things on the gateway thread
 * @param onKnock told on the gateway thread when the handshake is answered
 */
record ConnectionEvents(Connection connection, Executor gatewayThread, Consumer<Connection> onKnock)
        implements SocketEvents.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionEvents.class);

    @Override
    public void wantsToWrite() {
        gatewayThread.execute(connection::queueHandshake);
    }

    @Override
    public void opened() {
        gatewayThread.execute(() -> onKnock.accept(connection));
    }

    @Override
    public void closed() {
        gatewayThread.execute(connection::gone);
    }

    /** The request to become a WebSocket was accepted; the library answers it. */
    void upgrade(byte[] request) {
        connection.library().upgrade(request);
    }

    /** The request was refused. */
    void refused(UpgradeAnswer.Refused refusal) {
        connection.deafen();
        gatewayThread.execute(() -> connection.refuse(refusal.response()));
    }

    /** The peer sent what ends its connection. */
    void violated(CloseCode code, String reason) {
        connection.deafen();
        gatewayThread.execute(() -> connection.close(code, reason));
    }

    /** The peer wants a pong. */
    void pinged(byte[] payload) {
        gatewayThread.execute(() -> connection.pong(payload));
    }

    /** The peer sent a close frame. */
    void peerClosed(int code) {
        connection.deafen();
        gatewayThread.execute(() -> connection.peerClosed(code));
    }

    /** Our own code failed on what the peer sent. */
    void crashed(Throwable failure) {
        connection.deafen();
        gatewayThread.execute(connection::drop);
        LOG.error("connection {} was cut, because reading from it failed", connection.id(), failure);
    }
}
