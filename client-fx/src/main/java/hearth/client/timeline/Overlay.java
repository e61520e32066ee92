package hearth.client.timeline;

import hearth.client.timeline.TimelineEntry.Doing;
import hearth.client.timeline.TimelineEntry.Message;
import hearth.client.timeline.TimelineEntry.Quote;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What the user did to messages and the log does not say yet, laid over the entries as the log has them. It stands between the entries and whoever hears of
 * them: each step of the log's state becomes one step of what is shown, whatever pages and events it came from. Owned by the session thread.
 */
final class Overlay implements Consumer<TimelineChange> {

    /** A change, and once the server has confirmed it, the number of the event that says so. */
    private record Laid(PendingChange change, OptionalLong confirmedBy) {
        boolean isOn(long seq) {
            return change.target().equals(OptionalLong.of(seq));
        }
    }

    private final EntryFactory factory;
    private final Consumer<TimelineChange> sink;
    private final Map<String, Laid> laid = new LinkedHashMap<>();
    private long heard;

    Overlay(EntryFactory factory, Consumer<TimelineChange> sink) {
        this.factory = factory;
        this.sink = sink;
    }

    /** One step of the log's state. */
    @Override
    public void accept(TimelineChange change) {
        sink.accept(
                switch (change) {
                    case TimelineChange.Reset(List<TimelineEntry> whole, boolean hasOlder) ->
                        new TimelineChange.Reset(over(whole), hasOlder);
                    case TimelineChange.Inserted(int index, List<TimelineEntry> more) ->
                        new TimelineChange.Inserted(index, over(more));
                    case TimelineChange.Replaced(int index, TimelineEntry entry) ->
                        new TimelineChange.Replaced(index, over(entry));
                    case TimelineChange.Removed removed -> removed;
                    case TimelineChange.Dropped dropped -> dropped;
                    case TimelineChange.OlderKnown known -> known;
                });
    }

    /** The entries as they are shown. */
    List<TimelineEntry> over(List<TimelineEntry> entries) {
        return laid.isEmpty() ? entries : entries.stream().map(this::over).toList();
    }

    /** Lays a change over the others, or shows one that lies there in its new state. */
    void lay(PendingChange change, EntryList entries) {
        laid.put(change.clientId(), new Laid(change, OptionalLong.empty()));
        show(change, entries);
    }

    /** The server has done it: it lies there until the log says so too. */
    void confirm(String clientId, long seq, EntryList entries) {
        Laid found = laid.get(clientId);
        if (found == null) {
            return;
        }
        if (seq <= heard) {
            discard(clientId, entries);
        } else {
            laid.put(clientId, new Laid(found.change(), OptionalLong.of(seq)));
            show(found.change(), entries);
        }
    }

    /** It was given up. */
    void discard(String clientId, EntryList entries) {
        Optional.ofNullable(laid.remove(clientId)).ifPresent(found -> show(found.change(), entries));
    }

    /** The entries have in them what the log says up to this number. */
    void heard(long seq, EntryList entries) {
        heard = Math.max(heard, seq);
        List<PendingChange> done = new ArrayList<>();
        for (Iterator<Laid> all = laid.values().iterator(); all.hasNext(); ) {
            Laid each = all.next();
            if (each.confirmedBy().isPresent() && each.confirmedBy().getAsLong() <= heard) {
                all.remove();
                done.add(each.change());
            }
        }
        done.forEach(change -> show(change, entries));
    }

    /** Tells how the message that a change is done to, and those that answer it, look now. */
    private void show(PendingChange change, EntryList entries) {
        long target = change.target().orElseThrow();
        List<TimelineEntry> all = entries.copy();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Message message
                    && (message.seq().equals(OptionalLong.of(target))
                            || message.quote()
                                    .filter(quote -> quote.seq() == target)
                                    .isPresent())) {
                sink.accept(new TimelineChange.Replaced(i, over(message)));
            }
        }
    }

    private TimelineEntry over(TimelineEntry entry) {
        if (laid.isEmpty() || !(entry instanceof Message message)) {
            return entry;
        }
        Message quoting = message.quote()
                .map(quote -> factory.quoting(message, over(quote)))
                .orElse(message);
        return message.seq().isPresent() ? over(quoting, message.seq().getAsLong()) : quoting;
    }

    private Message over(Message message, long seq) {
        Message result = message;
        List<Doing> doings = new ArrayList<>();
        for (Laid each : laid.values()) {
            if (each.isOn(seq)) {
                result = factory.changed(result, each.change().work());
                if (each.confirmedBy().isEmpty()) {
                    doings.add(new Doing(each.change().clientId(), each.change().delivery()));
                }
            }
        }
        return doings.isEmpty() ? result : factory.awaiting(result, doings);
    }

    private Quote over(Quote quote) {
        Optional<String> text = quote.text();
        for (Laid each : laid.values()) {
            if (each.isOn(quote.seq())) {
                text = text.map(
                        before -> EntryFactory.quoted(before, each.change().work()));
            }
        }
        return new Quote(quote.seq(), quote.author(), text);
    }
}
