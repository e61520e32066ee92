package hearth.faults;

import java.util.List;

/**
 * Whether the promises were kept.
 *
 * @param messages in the final logs
 * @param acknowledged messages that counted as sent
 * @param deliveries of events to observers
 */
public record Verdict(int messages, int acknowledged, int deliveries, List<Violation> violations) {
    private static final int MOST_SHOWN = 20;

    /** How many violations of these kinds there are. */
    public long count(Violation.Kind... kinds) {
        List<Violation.Kind> wanted = List.of(kinds);
        return violations.stream().filter(each -> wanted.contains(each.kind())).count();
    }

    /** Fails with each violation, up to a bound, where there is one. */
    public void require() {
        if (!violations.isEmpty()) {
            throw new AssertionError(this);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(messages + " messages, " + acknowledged + " acknowledged, " + deliveries
                + " deliveries, " + violations.size() + " violations");
        violations.stream()
                .limit(MOST_SHOWN)
                .forEach(each -> text.append("\n  ").append(each));
        return text.toString();
    }
}
