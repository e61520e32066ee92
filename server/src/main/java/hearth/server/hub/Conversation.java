package hearth.server.hub;

import hearth.protocol.Role;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import hearth.server.history.Change;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A room or a direct conversation, as far as the hub keeps it in memory: all but its log. Changed by {@link ChatState} only. */
final class Conversation {

    /** What a conversation is. */
    sealed interface Subject {}

    /** A room. */
    record Room(String name, String skeleton, String topic, Visibility visibility) implements Subject {}

    /** Two users; they stay named here when one of them is gone. */
    record Direct(UserRef one, UserRef other) implements Subject {
        UserRef besides(String user) {
            return one.id().equals(user) ? other : one;
        }
    }

    private final String id;
    private final NavigableMap<String, Member> members = new TreeMap<>();
    private final NavigableMap<String, Change.Banned> bans = new TreeMap<>();
    private final Map<String, Instant> mutedUntil = new HashMap<>();
    private Subject subject;
    private long head;

    Conversation(String id, Subject subject) {
        this.id = id;
        this.subject = subject;
    }

    String id() {
        return id;
    }

    Subject subject() {
        return subject;
    }

    /** The room that this is, if it is one. */
    Optional<Room> room() {
        return subject instanceof Room room ? Optional.of(room) : Optional.empty();
    }

    /** Direct conversations are as private as anything. */
    Visibility visibility() {
        return room().map(Room::visibility).orElse(Visibility.PRIVATE);
    }

    /** The number of the newest event; 0 where there is none. */
    long head() {
        return head;
    }

    /** The members by the id of the user; those of a direct conversation stay when their user is gone. */
    NavigableMap<String, Member> members() {
        return Collections.unmodifiableNavigableMap(members);
    }

    Optional<Member> member(String user) {
        return Optional.ofNullable(members.get(user));
    }

    boolean hasMember(String user) {
        return members.containsKey(user);
    }

    long owners() {
        return members.values().stream().filter(m -> m.role() == Role.OWNER).count();
    }

    /** Who is kept out, by the id of the user. */
    NavigableMap<String, Change.Banned> bans() {
        return Collections.unmodifiableNavigableMap(bans);
    }

    /** Until when this user may not write, if that is still to come. */
    Optional<Instant> mutedUntil(String user, Instant now) {
        return Optional.ofNullable(mutedUntil.get(user)).filter(now::isBefore);
    }

    void become(UndoJournal journal, Subject next) {
        Subject before = subject;
        subject = next;
        journal.undoneBy(() -> subject = before);
    }

    void reach(UndoJournal journal, long next) {
        long before = head;
        head = next;
        journal.undoneBy(() -> head = before);
    }

    void put(UndoJournal journal, Member member) {
        journal.put(members, member.user(), member);
    }

    void removeMember(UndoJournal journal, String user) {
        journal.remove(members, user);
    }

    void ban(UndoJournal journal, Change.Banned ban) {
        journal.put(bans, ban.user().id(), ban);
    }

    void unban(UndoJournal journal, String user) {
        journal.remove(bans, user);
    }

    void mute(UndoJournal journal, String user, Instant until) {
        journal.put(mutedUntil, user, until);
    }
}
