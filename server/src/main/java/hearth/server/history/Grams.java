package hearth.server.history;

import hearth.server.account.CaseFolding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The sequences of three code points in a text after simple case folding, each as one number: 21 bits for a code point, the first one highest, 0 behind the
 * end. So what begins with one or two code points is a range of numbers. Pure functions.
 */
final class Grams {
    private static final int LENGTH = 3;
    private static final int BITS = 21;

    private Grams() {}

    /** The grams that begin at any place of a text. */
    static Set<Long> of(String text) {
        int[] codePoints = CaseFolding.fold(text).codePoints().toArray();
        Set<Long> grams = new HashSet<>();
        for (int i = 0; i < codePoints.length; i++) {
            grams.add(gram(codePoints, i));
        }
        return grams;
    }

    /** The grams of which a text has at least one, if it holds a query: from {@code first} to {@code last}, both inclusive. */
    record Span(long first, long last) {}

    /** What must be in the index of a text that holds this one: all of these spans. */
    static List<Span> spansOf(String query) {
        int[] codePoints = CaseFolding.fold(query).codePoints().toArray();
        if (codePoints.length < LENGTH) {
            long first = gram(codePoints, 0);
            long anyBehind = (1L << (BITS * (LENGTH - codePoints.length))) - 1;
            return List.of(new Span(first, first | anyBehind));
        }
        return IntStream.rangeClosed(0, codePoints.length - LENGTH)
                .mapToLong(i -> gram(codePoints, i))
                .distinct()
                .mapToObj(gram -> new Span(gram, gram))
                .toList();
    }

    /** As a value of a statement that reads it with {@code json_each}. */
    static String json(Set<Long> grams) {
        return grams.toString();
    }

    private static long gram(int[] codePoints, int from) {
        long gram = 0;
        for (int i = from; i < from + LENGTH; i++) {
            gram = (gram << BITS) | (i < codePoints.length ? codePoints[i] : 0);
        }
        return gram;
    }
}
