package hearth.server.gateway;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketListener;
import org.java_websocket.drafts.Draft;

/**
 * The library's connection, of which it keeps the socket, its reading and its end. What arrives goes to a reader of ours, behind which every throwable
 * stops: one that got out would end the worker or the whole server.
 */
final class GuardedSocket extends WebSocketImpl {
    private Consumer<ByteBuffer> reader = bytes -> {};
    private Consumer<Throwable> onCrash = failure -> {};

    GuardedSocket(WebSocketListener listener, List<Draft> drafts) {
        super(listener, drafts);
    }

    /** Says where bytes go; before the first ones are read. */
    void attach(Consumer<ByteBuffer> newReader, Consumer<Throwable> newOnCrash) {
        reader = newReader;
        onCrash = newOnCrash;
    }

    /** Lets the library open the connection, by a request that we wrote. */
    void upgrade(byte[] request) {
        super.decode(ByteBuffer.wrap(request));
    }

    @Override
    public void decode(ByteBuffer bytes) {
        try {
            reader.accept(bytes);
        } catch (Throwable failure) {
            crash(failure);
        }
    }

    @SuppressWarnings("EmptyCatch")
    private void crash(Throwable failure) {
        try {
            onCrash.accept(failure);
        } catch (Throwable again) {
            // Out of memory or stack twice: the connection's deadlines will end it. To throw here would end
            // everybody's.
        }
    }
}
