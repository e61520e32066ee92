package hearth.client.link.foreign;

import hearth.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Finds what is new in a page of what was said before, of a server that gives no numbers. As a rule the page goes on where what is known ends, and what is
 * known has no holes. Where it cannot be laid over it so, it is laid so that as many messages as possible coincide in order; what lies before the first that
 * does was said before anything that is known. Pure.
 */
final class Overlap {
    private Overlap() {}

    /** The lines that are not known yet, oldest first. */
    static List<Line> news(List<Event.Message> known, List<Line> page) {
        for (int from = 0; from < page.size(); from++) {
            // Before a page that does not begin within what is known lies what is older than all of it.
            int least = from == 0 ? 1 : known.size();
            for (int length = Math.min(known.size(), page.size() - from); length >= Math.max(1, least); length--) {
                if (isEnd(known, page.subList(from, from + length), Overlap::isSame)) {
                    return page.subList(from + length, page.size());
                }
            }
        }
        return scattered(known, page);
    }

    /** How many of the lines that were heard while a page was asked for are its last ones. */
    static int common(List<Line> page, List<Line> heard) {
        int length = Math.min(page.size(), heard.size());
        while (!isEnd(page, heard.subList(0, length), (known, line) -> line.isLike(known.author(), known.text()))) {
            length--;
        }
        return length;
    }

    private static <T> boolean isEnd(List<T> known, List<Line> lines, BiPredicate<T, Line> isSame) {
        int offset = known.size() - lines.size();
        for (int i = 0; i < lines.size(); i++) {
            if (!isSame.test(known.get(offset + i), lines.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Line> scattered(List<Event.Message> known, List<Line> page) {
        boolean[] matched = matched(known, page);
        int first = 0;
        while (first < page.size() && !matched[first]) {
            first++;
        }
        boolean disjoint = first == page.size();
        List<Line> news = new ArrayList<>();
        for (int i = disjoint ? 0 : first; i < page.size(); i++) {
            if (!matched[i]) {
                news.add(page.get(i));
            }
        }
        return news;
    }

    /** Which lines are part of the longest common subsequence; of several, the one that matches the newest. */
    private static boolean[] matched(List<Event.Message> known, List<Line> page) {
        int[][] longest = new int[known.size() + 1][page.size() + 1];
        for (int k = 1; k <= known.size(); k++) {
            for (int p = 1; p <= page.size(); p++) {
                longest[k][p] = isSame(known.get(k - 1), page.get(p - 1))
                        ? longest[k - 1][p - 1] + 1
                        : Math.max(longest[k - 1][p], longest[k][p - 1]);
            }
        }
        boolean[] matched = new boolean[page.size()];
        int k = known.size();
        int p = page.size();
        while (k > 0 && p > 0) {
            if (isSame(known.get(k - 1), page.get(p - 1))) {
                matched[p - 1] = true;
                k--;
                p--;
            } else if (longest[k - 1][p] >= longest[k][p - 1]) {
                k--;
            } else {
                p--;
            }
        }
        return matched;
    }

    private static boolean isSame(Event.Message known, Line line) {
        return line.isLike(known.author().name(), known.text());
    }
}
