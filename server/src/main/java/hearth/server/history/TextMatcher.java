package hearth.server.history;

import hearth.protocol.Answer;
import hearth.protocol.Texts;
import hearth.server.account.CaseFolding;
import java.util.ArrayList;
import java.util.List;

/** Finds a text in others: equal after simple case folding, code point by code point. Immutable. */
final class TextMatcher {
    private final String folded;
    private final int codePoints;

    TextMatcher(String query) {
        this.folded = CaseFolding.fold(query);
        this.codePoints = Texts.codePoints(query);
    }

    /** Every place where the query stands, places that overlap included, in UTF-16 code units of the text as it is. */
    List<Answer.Range> ranges(String text) {
        String haystack = CaseFolding.fold(text);
        List<Answer.Range> ranges = new ArrayList<>();
        int inHaystack = 0;
        int inText = 0;
        for (int found = haystack.indexOf(folded); found >= 0; found = haystack.indexOf(folded, found + 1)) {
            inText = text.offsetByCodePoints(inText, haystack.codePointCount(inHaystack, found));
            inHaystack = found;
            ranges.add(new Answer.Range(inText, text.offsetByCodePoints(inText, codePoints)));
        }
        return ranges;
    }
}
