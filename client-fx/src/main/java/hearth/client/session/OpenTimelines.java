package hearth.client.session;

import hearth.client.session.BulkQueue.Read;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.PendingMessage;
import hearth.client.timeline.Timeline;
import hearth.client.timeline.TimelineChange;
import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.ClientFrame;
import hearth.protocol.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The timelines that somebody looks at: loads their pages, and shows the user's own messages in them. Session thread only. */
final class OpenTimelines {
    private final Conversations conversations;
    private final BulkQueue bulk;
    private final Consumer<SessionEvent> told;
    private UserRef self = new UserRef("", "");
    private int pageLimit = 1;

    OpenTimelines(Conversations conversations, BulkQueue bulk, Consumer<SessionEvent> told) {
        this.conversations = conversations;
        this.bulk = bulk;
        this.told = told;
    }

    /** A login succeeded: timelines that have no page yet get one. */
    void onLogin(UserRef user, int historyPage) {
        self = user;
        pageLimit = Math.max(1, historyPage);
        for (Conversation each : conversations.all()) {
            each.timeline().filter(timeline -> !timeline.isLoaded()).ifPresent(_ -> load(each));
        }
    }

    /** Shows a conversation that nobody looked at yet. */
    void open(Conversation conversation, List<OutboxEntry> unsent) {
        Timeline timeline = conversations.newTimeline(conversation.id());
        conversation.open(timeline);
        // Before the first page came nobody knows that there is nothing.
        told.accept(new SessionEvent.TimelineChanged(conversation.id(), new TimelineChange.Reset(List.of(), true)));
        unsent.forEach(this::show);
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

    /** Shows a message of one's own that has no number, in the state in which it is. */
    void show(OutboxEntry entry) {
        if (entry.work() instanceof Work.Post(String text, OptionalLong replyTo)) {
            find(entry)
                    .ifPresent(timeline -> timeline.showPending(new PendingMessage(
                            entry.clientId(), self, entry.writtenAt(), text, replyTo, delivery(entry))));
        }
    }

    void showStored(OutboxEntry entry, long seq, Instant at) {
        find(entry).ifPresent(timeline -> timeline.acknowledge(entry.clientId(), seq, at));
    }

    void takeOut(OutboxEntry entry) {
        find(entry).ifPresent(timeline -> timeline.discard(entry.clientId()));
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

    private Optional<Timeline> find(OutboxEntry entry) {
        return entry.target() instanceof Target.Conversation(String id)
                ? conversations.find(id).flatMap(Conversation::timeline)
                : Optional.empty();
    }

    private static Delivery delivery(OutboxEntry entry) {
        return Outbox.failure(entry).<Delivery>map(Delivery.Failed::new).orElseGet(Delivery.Sending::new);
    }
}
