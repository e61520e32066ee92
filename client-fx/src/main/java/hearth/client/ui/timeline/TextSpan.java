package hearth.client.ui.timeline;

import hearth.client.ui.common.EmojiTable;
import java.net.URI;

/** A part of a message's text that is drawn in one way. */
sealed interface TextSpan {

    /** What was written. */
    String text();

    /** Words. */
    record Words(String text) implements TextSpan {}

    /** The name of the reader, called. */
    record Mention(String text) implements TextSpan {}

    /** An address that can be opened. */
    record Link(String text, URI target) implements TextSpan {}

    /** Code in a line. */
    record Code(String text) implements TextSpan {}

    /** Lines of code. */
    record CodeBlock(String text) implements TextSpan {}

    /** What tells where code begins or ends; not drawn. */
    record Fence(String text) implements TextSpan {}

    /** One emoji that has a picture. */
    record Emoji(String text, EmojiTable.Cell picture) implements TextSpan {}
}
