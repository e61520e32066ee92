package hearth.client.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The entries themselves: first those with a number, by number; behind them those that wait for one, in the order of writing. Every step is told to the
 * sink as it is made. Owned by the session thread.
 */
final class EntryList {
    private final List<TimelineEntry> entries = new ArrayList<>();
    private final Consumer<TimelineChange> sink;
    private int numbered;

    EntryList(Consumer<TimelineChange> sink) {
        this.sink = sink;
    }

    List<TimelineEntry> copy() {
        return List.copyOf(entries);
    }

    TimelineEntry get(int index) {
        return entries.get(index);
    }

    /** How many have a number. */
    int numbered() {
        return numbered;
    }

    OptionalLong oldest() {
        return numbered == 0 ? OptionalLong.empty() : entries.getFirst().seq();
    }

    /** Where the entry with this number is, or else {@code -(where it belongs) - 1}. */
    int find(long seq) {
        int low = 0;
        int high = numbered - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = seqAt(middle);
            if (found == seq) {
                return middle;
            }
            if (found < seq) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    OptionalInt findPending(String clientId) {
        for (int i = numbered; i < entries.size(); i++) {
            if (entries.get(i) instanceof TimelineEntry.Message message
                    && message.clientId().equals(clientId)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Puts a numbered entry where it belongs; its number is not there yet. */
    void insert(TimelineEntry entry) {
        int index = -find(entry.seq().orElseThrow()) - 1;
        entries.add(index, entry);
        numbered++;
        sink.accept(new TimelineChange.Inserted(index, List.of(entry)));
    }

    /** Puts a waiting entry at the end. */
    void append(TimelineEntry entry) {
        entries.add(entry);
        sink.accept(new TimelineChange.Inserted(entries.size() - 1, List.of(entry)));
    }

    /** Gives a waiting entry its place; in one step where that is where it stands. */
    void number(int pendingIndex, TimelineEntry entry) {
        int place = -find(entry.seq().orElseThrow()) - 1;
        if (place == pendingIndex) {
            numbered++;
            replace(pendingIndex, entry);
        } else {
            remove(pendingIndex);
            insert(entry);
        }
    }

    void replace(int index, TimelineEntry entry) {
        if (!entries.get(index).equals(entry)) {
            entries.set(index, entry);
            sink.accept(new TimelineChange.Replaced(index, entry));
        }
    }

    void remove(int index) {
        entries.remove(index);
        if (index < numbered) {
            numbered--;
        }
        sink.accept(new TimelineChange.Removed(index));
    }

    /** Puts older entries before all others. */
    void prepend(List<TimelineEntry> older) {
        if (!older.isEmpty()) {
            entries.addAll(0, older);
            numbered += older.size();
            sink.accept(new TimelineChange.Inserted(0, List.copyOf(older)));
        }
    }

    /** Lets go of the oldest entries, so many; they have numbers. */
    void dropOldest(int count) {
        entries.subList(0, count).clear();
        numbered -= count;
        sink.accept(new TimelineChange.Dropped(count));
    }

    /** Exchanges all numbered entries for these. */
    void reset(List<TimelineEntry> instead, boolean hasOlder) {
        List<TimelineEntry> waiting = List.copyOf(entries.subList(numbered, entries.size()));
        entries.clear();
        entries.addAll(instead);
        entries.addAll(waiting);
        numbered = instead.size();
        sink.accept(new TimelineChange.Reset(copy(), hasOlder));
    }

    private long seqAt(int index) {
        return entries.get(index).seq().orElseThrow();
    }
}
