package hearth.client.session;

import hearth.protocol.Event;
import java.util.Optional;
import java.util.function.Consumer;

/** Who is in the conversations that somebody looks at: listed once, then kept up to date by their events. Session thread only. */
final class OpenMembers {
    private final MemberPages pages;
    private final Roster roster;
    private final Consumer<SessionEvent> told;

    OpenMembers(MemberPages pages, Roster roster, Consumer<SessionEvent> told) {
        this.pages = pages;
        this.roster = roster;
        this.told = told;
    }

    /** Lists them anew. */
    void load(Conversation conversation) {
        conversation
                .members()
                .ifPresent(members -> pages.list(
                        conversation.id(),
                        (page, first) -> {
                            if (first) {
                                members.clear();
                            }
                            members.add(page);
                        },
                        _ -> tell(conversation)));
    }

    void apply(Conversation conversation, Event event) {
        if (conversation.members().filter(members -> members.apply(event)).isPresent()) {
            tell(conversation);
        }
    }

    /** Who is there, where somebody looks. */
    static Optional<SessionEvent> present(Conversation conversation, Roster roster) {
        return conversation
                .members()
                .map(members -> new SessionEvent.MembersChanged(conversation.id(), members.with(roster::of)));
    }

    private void tell(Conversation conversation) {
        present(conversation, roster).ifPresent(told);
    }
}
