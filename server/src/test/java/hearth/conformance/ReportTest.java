package hearth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.conformance.Outcome.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final RuleBook BOOK = new RuleBook(Map.of("T6", "Compression is never negotiated."));

    private static Outcome outcome(Verdict verdict, String reason, String... frames) {
        return new Outcome("T6", Section.TRANSPORT, verdict, reason, List.of(frames));
    }

    @Test
    void aRuleOfWhichOneCheckFailsHasFailed() {
        Report report = new Report(
                BOOK,
                List.of(
                        outcome(Verdict.NOT_OFFERED, "no capability"),
                        outcome(Verdict.FAILED, "it was"),
                        outcome(Verdict.PASSED, "")));
        assertThat(report.passed()).isFalse();
        assertThat(report.rules(Verdict.FAILED)).containsExactly("T6");
    }

    @Test
    void aRuleThatIsShownByOneCheckIsOffered() {
        Report report =
                new Report(BOOK, List.of(outcome(Verdict.NOT_OFFERED, "no capability"), outcome(Verdict.PASSED, "")));
        assertThat(report.passed()).isTrue();
        assertThat(report.rules(Verdict.PASSED)).containsExactly("T6");
    }

    @Test
    void aFailureIsToldWithTheRuleAndTheFrames() {
        Report report = new Report(BOOK, List.of(outcome(Verdict.FAILED, "it was", "Ada -> {}", "Ada <- close 4000")));
        assertThat(report.lines())
                .contains(
                        "FAILED T6: Compression is never negotiated.",
                        "    it was",
                        "  | Ada -> {}",
                        "  | Ada <- close 4000",
                        "rules failed:      1 (T6)");
    }

    @Test
    void whatIsNotOfferedAndWhatHasNoCheckIsToldWithTheReason() {
        Report report = new Report(BOOK, List.of(outcome(Verdict.NOT_OFFERED, "no capability files")));
        assertThat(report.passed()).isTrue();
        assertThat(report.lines()).contains("rules not offered: 1 (T6): no capability files");
        assertThat(report.lines()).anyMatch(line -> line.startsWith("without a check:") && line.contains("(Q7 P1"));
    }
}
