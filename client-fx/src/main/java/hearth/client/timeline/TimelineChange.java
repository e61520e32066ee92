package hearth.client.timeline;

import java.util.List;

/** One step by which a timeline's list becomes another. Indexes count from the oldest entry, as the list is right before the step. */
public sealed interface TimelineChange {

    /** The list is this now; {@code hasOlder} is true also while the first page is on its way. */
    record Reset(List<TimelineEntry> entries, boolean hasOlder) implements TimelineChange {}

    /** These entries stand at this index now. */
    record Inserted(int index, List<TimelineEntry> entries) implements TimelineChange {}

    /** The entry at this index is this now. */
    record Replaced(int index, TimelineEntry entry) implements TimelineChange {}

    /** The entry at this index is gone. */
    record Removed(int index) implements TimelineChange {}

    /** The oldest ones, so many, are let go of; they can be loaded again. */
    record Dropped(int count) implements TimelineChange {}

    /** Whether older entries can be loaded is another. */
    record OlderKnown(boolean hasOlder) implements TimelineChange {}
}
