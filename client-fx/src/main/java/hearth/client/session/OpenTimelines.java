package hearth.client.session;

import hearth.client.session.BulkQueue.Read;
import hearth.client.timeline.Timeline;
import hearth.client.timeline.TimelineChange;
import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.ClientFrame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The timelines that somebody looks at, and the loading of their pages. Session thread only. */
final class OpenTimelines {
    private final Conversations conversations;
    private final BulkQueue bulk;
    private final CachedItems cache;
    private final Consumer<SessionEvent> told;
    private int pageLimit = 1;

    OpenTimelines(Conversations conversations, BulkQueue bulk, CachedItems cache, Consumer<SessionEvent> told) {
        this.conversations = conversations;
        this.bulk = bulk;
        this.cache = cache;
        this.told = told;
    }

    /** How much the server gives at once. */
    void takePagesOf(int historyPage) {
        pageLimit = Math.max(1, historyPage);
    }

    /** A login succeeded: timelines that have no page yet, and none on its way, get one. */
    void onLogin() {
        for (Conversation each : conversations.all()) {
            each.timeline()
                    .filter(timeline -> !timeline.isLoaded() && !timeline.isPageExpected())
                    .ifPresent(_ -> load(each));
        }
    }

    /** Shows a conversation that nobody looked at yet: what is known of it at once, and the rest of a page as soon as the server gives it. */
    void open(Conversation conversation) {
        Timeline timeline = conversations.newTimeline(conversation.id());
        conversation.open(timeline);
        Optional<HistoryPage> known = cache.newest(conversation, pageLimit);
        if (known.isPresent()) {
            timeline.showLatest(known.get());
            fillUp(conversation, known.get());
        } else {
            // Before the first page came nobody knows that there is nothing.
            told.accept(new SessionEvent.TimelineChanged(conversation.id(), new TimelineChange.Reset(List.of(), true)));
            load(conversation);
        }
    }

    private void fillUp(Conversation conversation, HistoryPage known) {
        if (known.items().size() < pageLimit) {
            loadOlder(conversation);
        }
    }

    /** Shows the newest page instead of what is there. */
    void load(Conversation conversation) {
        request(conversation, new ClientFrame.Place.Latest(), Timeline::showLatest);
    }

    void loadOlder(Conversation conversation) {
        Optional<Timeline> ready = conversation
                .timeline()
                .filter(Timeline::hasOlder)
                .filter(timeline -> !timeline.isPageExpected())
                .filter(timeline -> timeline.oldest().isPresent());
        ready.ifPresent(timeline -> {
            long oldest = timeline.oldest().getAsLong();
            cache.before(conversation, oldest, pageLimit)
                    .ifPresentOrElse(
                            page -> timeline.prependOlder(oldest, page), () -> requestBefore(conversation, oldest));
        });
    }

    private void requestBefore(Conversation conversation, long oldest) {
        request(conversation, new ClientFrame.Place.Before(oldest), (shown, page) -> shown.prependOlder(oldest, page));
    }

    private void request(Conversation conversation, ClientFrame.Place place, BiConsumer<Timeline, HistoryPage> show) {
        Timeline timeline = conversation.timeline().orElseThrow();
        timeline.expectPage();
        bulk.add(new Read(
                id -> new ClientFrame.History(id, conversation.id(), place, OptionalInt.of(pageLimit)),
                reply -> {
                    if (!(reply instanceof Reply.Ok(HistoryPage page))) {
                        timeline.abandonPage();
                    } else if (timeline.isPageOutrun()) {
                        timeline.abandonPage();
                        request(conversation, place, show);
                    } else {
                        keep(conversation, timeline, place, page);
                        show.accept(timeline, page);
                    }
                },
                false));
    }

    /** Where the conversation was loaded anew meanwhile, nobody knows what happened since the page was read. */
    private void keep(Conversation conversation, Timeline timeline, ClientFrame.Place place, HistoryPage page) {
        if (timeline.isPageExpected()) {
            long end = place instanceof ClientFrame.Place.Before(long seq) ? seq : page.asOf() + 1;
            cache.onPage(conversation, end, page, timeline.sincePageExpected());
        }
    }
}
