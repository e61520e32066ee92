package hearth.client.console;

import hearth.client.session.SessionEvent;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ConversationSummary.Direct;
import hearth.protocol.ConversationSummary.Room;
import hearth.protocol.PresenceEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The names of conversations and people that the console heard of. Session thread only. */
final class KnownNames {
    private static final int MOST_PEOPLE = 10_000;

    private final Map<String, ConversationSummary> conversations = new LinkedHashMap<>();
    private final Map<String, ConversationSummary> former = new LinkedHashMap<>();
    private final Map<String, String> replaced = new LinkedHashMap<>();
    private final SequencedMap<String, String> people = new LinkedHashMap<>();
    private final Set<String> listed = new LinkedHashSet<>();

    /**
     * Learns from an event.
     *
     * @return the conversation that is new by it, if one is
     */
    Optional<ConversationSummary> learn(SessionEvent event) {
        switch (event) {
            case SessionEvent.ConversationChanged(ConversationSummary summary) -> {
                if (summary.title() instanceof Direct direct
                        && !direct.with().id().isEmpty()) {
                    addPerson(direct.with().id(), direct.with().name());
                }
                return conversations.put(summary.id(), summary) == null ? Optional.of(summary) : Optional.empty();
            }
            case SessionEvent.ConversationRemoved removed ->
                former.put(removed.conversation(), conversations.remove(removed.conversation()));
            case SessionEvent.ConversationReplaced(String before, String now) -> {
                conversations.remove(before);
                replaced.put(before, now);
            }
            case SessionEvent.PresenceChanged(List<PresenceEntry> changes, boolean _) ->
                changes.forEach(entry -> addPerson(entry.id(), entry.name()));
            case SessionEvent.EventApplied applied ->
                addPerson(
                        applied.event().author().id(), applied.event().author().name());
            default -> {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Rooms that a list named. */
    void list(Collection<String> rooms) {
        listed.clear();
        listed.addAll(rooms);
    }

    Set<String> rooms() {
        Set<String> names = new LinkedHashSet<>(listed);
        conversations.values().stream()
                .filter(summary -> summary.title() instanceof Room)
                .map(KnownNames::name)
                .forEach(names::add);
        return names;
    }

    Collection<String> people() {
        return people.values();
    }

    /** The room of this name among the user's own, else the direct conversation with the person of this name. */
    Optional<ConversationSummary> conversation(String name) {
        return find(name, Room.class).or(() -> find(name, Direct.class));
    }

    /** The conversation with this id, or that had it. */
    Optional<ConversationSummary> byId(String id) {
        return Optional.ofNullable(conversations.get(id)).or(() -> Optional.ofNullable(former.get(id)));
    }

    /** The id that a conversation has now, where it had this one. */
    String present(String id) {
        return replaced.getOrDefault(id, id);
    }

    boolean isPresent(String id) {
        return conversations.containsKey(id);
    }

    /** What a conversation is called: a room by its name, a direct one by the other's. */
    static String name(ConversationSummary summary) {
        return switch (summary.title()) {
            case Room room -> room.name();
            case Direct direct -> direct.with().name();
        };
    }

    private Optional<ConversationSummary> find(String name, Class<?> kind) {
        return conversations.values().stream()
                .filter(summary ->
                        kind.isInstance(summary.title()) && name(summary).equalsIgnoreCase(name))
                .findFirst();
    }

    private void addPerson(String id, String name) {
        people.put(id, name);
        if (people.size() > MOST_PEOPLE) {
            people.pollFirstEntry();
        }
    }
}
