package hearth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every rule of the document has a check, or a reason why it has none. */
class SuiteTest {
    private final Set<String> checked = Suite.checks(EnumSet.allOf(Section.class), rule -> true).keySet().stream()
            .flatMap(check -> check.rules().stream())
            .collect(Collectors.toSet());

    @Test
    void everyRuleIsCheckedOrItIsSaidWhyNot() throws IOException {
        Set<String> accounted = new HashSet<>(checked);
        Suite.unchecked().values().forEach(accounted::addAll);
        assertThat(accounted).containsExactlyInAnyOrderElementsOf(rules().keySet());
    }

    @Test
    void nothingIsBothCheckedAndExcused() {
        List<String> excused =
                Suite.unchecked().values().stream().flatMap(List::stream).toList();
        assertThat(excused).doesNotHaveDuplicates().doesNotContainAnyElementsOf(checked);
    }

    @Test
    void theRulesAreReadWithTheirTexts() throws IOException {
        assertThat(rules())
                .containsEntry("T6", "Compression is never negotiated.")
                .containsKeys("C4.11", "C8.7", "R1", "R-mod-0.1", "P5", "E0")
                .doesNotContainKey("O1");
    }

    private static Map<String, String> rules() throws IOException {
        return RuleBook.read(Path.of("PROTOCOL.md")).rules();
    }
}
