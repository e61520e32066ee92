package hearth.client.ui.timeline;

import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.Times;
import hearth.protocol.Event;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Turns the entries of a timeline into the rows that are drawn: days, groups, folded lines, marks. Immutable; a pure function of what it is given. */
final class TimelineRows {
    private static final Duration GROUP = Duration.ofMinutes(5);
    private static final int FOLD_FROM = 3;

    private final Times times;
    private final NoticeWords words;

    TimelineRows(Times times, NoticeWords words) {
        this.times = times;
        this.words = words;
    }

    /**
     * What the rows depend on beside the entries.
     *
     * @param newAfter what stands behind this number is new; absent where there is no such line
     * @param otherRead how far the other side of a direct conversation has read; absent for rooms
     * @param unfolded the keys of folded lines that were opened
     * @param undone what stands below everything
     */
    record Context(
            LocalDate today,
            boolean online,
            OptionalLong newAfter,
            OptionalLong otherRead,
            Set<String> unfolded,
            List<TimelineRow.Undone> undone) {}

    /** All rows of these entries. */
    List<TimelineRow> of(List<TimelineEntry> entries, Context context) {
        List<TimelineRow> rows = new ArrayList<>(entries.size() + 8);
        append(rows, entries, 0, context, Signs.of(entries, context));
        return rows;
    }

    /**
     * Adds the rows of the entries from an index on.
     *
     * @param rows those of the entries before
     * @param from 0, or the index right behind a message
     */
    void append(List<TimelineRow> rows, List<TimelineEntry> entries, int from, Context context, Signs signs) {
        Optional<TimelineEntry.Message> before =
                from == 0 ? Optional.empty() : Optional.of((TimelineEntry.Message) entries.get(from - 1));
        LocalDate day = before.map(last -> times.dayOf(last.at())).orElse(LocalDate.MIN);
        boolean newShown = context.newAfter().isEmpty()
                || entries.subList(0, from).stream()
                        .anyMatch(entry -> isNew(entry, context.newAfter().getAsLong()));
        for (int i = from; i < entries.size(); i++) {
            TimelineEntry entry = entries.get(i);
            LocalDate itsDay = times.dayOf(entry.at());
            boolean newHere = !newShown && isNew(entry, context.newAfter().getAsLong());
            if (!itsDay.equals(day)) {
                day = itsDay;
                before = Optional.empty();
                rows.add(new TimelineRow.Day("day " + day, times.dayHead(day, context.today()), newHere));
            } else if (newHere) {
                before = Optional.empty();
                rows.add(new TimelineRow.NewLine("new"));
            }
            newShown |= newHere;
            switch (entry) {
                case TimelineEntry.Message message -> {
                    rows.add(new TimelineRow.Message(
                            message.key(), message, opensGroup(before, message), signs.of(message, i)));
                    before = Optional.of(message);
                }
                case TimelineEntry.Notice _ -> {
                    before = Optional.empty();
                    i += notices(entries.subList(i, entries.size()), context, rows) - 1;
                }
            }
        }
        if (signs.queued() > 0) {
            rows.add(new TimelineRow.Waiting("waiting", signs.queued()));
        }
        rows.addAll(context.undone());
    }

    private static boolean isNew(TimelineEntry entry, long newAfter) {
        return entry instanceof TimelineEntry.Message message
                && !message.own()
                && message.seq().isPresent()
                && message.seq().getAsLong() > newAfter;
    }

    private static boolean opensGroup(Optional<TimelineEntry.Message> before, TimelineEntry.Message message) {
        return before.filter(last -> last.author().id().equals(message.author().id()))
                .filter(last -> Duration.between(last.at(), message.at()).compareTo(GROUP) < 0)
                .isEmpty();
    }

    /** Adds the notices at the beginning of this list; gives how many entries were taken. */
    private int notices(List<TimelineEntry> entries, Context context, List<TimelineRow> rows) {
        List<TimelineEntry.Notice> joined = new ArrayList<>();
        LocalDate day = times.dayOf(entries.getFirst().at());
        for (TimelineEntry entry : entries) {
            if (!(entry instanceof TimelineEntry.Notice notice && plainJoin(notice))
                    || !times.dayOf(entry.at()).equals(day)) {
                break;
            }
            joined.add(notice);
        }
        if (joined.size() >= FOLD_FROM
                && !context.unfolded().contains(joined.getFirst().key())) {
            rows.add(words.folded(joined));
            return joined.size();
        }
        rows.add(words.row((TimelineEntry.Notice) entries.getFirst()));
        joined.stream().skip(1).map(words::row).forEach(rows::add);
        return Math.max(1, joined.size());
    }

    private static boolean plainJoin(TimelineEntry.Notice notice) {
        return notice.event() instanceof Event.Joined joined && joined.by().isEmpty();
    }
}
