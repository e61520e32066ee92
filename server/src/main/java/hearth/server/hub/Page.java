package hearth.server.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;

/** A page that is being filled, up to so many entries and so many bytes. */
final class Page<T> {
    private final int limit;
    private final Space space;
    private final ToIntFunction<T> length;
    private final List<T> entries = new ArrayList<>();
    private boolean more;

    /**
     * An empty page.
     *
     * @param length how many bytes an entry takes
     */
    Page(int limit, int replyBytes, ToIntFunction<T> length) {
        this.limit = limit;
        this.length = length;
        space = new Space(replyBytes - Space.ENVELOPE_BYTES);
    }

    /** How many entries were asked for, of at most {@code most}. */
    static int limit(OptionalInt asked, int usual, int most) {
        return Math.min(asked.orElse(usual), most);
    }

    /** Adds an entry; false where the page is full, and there is more than it holds. */
    boolean add(T entry) {
        more = more || entries.size() >= limit || !space.take(length.applyAsInt(entry));
        if (!more) {
            entries.add(entry);
        }
        return !more;
    }

    List<T> entries() {
        return List.copyOf(entries);
    }

    /** Whether an entry was turned away. */
    boolean more() {
        return more;
    }
}
