package hearth.protocol;

import java.util.Optional;

/**
 * A conversation as its user sees it in a list.
 *
 * @param members how many there are, the user included
 * @param head the number of the newest event
 * @param read the user's marker
 * @param unread messages after {@code read} that others wrote and that are not deleted
 * @param mentions those of them that mention the user
 * @param last the last message in its final state, its text cut to {@link Limits#PREVIEW_CHARS}
 */
public record ConversationSummary(
        String id,
        Title title,
        int members,
        long head,
        long read,
        int unread,
        int mentions,
        Optional<Event.Message> last) {

    /** What a conversation is called, by kind. */
    public sealed interface Title {}

    /** A room, with the user's role in it. */
    public record Room(String name, String topic, Visibility visibility, Role role) implements Title {}

    /** A direct conversation; {@code read} is the other side's marker. */
    public record Direct(UserRef with, long read) implements Title {}

    /** Whether this is a room or a direct conversation. */
    public ConversationKind kind() {
        return switch (title) {
            case Room _ -> ConversationKind.ROOM;
            case Direct _ -> ConversationKind.DIRECT;
        };
    }
}
