package hearth.client.console;

import java.util.List;
import java.util.Optional;

/** One line of output. Conversations, authors and users are names. */
sealed interface OutputLine {

    /** The connection stands elsewhere. */
    record State(String state) implements OutputLine {}

    /** A message; of a direct conversation, {@code conversation} is the other's name. */
    record Message(String conversation, String kind, String author, String text, boolean own, long seq, boolean history)
            implements OutputLine {}

    /** Something that the user did is in this state; {@code work} is {@code post}, {@code edit}, {@code delete} or {@code react}. */
    record Outbox(String clientId, String work, String text, String state, Optional<String> reason)
            implements OutputLine {}

    /** Something that failed or may not have arrived, by the number that commands take; {@code conversation} may be empty. */
    record Unsent(int number, String conversation, Outbox outbox) implements OutputLine {}

    /** A message has another text. */
    record Edited(String conversation, long target, String text) implements OutputLine {}

    /** A message was deleted. */
    record Deleted(String conversation, long target) implements OutputLine {}

    /** Somebody is a member. */
    record Joined(String conversation, String user) implements OutputLine {}

    /** Somebody is no longer a member. */
    record Left(String conversation, String user) implements OutputLine {}

    /** Some of what was said before may be missing, since the server tells only the newest. */
    record Missed(String conversation) implements OutputLine {}

    /** Something to know. */
    record Notice(String text) implements OutputLine {}

    /** The rooms that can be seen. */
    record Rooms(List<String> names) implements OutputLine {}

    /** Who is in the current conversation. */
    record Members(List<String> names) implements OutputLine {}
}
