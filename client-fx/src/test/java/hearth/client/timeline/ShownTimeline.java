package hearth.client.timeline;

import java.util.ArrayList;
import java.util.List;

/** A list that follows a timeline by its steps, as a view does. */
public final class ShownTimeline {
    private final List<TimelineEntry> entries = new ArrayList<>();
    private boolean hasOlder;

    /** Takes the next step. */
    public void apply(TimelineChange change) {
        switch (change) {
            case TimelineChange.Reset(List<TimelineEntry> instead, boolean older) -> {
                entries.clear();
                entries.addAll(instead);
                hasOlder = older;
            }
            case TimelineChange.Inserted(int index, List<TimelineEntry> more) -> entries.addAll(index, more);
            case TimelineChange.Replaced(int index, TimelineEntry entry) -> entries.set(index, entry);
            case TimelineChange.Removed(int index) -> entries.remove(index);
            case TimelineChange.Dropped(int count) -> entries.subList(0, count).clear();
            case TimelineChange.OlderKnown(boolean older) -> hasOlder = older;
        }
    }

    /** What it has come to. */
    public List<TimelineEntry> entries() {
        return List.copyOf(entries);
    }

    /** Whether older ones can be loaded, as far as the steps told. */
    public boolean hasOlder() {
        return hasOlder;
    }
}
