package hearth.client.link.socketio;

import hearth.client.link.foreign.Desk;
import hearth.client.link.foreign.Dialect;
import java.util.Map;

/** A dialect on Socket.IO, up to where the user comes in. In the socket's turns only. */
abstract class SocketIoDialect implements Dialect, SocketIo.Listener {
    final Desk desk;
    final SocketIo packets;
    private boolean connected;
    private boolean wanted;

    /**
     * Speaks in one namespace.
     *
     * @param namespace {@code /}, or another that begins so
     */
    SocketIoDialect(Desk desk, String namespace) {
        this.desk = desk;
        this.packets = new SocketIo(desk, namespace, this);
    }

    /** Events can be sent, and the user wants to be in. */
    abstract void comeIn();

    @Override
    public final void begin() {
        desk.dial(Map.of());
    }

    @Override
    public final void onOpen() {
        desk.ignored("the silence before the handshake");
    }

    @Override
    public final void onText(String text) {
        packets.onText(text);
    }

    @Override
    public final void onConnected() {
        connected = true;
        comeInIfWanted();
    }

    @Override
    public final void signIn(String name) {
        wanted = true;
        comeInIfWanted();
    }

    private void comeInIfWanted() {
        if (connected && wanted) {
            comeIn();
        }
    }
}
