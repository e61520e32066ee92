package hearth.client.session;

import hearth.client.session.SessionEvent.Notice;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Target;
import hearth.protocol.Answer;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the user wrote and read, on its way to the server: the outbox and the read markers, and what becomes of them elsewhere. Session thread only. */
final class Outgoing implements Outbox.Owner, ReadMarkers.Owner {
    private final Conversations conversations;
    private final OpenTimelines timelines;
    private final Consumer<SessionEvent> told;
    private final Outbox outbox;
    private final ReadMarkers markers;

    Outgoing(
            SessionPorts ports,
            OutboxLane.Post post,
            Conversations conversations,
            OpenTimelines timelines,
            Consumer<SessionEvent> told) {
        this.conversations = conversations;
        this.timelines = timelines;
        this.told = told;
        this.outbox = new Outbox(ports.store(), ports.loop(), ports.secrets(), post, this);
        this.markers = new ReadMarkers(post.ledger(), ports.loop(), new Backoff(ports.jitter()), this);
    }

    Outbox outbox() {
        return outbox;
    }

    /** Whose it is; what an earlier process left unsent is shown. */
    void belongTo(Account account) {
        outbox.belongTo(account);
    }

    /** A login succeeded. */
    void onLogin(Account account) {
        outbox.belongTo(account);
        outbox.onLogin();
        markers.onLogin();
    }

    /** The connection is over. */
    void onEnd() {
        outbox.onEnd();
    }

    /** One of the user's own messages is in the log. */
    void seen(Event.Message message) {
        outbox.seen(message.clientId(), message.seq(), message.stamp().at());
    }

    /** The user's messages to a conversation that have no number yet. */
    List<OutboxEntry> unsentTo(String conversation) {
        return outbox.entries().stream()
                .filter(entry -> entry.target().equals(new Target.Conversation(conversation)))
                .toList();
    }

    /** The user read up to here. */
    void markRead(String id, long seq) {
        conversations.find(id).filter(each -> seq > each.summary().read()).ifPresent(conversation -> {
            conversation.markRead(seq);
            conversations.tellChanged(conversation);
            markers.tell(id, seq);
        });
    }

    /** Tells the server the marker as it is, and so asks how much is unread. */
    void tellMarker(Conversation conversation) {
        markers.tell(conversation.id(), conversation.summary().read());
    }

    /** The conversation is no longer the user's. */
    void forget(String conversation) {
        markers.forget(conversation);
    }

    @Override
    public void onOutbox(OutboxEntry entry, OutboxState state, Optional<ErrorCode> reason) {
        if (state != OutboxState.SENT) {
            timelines.show(entry);
        }
        told.accept(new SessionEvent.OutboxChanged(entry.clientId(), entry.target(), entry.work(), state, reason));
    }

    @Override
    public void onStored(OutboxEntry entry, long seq, Instant at) {
        timelines.showStored(entry, seq, at);
    }

    @Override
    public void onAddressed(OutboxEntry entry) {
        timelines.show(entry);
    }

    @Override
    public void onDiscarded(OutboxEntry entry) {
        timelines.takeOut(entry);
    }

    @Override
    public void onOpened(Answer.Entered entered) {
        conversations.gained(entered.conversation());
    }

    @Override
    public Optional<String> directWith(String name) {
        return conversations.directWith(name).map(Conversation::id);
    }

    @Override
    public void onNotice(Notice notice, String detail) {
        told.accept(new SessionEvent.Noticed(notice, detail));
    }

    @Override
    public void onMarked(String id, Answer.Marked marked) {
        conversations.find(id).ifPresent(conversation -> {
            conversation.markerTold(marked.seq(), marked.unread(), marked.mentions());
            conversations.tellChanged(conversation);
        });
    }
}
