package hearth.server.account;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;

/** The classes of code points in which names and mentions are defined: Unicode's general categories. */
final class CharacterClasses {
    private static final int DIGITS = 1 << UCharacterCategory.DECIMAL_DIGIT_NUMBER;

    private static final int LETTERS = 1 << UCharacterCategory.UPPERCASE_LETTER
            | 1 << UCharacterCategory.LOWERCASE_LETTER
            | 1 << UCharacterCategory.TITLECASE_LETTER
            | 1 << UCharacterCategory.MODIFIER_LETTER
            | 1 << UCharacterCategory.OTHER_LETTER;

    private static final int MARKS = 1 << UCharacterCategory.NON_SPACING_MARK
            | 1 << UCharacterCategory.ENCLOSING_MARK
            | 1 << UCharacterCategory.COMBINING_SPACING_MARK;

    private static final int SYMBOLS = 1 << UCharacterCategory.OTHER_SYMBOL | 1 << UCharacterCategory.MODIFIER_SYMBOL;

    private CharacterClasses() {}

    /** Any letter, and decimal digits of any script. */
    static boolean isLetterOrDigit(int codePoint) {
        return isOneOf(codePoint, LETTERS | DIGITS);
    }

    /** Any combining mark. */
    static boolean isMark(int codePoint) {
        return isOneOf(codePoint, MARKS);
    }

    /** Emoji and other pictures, and modifiers such as skin tones; not currency or mathematics. */
    static boolean isPictureSymbol(int codePoint) {
        return isOneOf(codePoint, SYMBOLS);
    }

    private static boolean isOneOf(int codePoint, int categories) {
        return (1 << UCharacter.getType(codePoint) & categories) != 0;
    }
}
