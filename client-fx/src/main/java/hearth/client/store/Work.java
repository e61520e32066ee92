package hearth.client.store;

import java.util.OptionalLong;

/** What the user did in a conversation that the server has to hear of. Messages are named by their numbers in the log. */
public sealed interface Work {

    /** A new message, an answer to another one where {@code replyTo} is there. */
    record Post(String text, OptionalLong replyTo) implements Work {}

    /** Another text for a message. */
    record Edit(long target, String text) implements Work {}

    /** A message is to go. */
    record Delete(long target) implements Work {}

    /** A reaction is added, or taken back. */
    record React(long target, String emoji, boolean on) implements Work {}
}
