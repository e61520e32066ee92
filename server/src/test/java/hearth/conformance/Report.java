package hearth.conformance;

import hearth.conformance.Outcome.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What came of all rules, in words. */
final class Report {
    private final RuleBook book;
    private final List<Outcome> outcomes;
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();

    Report(RuleBook book, List<Outcome> outcomes) {
        this.book = book;
        this.outcomes = outcomes;
        Comparator<Outcome> mostTelling = Comparator.comparing(Outcome::verdict);
        for (String rule : book.rules().keySet()) {
            outcomes.stream()
                    .filter(outcome -> outcome.rule().equals(rule))
                    .min(mostTelling)
                    .ifPresent(outcome -> verdicts.put(rule, outcome.verdict()));
        }
    }

    boolean passed() {
        return !verdicts.containsValue(Verdict.FAILED);
    }

    /** The rules with this verdict, in the order of the document. */
    List<String> rules(Verdict verdict) {
        return verdicts.keySet().stream()
                .filter(rule -> verdicts.get(rule) == verdict)
                .toList();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        outcomes.stream()
                .filter(outcome -> outcome.verdict() == Verdict.FAILED)
                .forEach(outcome -> describe(outcome, lines));
        lines.add("");
        for (Section section : Section.values()) {
            List<Outcome> own = outcomes.stream()
                    .filter(outcome -> outcome.section() == section)
                    .toList();
            if (!own.isEmpty()) {
                lines.add(String.format(
                        "%-12s %-5s %4d passed %4d failed %4d not offered",
                        section.title(),
                        section.core() ? "core" : "",
                        count(own, Verdict.PASSED),
                        count(own, Verdict.FAILED),
                        count(own, Verdict.NOT_OFFERED)));
            }
        }
        lines.add("");
        lines.add("rules passed:      " + rules(Verdict.PASSED).size());
        lines.add("rules failed:      " + counted(rules(Verdict.FAILED)));
        notOffered().forEach((reason, rules) -> lines.add("rules not offered: " + counted(rules) + ": " + reason));
        Suite.unchecked()
                .forEach((reason, rules) -> lines.add("without a check:   " + counted(rules) + ": they " + reason));
        return lines;
    }

    private static long count(List<Outcome> outcomes, Verdict verdict) {
        return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
    }

    private static String counted(List<String> rules) {
        return rules.isEmpty() ? "0" : rules.size() + " (" + String.join(" ", rules) + ")";
    }

    private Map<String, List<String>> notOffered() {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        Set<String> rules = new TreeSet<>(rules(Verdict.NOT_OFFERED));
        for (Outcome outcome : outcomes) {
            if (rules.remove(outcome.rule())) {
                byReason.computeIfAbsent(outcome.reason(), reason -> new ArrayList<>())
                        .add(outcome.rule());
            }
        }
        return byReason;
    }

    private void describe(Outcome outcome, List<String> lines) {
        lines.add("");
        lines.add("FAILED " + outcome.rule() + ": " + book.rules().get(outcome.rule()));
        outcome.reason().lines().forEach(line -> lines.add("    " + line));
        outcome.frames().forEach(frame -> lines.add("  | " + frame));
    }
}
