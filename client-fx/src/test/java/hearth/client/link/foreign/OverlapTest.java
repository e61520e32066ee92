package hearth.client.link.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapTest {

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
        List<Event.Message> messages = new ArrayList<>();
        for (Line line : lines(known)) {
            messages.add(message(messages.size() + 1, line));
        }
        assertThat(Overlap.news(messages, lines(page))).isEqualTo(lines(news));
    }

    private static List<Line> lines(String letters) {
        return letters.chars()
                .mapToObj(letter -> new Line(
                        new Place.Lobby(), Character.isUpperCase(letter) ? "Bo" : "Ada", Character.toString(letter)))
                .map(line -> new Line(line.place(), line.author(), line.text().toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }

    private static Event.Message message(long seq, Line line) {
        Event.Stamp stamp = new Event.Stamp("lobby", seq, ForeignBench.NOW, Memory.user(line.author()));
        return new Event.Message(stamp, "c" + seq, line.text(), OptionalLong.empty(), List.of(), false);
    }
}
