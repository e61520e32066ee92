package hearth.server.gateway;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects the head of one request, a byte at a time, up to a bound. Owned by the connection's worker. */
final class HeadReader {
    /** The longest head that is read. */
    static final int MOST_BYTES = 8 * 1024;

    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private byte[] head = new byte[512];
    private int length;
    private int matched;

    /** What there is after some bytes. */
    enum Progress {
        INCOMPLETE,
        COMPLETE,
        TOO_LARGE
    }

    /** Takes bytes up to the end of the head; what follows stays in the buffer. */
    Progress read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (length == MOST_BYTES) {
                return Progress.TOO_LARGE;
            }
            if (length == head.length) {
                head = Arrays.copyOf(head, head.length * 2);
            }
            byte next = bytes.get();
            head[length++] = next;
            matched = next == END[matched] ? matched + 1 : next == '\r' ? 1 : 0;
            if (matched == END.length) {
                return Progress.COMPLETE;
            }
        }
        return Progress.INCOMPLETE;
    }

    /** The head, once it is complete. */
    byte[] head() {
        return Arrays.copyOf(head, length);
    }
}
