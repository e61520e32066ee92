package hearth.client.session;

import hearth.protocol.ConversationSummary;
import hearth.protocol.GoneReason;
import hearth.protocol.ServerFrame.Welcome;
import java.util.LinkedHashSet;
import java.util.List;
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
    private String epoch = "";
    private boolean underWay;

    Welcoming(Conversations conversations, Consumer<SessionEvent> told) {
        this.conversations = conversations;
        this.told = told;
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** A {@code welcome} arrived; of another epoch, it makes everything that we know of the old one void. */
    void begin(Welcome welcome) {
        underWay = true;
        named.clear();
        if (!epoch.isEmpty() && !epoch.equals(welcome.server().epoch())) {
            ofOtherEpoch = conversations.clear();
        }
        epoch = welcome.server().epoch();
        conversations.become(welcome.user().id());
        welcome.conversations().forEach(this::name);
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
