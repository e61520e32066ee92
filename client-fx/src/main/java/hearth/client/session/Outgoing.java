package hearth.client.session;

import hearth.client.session.Prospects.Prospect;
import hearth.client.session.SessionEvent.Notice;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.StoreException;
import hearth.client.store.Target;
import hearth.protocol.Answer;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user did and read, on its way to the server: the outbox, the conversations that it begins, the drafts and the read markers, and what becomes of
 * them elsewhere. Session thread only.
 */
final class Outgoing implements Outbox.Owner, ReadMarkers.Owner {
    private static final Logger log = LoggerFactory.getLogger(Outgoing.class);

    private final KeepStore store;
    private final Conversations conversations;
    private final Consumer<SessionEvent> told;
    private final Consumer<Conversation> opener;
    private final Epoch epoch = new Epoch();
    private final Prospects prospects;
    private final PendingWork pending;
    private final Drafts drafts;
    private final Outbox outbox;
    private final ReadMarkers markers;
    private Optional<Account> account = Optional.empty();

    /** {@code opener} shows a conversation as the user does. */
    Outgoing(
            SessionPorts ports,
            OutboxLane.Way way,
            Conversations conversations,
            Consumer<SessionEvent> told,
            Consumer<Conversation> opener) {
        this.store = ports.store();
        this.conversations = conversations;
        this.told = told;
        this.opener = opener;
        this.prospects = new Prospects(told);
        this.pending = new PendingWork(conversations, prospects, epoch);
        this.drafts = new Drafts(store, sentence -> onNotice(Notice.STORE_FAILED, sentence));
        this.outbox = new Outbox(store, ports.loop(), ports.secrets(), way, epoch, this);
        this.markers = new ReadMarkers(
                new ReadMarkers.Way(way.ledger(), ports.loop(), new Backoff(ports.jitter())), store, epoch, this);
    }

    Outbox outbox() {
        return outbox;
    }

    Prospects prospects() {
        return prospects;
    }

    Drafts drafts() {
        return drafts;
    }

    /** Whose it is; what an earlier process left is shown. */
    void belongTo(Account whose) {
        pending.become(whose.name());
        Account kept = keptFor(whose);
        if (!account.equals(Optional.of(kept))) {
            account = Optional.of(kept);
            drafts.belongTo(kept);
            for (String conversation : drafts.conversations()) {
                Prospects.person(conversation).ifPresent(prospects::begin);
            }
            tellDrafts(told);
        }
        outbox.belongTo(kept);
        markers.belongTo(kept);
    }

    /** The server writes the user's name otherwise than the user did: what is on disk is found under that name from now on, or all of it as before. */
    private Account keptFor(Account whose) {
        if (account.isEmpty() || account.get().equals(whose)) {
            return whose;
        }
        try {
            store.rename(account.get(), whose);
            return whose;
        } catch (StoreException e) {
            log.warn("what is kept cannot be moved to the server's spelling of the name", e);
            onNotice(Notice.STORE_FAILED, String.valueOf(e.getMessage()));
            return account.get();
        }
    }

    /** What the user sees is of this epoch, as far as an earlier process knew. */
    void continueIn(String kept) {
        epoch.continueIn(kept);
    }

    /** The server is in this epoch. To be told before anything is sent. */
    void meet(String present) {
        epoch.meet(present);
        outbox.onMet();
        markers.onMet();
    }

    /** A login succeeded, and all conversations of the user's are known. */
    void onLogin(Account whose) {
        belongTo(whose);
        settleProspects();
        outbox.onLogin();
        markers.onLogin();
    }

    /** The connection is over. */
    void onEnd() {
        outbox.onEnd();
    }

    /** Nothing more is written or sent by this process. */
    void shutDown() {
        outbox.shutDown();
        markers.shutDown();
    }

    /** One of the user's own messages is in the log. */
    void seen(Event.Message message) {
        outbox.seen(
                message.clientId(),
                new Answer.Posted(
                        message.conversation(), message.seq(), message.stamp().at(), false));
    }

