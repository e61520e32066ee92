package hearth.server.account;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Optional;

/** The rule of names by ICU's tables of Unicode. Stateless; safe from any thread. */
public final class UnicodeNames implements Names {
    /** Emoji presentation: the one invisible code point that a name may hold. */
    private static final int EMOJI_PRESENTATION = 0xFE0F;

    private static final String PUNCTUATION = "-_.'’";

    /** No canonical composition makes one code point of more than four, so what is longer cannot become short enough. */
    private static final int MOST_COMPOSED = 4;

    private final int maxCodePoints;
    private final Normalizer2 nfkc = Normalizer2.getNFKCInstance();
    private final SpoofChecker spoofChecker = new SpoofChecker.Builder().build();

    /** Names of at most so many code points in their NFKC form. */
    public UnicodeNames(int maxCodePoints) {
        this.maxCodePoints = maxCodePoints;
    }

    @Override
    public Optional<CheckedName> check(String written) {
        if (written.codePointCount(0, written.length()) > maxCodePoints * MOST_COMPOSED) {
            return Optional.empty();
        }
        String name = nfkc.normalize(written);
        if (!isValid(name)) {
            return Optional.empty();
        }
        return Optional.of(new CheckedName(name, spoofChecker.getSkeleton(UCharacter.foldCase(name, true))));
    }

    private boolean isValid(String name) {
        int[] codePoints = name.codePoints().toArray();
        if (codePoints.length == 0 || codePoints.length > maxCodePoints || !mayBegin(codePoints[0])) {
            return false;
        }
        for (int i = 1; i < codePoints.length; i++) {
            boolean isFine = codePoints[i] == ' ' ? isInside(codePoints, i) : mayContinue(codePoints[i]);
            if (!isFine) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInside(int[] codePoints, int space) {
        return space < codePoints.length - 1 && codePoints[space - 1] != ' ';
    }

    private static boolean mayBegin(int codePoint) {
        return isLetterDigitOrSymbol(codePoint) && isVisible(codePoint);
    }

    private static boolean mayContinue(int codePoint) {
        return (isLetterDigitOrSymbol(codePoint)
                        || CharacterClasses.isMark(codePoint)
                        || PUNCTUATION.indexOf(codePoint) >= 0)
                && (codePoint == EMOJI_PRESENTATION || isVisible(codePoint));
    }

    private static boolean isVisible(int codePoint) {
        return !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static boolean isLetterDigitOrSymbol(int codePoint) {
        return CharacterClasses.isLetterOrDigit(codePoint) || CharacterClasses.isPictureSymbol(codePoint);
    }
}
