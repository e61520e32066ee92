package hearth.faults;

import hearth.faults.FrameWatch.Piece;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Cuts one direction of a WebSocket connection into its handshake and its frames. What is no handshake passes as it comes; one may follow on it, where a
 * connection that served for plain HTTP is used again. Not thread-safe.
 */
final class FrameScanner {
    private static final int USUAL_BYTES = 4_096;
    private static final int LENGTH_BITS = 0x7F;
    private static final int MASKED = 0x80;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;
    private static final int MASK_BYTES = 4;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** How a head begins. */
    private static final List<String> BEGINNINGS = List.of("GET ", "POST ", "HTTP/1.1 ");

    private static final int LONGEST_BEGINNING = 9;

    private final Direction direction;
    private byte[] held = new byte[USUAL_BYTES];
    private int begin;
    private int end;
    private boolean headPassed;
    private boolean upgraded;

    FrameScanner(Direction direction) {
        this.direction = direction;
    }

    /** Takes bytes, and gives the pieces that are whole now. */
    List<Piece> feed(ByteBuffer bytes) {
        take(bytes);
        List<Piece> whole = new ArrayList<>();
        for (Piece next = next(); next != null; next = next()) {
            whole.add(next);
        }
        return whole;
    }

    private void take(ByteBuffer bytes) {
        int more = bytes.remaining();
        if (end + more > held.length) {
            int size = Math.max(held.length, Integer.highestOneBit(end - begin + more) * 2);
            held = Arrays.copyOf(Arrays.copyOfRange(held, begin, end), size);
            end -= begin;
            begin = 0;
        }
        bytes.get(held, end, more);
        end += more;
    }

    private Piece next() {
        if (upgraded) {
            return nextFrame();
        }
        return headPassed && !isHeadNext() ? rest() : nextHead();
    }

    private boolean isHeadNext() {
        String next = new String(held, begin, Math.min(end - begin, LONGEST_BEGINNING), StandardCharsets.US_ASCII);
        return BEGINNINGS.stream().anyMatch(next::startsWith);
    }

    private Piece rest() {
        if (begin == end) {
            return null;
        }
        byte[] bytes = cutOff(end - begin);
        return new Piece(direction, bytes, new String(bytes, StandardCharsets.UTF_8));
    }

    private Piece nextHead() {
        for (int i = begin; i + END_OF_HEAD.length <= end; i++) {
            if (Arrays.equals(held, i, i + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                headPassed = true;
                byte[] bytes = cutOff(i + END_OF_HEAD.length - begin);
                String head = new String(bytes, StandardCharsets.US_ASCII);
                upgraded = head.toLowerCase(Locale.ROOT).contains("upgrade: websocket");
                return new Piece(direction, bytes, head);
            }
        }
        return null;
    }

    private Piece nextFrame() {
        int available = end - begin;
        if (available < 2) {
            return null;
        }
        int code = held[begin + 1] & LENGTH_BITS;
        int lengthBytes = code == LONG_LENGTH ? Long.BYTES : code == SHORT_LENGTH ? Short.BYTES : 0;
        int maskBytes = (held[begin + 1] & MASKED) == 0 ? 0 : MASK_BYTES;
        int head = 2 + lengthBytes + maskBytes;
        if (available < head) {
            return null;
        }
        int length = lengthBytes == 0 ? code : bigEndian(begin + 2, lengthBytes);
        if (available < head + length) {
            return null;
        }
        byte[] bytes = cutOff(head + length);
        return new Piece(direction, bytes, text(bytes, head, maskBytes));
    }

    private int bigEndian(int from, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << Byte.SIZE) | (held[from + i] & 0xFF);
        }
        return Math.toIntExact(value);
    }

    private byte[] cutOff(int count) {
        byte[] bytes = Arrays.copyOfRange(held, begin, begin + count);
        begin += count;
        return bytes;
    }

    private static String text(byte[] frame, int head, int maskBytes) {
        byte[] payload = Arrays.copyOfRange(frame, head, frame.length);
        for (int i = 0; i < payload.length && maskBytes > 0; i++) {
            payload[i] ^= frame[head - maskBytes + i % maskBytes];
        }
        return new String(payload, StandardCharsets.UTF_8);
    }
}
