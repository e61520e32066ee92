package hearth.client.link.foreign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a page of what was said over what is known of it, on servers that give no numbers. As a rule the page goes on where what is known ends, or begins
 * earlier, with lines that are the last that are known. Where it does not fit so exactly it is laid so that as many lines as possible coincide in order, and as
 * few as possible are the page's or ours alone. Where no way to lay it has more for it than against it, the two have nothing in common: what is told twice is
 * better than what is never told. Pure.
 */
final class Overlap {
    /** What speaks for a way to lay it: the same words, and all the more if they were said at the same time. */
    private static final int SAME_WORDS = 1;

    private static final int SAME_TIME = 3;

    /** What speaks against it: a line that only one of both has, or another one in the place of one. */
    private static final int OTHER = 1;

    /** Also, that a page begins before anything that is known; by how much says little. */
    private static final int MOST_AGAINST_OLDER = 2;

    /** If so many fit exactly, no other way is looked for: of a few words that are said again and again, more coincide elsewhere. */
    private static final int CERTAIN = 3;

    /** Most pairs of lines that are compared, but for so many of what is known. */
    private static final int MOST_PAIRS = 10_000_000;

    private static final int LEAST_KNOWN = 50;

    /** Some tell the time to the second, and round. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private final List<Line> known;
    private final List<Line> page;
    private final int[] knownWords;
    private final int[] pageWords;

    private Overlap(List<Line> known, List<Line> page) {
        this.known = known;
        this.page = page;
        Map<Words, Integer> numbers = new HashMap<>();
        this.knownWords = numbered(known, numbers);
        this.pageWords = numbered(page, numbers);
    }

    private record Words(String author, String text) {}

    /** A place in both: so many of what is known, and of the page, lie before it. */
    private record Corner(int ofKnown, int ofPage) {}

    /**
     * A page that was laid.
     *
     * @param older the first of its lines, which were said before anything that is known
     * @param inPage which of its lines are known
     * @param inKnown which of what is known is in it
     */
    record Laid(int older, boolean[] inPage, boolean[] inKnown, List<Line> page) {

        /** Whether any of its lines is known. */
        boolean isAnyKnown() {
            for (boolean known : inPage) {
                if (known) {
                    return true;
                }
            }
            return false;
        }

        /** The lines that are not known yet and not older than all that is, oldest first. */
        List<Line> news() {
            List<Line> news = new ArrayList<>();
            for (int i = older; i < page.size(); i++) {
                if (!inPage[i]) {
                    news.add(page.get(i));
                }
            }
            return news;
        }
    }

    /** Lays a page over what is known, both oldest first. Only so much of the newest that is known is looked at as can matter, and less where a page is very long. */
    static Laid lay(List<Line> known, List<Line> page) {
        long mattering = (long) (SAME_TIME / OTHER + 1) * page.size();
        int most = (int) Math.min(mattering, Math.max(LEAST_KNOWN, MOST_PAIRS / (page.size() + 1)));
        int skipped = Math.max(0, known.size() - most);
        Laid laid = new Overlap(known.subList(skipped, known.size()), page).laid();
        boolean[] inKnown = new boolean[known.size()];
        System.arraycopy(laid.inKnown(), 0, inKnown, skipped, known.size() - skipped);
        return new Laid(laid.older(), laid.inPage(), inKnown, page);
    }

    /** Whether two who tell of the same words tell of the same moment. */
    static boolean isAbout(Line one, Line other) {
        return one.at().isPresent()
                && other.at().isPresent()
                && Duration.between(one.at().get(), other.at().get()).abs().compareTo(ROUNDING) <= 0;
    }

    private static int[] numbered(List<Line> lines, Map<Words, Integer> numbers) {
        return lines.stream()
                .mapToInt(line -> numbers.computeIfAbsent(new Words(line.author(), line.text()), _ -> numbers.size()))
                .toArray();
    }

    /** What speaks for the pair of these two, or against it. */
    private int weight(int ofKnown, int ofPage) {
        if (knownWords[ofKnown] != pageWords[ofPage]) {
            return -OTHER;
        }
        return isAbout(known.get(ofKnown), page.get(ofPage)) ? SAME_TIME : SAME_WORDS;
    }

    private Laid laid() {
        Laid laid = new Laid(0, new boolean[page.size()], new boolean[known.size()], page);
        int exactly = exactly();
        if (exactly >= CERTAIN) {
            Arrays.fill(laid.inPage(), 0, exactly, true);
            Arrays.fill(laid.inKnown(), known.size() - exactly, known.size(), true);
            return laid;
        }
        Corner[] begin = new Corner[page.size() + 1];
        int[] sums = sums(begin);
        int end = 0;
        for (int p = 1; p < sums.length; p++) {
            end = sums[p] > sums[end] ? p : end;
        }
        if (sums[end] < SAME_WORDS) {
            return laid;
        }
        Laid found = new Laid(begin[end].ofPage(), laid.inPage(), laid.inKnown(), page);
        mark(begin[end], end, found);
        markMoved(begin[end], end, found);
        return found;
    }

