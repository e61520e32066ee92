package hearth.client.session;

import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.timeline.TimelineChange;
import java.util.function.Consumer;

/** The present state whole, as events: what an observer hears first. */
final class Snapshot {
    private final Consumer<SessionEvent> observer;

    Snapshot(Consumer<SessionEvent> observer) {
        this.observer = observer;
    }

    void tellConnection(ConnectionState state, Standing standing) {
        observer.accept(new SessionEvent.StateChanged(state));
        observer.accept(new SessionEvent.AbilitiesTold(standing.abilities()));
        standing.signedIn().ifPresent(observer);
    }

    void tellConversations(Conversations conversations, Roster roster) {
        conversations.all().forEach(each -> observer.accept(new SessionEvent.ConversationChanged(each.summary())));
        observer.accept(new SessionEvent.PresenceChanged(roster.all(), true));
        for (Conversation each : conversations.all()) {
            each.timeline()
                    .map(timeline ->
                            new TimelineChange.Reset(timeline.entries(), timeline.hasOlder() || !timeline.isLoaded()))
                    .ifPresent(reset -> observer.accept(new SessionEvent.TimelineChanged(each.id(), reset)));
            OpenMembers.present(each, roster).ifPresent(observer);
        }
    }

    void tellProspects(Prospects prospects) {
        prospects.all().forEach(each -> Prospects.tell(each, observer));
    }

    void tellOutbox(Outbox outbox) {
        for (OutboxEntry entry : outbox.entries()) {
            EntryState is = EntryState.of(entry);
            observer.accept(new SessionEvent.OutboxChanged(
                    entry.clientId(), entry.target(), entry.work(), is.state(), is.reason()));
        }
    }
}
