package hearth.faults;

import java.util.OptionalInt;

/** Sees every frame before it is passed on, whole; called on the proxy's thread, so it never waits. */
@FunctionalInterface
public interface FrameWatch {

    /** What is passed on as one: the head of the handshake, or one WebSocket frame. */
    record Piece(Direction direction, byte[] bytes, String text) {}

    /**
     * Decides about one piece.
     *
     * @param piece its text is the head, or the unmasked payload
     * @return how many bytes of it are passed on before the connection is cut with a reset; empty where it is not cut here
     */
    OptionalInt passing(Piece piece);
}
