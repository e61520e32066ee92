package hearth.protocol;

/** What the protocol says about strings: lengths in code points, and which characters count. Pure functions. */
public final class Texts {

    private Texts() {}

    /** The number of Unicode code points, the unit of every length and limit. */
    public static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether the string has at most so many code points; takes no longer for longer strings. */
    public static boolean fits(String text, int maxCodePoints) {
        return text.length() <= maxCodePoints
                || (text.length() <= 2L * maxCodePoints && codePoints(text) <= maxCodePoints);
    }

    /** Whether every surrogate is one of a pair and there is no U+0000. */
    public static boolean isWellFormed(String text) {
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            if (codePoint == 0 || isSurrogate(codePoint)) {
                return false;
            }
            index += Character.charCount(codePoint);
        }
        return true;
    }

    /**
     * Whether there is no visible character: white space, control, format and default-ignorable code points only. Blank
     * symbols such as U+2800 (an empty Braille pattern) are symbols, and visible.
     */
    public static boolean isBlank(String text) {
        return text.codePoints().noneMatch(Texts::isVisible);
    }

    /** Whether any code point is white space, the no-break spaces included. */
    public static boolean containsWhiteSpace(String text) {
        return text.codePoints().anyMatch(Texts::isWhiteSpace);
    }

    /** The beginning of a text, at most so many code points long; no surrogate pair is split. */
    public static String cut(String text, int maxCodePoints) {
        return fits(text, maxCodePoints) ? text : text.substring(0, text.offsetByCodePoints(0, maxCodePoints));
    }

    private static boolean isVisible(int codePoint) {
        return !isWhiteSpace(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT
                && !isDefaultIgnorable(codePoint);
    }

    /** The Unicode property White_Space. */
    private static boolean isWhiteSpace(int codePoint) {
        return Character.isSpaceChar(codePoint) || isBetween(codePoint, 0x09, 0x0D) || codePoint == 0x85;
    }

    /**
     * The Unicode property Default_Ignorable_Code_Point, which the JDK does not offer, as far as it reaches beyond the format
     * characters: fillers, joiners, selectors, and what is reserved for more of them.
     */
    private static boolean isDefaultIgnorable(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0 -> true;
            default ->
                isBetween(codePoint, 0x180B, 0x180F)
                        || isBetween(codePoint, 0xFE00, 0xFE0F)
                        || isBetween(codePoint, 0xFFF0, 0xFFF8)
                        || isBetween(codePoint, 0xE0000, 0xE0FFF);
        };
    }

    private static boolean isBetween(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
