package hearth.client.ui.composer;

import hearth.client.i18n.Messages;
import hearth.client.link.TextLimit;
import hearth.client.link.TextLimit.Unit;
import java.util.Map;

/** Says how long a text is, near the limit and beyond it. Lives on the JavaFX thread. */
final class TextCount {
    /** From so many characters or bytes before the limit on, they are counted before the user's eyes. */
    private static final int COUNT_FROM_LAST = 1_000;

    private static final Map<Unit, String> COUNTS =
            Map.of(Unit.CHARACTERS, "composer.count", Unit.BYTES, "composer.count.bytes");
    private static final Map<Unit, String> EXCESSES =
            Map.of(Unit.CHARACTERS, "composer.long", Unit.BYTES, "composer.long.bytes");

    private final Messages messages;
    private TextLimit limit;

    TextCount(Messages messages, TextLimit limit) {
        this.messages = messages;
        this.limit = limit;
    }

    void setLimit(TextLimit now) {
        limit = now;
    }

    boolean fits(String text) {
        return limit.takes(text);
    }

    /** Empty where there is much room left. */
    String words(String text) {
        int left = limit.most() - limit.length(text);
        if (left < 0) {
            return excess(text);
        }
        return left < COUNT_FROM_LAST ? messages.text(COUNTS.get(limit.unit()), limit.length(text), limit.most()) : "";
    }

    /** How much too long it is. */
    String excess(String text) {
        return messages.text(EXCESSES.get(limit.unit()), limit.length(text) - limit.most());
    }
}