    /** Somebody looks at a conversation: shows what waits in it. */
    void showIn(Conversation conversation) {
        Target target = new Target.Conversation(conversation.id());
        outbox.entries().stream().filter(entry -> entry.target().equals(target)).forEach(pending::show);
    }

    /** Without a connection: the conversation with somebody, begun where there is none. Nothing where nobody knows for whom. */
    Optional<ConversationSummary> write(Target.Person with) {
        return conversations
                .directWith(with)
                .map(Conversation::summary)
                .or(() -> with.name().isBlank() || account.isEmpty()
                        ? Optional.empty()
                        : Optional.of(prospects.begin(with).summary()));
    }

    /** Conversations that the user began may be there by now: the other side began them too. */
    void settleProspects() {
        for (Prospect prospect : prospects.all()) {
            conversations.directWith(prospect.person()).ifPresent(found -> settle(prospect, found));
        }
    }

    /** The user read up to here. */
    void markRead(String id, long seq) {
        conversations.find(id).filter(each -> seq > each.summary().read()).ifPresent(conversation -> {
            show(conversation, seq);
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
        outbox.gone(conversation);
    }

    /** Tells which conversations have an unfinished text. */
    void tellDrafts(Consumer<SessionEvent> observer) {
        Set<String> kept = drafts.conversations();
        if (!kept.isEmpty()) {
            observer.accept(new SessionEvent.DraftsKept(kept));
        }
    }

    @Override
    public void onOutbox(OutboxEntry entry, OutboxState state, Optional<ErrorCode> reason) {
        switch (state) {
            case SENDING, UNCONFIRMED, FAILED -> pending.show(entry);
            case DISCARDED -> pending.takeOut(entry);
            case SENT -> {
                // Shown when it got its place in the log.
            }
        }
        told.accept(new SessionEvent.OutboxChanged(entry.clientId(), entry.target(), entry.work(), state, reason));
    }

    @Override
    public void onPosted(OutboxEntry entry, Answer.Posted posted) {
        pending.posted(entry, posted);
    }

    @Override
    public void onApplied(OutboxEntry entry, OptionalLong seq) {
        pending.applied(entry, seq);
    }

    @Override
    public void onRewritten(OutboxEntry now) {
        pending.show(now);
    }

    @Override
    public void onOpened(Target.Person person, Answer.Entered entered) {
        Conversation conversation = conversations.gained(entered.conversation());
        prospects
                .of(person)
                .ifPresentOrElse(
                        prospect -> settle(prospect, conversation), () -> outbox.address(person, conversation.id()));
    }

    @Override
    public Target resolved(Target target) {
        Optional<Target.Person> person = switch (target) {
            case Target.Conversation(String id) -> Prospects.person(id);
            case Target.Person meant -> Optional.of(meant);
        };
        return person.map(meant -> conversations
                        .directWith(meant)
                        .<Target>map(found -> new Target.Conversation(found.id()))
                        .orElseGet(() -> prospects.begin(meant).person()))
                .orElse(target);
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

    @Override
    public void onUnconfirmed(String id, long seq) {
        conversations
                .find(id)
                .filter(each -> seq > each.summary().read())
                .ifPresent(conversation -> show(conversation, seq));
    }

    private void show(Conversation conversation, long marker) {
        conversation.markRead(marker);
        conversations.tellChanged(conversation);
    }

    /** The server knows the conversation: all that was in the prospect is there now. */
    private void settle(Prospect prospect, Conversation conversation) {
        prospects.end(prospect);
        drafts.move(prospect.id(), conversation.id());
        told.accept(new SessionEvent.ConversationReplaced(prospect.id(), conversation.id()));
        if (conversation.timeline().isEmpty()) {
            opener.accept(conversation);
        }
        outbox.address(prospect.person(), conversation.id());
    }
}
