package hearth.client.session;

import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.PendingChange;
import hearth.client.timeline.PendingMessage;
import hearth.client.timeline.Timeline;
import hearth.protocol.Answer;
import hearth.protocol.UserRef;
import java.util.Optional;
import java.util.OptionalLong;

/** Shows what is in the outbox in the timelines that somebody looks at. Session thread only. */
final class PendingWork {
    private final Conversations conversations;
    private final Prospects prospects;
    private final Epoch epoch;
    private String userName = "";

    PendingWork(Conversations conversations, Prospects prospects, Epoch epoch) {
        this.conversations = conversations;
        this.prospects = prospects;
        this.epoch = epoch;
    }

    /** The user is called so. */
    void become(String name) {
        userName = name;
    }

    /** Shows an entry in the state in which it is; what was done to a message of another epoch is not shown at the one that has its number now. */
    void show(OutboxEntry entry) {
        if (epoch.isOther(entry.epoch()) && !(entry.work() instanceof Work.Post)) {
            return;
        }
        Delivery delivery = EntryState.of(entry).delivery();
        timeline(entry).ifPresent(timeline -> {
            if (entry.work() instanceof Work.Post(String text, OptionalLong replyTo)) {
                UserRef author = new UserRef(conversations.self(), userName);
                timeline.showPending(
                        new PendingMessage(entry.clientId(), author, entry.writtenAt(), text, replyTo, delivery));
            } else {
                timeline.showChange(new PendingChange(entry.clientId(), entry.work(), delivery));
            }
        });
    }

    /** A message has its number. */
    void posted(OutboxEntry entry, Answer.Posted posted) {
        timeline(entry).ifPresent(timeline -> timeline.acknowledge(entry.clientId(), posted.seq(), posted.at()));
    }

    /** A change is in the log: its event, or where it made none, one that we were told of already, says so. */
    void applied(OutboxEntry entry, OptionalLong seq) {
        conversation(entry)
                .ifPresent(conversation -> conversation
                        .timeline()
                        .ifPresent(timeline -> timeline.confirm(
                                entry.clientId(),
                                seq.orElse(conversation.cursor().highest()))));
    }

    /** An entry was given up. */
    void takeOut(OutboxEntry entry) {
        timeline(entry).ifPresent(timeline -> timeline.discard(entry.clientId()));
    }

    private Optional<Timeline> timeline(OutboxEntry entry) {
        return switch (entry.target()) {
            case Target.Conversation _ -> conversation(entry).flatMap(Conversation::timeline);
            case Target.Person person -> Optional.of(prospects.begin(person).timeline());
        };
    }

    private Optional<Conversation> conversation(OutboxEntry entry) {
        return entry.target() instanceof Target.Conversation(String id) ? conversations.find(id) : Optional.empty();
    }
}
