package hearth.server.hub;

import hearth.server.account.CaseFolding;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All conversations, by what they are found by: id, name of a room, the two users of a direct one. Changed by {@link ChatState} only. */
final class Conversations {
    private final UndoJournal journal;
    private final Map<String, Conversation> byId = new HashMap<>();
    private final Map<String, Conversation> roomBySkeleton = new HashMap<>();
    private final NavigableMap<String, Conversation> roomsByFoldedName =
            new TreeMap<>(Conversations::compareCodePoints);
    private final Map<Pair, Conversation> directByPair = new HashMap<>();

    /** Two users, whoever of them comes first. */
    private record Pair(String lower, String higher) {
        static Pair of(String one, String other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    Conversations(UndoJournal journal) {
        this.journal = journal;
    }

    Optional<Conversation> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Conversation> roomBySkeleton(String skeleton) {
        return Optional.ofNullable(roomBySkeleton.get(skeleton));
    }

    Optional<Conversation> direct(String one, String other) {
        return Optional.ofNullable(directByPair.get(Pair.of(one, other)));
    }

    /** The rooms whose case-folded names come after that of {@code name}, or all; in that order. */
    Iterable<Conversation> roomsAfter(Optional<String> name) {
        return name.map(after -> roomsByFoldedName.tailMap(CaseFolding.fold(after), false))
                .orElse(roomsByFoldedName)
                .values();
    }

    /** The conversation with this id, which has to be there. */
    Conversation existing(String id) {
        return byId(id).orElseThrow(() -> new IllegalStateException("no conversation " + id));
    }

    void add(Conversation conversation) {
        journal.put(byId, conversation.id(), conversation);
        switch (conversation.subject()) {
            case Conversation.Room room -> index(conversation, room);
            case Conversation.Direct(var one, var other) ->
                journal.put(directByPair, Pair.of(one.id(), other.id()), conversation);
        }
    }

    void rename(Conversation conversation, Conversation.Room next) {
        conversation.room().ifPresent(this::unindex);
        conversation.become(journal, next);
        index(conversation, next);
    }

    void removeRoom(Conversation conversation) {
        conversation.room().ifPresent(this::unindex);
        journal.remove(byId, conversation.id());
    }

    private void index(Conversation conversation, Conversation.Room room) {
        journal.put(roomBySkeleton, room.skeleton(), conversation);
        journal.put(roomsByFoldedName, CaseFolding.fold(room.name()), conversation);
    }

    private void unindex(Conversation.Room room) {
        journal.remove(roomBySkeleton, room.skeleton());
        journal.remove(roomsByFoldedName, CaseFolding.fold(room.name()));
    }

    /** The order of code points, which is not that of UTF-16 code units. */
    private static int compareCodePoints(String one, String other) {
        int index = 0;
        while (index < one.length() && index < other.length()) {
            int left = one.codePointAt(index);
            int right = other.codePointAt(index);
            if (left != right) {
                return Integer.compare(left, right);
            }
            index += Character.charCount(left);
        }
        return Integer.compare(one.length(), other.length());
    }
}
