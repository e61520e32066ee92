package hearth.server.hub;

import hearth.protocol.PresenceEntry;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What did not fit into a welcome and still has to be sent. Owned by the hub thread; changed through the journal. */
final class WelcomeRest {
    private final UndoJournal journal;
    private final NavigableSet<String> conversations = new TreeSet<>();
    private final NavigableMap<String, PresenceEntry> people = new TreeMap<>();

    WelcomeRest(UndoJournal journal) {
        this.journal = journal;
    }

    boolean isEmpty() {
        return conversations.isEmpty() && people.isEmpty();
    }

    /** The conversations whose summaries are still to be sent. */
    NavigableSet<String> conversations() {
        return conversations;
    }

    /** The people who are still to be told of, by id, as they were last. */
    NavigableMap<String, PresenceEntry> people() {
        return people;
    }

    void add(String conversation) {
        journal.add(conversations, conversation);
    }

    void remove(String conversation) {
        journal.remove(conversations, conversation);
    }

    void add(PresenceEntry entry) {
        journal.put(people, entry.id(), entry);
    }

    void remove(PresenceEntry entry) {
        journal.remove(people, entry.id());
    }
}
