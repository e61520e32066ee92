package hearth.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules of {@code PROTOCOL.md}, as they stand there. Those of the chapter about our own choices (O) bind nobody
 * and are left out.
 *
 * @param rules the text of each rule by its number, in the order of the document
 */
record RuleBook(Map<String, String> rules) {
    private static final Pattern RULE =
            Pattern.compile("^(?:\\| )?([A-NP-Z](?:-[a-z]+-)?\\d+(?:\\.\\d+)?)(?:\\.| \\|) (.*?)(?: \\|)?$");

    static RuleBook read(Path document) throws IOException {
        Map<String, String> rules = new LinkedHashMap<>();
        for (String line : Files.readAllLines(document)) {
            Matcher rule = RULE.matcher(line);
            if (rule.matches()) {
                rules.put(rule.group(1), said(rule.group(2)));
            }
        }
        // A heading of a table has a number, but what can be observed are its rows.
        Set<String> numbers = Set.copyOf(rules.keySet());
        rules.keySet().removeIf(heading -> numbers.contains(heading + ".1"));
        return new RuleBook(rules);
    }

    /** The cells of a row in one line. */
    private static String said(String cells) {
        return Arrays.stream(cells.split("\\|"))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(": "));
    }
}
