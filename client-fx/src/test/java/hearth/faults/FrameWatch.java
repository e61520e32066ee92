package hearth.faults;

import java.util.OptionalInt;

/** Sees every frame before it is passed on, whole; called on the proxy's thread, so it never waits. */
@FunctionalInterface
public interface FrameWatch {

    /** What is passed on as one: the head of the handshake, one WebSocket frame, or a part of what follows a head of plain HTTP. */
    record Piece(Direction direction, byte[] bytes, String text) {}

    /**
     * Decides about one piece.
     *
     * @param piece its text is the head, the unmasked payload, or that part
     * @return how many bytes of it are passed on before the connection is cut with a reset; empty where it is not cut here
     */
    OptionalInt passing(Piece piece);
}
