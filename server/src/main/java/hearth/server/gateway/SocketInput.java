package hearth.server.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.java_websocket.WrappedByteChannel;

/**
 * The socket as the library sees it: it reads and closes. Frames are written by the gateway thread, past the library, so that its selector never has
 * anything to write.
 */
final class SocketInput implements WrappedByteChannel {
    private final SocketChannel socket;
    private final Runnable onBytes;

    /**
     * Wraps a socket. A channel that does TLS would go between the two.
     *
     * @param onBytes told of every read that brought something, on the library's selector thread
     */
    SocketInput(SocketChannel socket, Runnable onBytes) {
        this.socket = socket;
        this.onBytes = onBytes;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = socket.read(target);
        if (count > 0) {
            onBytes.run();
        }
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        throw new IOException("frames are written by the gateway thread");
    }

    @Override
    public boolean isNeedWrite() {
        return false;
    }

    @Override
    public void writeMore() {}

    @Override
    public boolean isNeedRead() {
        return false;
    }

    @Override
    public int readMore(ByteBuffer target) {
        return 0;
    }

    @Override
    public boolean isBlocking() {
        return socket.isBlocking();
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
