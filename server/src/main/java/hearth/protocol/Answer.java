package hearth.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What an {@code ok} carries, by the request that it answers: see {@link AnswerKind}. */
public sealed interface Answer {

    /** Nothing but that it is done. */
    record Done() implements Answer {}

    /** A message has its place; {@code duplicate} where it had it before this request. */
    record Posted(String conversation, long seq, Instant at, boolean duplicate) implements Answer {}

    /** An edit, deletion or reaction has its place; absent where nothing changed. */
    record Applied(OptionalLong seq) implements Answer {}

    /** Where the user's marker now is, and the counts that go with it. */
    record Marked(long seq, int unread, int mentions) implements Answer {}

    /** What came after the cursors. */
    record Synced(Map<String, SyncResult> conversations) implements Answer {}

    /** What {@code sync} says of one conversation. */
    sealed interface SyncResult {
        /** A run without holes right after the cursor; {@code head} is the end of what there is. */
        record Recovered(List<Event> events, long head) implements SyncResult {}

        /** The cursor cannot be caught up from: reload. */
        record Reload(long head) implements SyncResult {}

        /** The conversation is no longer the user's. */
        record Lost(ErrorCode code) implements SyncResult {}
    }

    /**
     * A page of history, oldest first.
     *
     * @param asOf the head that it was read at
     * @param more whether there are older ones
     * @param moreAfter whether there are newer ones
     */
    record HistoryPage(List<HistoryItem> items, long asOf, boolean more, boolean moreAfter) implements Answer {}

    /** A page of search, newest first; {@code next} asks for the page after. */
    record SearchPage(List<Hit> hits, boolean more, Optional<String> next) implements Answer {}

    /** One message that was found. */
    record Hit(String conversation, long seq, Instant at, UserRef author, String text, List<Range> ranges) {}

    /** A place in a text, in UTF-16 code units, {@code to} exclusive. */
    record Range(int from, int to) {}

    /** A page of rooms, by case-folded name. */
    record RoomsPage(List<RoomEntry> rooms, boolean more) implements Answer {}

    /** A room in a list; {@code role} where the user is a member. */
    record RoomEntry(
            String id,
            String name,
            String topic,
            Visibility visibility,
            int members,
            int online,
            Optional<Role> role) {}

    /** A page of members, by id. */
    record MembersPage(List<MemberEntry> members, boolean more) implements Answer {}

    /** A member in a list. */
    record MemberEntry(String id, String name, Role role, Status status, Optional<String> text) {}

    /** The conversation that was made, joined or opened. */
    record Entered(ConversationSummary conversation) implements Answer {}

    /** A page of banned users, by id. */
    record BansPage(List<BanEntry> users, boolean more) implements Answer {}

    /** A ban from a room; {@code by} is a user's id. */
    record BanEntry(String id, String name, String by, Instant at, Optional<String> reason) {}

    /** A random password for the user's next login. */
    record PasswordReset(String password) implements Answer {
        @Override
        public String toString() {
            return "PasswordReset[]";
        }
    }

    /** A page of the audit log, newest first. */
    record AuditPage(List<AuditEntry> entries, boolean more, Optional<String> next) implements Answer {}

    /** One act of an admin or moderator; {@code by} and {@code target} are ids. */
    record AuditEntry(Instant at, String by, String act, String target, Optional<String> reason) {}
}
