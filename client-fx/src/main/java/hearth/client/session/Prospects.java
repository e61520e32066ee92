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

    /** Stands before the person's own id, where that is known; in no name, and nobody can type it. */
    private static final char ID_MARK = '\u001F';

    private final Consumer<SessionEvent> told;
    private final Map<String, Prospect> byId = new LinkedHashMap<>();

    /** One of them. Its timeline holds nothing but what waits. */
    record Prospect(Target.Person person, ConversationSummary summary, Timeline timeline) {
        String id() {
            return summary.id();
        }
    }

    Prospects(Consumer<SessionEvent> told) {
        this.told = told;
    }

    /** The id under which a conversation with this person is shown while there is none. */
    static String id(Target.Person person) {
        return MARK + person.name() + person.id().map(id -> ID_MARK + id).orElse("");
    }

    /** The person, where an id is that of a prospect. */
    static Optional<Target.Person> person(String id) {
        if (!id.startsWith(MARK)) {
            return Optional.empty();
        }
        String person = id.substring(MARK.length());
        int end = person.indexOf(ID_MARK);
        return Optional.of(
                end < 0
                        ? new Target.Person(person)
                        : new Target.Person(person.substring(0, end), Optional.of(person.substring(end + 1))));
    }

    List<Prospect> all() {
        return List.copyOf(byId.values());
    }

    /** The prospect with this person: by the id, or where that is not known with somebody of this name, in any case. */
    private Optional<Prospect> with(Target.Person person) {
        return byId.values().stream()
                .filter(each -> person.id().isPresent()
                        ? each.person().id().equals(person.id())
                        : each.person().name().equalsIgnoreCase(person.name()))
                .findFirst();
    }

    /** The prospect of exactly this person. */
    Optional<Prospect> of(Target.Person person) {
        return Optional.ofNullable(byId.get(id(person)));
    }

    /** The prospect with this person, begun where there is none. */
    Prospect begin(Target.Person person) {
        return with(person).orElseGet(() -> {
            String id = id(person);
            UserRef user = new UserRef(person.id().orElse(""), person.name());
            ConversationSummary summary = new ConversationSummary(
                    id, new ConversationSummary.Direct(user, 0), 2, 0, 0, 0, 0, Optional.empty());
            Timeline timeline = new Timeline("", change -> told.accept(new SessionEvent.TimelineChanged(id, change)));
            Prospect prospect = new Prospect(person, summary, timeline);
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
