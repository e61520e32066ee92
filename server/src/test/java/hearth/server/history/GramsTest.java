package hearth.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.history.Grams.Span;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GramsTest {
    private static final long A = 'a';
    private static final long B = 'b';
    private static final long C = 'c';
    private static final int SECOND = 21;
    private static final int FIRST = 42;

    @Test
    void aTextHasAGramForEachPlaceAndZerosBehindItsEnd() {
        assertThat(Grams.of("ABC"))
                .isEqualTo(Set.of((A << FIRST) + (B << SECOND) + C, (B << FIRST) + (C << SECOND), C << FIRST));
        assertThat(Grams.of("aaaa")).hasSize(3);
    }

    @Test
    void aShortQueryIsTheRangeOfAllThatBeginsWithIt() {
        assertThat(Grams.spansOf("A")).isEqualTo(List.of(new Span(A << FIRST, ((A + 1) << FIRST) - 1)));
        long ab = (A << FIRST) + (B << SECOND);
        assertThat(Grams.spansOf("aB")).isEqualTo(List.of(new Span(ab, ab + (1 << SECOND) - 1)));
    }

    @Test
    void aLongerQueryIsEachOfItsGramsOnceAndNoneThatReachesBehindItsEnd() {
        long abc = (A << FIRST) + (B << SECOND) + C;
        assertThat(Grams.spansOf("abc")).isEqualTo(List.of(new Span(abc, abc)));
        assertThat(Grams.spansOf("abcabcabc")).hasSize(3).contains(new Span(abc, abc));
    }

    @Test
    void theLastCodePointThatThereIsStillFits() {
        String last = Character.toString(Character.MAX_CODE_POINT);
        assertThat(Grams.of(last.repeat(3))).allMatch(gram -> gram > 0);
        assertThat(Grams.spansOf(last).getFirst().last()).isPositive();
    }
}
