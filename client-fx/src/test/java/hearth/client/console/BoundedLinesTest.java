package hearth.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

    @Test
    void linesEndWithALineFeedOrTheInput() throws IOException {
        assertThat(read("one\ntwo\r\n\n three ", 100)).containsExactly("one", "two", "", " three ");
        assertThat(read("", 100)).isEmpty();
        assertThat(read("\r\n", 100)).containsExactly("");
    }

    @Test
    void ofALineThatIsTooLongOnlyTheBeginningIsKept() throws IOException {
        assertThat(read("12345678\nok", 4)).containsExactly("12345", "ok");
        assertThat(read("1234", 4)).containsExactly("1234");
    }

    private static List<String> read(String text, int mostChars) throws IOException {
        BoundedLines lines = new BoundedLines(new StringReader(text), mostChars);
        List<String> result = new ArrayList<>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            result.add(line.get());
        }
        return result;
    }
}
