package hearth.client.timeline;

import hearth.client.timeline.TimelineEntry.Message;
import hearth.protocol.Answer;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What is shown of one conversation: a run of its log, from the oldest page that was loaded to the newest event, and behind it the user's own messages that
 * have no number yet. However live events, pages and acknowledgements interleave, each message stands there once, in the order of the log and in its
 * newest state. Owned by the session thread.
 *
 * <p>Events may be given in any order and more than once. While a page is on its way ({@link #expectPage}) they are kept, and applied to the page's items
 * where they are newer than the item.
 */
public final class Timeline {
    /** So many events are kept for a page; where more happen, it is too old to be shown. */
    static final int MOST_KEPT = 1_000;

    private final EntryList entries;
    private final EntryFactory factory;
    private final Quotes quotes;
    private final Overlay overlay;

    /** For each entry that the log told of, the number of the last event that is in it. An acknowledged message is not here before its event is. */
    private final Map<Long, Long> revs = new HashMap<>();

    private final List<Event> kept = new ArrayList<>();
    private boolean pageExpected;
    private boolean pageOutrun;
    private boolean loaded;
    private boolean hasOlder;
    private long asOf;

    /**
     * A timeline without entries.
     *
     * @param self the id of the user
     * @param sink hears each step as it is made
     */
    public Timeline(String self, Consumer<TimelineChange> sink) {
        this.factory = new EntryFactory(self);
        this.overlay = new Overlay(factory, sink);
        this.entries = new EntryList(overlay);
        this.quotes = new Quotes(entries, factory);
    }

    /** All entries as they now are, oldest first. */
    public List<TimelineEntry> entries() {
        return overlay.over(entries.copy());
    }

    /** Whether the server has entries before the oldest one. */
    public boolean hasOlder() {
        return hasOlder;
    }

    /** Whether a page was ever shown. */
    public boolean isLoaded() {
        return loaded;
    }

    /** Whether a page is on its way. */
    public boolean isPageExpected() {
        return pageExpected;
    }

    /** The number of the oldest entry that has one. */
    public OptionalLong oldest() {
        return entries.oldest();
    }

    /** A page was asked for: from now on events are kept for it. */
    public void expectPage() {
        pageExpected = true;
    }

    /** Whether more happened since the page was asked for than could be kept for it: it is not to be shown, but asked for again. */
    public boolean isPageOutrun() {
        return pageOutrun;
    }

    /** The events that were applied since a page was asked for. */
    public List<Event> sincePageExpected() {
        return List.copyOf(kept);
    }

    /** The page that was asked for will not come. */
    public void abandonPage() {
        pageExpected = false;
        pageOutrun = false;
        kept.clear();
    }

    /** Shows the newest page instead of what is there; messages that wait stay. */
    public void showLatest(Answer.HistoryPage page) {
        List<TimelineEntry> acknowledged = acknowledgedAfter(page.asOf());
        revs.clear();
        asOf = page.asOf();
        hasOlder = page.more();
        loaded = true;
        List<TimelineEntry> shown = new ArrayList<>();
        page.items().forEach(item -> entryOf(item, shown).ifPresent(shown::add));
        List<TimelineEntry> all = new ArrayList<>(shown);
        all.addAll(acknowledged);
        entries.reset(all, hasOlder);
        shown.forEach(this::takePendingOf);
        overlay.heard(asOf, entries);
        applyKept();
    }

    /**
     * Puts an older page before what is there; ignored where another page was shown since it was asked for, for there would be a hole between them.
     *
     * @param before the number of the oldest entry when the page was asked for
     */
    public void prependOlder(long before, Answer.HistoryPage page) {
        if (!entries.oldest().equals(OptionalLong.of(before))) {
            return;
        }
        List<TimelineEntry> older = new ArrayList<>();
        for (HistoryItem item : page.items()) {
            if (item.event().seq() < before) {
                entryOf(item, older).ifPresent(older::add);
            }
        }
        entries.prepend(older);
        older.forEach(this::takePendingOf);
        quotes.renew(older);
        knowOlder(page.more());
        applyKept();
    }

    private void knowOlder(boolean older) {
        if (hasOlder != older) {
            hasOlder = older;
            overlay.accept(new TimelineChange.OlderKnown(older));
        }
    }

    /**
     * Lets go of all entries with a number but the newest; those before them can be loaded again. Nothing happens while a page is on its way, for it would
     * not join the rest.
     */
    public void keepNewest(int most) {
        int surplus = entries.numbered() - most;
        if (surplus <= 0 || pageExpected) {
            return;
        }
        long last = entries.get(surplus - 1).seq().orElseThrow();
        asOf = Math.max(asOf, last);
        revs.keySet().removeIf(seq -> seq <= last);
        entries.dropOldest(surplus);
        knowOlder(true);
    }

    /** Applies one event of the conversation. */
    public void apply(Event event) {
        if (pageExpected && !pageOutrun) {
            keep(event);
        }
        if (loaded) {
            merge(event);
        }
    }

    private void keep(Event event) {
        if (kept.size() < MOST_KEPT) {
            kept.add(event);
        } else {
            pageOutrun = true;
            kept.clear();
        }
    }

    /** Shows a message that has no number yet, or its new state. */
    public void showPending(PendingMessage pending) {
        Message entry = factory.pending(pending, quotes.of(pending.replyTo()));
        entries.findPending(pending.clientId())
                .ifPresentOrElse(index -> entries.replace(index, entry), () -> entries.append(entry));
    }

    /** The server stored a message: it gets its number, whether its event came or not. Nothing where it has it already. */
    public void acknowledge(String clientId, long seq, Instant at) {
        entries.findPending(clientId).ifPresent(index -> {
            if (entries.find(seq) >= 0 || isOutside(seq)) {
                entries.remove(index);
            } else {
                entries.number(index, factory.numbered((Message) entries.get(index), seq, at));
            }
        });
    }

    /** Shows an edit, deletion or reaction of the user's that is not confirmed, or its new state; the message may come later. */
    public void showChange(PendingChange change) {
        overlay.lay(change, entries);
    }

    /** The server has done what the user did, by the event of this number or an earlier one, whether that came or not. */
    public void confirm(String clientId, long seq) {
        overlay.confirm(clientId, seq, entries);
    }

    /** Takes out a message that has no number, or a change that is not confirmed. */
    public void discard(String clientId) {
        entries.findPending(clientId).ifPresent(entries::remove);
        overlay.discard(clientId, entries);
    }

    private void applyKept() {
        List<Event> arrived = List.copyOf(kept);
        abandonPage();
        arrived.forEach(this::merge);
    }

    private void merge(Event event) {
        mergeInto(event);
        overlay.heard(event.seq(), entries);
    }

    private void mergeInto(Event event) {
        switch (event) {
            case Event.Message message -> mergeMessage(message);
            case Event.Edited edited -> change(edited, edited.target(), before -> factory.edited(before, edited));
            case Event.Deleted deleted -> change(deleted, deleted.target(), factory::deleted);
            case Event.Reacted reacted -> change(reacted, reacted.target(), before -> factory.reacted(before, reacted));
            case Event.Joined _, Event.Left _, Event.Changed _, Event.Unknown _ -> mergeNotice(event);
        }
    }

    private void mergeMessage(Event.Message event) {
        if (revs.containsKey(event.seq()) || isOutside(event.seq())) {
            return;
        }
        Message entry = factory.message(event, quotes.of(event.replyTo()));
        revs.put(event.seq(), event.seq());
        int present = entries.find(event.seq());
        if (present >= 0) {
            entries.replace(present, entry);
            return;
        }
        if (entry.own() && entries.findPending(event.clientId()).isPresent()) {
            entries.number(entries.findPending(event.clientId()).getAsInt(), entry);
        } else {
            entries.insert(entry);
        }
    }

    private void mergeNotice(Event event) {
        boolean isShown = Items.of(event).isPresent() && !isOutside(event.seq());
        if (isShown && revs.putIfAbsent(event.seq(), event.seq()) == null) {
            entries.insert(factory.notice(event));
        }
    }

    /** Whether the run that is shown says already all there is to say of this number: before its beginning, let go of, or covered by a page without it. */
    private boolean isOutside(long seq) {
        return loaded && seq <= asOf;
    }

    private void change(Event event, long target, UnaryOperator<Message> how) {
        int index = entries.find(target);
        if (index < 0 || !revs.containsKey(target) || revs.get(target) >= event.seq()) {
            return;
        }
        if (entries.get(index) instanceof Message before) {
            revs.put(target, event.seq());
            Message after = how.apply(before);
            entries.replace(index, after);
            if (!after.text().equals(before.text())) {
                quotes.renew(List.of(after));
            }
        }
    }

    private Optional<TimelineEntry> entryOf(HistoryItem item, List<TimelineEntry> before) {
        Event event = item.event();
        if (Items.of(event).isEmpty()
                || revs.putIfAbsent(event.seq(), item.rev().orElse(event.seq())) != null) {
            return Optional.empty();
        }
        return switch (event) {
            case Event.Message message ->
                Optional.of(factory.message(
                        message, Quotes.within(message.replyTo(), before), factory.marks(item, message)));
            case Event.Joined _, Event.Left _, Event.Changed _, Event.Change _, Event.Unknown _ ->
                Optional.of(factory.notice(event));
        };
    }

    private List<TimelineEntry> acknowledgedAfter(long head) {
        List<TimelineEntry> result = new ArrayList<>();
        for (int i = 0; i < entries.numbered(); i++) {
            long seq = entries.get(i).seq().orElseThrow();
            if (seq > head && !revs.containsKey(seq)) {
                result.add(entries.get(i));
            }
        }
        return result;
    }

    private void takePendingOf(TimelineEntry shown) {
        if (shown instanceof Message message && message.own()) {
            entries.findPending(message.clientId()).ifPresent(entries::remove);
        }
    }
}
