package hearth.client.session;

import hearth.protocol.ConversationSummary;
import hearth.protocol.GoneReason;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerFrame.Welcome;
import hearth.protocol.ServerInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A {@code welcome} and the frames that belong to it: which conversations they name, and so which of ours are not sure to be as we know them. Session thread
 * only.
 */
final class Welcoming {
    private final Conversations conversations;
    private final Consumer<SessionEvent> told;
    private final Set<String> named = new LinkedHashSet<>();
    private List<Conversation> ofOtherEpoch = List.of();
    private Optional<History> history = Optional.empty();
    private boolean underWay;

    /** What all that we know is a part of: what one user saw in one epoch. */
    private record History(String epoch, String user) {
        static History of(ServerInfo server, ServerFrame.Self user) {
            return new History(server.epoch(), user.id());
        }
    }

    Welcoming(Conversations conversations, Consumer<SessionEvent> told) {
        this.conversations = conversations;
        this.told = told;
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** What an earlier process knew is what we know. */
    void continueFrom(SessionEvent.SignedIn kept) {
        history = Optional.of(History.of(kept.server(), kept.self()));
        conversations.become(kept.self().id());
    }

    /**
     * A {@code welcome} arrived; its conversations are to be {@link #name}d.
     *
     * @return whether it is of another epoch, or of another user, so that nothing that we knew counts any more
     */
    boolean begin(Welcome welcome) {
        underWay = true;
        named.clear();
        History present = History.of(welcome.server(), welcome.user());
        boolean other = history.isPresent() && !history.get().equals(present);
        if (other) {
            ofOtherEpoch = conversations.clear();
        }
        history = Optional.of(present);
        conversations.become(welcome.user().id());
        return other;
    }

    /** One more conversation of the user's. */
    void name(ConversationSummary summary) {
        named.add(summary.id());
        conversations.renewed(summary);
    }

    /** The connection ended before all of it came. */
    void abandon() {
        underWay = false;
    }

    /**
     * All of it is here.
     *
     * @return the conversations that may have gone on, or are no longer the user's
     */
    Set<String> end() {
        underWay = false;
        Set<String> unsure = new LinkedHashSet<>();
        for (Conversation each : conversations.all()) {
            if (!named.contains(each.id())
                    || each.cursor().position() != each.summary().head()) {
                unsure.add(each.id());
            }
        }
        return unsure;
    }

    /** Those that somebody looked at in the old epoch, and that are in the new one too; the others are told to be gone. */
    List<String> reopened() {
        List<Conversation> old = ofOtherEpoch;
        ofOtherEpoch = List.of();
        for (Conversation each : old) {
            if (conversations.find(each.id()).isEmpty()) {
                told.accept(new SessionEvent.ConversationRemoved(each.id(), GoneReason.DELETED));
            }
        }
        return old.stream()
                .filter(each -> each.timeline().isPresent())
                .map(Conversation::id)
                .toList();
    }
}
