package hearth.client.ui.common;

import hearth.client.i18n.Messages;
import java.net.URI;
import java.util.function.Consumer;

/**
 * What views draw with.
 *
 * @param browser opens an address outside the program
 */
public record ViewContext(
        Messages messages, Times times, Appearance appearance, EmojiSheet emoji, Consumer<URI> browser) {}
