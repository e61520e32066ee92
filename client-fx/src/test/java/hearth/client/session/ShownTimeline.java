package hearth.client.session;

import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import java.util.ArrayList;
import java.util.List;

/** A list that follows a timeline by its steps, as a view does. */
final class ShownTimeline {
    private final List<TimelineEntry> entries = new ArrayList<>();
    private boolean hasOlder;

    void apply(TimelineChange change) {
        switch (change) {
            case TimelineChange.Reset(List<TimelineEntry> instead, boolean older) -> {
                entries.clear();
                entries.addAll(instead);
                hasOlder = older;
            }
            case TimelineChange.Inserted(int index, List<TimelineEntry> more) -> entries.addAll(index, more);
            case TimelineChange.Replaced(int index, TimelineEntry entry) -> entries.set(index, entry);
            case TimelineChange.Removed(int index) -> entries.remove(index);
            case TimelineChange.OlderKnown(boolean older) -> hasOlder = older;
        }
    }

    List<TimelineEntry> entries() {
        return List.copyOf(entries);
    }

    boolean hasOlder() {
        return hasOlder;
    }
}
