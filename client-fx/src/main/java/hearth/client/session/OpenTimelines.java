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
    private final Consumer<SessionEvent> told;
    private int pageLimit = 1;

    OpenTimelines(Conversations conversations, BulkQueue bulk, Consumer<SessionEvent> told) {
        this.conversations = conversations;
        this.bulk = bulk;
        this.told = told;
    }

    /** A login succeeded: timelines that have no page yet get one. */
    void onLogin(int historyPage) {
        pageLimit = Math.max(1, historyPage);
        for (Conversation each : conversations.all()) {
            each.timeline().filter(timeline -> !timeline.isLoaded()).ifPresent(_ -> load(each));
        }
    }

    /** Shows a conversation that nobody looked at yet. */
    void open(Conversation conversation) {
        Timeline timeline = conversations.newTimeline(conversation.id());
        conversation.open(timeline);
        // Before the first page came nobody knows that there is nothing.
        told.accept(new SessionEvent.TimelineChanged(conversation.id(), new TimelineChange.Reset(List.of(), true)));
        load(conversation);
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
            request(
                    conversation,
                    new ClientFrame.Place.Before(oldest),
                    (shown, page) -> shown.prependOlder(oldest, page));
        });
    }

    private void request(Conversation conversation, ClientFrame.Place place, BiConsumer<Timeline, HistoryPage> show) {
        Timeline timeline = conversation.timeline().orElseThrow();
        timeline.expectPage();
        bulk.add(new Read(
                id -> new ClientFrame.History(id, conversation.id(), place, OptionalInt.of(pageLimit)),
                reply -> {
                    if (reply instanceof Reply.Ok(HistoryPage page)) {
                        show.accept(timeline, page);
                    } else {
                        timeline.abandonPage();
                    }
                },
                false));
    }
}
