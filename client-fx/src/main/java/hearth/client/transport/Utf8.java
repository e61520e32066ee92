package hearth.client.transport;

import java.nio.charset.StandardCharsets;

/** How long a text is on the wire. Pure functions. */
final class Utf8 {
    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;

    private Utf8() {}

    /** The bytes of this text as UTF-8; two for each half of a surrogate pair, so it may be cut anywhere. */
    static long length(CharSequence text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += length(text.charAt(i));
        }
        return bytes;
    }

    /** Whether the text has a form in UTF-8: no surrogate stands alone. */
    static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static int length(char unit) {
        if (unit < ONE_BYTE) {
            return 1;
        }
        return unit < TWO_BYTES || Character.isSurrogate(unit) ? 2 : 3;
    }
}
