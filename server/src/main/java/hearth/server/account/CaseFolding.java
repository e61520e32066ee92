package hearth.server.account;

import com.ibm.icu.lang.UCharacter;

/**
 * Unicode simple case folding: each code point by itself, one for one, so that what is the n-th code point of a folded text comes from the n-th of the text.
 * (Not so in UTF-16: a few code points fold across the border of the basic plane.)
 */
public final class CaseFolding {
    private CaseFolding() {}

    /** The text with each code point folded. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> folded.appendCodePoint(fold(codePoint)));
        return folded.toString();
    }

    /** The code point that stands for this one in comparisons that ignore case. */
    public static int fold(int codePoint) {
        return UCharacter.foldCase(codePoint, true);
    }

    /** The version of Unicode that folds: a text may fold differently under another. */
    public static String unicodeVersion() {
        return UCharacter.getUnicodeVersion().toString();
    }
}
