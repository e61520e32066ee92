package hearth.client.session;

import hearth.protocol.ClientFrame;
import hearth.protocol.FrameCodec;
import hearth.protocol.Limits;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much of what is behind one {@code sync} asks for: what fits into a frame; the rest is asked for after the answer. Pure. */
final class SyncShare {
    private static final FrameCodec CODEC = new FrameCodec();

    private SyncShare() {}

    /**
     * The first of these cursors, as many as fit.
     *
     * @param frameBytes most bytes of the encoded request; one cursor is left where not even that fits
     */
    static Map<String, Long> fitting(Map<String, Long> cursors, int frameBytes) {
        Map<String, Long> share = cursors;
        while (share.size() > 1 && encodedLength(share) > frameBytes) {
            share = firstHalf(share);
        }
        return share;
    }

    private static int encodedLength(Map<String, Long> cursors) {
        return CODEC.encode(new ClientFrame.Sync(Limits.MAX_ID, cursors)).length();
    }

    private static Map<String, Long> firstHalf(Map<String, Long> whole) {
        Map<String, Long> half = new LinkedHashMap<>();
        whole.entrySet().stream().limit(whole.size() / 2).forEach(each -> half.put(each.getKey(), each.getValue()));
        return half;
    }
}
