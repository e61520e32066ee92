package hearth.server.hub;

import hearth.protocol.FrameCodec;

/** The bytes that are left in a frame which is being filled. */
final class Space {
    /** What is around the entries of any frame. */
    static final int ENVELOPE_BYTES = FrameCodec.PAGE_ENVELOPE_BYTES;

    private static final int COMMA_BYTES = 1;

    private int left;

    Space(int bytes) {
        left = bytes;
    }

    /** Takes room for an entry and the comma behind it, if there is any. */
    boolean take(int bytes) {
        if (bytes + COMMA_BYTES > left) {
            return false;
        }
        left -= bytes + COMMA_BYTES;
        return true;
    }
}
