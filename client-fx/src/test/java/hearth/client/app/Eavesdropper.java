package hearth.client.app;

import hearth.faults.Direction;
import hearth.faults.FaultProxy;
import hearth.faults.FrameWatch.Piece;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a server, passes everything on, and remembers it in order: the heads of requests and answers, and what is in the frames. Safe from any thread. */
final class Eavesdropper implements AutoCloseable {
    private static final byte LAST_AND_CLOSE = (byte) 0x88;

    private final List<Piece> pieces = new CopyOnWriteArrayList<>();
    private final FaultProxy proxy;

    /** Listens before a server at this address. */
    Eavesdropper(String server) throws IOException {
        proxy = new FaultProxy(URI.create(server).getPort());
        proxy.watch(piece -> {
            pieces.add(piece);
            return OptionalInt.empty();
        });
    }

    /** Where clients find the server behind it, with this path. */
    URI address(String path) {
        return URI.create("ws://127.0.0.1:" + proxy.port() + path);
    }

    /** All that clients sent, but the goodbyes. */
    List<String> sent() {
        return pieces.stream()
                .filter(piece -> piece.direction() == Direction.UP && piece.bytes()[0] != LAST_AND_CLOSE)
                .map(Piece::text)
                .toList();
    }

    /** All that was sent on either side before the first time that this was. */
    List<String> before(String words) {
        return pieces.stream()
                .map(Piece::text)
                .takeWhile(text -> !text.contains(words))
                .toList();
    }

    @Override
    public void close() {
        proxy.close();
    }
}
