package hearth.client.ui.timeline;

import hearth.client.session.ChatSession;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.Offers;
import hearth.protocol.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What can be done to the messages of the conversation that is shown, and the doing of it. Lives on the JavaFX thread. */
public final class MessageActions {
    private final List<TimelineRow> rows;
    private final ChatSession session;
    private final Listener listener;
    private final RecentReactions recent = new RecentReactions();
    private final ReadOnlyObjectWrapper<Offers> offers = new ReadOnlyObjectWrapper<>(Offers.ALL);
    private final ReadOnlyObjectWrapper<Optional<TimelineEntry.Message>> doomed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Place> place = Optional.empty();

    /** The conversation that is shown; {@code role} is the user's in it, which between two is that of a member. */
    record Place(String conversation, Role role) {}

    /** Hears what is begun at a message and done elsewhere. */
    public interface Listener {
        /** The user wants to answer this message. */
        void onReply(TimelineEntry.Message message);

        /** The user wants to give this message, one of the user's own, another text. */
        void onEdit(TimelineEntry.Message message);

        /** The message of this number is being deleted. */
        void onDelete(long seq);

        /** The direct conversation with the user of this id is to be opened. */
        void onWrite(String userId);
    }

    /** Acts on messages in these rows. */
    MessageActions(List<TimelineRow> rows, ChatSession session, Listener listener) {
        this.rows = rows;
        this.session = session;
        this.listener = listener;
    }

    /** Another conversation is shown, or none, or the user has another role there. */
    void show(Optional<Place> now) {
        if (!place.map(Place::conversation).equals(now.map(Place::conversation))) {
            spare();
        }
        place = now;
    }

    /** Offers no more than this from now on. */
    void setOffers(Offers now) {
        offers.set(now);
    }

    /** What can be done here at all. */
    public ReadOnlyObjectProperty<Offers> offersProperty() {
        return offers.getReadOnlyProperty();
    }

    /** What the user may do to this message: no more than the server can do and lets the user do. */
    public Set<MessageDeed> offered(TimelineEntry.Message message) {
        Set<MessageDeed> offered = EnumSet.noneOf(MessageDeed.class);
        Offers can = offers.get();
        if (message.seq().isPresent() && !message.marks().deleted()) {
            put(offered, MessageDeed.REACT, can.reactions());
            put(offered, MessageDeed.REPLY, can.replies());
            put(offered, MessageDeed.EDIT, can.edits() && message.own());
            put(offered, MessageDeed.DELETE, can.edits() && (message.own() || moderates()));
        }
        put(offered, MessageDeed.COPY, !message.marks().deleted());
        put(offered, MessageDeed.SEE_AUTHOR, can.authors() && !message.own());
        put(offered, MessageDeed.WRITE, can.directs() && !message.own());
        put(offered, MessageDeed.TRY_AGAIN, undecided(message).isPresent());
        return offered;
    }

    private static void put(Set<MessageDeed> offered, MessageDeed deed, boolean may) {
        if (may) {
            offered.add(deed);
        }
    }

    private boolean moderates() {
        return place.filter(here -> here.role() != Role.MEMBER).isPresent();
    }

    /** Offers first what was offered first before, in another language. */
    public void continueFrom(MessageActions before) {
        recent.continueFrom(before.recent);
    }

    /** The emoji to offer first, three. */
    public List<String> recentReactions() {
        return recent.offered();
    }

    /** Adds the user's reaction to a message, or takes it back where it is there. */
    public void react(TimelineEntry.Message message, String emoji) {
        boolean there = message.marks().reactions().stream()
                .anyMatch(reaction -> reaction.own() && reaction.emoji().equals(emoji));
        if (!there) {
            recent.use(emoji);
        }
        stored(message, (conversation, seq) -> session.react(conversation, seq, emoji, !there));
    }

    /** Begins an answer. */
    public void reply(TimelineEntry.Message message) {
        listener.onReply(message);
    }

    /** Begins to give a message of the user's another text. */
    public void edit(TimelineEntry.Message message) {
        listener.onEdit(message);
    }

    /** Begins that with the newest message of the user's; nothing where there is none, or it cannot be. */
    public void editLast() {
        messages()
                .filter(message -> offered(message).contains(MessageDeed.EDIT))
                .reduce((_, newer) -> newer)
                .ifPresent(this::edit);
    }

    /** Asks whether a message is to be deleted. */
    public void askToDelete(TimelineEntry.Message message) {
        doomed.set(Optional.of(message));
    }

    /** Asks that of the message with this number, where it is still there. */
    public void askToDelete(long seq) {
        messages()
                .filter(message -> message.seq().isPresent() && message.seq().getAsLong() == seq)
                .findFirst()
                .ifPresent(this::askToDelete);
    }

    /** The message of which is asked whether it is to be deleted. */
    public ReadOnlyObjectProperty<Optional<TimelineEntry.Message>> doomedProperty() {
        return doomed.getReadOnlyProperty();
    }

    /** Deletes the message of which was asked. */
    public void deleteDoomed() {
        Optional<TimelineEntry.Message> message = doomed.get();
        spare();
        message.ifPresent(found -> stored(found, (conversation, seq) -> {
            session.delete(conversation, seq);
            listener.onDelete(seq);
        }));
    }

    /** Lets it be. */
    public void spare() {
        doomed.set(Optional.empty());
    }

    /** Where it cannot be kept nothing changes, and the session's notice says why. */
    private void stored(TimelineEntry.Message message, BiConsumer<String, Long> action) {
        if (message.seq().isPresent()) {
            place.ifPresent(
                    here -> action.accept(here.conversation(), message.seq().getAsLong()));
        }
    }

    /** Writes to a message's author privately, where that can be. */
    public void write(TimelineEntry.Message message) {
        if (offered(message).contains(MessageDeed.WRITE)) {
            listener.onWrite(message.author().id());
        }
    }

    /** Sends again what failed here, or may not have arrived. */
    public void tryAgain(TimelineEntry.Message message) {
        undecided(message).ifPresent(session::resend);
    }

    /** Gives up what failed here, or does not care whether it arrived. */
    public void discard(TimelineEntry.Message message) {
        undecided(message).ifPresent(session::discard);
    }

    /** Gives up what failed at a message that is not here. */
    public void discard(TimelineRow.Undone undone) {
        session.discard(undone.clientId());
    }

    private static Optional<String> undecided(TimelineEntry.Message message) {
        return message.awaited().stream()
                .filter(doing ->
                        doing.delivery() instanceof Delivery.Failed || doing.delivery() instanceof Delivery.Unconfirmed)
                .map(TimelineEntry.Doing::clientId)
                .findFirst();
    }

    /** Gives up everything here that waits for the connection. */
    public void discardWaiting() {
        List<String> waiting = messages()
                .flatMap(message -> message.awaited().stream())
                .filter(doing -> doing.delivery() instanceof Delivery.Sending)
                .map(TimelineEntry.Doing::clientId)
                .toList();
        waiting.forEach(session::discard);
    }

    private Stream<TimelineEntry.Message> messages() {
        return rows.stream()
                .filter(TimelineRow.Message.class::isInstance)
                .map(row -> ((TimelineRow.Message) row).entry());
    }
}
