package hearth.conformance;

import java.util.List;

/**
 * What came of one check.
 *
 * @param reason why it failed or was not offered; empty where it passed
 * @param frames what was sent and received
 */
record Outcome(String rule, Section section, Verdict verdict, String reason, List<String> frames) {

    /** In the order in which one of several checks speaks for their rule. */
    enum Verdict {
        FAILED,
        PASSED,
        NOT_OFFERED
    }
}
