package hearth.client.ui.composer;

import hearth.protocol.UserRef;

/** What the text in the composer is written for. */
public sealed interface Purpose {

    /** A new message. */
    record Message() implements Purpose {}

    /** A new message that answers the one of this number; {@code text} is what that one says. */
    record Reply(long seq, UserRef author, String text) implements Purpose {}

    /** Another text for the user's own message of this number; {@code before} is what it says now. */
    record Edit(long seq, String before) implements Purpose {}
}
