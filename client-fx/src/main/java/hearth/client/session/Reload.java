package hearth.client.session;

import hearth.client.timeline.Items;
import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.ClientFrame.Place;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A conversation that cannot be caught up with by its events, loaded by pages; what arrives meanwhile waits here. Pure. */
final class Reload {
    private static final int MOST_KEPT = 1_000;

    private final boolean everything;
    private final List<Event> kept = new ArrayList<>();
    private final Map<Long, Long> revs = new HashMap<>();
    private long reached;

    /**
     * Begins.
     *
     * @param position the number of the last event that was applied
     * @param everything whether all pages after it are loaded, or the newest only
     */
    Reload(long position, boolean everything) {
        this.reached = position;
        this.everything = everything;
    }

    /** Which page to load. */
    Place place() {
        return everything ? new Place.After(reached) : new Place.Latest();
    }

    /** Keeps an event that arrived; not those beyond a bound, which are then missing, as any gap. */
    void keep(Event event) {
        if (kept.size() < MOST_KEPT) {
            kept.add(event);
        }
    }

    /** Takes a page and gives what is new in it. */
    List<Event> take(HistoryPage page) {
        List<Event> fresh = new ArrayList<>();
        for (HistoryItem item : page.items()) {
            if (item.event().seq() > reached) {
                reached = item.event().seq();
                revs.put(reached, Items.rev(item));
                fresh.add(item.event());
            }
        }
        return fresh;
    }

    /** Whether another page has to be loaded after this one. */
    boolean isMoreAfter(HistoryPage page) {
        return everything && page.moreAfter() && !page.items().isEmpty();
    }

    /** The number of the last event that was taken. */
    long reached() {
        return reached;
    }

    List<Event> kept() {
        return List.copyOf(kept);
    }

    /** Whether an event that arrived meanwhile, and is not newer than the pages, changed something after its page was read. */
    boolean isNews(Event event) {
        OptionalLong target = Items.target(event);
        return target.isPresent() && revs.getOrDefault(target.getAsLong(), 0L) < event.seq();
    }
}