    /** Most of the page's first lines that are the last ones that are known. */
    private int exactly() {
        int length = Math.min(known.size(), page.size());
        while (!Arrays.equals(knownWords, known.size() - length, known.size(), pageWords, 0, length)) {
            length--;
        }
        return length;
    }

    /**
     * What speaks for the best way to lay so much of the page over all that is known.
     *
     * @param begin takes where each of these ways begins
     */
    private int[] sums(Corner[] begin) {
        int[] sums = new int[page.size() + 1];
        for (int p = 0; p < sums.length; p++) {
            sums[p] = -Math.min(p * OTHER, MOST_AGAINST_OLDER);
            begin[p] = new Corner(0, p);
        }
        for (int k = 1; k <= known.size(); k++) {
            int diagonal = sums[0];
            Corner diagonalBegin = begin[0];
            sums[0] = 0;
            begin[0] = new Corner(k, 0);
            for (int p = 1; p <= page.size(); p++) {
                int above = sums[p];
                Corner aboveBegin = begin[p];
                begin[p] = switch (step(sums, p, diagonal, weight(k - 1, p - 1))) {
                    case BOTH -> diagonalBegin;
                    case KNOWN -> aboveBegin;
                    case PAGE -> begin[p - 1];
                };
                diagonal = above;
                diagonalBegin = aboveBegin;
            }
        }
        return sums;
    }

    /** Marks the pairs of the best way from here to the end of what is known and of so much of the page. */
    private void mark(Corner begin, int end, Laid laid) {
        int[] sums = new int[end - begin.ofPage() + 1];
        Step[][] steps = new Step[known.size() - begin.ofKnown() + 1][sums.length];
        Arrays.fill(steps[0], Step.PAGE);
        Arrays.setAll(sums, p -> -p * OTHER);
        for (int k = 1; k < steps.length; k++) {
            int diagonal = sums[0];
            sums[0] -= OTHER;
            steps[k][0] = Step.KNOWN;
            for (int p = 1; p < sums.length; p++) {
                int above = sums[p];
                steps[k][p] = step(sums, p, diagonal, weight(begin.ofKnown() + k - 1, begin.ofPage() + p - 1));
                diagonal = above;
            }
        }
        follow(steps, begin, laid);
    }

    /** How a way goes on: by a pair of lines, or by one that only one of both has. */
    private enum Step {
        BOTH,
        KNOWN,
        PAGE
    }

    /** Puts the best sum of one pair of lines in the place of that of the line known before it, and tells by which step it is reached. */
    private static Step step(int[] sums, int p, int diagonal, int weight) {
        int alone = Math.max(sums[p], sums[p - 1]) - OTHER;
        Step best = sums[p] >= sums[p - 1] ? Step.KNOWN : Step.PAGE;
        boolean both = diagonal + weight >= alone;
        sums[p] = both ? diagonal + weight : alone;
        return both ? Step.BOTH : best;
    }

    private void follow(Step[][] steps, Corner begin, Laid laid) {
        int k = steps.length - 1;
        int p = steps[0].length - 1;
        while (k > 0 || p > 0) {
            Step step = steps[k][p];
            k -= step == Step.PAGE ? 0 : 1;
            p -= step == Step.KNOWN ? 0 : 1;
            if (step == Step.BOTH && weight(begin.ofKnown() + k, begin.ofPage() + p) > 0) {
                laid.inKnown()[begin.ofKnown() + k] = true;
                laid.inPage()[begin.ofPage() + p] = true;
            }
        }
    }

    /**
     * What was heard in another order than the server keeps it in is known all the same: among the lines that the page was laid over, or beyond them if it was
     * said at the same time.
     */
    private void markMoved(Corner begin, int end, Laid laid) {
        Map<Integer, Collection<Integer>> left = new HashMap<>();
        for (int k = begin.ofKnown(); k < known.size(); k++) {
            if (!laid.inKnown()[k]) {
                left.computeIfAbsent(knownWords[k], _ -> new ArrayList<>()).add(k);
            }
        }
        for (int p = begin.ofPage(); p < page.size(); p++) {
            Collection<Integer> alike = left.getOrDefault(pageWords[p], List.of());
            if (!laid.inPage()[p]) {
                int of = p;
                alike.stream()
                        .filter(k -> of < end || isAbout(known.get(k), page.get(of)))
                        .findFirst()
                        .ifPresent(k -> {
                            alike.remove(k);
                            laid.inKnown()[k] = true;
                            laid.inPage()[of] = true;
                        });
            }
        }
    }
}
