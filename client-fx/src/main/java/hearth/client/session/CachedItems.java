package hearth.client.session;

import hearth.client.link.ChatLink;
import hearth.client.store.CacheStore;
import hearth.client.store.StoreException;
import hearth.client.timeline.Items;
import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.ClientFrame;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The items of the conversations in the cache: of each the run that ends at its cursor, as a fresh {@code history} would give it. Events make it longer,
 * pages that join it let it begin earlier. Session thread only.
 */
final class CachedItems {
    /** So many of the newest items are recalled to a server that does not know what it said. */
    private static final int RECALLED = 100;

    private final CacheKeeper keeper;
    private final Conversations conversations;

    CachedItems(CacheKeeper keeper, Conversations conversations) {
        this.keeper = keeper;
        this.conversations = conversations;
    }

    /** An event was applied: it is an item, or changes one that is here. */
    void onApplied(Conversation conversation, Event event) {
        keeper.change(conversation, cache -> {
            Optional<HistoryItem> fresh = Items.of(event);
            if (fresh.isPresent()) {
                cache.put(fresh.get());
            }
            if (Items.target(event).isPresent()) {
                onChanged(cache, event, Items.target(event).getAsLong());
            }
        });
    }

    private void onChanged(CacheStore cache, Event event, long target) throws StoreException {
        Optional<HistoryItem> before = cache.item(event.conversation(), target);
        if (before.isPresent()) {
            cache.put(Items.after(before.get(), event, conversations.self()));
        }
    }

    /**
     * A page that ends before this number was loaded.
     *
     * @param since the events that were applied since it was asked for, of which it may know nothing
     */
    void onPage(Conversation conversation, long end, HistoryPage page, List<Event> since) {
        keeper.change(conversation, cache -> {
            long cursor = conversation.cursor().position();
            long beginning = beginning(page);
            boolean joins = end > cache.floor(conversation.id()) && beginning <= cursor;
            if (!joins) {
                return;
            }
            for (HistoryItem item : page.items()) {
                if (item.event().seq() <= cursor && Items.of(item.event()).isPresent()) {
                    merge(cache, upToDate(item, since));
                }
            }
            cache.lowerFloor(conversation.id(), beginning);
        });
    }

    /** A conversation was loaded anew by this page, which replaces all that was known of it. */
    void onReloaded(Conversation conversation, HistoryPage page) {
        keeper.change(conversation, cache -> {
            cache.restart(conversation.id(), Math.min(beginning(page), page.asOf()));
            for (HistoryItem item : page.items()) {
                if (Items.of(item.event()).isPresent()) {
                    cache.put(item);
                }
            }
        });
    }

    /** A conversation goes on from this number, and what came before it is not known. */
    void onSkipped(Conversation conversation, long head) {
        keeper.change(conversation, cache -> cache.restart(conversation.id(), head));
    }

    /** What is known of a conversation, in which these messages of the user's may not have arrived. */
    ChatLink.Recollection recollection(Conversation conversation, List<ChatLink.Unconfirmed> unconfirmed) {
        List<HistoryItem> newest =
                newest(conversation, RECALLED).map(HistoryPage::items).orElse(List.of());
        return new ChatLink.Recollection(
                conversation.summary(), true, conversation.cursor().position(), messages(newest), unconfirmed);
    }

    /** What is known of the conversations that the user has left. */
    List<ChatLink.Recollection> recollectionsOfLeft(Function<String, List<ChatLink.Unconfirmed>> unconfirmed) {
        List<ChatLink.Recollection> all = new ArrayList<>();
        keeper.readLeft((cache, left) -> {
            List<HistoryItem> newest = cache.before(left.summary().id(), left.cursor() + 1, RECALLED);
            all.add(new ChatLink.Recollection(
                    left.summary(),
                    false,
                    left.cursor(),
                    messages(newest),
                    unconfirmed.apply(left.summary().id())));
        });
        return all;
    }

    private static List<Event.Message> messages(List<HistoryItem> items) {
        return items.stream()
                .map(HistoryItem::event)
                .filter(Event.Message.class::isInstance)
                .map(Event.Message.class::cast)
                .toList();
    }

    /** The items at this place as a page; empty where none is known. */
    Optional<HistoryPage> page(Conversation conversation, ClientFrame.Place place, int limit) {
        return switch (place) {
            case ClientFrame.Place.Latest() -> newest(conversation, limit);
            case ClientFrame.Place.Before(long seq) -> before(conversation, seq, limit);
            case ClientFrame.Place.After _, ClientFrame.Place.Around _ -> Optional.empty();
        };
    }

    /** The newest items as a page; empty where none is known. */
    Optional<HistoryPage> newest(Conversation conversation, int limit) {
        return before(conversation, conversation.cursor().position() + 1, limit);
    }

    /** The items before this number as a page; empty where none is known. */
    Optional<HistoryPage> before(Conversation conversation, long seq, int limit) {
        long cursor = conversation.cursor().position();
        if (seq > cursor + 1) {
            // What lies between is not here.
            return Optional.empty();
        }
        return keeper.read(conversation, cache -> {
            List<HistoryItem> items = cache.before(conversation.id(), seq, limit + 1);
            boolean all = items.size() <= limit && cache.floor(conversation.id()) == 0;
            List<HistoryItem> page = items.size() <= limit ? items : items.subList(1, items.size());
            return items.isEmpty() && !all ? Optional.empty() : Optional.of(new HistoryPage(page, cursor, !all, false));
        });
    }

    private static void merge(CacheStore cache, HistoryItem fresh) throws StoreException {
        Optional<HistoryItem> present =
                cache.item(fresh.event().conversation(), fresh.event().seq());
        if (present.isEmpty() || Items.rev(present.get()) < Items.rev(fresh)) {
            cache.put(fresh);
        }
    }

    private HistoryItem upToDate(HistoryItem item, List<Event> since) {
        HistoryItem result = item;
        for (Event event : since) {
            result = Items.after(result, event, conversations.self());
        }
        return result;
    }

    /** The number before which a page says nothing: it has all items after it. */
    private static long beginning(HistoryPage page) {
        if (!page.more()) {
            return 0;
        }
        return page.items().isEmpty()
                ? Long.MAX_VALUE
                : page.items().getFirst().event().seq() - 1;
    }
}
