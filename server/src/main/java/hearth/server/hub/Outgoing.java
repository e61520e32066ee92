package hearth.server.hub;

import hearth.protocol.CloseCode;
import hearth.protocol.EncodedFrame;
import hearth.protocol.FrameCodec;
import hearth.protocol.ServerFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects what a batch says to the gateway, until the batch is committed or taken back. Owned by the hub thread. */
final class Outgoing {
    private final FrameCodec codec = new FrameCodec();
    private final List<ToGateway> messages = new ArrayList<>();
    private final Map<Long, Integer> handled = new LinkedHashMap<>();

    /** The codec that encodes all frames; for measuring what is to be sent. */
    FrameCodec codec() {
        return codec;
    }

    /**
     * Queues a frame for one connection.
     *
     * @return how many bytes it has
     */
    int send(Session session, ServerFrame frame) {
        EncodedFrame encoded = codec.encode(frame);
        messages.add(new ToGateway.Deliver(new long[] {session.connection()}, encoded));
        return encoded.length();
    }

    /** Queues one frame for all these connections; the array is not copied. */
    void sendAll(long[] connections, ServerFrame frame) {
        if (connections.length > 0) {
            messages.add(new ToGateway.Deliver(connections, codec.encode(frame)));
        }
    }

    void admit(Session session) {
        messages.add(new ToGateway.Admitted(session.connection()));
    }

    void tellWhenDrained(Session session) {
        messages.add(new ToGateway.TellWhenDrained(session.connection()));
    }

    void close(Session session, CloseCode code, String reason) {
        messages.add(new ToGateway.Close(session.connection(), code, reason));
    }

    /** Counts a frame of this connection as handled; a negative number takes back what was counted too early. */
    void countHandled(long connection, int frames) {
        handled.merge(connection, frames, Integer::sum);
    }

    /** Gives everything to the gateway as one list, if there is anything, and begins anew. */
    void flush(Consumer<List<ToGateway>> gateway) {
        handled.forEach((connection, frames) -> {
            if (frames > 0) {
                messages.add(new ToGateway.Handled(connection, frames));
            }
        });
        List<ToGateway> all = List.copyOf(messages);
        clear();
        if (!all.isEmpty()) {
            gateway.accept(all);
        }
    }

    /** Forgets everything. */
    void clear() {
        messages.clear();
        handled.clear();
    }
}
