package hearth.server.gateway;

import hearth.protocol.EncodedFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** WebSocket frames from a server, as bytes. Pure. */
final class WireFrames {
    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_CLOSE = 0x88;
    private static final int FINAL_PONG = 0x8A;
    private static final int MOST_REASON_BYTES = 123;

    private WireFrames() {}

    /** A text message; the same bytes may be queued for any number of connections. */
    static byte[] text(EncodedFrame frame) {
        return frame(FINAL_TEXT, frame.payload());
    }

    /** The answer to a ping. */
    static byte[] pong(byte[] payload) {
        return frame(FINAL_PONG, payload);
    }

    /** A close frame; a reason that is too long is cut. */
    static byte[] close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.US_ASCII);
        byte[] cut = Arrays.copyOf(text, Math.min(text.length, MOST_REASON_BYTES));
        return frame(
                FINAL_CLOSE,
                ByteBuffer.allocate(2 + cut.length)
                        .putShort((short) code)
                        .put(cut)
                        .array());
    }

    private static byte[] frame(int first, byte[] payload) {
        int length = payload.length;
        int header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
        ByteBuffer frame = ByteBuffer.allocate(header + length).put((byte) first);
        switch (header) {
            case 2 -> frame.put((byte) length);
            case 4 -> frame.put((byte) 126).putShort((short) length);
            default -> frame.put((byte) 127).putLong(length);
        }
        return frame.put(payload).array();
    }
}
