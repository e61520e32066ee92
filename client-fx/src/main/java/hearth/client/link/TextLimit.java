package hearth.client.link;

import java.nio.charset.StandardCharsets;

/** How long one text may be on a server. Safe from any thread. */
public record TextLimit(int most, Unit unit) {

    /** What chat servers take that say nothing of it: well within the frames of all of them, however much of it is escaped there. */
    public static final TextLimit UNTOLD = new TextLimit(65_536, Unit.BYTES);

    /** What is counted. */
    public enum Unit {
        /** Unicode code points. */
        CHARACTERS,
        /** Bytes of UTF-8. */
        BYTES
    }

    /** So many of the same. */
    public TextLimit of(int number) {
        return new TextLimit(number, unit);
    }

    /** How long the text is, in the unit of this limit. */
    public int length(String text) {
        return switch (unit) {
            case CHARACTERS -> text.codePointCount(0, text.length());
            case BYTES -> text.getBytes(StandardCharsets.UTF_8).length;
        };
    }

    /** Whether the text may be said. */
    public boolean takes(String text) {
        return length(text) <= most;
    }
}
