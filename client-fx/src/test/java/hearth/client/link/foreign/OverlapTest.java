package hearth.client.link.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapTest {
    private static final Place LOBBY = new Place.Lobby();

    /** One letter is one message: a small one is Ada's, a capital one Bo's. */
    @ParameterizedTest
    @CsvSource({
        "'', abc, abc",
        "abc, '', ''",
        "abc, abc, ''",
        "abc, bcd, d",
        "abcd, cdef, ef",
        "abc, xyz, xyz",
        "abc, aabc, ''",
        "ac, abc, b",
        "abc, zabcd, d",
        "aaa, aaaa, a",
        "ab, abab, ab",
        "aBc, abc, b",
        "abxc, bcd, d",
    })
    void onlyWhatIsNotKnownIsNew(String known, String page, String news) {
        assertThat(news(known, page)).isEqualTo(news);
    }

    @ParameterizedTest
    @CsvSource({
        "abk, xykz, xykz",
        "abc, xxbyy, xxbyy",
        "hyk, 1234567k89, 1234567k89",
        "akb, 123k45, 123k45",
        "k, 1234567k89, 1234567k89",
        "hyk, h123456789, h123456789",
        "hykok, 12h34y56k78, 12h34y56k78",
    })
    void aCoincidenceIsNoReasonToDropAnything(String known, String page, String news) {
        assertThat(news(known, page)).isEqualTo(news);
    }

    /** A capital W was whispered, so the page does not have it; r was heard elsewhere, and later than said. */
    @ParameterizedTest
    @CsvSource({
        "abWc, bcd, d",
        "abcWW, abcd, d",
        "aWbWcWd, abcdef, ef",
        "abcrd, arbcde, e",
        "abcrd, rbcde, e",
    })
    void whatOnlyThisSideHasOrHasElsewhereIsNoReasonToTellAnythingTwice(String known, String page, String news) {
        assertThat(news(known, page)).isEqualTo(news);
    }

    @Test
    void whatWasSaidAtTheSameTimeIsTheSameAndOneSuchLineIsEnough() {
        List<Line> known = List.of(at("hi", 1), at("yo", 2), at("ok", 3));
        List<Line> page = List.of(at("a", -3), at("b", -2), at("c", -1), at("hi", 1), at("yo", 2), at("ok", 3));
        assertThat(Overlap.lay(known.subList(0, 1), page.subList(0, 4)).news()).isEmpty();
        assertThat(Overlap.lay(known, page).news()).isEmpty();
        assertThat(Overlap.lay(known, List.of(at("x", 4), at("y", 5), at("ok", 60), at("z", 61)))
                        .news())
                .hasSize(4);
    }

    @Test
    void aVeryLongPageIsLaidInLimitedTime() {
        List<Line> page = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            page.add(line("line " + i));
        }
        List<Line> known = page.subList(98_000, 99_000);
        assertThat(Overlap.lay(known, page).news()).isEqualTo(page.subList(99_000, 100_000));
    }

    /** Everybody says something else each time: then a page tells exactly what is missing. */
    @RepeatedTest(200)
    void ofWordsThatAreNeverSaidTwiceNothingIsLostAndNothingDoubled() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Line> said = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            said.add(line("line " + i));
        }
        int met = 6 + random.nextInt(100);
        int start = random.nextInt(met - 5);
        List<Line> known = new ArrayList<>(said.subList(start, met));
        sprinkle(known, random);
        int end = met + random.nextInt(said.size() - met);
        List<Line> page = said.subList(random.nextInt(met - 2), end);
        assertThat(Overlap.lay(known, page).news()).as("seed %d", seed).isEqualTo(said.subList(met, end));
    }

    /** Now and then something that the server does not tell in a page, but never so much of it that one might doubt. */
    private static void sprinkle(List<Line> known, Random random) {
        for (int i = known.size() - 1 - random.nextInt(4); i > 0; i -= 2 + random.nextInt(4)) {
            known.add(i, line("whispered " + i));
        }
    }

    /** They say the same few words all the time: then a page says less, but no line of it is left out without a reason. */
    @RepeatedTest(200)
    void whateverTheyAreLinesAreLeftOutOnlyForOthersThatAreKnown() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Line> known = few(random, random.nextInt(30));
        List<Line> page = few(random, random.nextInt(30));
        Overlap.Laid laid = Overlap.lay(known, page);
        List<String> leftOut = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            if (laid.inPage()[i]) {
                leftOut.add(page.get(i).text());
            }
        }
        for (int i = 0; i < known.size(); i++) {
            if (laid.inKnown()[i]) {
                reasons.add(known.get(i).text());
            }
        }
        assertThat(leftOut).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(reasons);
        assertThat(leftOut.size() > Math.min(laid.older(), 2) || laid.older() == 0)
                .as("seed %d: older lines only where much is known", seed)
                .isTrue();
        assertThat(laid.older() + leftOut.size() + laid.news().size())
                .as("seed %d: all others are told", seed)
                .isEqualTo(page.size());
    }

    /** The user was away, and no more was said than a page tells: whatever the words, nothing of it is lost. */
    @RepeatedTest(200)
    void whatWasMissedIsToldWhateverTheWords() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Line> said = few(random, 60);
        List<Line> known = said.subList(random.nextInt(10), 30);
        int end = 30 + random.nextInt(15);
        List<Line> page = said.subList(end - 20, end);
        List<Line> news = Overlap.lay(known, page).news();
        List<Line> all = new ArrayList<>(known);
        all.addAll(news);
        assertThat(all.subList(all.size() - 20, all.size())).as("seed %d", seed).isEqualTo(page);
    }

    private static List<Line> few(Random random, int count) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(Character.toString('a' + random.nextInt(4))));
        }
        return lines;
    }

    private static String news(String known, String page) {
        StringBuilder letters = new StringBuilder();
        Overlap.lay(lines(known), lines(page))
                .news()
                .forEach(line -> letters.append(
                        line.author().equals("Bo") ? line.text().toUpperCase(Locale.ROOT) : line.text()));
        return letters.toString();
    }

    private static List<Line> lines(String letters) {
        return letters.chars()
                .mapToObj(letter -> new Line(
                        LOBBY,
                        Character.isUpperCase(letter) ? "Bo" : "Ada",
                        Character.toString(letter).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Line line(String text) {
        return new Line(LOBBY, "Ada", text);
    }

    private static Line at(String text, int minute) {
        Instant at = ForeignBench.NOW.plus(Duration.ofMinutes(minute));
        return new Line(LOBBY, "Ada", text, Optional.of(at));
    }
}
