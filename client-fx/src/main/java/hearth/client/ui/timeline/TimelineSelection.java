package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.Times;
import java.text.BreakIterator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the reader has selected, across any number of messages: from the place where that began, the anchor, to the one where it is now. Rows that come or go
 * between leave the two where they are; where one of the two goes, nothing is selected. Lives on the JavaFX thread.
 */
final class TimelineSelection {
    private final Messages messages;
    private final Times times;
    private final List<TimelineRow> rows;
    private final Runnable onChanged;
    private Optional<Place> anchor = Optional.empty();
    private Optional<Place> head = Optional.empty();
    private Map<String, TextRange> covered = Map.of();

    /** A place in the text of the message with this key. */
    record Place(String key, int offset) {}

    /** Nothing is selected in these rows. */
    TimelineSelection(Messages messages, Times times, List<TimelineRow> rows, Runnable onChanged) {
        this.messages = messages;
        this.times = times;
        this.rows = rows;
        this.onChanged = onChanged;
    }

    /** Selects nothing, and begins here. */
    void begin(Place place) {
        anchor = Optional.of(place);
        head = anchor;
        cover();
    }

    /** Selects up to here; begins where nothing was begun. */
    void extend(Place place) {
        anchor = anchor.or(() -> Optional.of(place));
        head = Optional.of(place);
        cover();
    }

    /** Selects the word here. */
    void word(Place place) {
        message(place.key()).ifPresent(row -> {
            String text = textOf(row);
            BreakIterator words = BreakIterator.getWordInstance(messages.locale());
            words.setText(text);
            int inside = Math.clamp(place.offset(), 0, Math.max(0, text.length() - 1));
            int to = text.isEmpty() ? 0 : words.following(inside);
            select(place.key(), text.isEmpty() ? 0 : words.previous(), to);
        });
    }

    /** Selects the text of this message. */
    void message(Place place) {
        message(place.key()).ifPresent(row -> select(place.key(), 0, textOf(row).length()));
    }

    private void select(String key, int from, int to) {
        anchor = Optional.of(new Place(key, from));
        head = Optional.of(new Place(key, to));
        cover();
    }

    /** Selects everything. */
    void all() {
        List<TimelineRow.Message> all = messages(_ -> true);
        if (!all.isEmpty()) {
            anchor = Optional.of(new Place(all.getFirst().key(), 0));
            head = Optional.of(
                    new Place(all.getLast().key(), textOf(all.getLast()).length()));
            cover();
        }
    }

    /** Selects nothing. */
    void clear() {
        anchor = Optional.empty();
        head = Optional.empty();
        cover();
    }

    /** The rows have changed. */
    void onRows() {
        if (anchor.isPresent()) {
            cover();
        }
    }

    /** What is selected of the message with this key. */
    TextRange of(String key) {
        return covered.getOrDefault(key, TextRange.NONE);
    }

    boolean isEmpty() {
        return covered.isEmpty();
    }

    private void cover() {
        Map<String, TextRange> before = covered;
        covered = covering();
        if (!covered.equals(before)) {
            onChanged.run();
        }
    }

    private Map<String, TextRange> covering() {
        int from = anchor.map(this::indexOf).orElse(-1);
        int to = head.map(this::indexOf).orElse(-1);
        if (from < 0 || to < 0) {
            anchor = Optional.empty();
            head = Optional.empty();
            return Map.of();
        }
        boolean forwards =
                from < to || (from == to && anchor.get().offset() <= head.get().offset());
        Place first = forwards ? anchor.get() : head.get();
        Place last = forwards ? head.get() : anchor.get();
        Map<String, TextRange> ranges = new HashMap<>();
        for (TimelineRow row : rows.subList(Math.min(from, to), Math.max(from, to) + 1)) {
            if (row instanceof TimelineRow.Message message) {
                int length = textOf(message).length();
                int begin = row.key().equals(first.key()) ? Math.min(first.offset(), length) : 0;
                int end = row.key().equals(last.key()) ? Math.min(last.offset(), length) : length;
                TextRange range = new TextRange(begin, end);
                if (!range.isEmpty()) {
                    ranges.put(row.key(), range);
                }
            }
        }
        return Map.copyOf(ranges);
    }

    private int indexOf(Place place) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).key().equals(place.key()))
                .findFirst()
                .orElse(-1);
    }

    private Optional<TimelineRow.Message> message(String key) {
        return messages(row -> row.key().equals(key)).stream().findFirst();
    }

    private List<TimelineRow.Message> messages(Predicate<TimelineRow.Message> which) {
        return rows.stream()
                .filter(TimelineRow.Message.class::isInstance)
                .map(TimelineRow.Message.class::cast)
                .filter(which)
                .toList();
    }

    private static String textOf(TimelineRow.Message row) {
        return row.entry().marks().deleted() ? "" : row.entry().text();
    }

    /** What is selected: of one message the words alone, of several each group under its author's name and time. */
    String text() {
        List<TimelineRow.Message> chosen = messages(row -> covered.containsKey(row.key()));
        if (chosen.size() == 1) {
            return selected(chosen.getFirst());
        }
        StringBuilder copy = new StringBuilder();
        for (TimelineRow.Message row : chosen) {
            TimelineEntry.Message entry = row.entry();
            if (copy.isEmpty() || row.opensGroup()) {
                copy.append(copy.isEmpty() ? "" : "\n")
                        .append(messages.text("timeline.copied", entry.author().name(), times.clock(entry.at())))
                        .append('\n');
            }
            copy.append(selected(row)).append('\n');
        }
        return copy.toString().stripTrailing();
    }

    private String selected(TimelineRow.Message row) {
        TextRange range = of(row.key());
        return textOf(row).substring(range.from(), range.to());
    }
}
