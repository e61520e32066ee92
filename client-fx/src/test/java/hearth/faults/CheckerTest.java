package hearth.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.faults.LogEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the checker says of histories that are written by hand. */
class CheckerTest {
    private final List<Observation> seen = new ArrayList<>();

    @Test
    void aHistoryThatKeepsThePromisesHasNoViolation() {
        send("ada", "a1", "one");
        send("bo", "b1", "two");
        log(message(1, "a1", "one"), message(2, "b1", "two"));
        run("ada", message(1, "a1", "one"), message(2, "b1", "two"));
        run("bo", message(1, "a1", "one"), message(2, "b1", "two"));

        Verdict verdict = verdict();

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict).isEqualTo(new Verdict(2, 2, 4, List.of()));
    }

    @Test
    void anAcknowledgedMessageThatIsNotInTheLogIsLost() {
        send("ada", "a1", "one");
        log();

        assertThat(kinds()).containsExactly(Violation.Kind.LOST);
    }

    @Test
    void aMessageThatNobodyCountsAsSentMayBeMissing() {
        seen.add(new Observation.Sending("ada", "a1", "one"));
        seen.add(new Observation.Failed("ada", "a1", "MUTED"));
        log();

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aMessageWithTwoPlacesIsStoredAndDeliveredTwice() {
        send("ada", "a1", "one");
        log(message(1, "a1", "one"), message(2, "a1", "one"));
        run("bo", message(1, "a1", "one"), message(2, "a1", "one"));

        assertThat(kinds()).containsExactlyInAnyOrder(Violation.Kind.STORED_TWICE, Violation.Kind.DELIVERED_TWICE);
    }

    @Test
    void theSameNumberTwiceIsDeliveredTwice() {
        log(message(1, "a1", "one"));
        run("bo", message(1, "a1", "one"), message(1, "a1", "one"));

        assertThat(kinds()).containsExactly(Violation.Kind.DELIVERED_TWICE);
    }

    @Test
    void anEarlierNumberBehindALaterOneIsOutOfOrder() {
        log(message(1, "a1", "one"), message(2, "a2", "two"));
        run("bo", message(2, "a2", "two"), message(1, "a1", "one"));

        assertThat(kinds()).containsExactly(Violation.Kind.HOLE, Violation.Kind.OUT_OF_ORDER);
    }

    @Test
    void twoOrdersOfTheSameMessagesAreDifferent() {
        log(message(1, "a1", "one"), message(2, "a2", "two"));
        run("bo", message(1, "a2", "two"), message(2, "a1", "one"));

        assertThat(kinds()).contains(Violation.Kind.DIFFERENT);
    }

    @Test
    void aNumberThatIsPassedOverIsAHole() {
        log(message(1, "a1", "one"), message(2, "a2", "two"), message(3, "a3", "three"));
        run("bo", message(1, "a1", "one"), message(3, "a3", "three"));

        assertThat(kinds()).containsOnly(Violation.Kind.HOLE);
    }

    @Test
    void whatIsMissingAtTheEndIsAHole() {
        log(message(1, "a1", "one"), message(2, "a2", "two"));
        run("bo", message(1, "a1", "one"));

        assertThat(kinds()).containsExactly(Violation.Kind.HOLE);
    }

    @Test
    void whatWasBeforeAnObserverBeganIsNotMissing() {
        log(message(1, "a1", "one"), message(2, "a2", "two"));
        seen.add(new Observation.Began("bo", "c1", 1));
        seen.add(new Observation.Applied("bo", message(2, "a2", "two")));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aResetExcusesChangesThatArePassedOverButNoMessage() {
        log(edited(message(1, "a1", "one!")), message(3, "a3", "three"), message(4, "a4", "four"));
        run("ada", message(1, "a1", "one"), edit(2, 1, "one!"), message(3, "a3", "three"), message(4, "a4", "four"));
        seen.add(new Observation.Began("bo", "c1", 0));
        seen.add(new Observation.Reset("bo", "c1"));
        seen.add(new Observation.Applied("bo", edited(message(1, "a1", "one!"))));
        seen.add(new Observation.Applied("bo", message(3, "a3", "three")));
        assertThat(kinds()).containsExactly(Violation.Kind.HOLE);

        seen.add(new Observation.Applied("bo", message(4, "a4", "four")));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aChangeThatIsPassedOverWithoutAResetIsAHole() {
        log(edited(message(1, "a1", "one!")), message(3, "a3", "three"));
        run("ada", message(1, "a1", "one"), edit(2, 1, "one!"), message(3, "a3", "three"));
        run("bo", edited(message(1, "a1", "one!")), message(3, "a3", "three"));

        assertThat(kinds()).containsExactly(Violation.Kind.HOLE);
    }

    @Test
    void aNumberThatNobodyKnowsIsAHoleInTheLog() {
        log(message(1, "a1", "one"), message(3, "a3", "three"));

        assertThat(kinds()).containsExactly(Violation.Kind.HOLE_IN_LOG);
    }

    @Test
    void anotherTextThanTheLogHasIsDifferent() {
        log(message(1, "a1", "one"));
        run("bo", message(1, "a1", "won"));

        assertThat(kinds()).containsExactly(Violation.Kind.DIFFERENT);
    }

    @Test
    void anotherTextThanWasSentIsDifferent() {
        send("ada", "a1", "one");
        log(message(1, "a1", "won"));

        assertThat(kinds()).containsExactly(Violation.Kind.DIFFERENT);
    }

    @Test
    void anEditThatDoesNotArriveIsDifferentInTheEnd() {
        log(edited(message(1, "a1", "one!")));
        run("bo", message(1, "a1", "one"));

        assertThat(kinds()).containsExactly(Violation.Kind.DIFFERENT);
    }

    @Test
    void anOlderMembershipIsNotHeldAgainstTheLogOfToday() {
        log(message(1, "a1", "one"));
        run("bo", message(1, "x", "before the restore"), message(2, "y", "gone"));
        run("bo", message(1, "a1", "one"));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aConversationWhoseLogWasNotReadCannotBeJudged() {
        run("bo", message(1, "a1", "one"));

        assertThat(kinds()).containsExactly(Violation.Kind.NOT_READ);
    }

    private void send(String observer, String clientId, String text) {
        seen.add(new Observation.Sending(observer, clientId, text));
        seen.add(new Observation.Acknowledged(observer, clientId));
    }

    private void run(String observer, LogEntry... entries) {
        seen.add(new Observation.Began(observer, "c1", 0));
        for (LogEntry entry : entries) {
            seen.add(new Observation.Applied(observer, entry));
        }
    }

    private void log(LogEntry... entries) {
        long head = 0;
        for (LogEntry entry : entries) {
            seen.add(new Observation.Logged("auditor", entry));
            head = entry.seq();
        }
        seen.add(new Observation.LogRead("auditor", "c1", head));
    }

    private static LogEntry message(long seq, String clientId, String text) {
        return new LogEntry("c1", seq, Kind.MESSAGE, "u1", clientId, 0, text, false);
    }

    private static LogEntry edited(LogEntry message) {
        return new LogEntry(
                message.conversation(),
                message.seq(),
                Kind.MESSAGE,
                message.author(),
                message.clientId(),
                0,
                message.text(),
                true);
    }

    private static LogEntry edit(long seq, long target, String text) {
        return new LogEntry("c1", seq, Kind.EDITED, "u1", "", target, text, false);
    }

    private Verdict verdict() {
        return Checker.check(new History(seen));
    }

    private List<Violation.Kind> kinds() {
        return verdict().violations().stream().map(Violation::kind).toList();
    }
}
