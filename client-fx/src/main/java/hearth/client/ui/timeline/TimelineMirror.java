package hearth.client.ui.timeline;

import hearth.client.session.SessionEvent.OutboxChanged;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.Work;
import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One conversation's timeline as the session told it, and what the reader did with it. Lives on the JavaFX thread. */
final class TimelineMirror {
    /** With more entries than this a conversation is let go of all but the newest, unless the reader looks at others. */
    static final int MOST_ENTRIES = 3_000;

    /** So many stay then. */
    static final int KEPT_ENTRIES = 2_000;

    /** So many stay of one that the reader has left, which opens at its end again: what is older is loaded again. */
    private static final int LEFT_ENTRIES = 200;

    private final List<TimelineEntry> entries = new ArrayList<>();
    private final Set<String> unfolded = new HashSet<>();
    private final Map<String, OutboxChanged> failed = new LinkedHashMap<>();
    private int firstChanged;
    private boolean loaded;
    private boolean hasOlder;
    private boolean loadingOlder;
    private OptionalLong newAfter = OptionalLong.empty();
    private OptionalLong otherRead = OptionalLong.empty();
    private long marked;

    void apply(TimelineChange change) {
        switch (change) {
            case TimelineChange.Reset(var whole, var older) -> {
                changedFrom(0);
                entries.clear();
                entries.addAll(whole);
                loaded = true;
                olderKnown(older);
                // A server that was set back counts anew from where it is now.
                marked = Math.min(marked, newestSeq());
            }
            case TimelineChange.Inserted(var index, var more) -> {
                changedFrom(index);
                entries.addAll(index, more);
                loadingOlder &= index > 0;
            }
            case TimelineChange.Replaced(var index, var entry) -> {
                changedFrom(index);
                entries.set(index, entry);
            }
            case TimelineChange.Removed(var index) -> {
                changedFrom(index);
                entries.remove(index);
            }
            case TimelineChange.Dropped(var count) -> {
                changedFrom(0);
                entries.subList(0, count).clear();
            }
            case TimelineChange.OlderKnown(var older) -> olderKnown(older);
        }
    }

    private void changedFrom(int index) {
        firstChanged = Math.min(firstChanged, index);
    }

    /** The entries before this index are what they were at the last call. */
    int takeFirstChanged() {
        int first = firstChanged;
        firstChanged = Integer.MAX_VALUE;
        return first;
    }

    private void olderKnown(boolean older) {
        hasOlder = older;
        loadingOlder = false;
    }

    /** Whether this step, not taken yet, adds a message of somebody else behind the newest. */
    boolean bringsNew(TimelineChange change) {
        return change instanceof TimelineChange.Inserted(var index, var more)
                && index == entries.size()
                && more.stream().anyMatch(entry -> entry instanceof TimelineEntry.Message message && !message.own());
    }

    /** The number of the newest entry that has one; 0 where none has. */
    long newestSeq() {
        for (int i = entries.size() - 1; i >= 0; i--) {
            OptionalLong seq = entries.get(i).seq();
            if (seq.isPresent()) {
                return seq.getAsLong();
            }
        }
        return 0;
    }

    /** How many messages of others stand behind this number. */
    int othersAfter(long seq) {
        int others = 0;
        for (int i = entries.size() - 1; i >= 0; i--) {
            TimelineEntry entry = entries.get(i);
            if (entry.seq().isPresent() && entry.seq().getAsLong() <= seq) {
                break;
            }
            others += entry instanceof TimelineEntry.Message message && !message.own() ? 1 : 0;
        }
        return others;
    }

    boolean hasMessages() {
        return entries.stream().anyMatch(TimelineEntry.Message.class::isInstance);
    }

    /** Something that the user did to a message moved on. */
    void onOutbox(OutboxChanged changed) {
        boolean isUndone = changed.state() == OutboxState.FAILED && !(changed.work() instanceof Work.Post);
        if (isUndone) {
            failed.put(changed.clientId(), changed);
        } else {
            failed.remove(changed.clientId());
        }
    }

    /** What failed and no entry here tells of: the message is not loaded, or not there any more. */
    List<OutboxChanged> undone() {
        if (failed.isEmpty() || !loaded) {
            return List.of();
        }
        Set<String> told = entries.stream()
                .flatMap(entry ->
                        entry instanceof TimelineEntry.Message message ? message.awaited().stream() : Stream.empty())
                .map(TimelineEntry.Doing::clientId)
                .collect(Collectors.toSet());
        return failed.values().stream()
                .filter(each -> !told.contains(each.clientId()))
                .toList();
    }

    List<TimelineEntry> entries() {
        return entries;
    }

    boolean loaded() {
        return loaded;
    }

    boolean hasOlder() {
        return hasOlder;
    }

    boolean loadingOlder() {
        return loadingOlder;
    }

    void setLoadingOlder(boolean loading) {
        loadingOlder = loading;
    }

    OptionalLong newAfter() {
        return newAfter;
    }

    void setNewAfter(OptionalLong seq) {
        newAfter = seq;
    }

    OptionalLong otherRead() {
        return otherRead;
    }

    void otherReadAtLeast(long seq) {
        otherRead = OptionalLong.of(Math.max(seq, otherRead.orElse(0)));
    }

    long marked() {
        return marked;
    }

    void setMarked(long seq) {
        marked = seq;
    }

    Set<String> unfolded() {
        return unfolded;
    }

    /** How many entries are enough, where there are more by far. */
    OptionalInt enough(boolean left) {
        int most = left ? 2 * LEFT_ENTRIES : MOST_ENTRIES;
        return entries.size() > most ? OptionalInt.of(left ? LEFT_ENTRIES : KEPT_ENTRIES) : OptionalInt.empty();
    }
}
