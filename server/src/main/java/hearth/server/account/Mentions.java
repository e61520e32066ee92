package hearth.server.account;

import com.ibm.icu.text.Normalizer2;
import hearth.protocol.Limits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds whom a text mentions. {@code @name} mentions the member with the longest such name, in any case, where no letter or digit stands before the
 * {@code @} and no letter, mark, digit or {@code _} after the name.
 */
public final class Mentions {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private Mentions() {}

    /** The form in which a name is looked up. */
    public static String key(String name) {
        return CaseFolding.fold(name);
    }

    /**
     * The distinct users whom a text mentions, in the order of their first mention. Takes time linear in the text.
     *
     * @param memberByKey the id of the member whose name has this {@link #key}
     */
    public static List<String> find(String text, Function<String, Optional<String>> memberByKey) {
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        // Names are NFKC, and what a keyboard wrote in decomposed form is the same text to its reader.
        int[] codePoints = NFC.normalize(text).codePoints().toArray();
        Set<String> mentioned = new LinkedHashSet<>();
        for (int i = 0; i < codePoints.length; i++) {
            if (codePoints[i] == '@' && (i == 0 || !CharacterClasses.isLetterOrDigit(codePoints[i - 1]))) {
                longestName(codePoints, i + 1, memberByKey).ifPresent(mentioned::add);
            }
        }
        return List.copyOf(mentioned);
    }

    private static Optional<String> longestName(
            int[] codePoints, int from, Function<String, Optional<String>> memberByKey) {
        int end = Math.min(codePoints.length, from + Limits.STANDARD.nameChars());
        StringBuilder key = new StringBuilder();
        Optional<String> longest = Optional.empty();
        for (int i = from; i < end && codePoints[i] != '@'; i++) {
            key.appendCodePoint(CaseFolding.fold(codePoints[i]));
            if (i + 1 == codePoints.length || !continuesName(codePoints[i + 1])) {
                Optional<String> member = memberByKey.apply(key.toString());
                longest = member.isPresent() ? member : longest;
            }
        }
        return longest;
    }

    private static boolean continuesName(int codePoint) {
        return codePoint == '_' || CharacterClasses.isLetterOrDigit(codePoint) || CharacterClasses.isMark(codePoint);
    }
}
