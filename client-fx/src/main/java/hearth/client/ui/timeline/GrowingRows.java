package hearth.client.ui.timeline;

import hearth.client.timeline.TimelineEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one timeline as it grows: what {@link TimelineRows} makes of it, of which only what stands behind the first change is made anew. Lives on the
 * JavaFX thread.
 */
final class GrowingRows {
    private final TimelineRows builder;
    private final List<TimelineRow> rows = new ArrayList<>();
    private Optional<TimelineRows.Context> context = Optional.empty();
    private Signs signs = new Signs(false, -1, -1, 0);

    GrowingRows(TimelineRows builder) {
        this.builder = builder;
    }

    /**
     * The rows as they now are, until the next call.
     *
     * @param firstChanged the entries before this index are what they were at the last call
     */
    List<TimelineRow> of(List<TimelineEntry> entries, TimelineRows.Context now, int firstChanged) {
        Signs marks = Signs.of(entries, now);
        boolean same = context.filter(now::equals).isPresent();
        int from = same ? behindMessage(entries, Math.min(firstChanged, signs.firstDifference(marks))) : 0;
        rows.subList(from == 0 ? 0 : behindRow(entries.get(from - 1).key()), rows.size())
                .clear();
        builder.append(rows, entries, from, now, marks);
        context = Optional.of(now);
        signs = marks;
        return Collections.unmodifiableList(rows);
    }

    /** The greatest index up to this one at which rows can begin: what stands before a message does not change its row. */
    private static int behindMessage(List<TimelineEntry> entries, int index) {
        int from = Math.min(index, entries.size());
        while (from > 0 && !(entries.get(from - 1) instanceof TimelineEntry.Message)) {
            from--;
        }
        return from;
    }

    private int behindRow(String key) {
        int index = rows.size() - 1;
        while (!rows.get(index).key().equals(key)) {
            index--;
        }
        return index + 1;
    }
}
