package hearth.client.session;

import hearth.client.store.Target;
import hearth.client.timeline.Timeline;
import hearth.client.timeline.TimelineChange;
import hearth.protocol.ConversationSummary;
import hearth.protocol.UserRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Direct conversations that the user began and the server does not know yet. They are shown as any other until the server has opened the real one. Session
 * thread only.
 */
final class Prospects {
    /** No name begins so. */
    private static final String MARK = "@";

    private final Consumer<SessionEvent> told;
    private final Map<String, Prospect> byId = new LinkedHashMap<>();

    /** One of them. Its timeline holds nothing but what waits. */
    record Prospect(String name, ConversationSummary summary, Timeline timeline) {
        String id() {
            return summary.id();
        }
    }

    Prospects(Consumer<SessionEvent> told) {
        this.told = told;
    }

    /** The id under which a conversation with this person is shown while there is none. */
    static String id(String name) {
        return MARK + name;
    }

    /** The person, where an id is that of a prospect. */
    static Optional<Target.Person> person(String id) {
        return id.startsWith(MARK) ? Optional.of(new Target.Person(id.substring(MARK.length()))) : Optional.empty();
    }

    List<Prospect> all() {
        return List.copyOf(byId.values());
    }

    /** The prospect with this person, in any case. */
    Optional<Prospect> with(String name) {
        return byId.values().stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The prospect with this person, begun where there is none. */
    Prospect begin(String name) {
        return with(name).orElseGet(() -> {
            String id = id(name);
            ConversationSummary summary = new ConversationSummary(
                    id, new ConversationSummary.Direct(new UserRef("", name), 0), 2, 0, 0, 0, 0, Optional.empty());
            Timeline timeline = new Timeline("", change -> told.accept(new SessionEvent.TimelineChanged(id, change)));
            Prospect prospect = new Prospect(name, summary, timeline);
            byId.put(id, prospect);
            tell(prospect, told);
            return prospect;
        });
    }

    /** The server knows the conversation now. */
    void end(Prospect prospect) {
        byId.remove(prospect.id());
    }

    /** Tells a prospect as it is. */
    static void tell(Prospect prospect, Consumer<SessionEvent> observer) {
        observer.accept(new SessionEvent.ConversationChanged(prospect.summary()));
        observer.accept(new SessionEvent.TimelineChanged(
                prospect.id(), new TimelineChange.Reset(prospect.timeline().entries(), false)));
    }
}
