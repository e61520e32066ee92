package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLedgerTest {
    private static final Reply DONE = new Reply.Ok(new Answer.Done());

    private final List<ClientFrame> sent = new ArrayList<>();
    private final List<String> replies = new ArrayList<>();
    private final VirtualLoop loop = new VirtualLoop();
    private final RequestLedger ledger = new RequestLedger(loop, () -> replies.add("overdue"));

    @Test
    void idsBeginAnewWithEachConnectionAndAreNeverRepeatedInIt() {
        ledger.open(sent::add);
        ask("a");
        ask("b");
        ledger.end(new Ending.Lost(""));
        ledger.open(sent::add);
        ask("c");
        assertThat(sent).extracting(frame -> ((ClientFrame.Request) frame).id()).containsExactly(2L, 3L, 2L);
    }

    @Test
    void anAnswerComesBackToWhoAskedOnce() {
        ledger.open(sent::add);
        ask("a");
        ask("b");
        ledger.answered(3, DONE);
        ledger.answered(3, DONE);
        ledger.answered(99, DONE);
        ledger.answered(2, new Reply.Refused(ErrorCode.FORBIDDEN, OptionalLong.empty()));
        assertThat(replies).containsExactly("b Ok", "a FORBIDDEN");
    }

    @Test
    void nothingCanBeAskedWithoutALogin() {
        assertThat(ledger.isOpen()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> ask("a"));
        ledger.open(sent::add);
        assertThat(ledger.isOpen()).isTrue();
        ledger.end(new Ending.Lost(""));
        assertThatIllegalStateException().isThrownBy(() -> ask("a"));
    }

    @Test
    void whatIsUnansweredAtTheEndHearsSo() {
        ledger.open(sent::add);
        ask("a");
        ask("b");
        assertThat(ledger.end(new Ending.Lost(""))).isFalse();
        assertThat(replies).containsExactly("a Ended", "b Ended");
        assertThat(ledger.end(new Ending.Closed(4000, "")))
                .as("nothing is left to blame")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1003, BAD_FRAME", "1007, BAD_FRAME", "1009, TOO_LARGE", "4000, BAD_FRAME"})
    void theOnlyRequestIsToBlameForABrokenConnection(int code, ErrorCode blame) {
        ledger.open(sent::add);
        ask("a");
        assertThat(ledger.end(new Ending.Closed(code, ""))).isTrue();
        assertThat(replies).containsExactly("a " + blame);
    }

    @ParameterizedTest
    @CsvSource({"1001", "4001", "4009"})
    void otherEndingsBlameNobody(int code) {
        ledger.open(sent::add);
        ask("a");
        assertThat(ledger.end(new Ending.Closed(code, ""))).isFalse();
        assertThat(replies).containsExactly("a Ended");
    }

    @Test
    void ofSeveralSuspectsEachIsSentAlone() {
        ledger.open(sent::add);
        ask("a");
        ask("b");
        assertThat(ledger.end(new Ending.Closed(1009, ""))).isTrue();
        assertThat(replies).containsExactly("a Ended", "b Ended");

        sent.clear();
        ledger.open(sent::add);
        ask("a");
        ask("b");
        ask("c");
        assertThat(sent).hasSize(1);
        ledger.answered(2, DONE);
        assertThat(sent).hasSize(2);
        replies.clear();
        assertThat(ledger.end(new Ending.Closed(1009, ""))).isTrue();
        assertThat(replies).as("b was alone; c was not even sent").containsExactly("b TOO_LARGE", "c Ended");

        sent.clear();
        ledger.open(sent::add);
        ask("c");
        ask("d");
        assertThat(sent).as("all suspects are cleared").hasSize(2);
    }

    @Test
    void suspectsThatAreAnsweredAreCleared() {
        ledger.open(sent::add);
        ask("a");
        ask("b");
        ledger.end(new Ending.Closed(4000, ""));
        sent.clear();
        ledger.open(sent::add);
        ask("a");
        ask("b");
        ask("c");
        ask("d");
        ledger.answered(2, DONE);
        assertThat(sent).hasSize(2);
        ledger.answered(3, DONE);
        assertThat(sent).as("the rest goes together").hasSize(4);
    }

    @Test
    void theOldestRequestIsWaitedForAMinute() {
        ledger.open(sent::add);
        ask("a");
        loop.advance(RequestLedger.PATIENCE.minusMillis(1));
        assertThat(replies).isEmpty();
        loop.advance(Duration.ofMillis(1));
        assertThat(replies).containsExactly("overdue");
    }

    @Test
    void aRequestWaitsForThoseBeforeItButNotForThoseBehindIt() {
        ledger.open(sent::add);
        ask("a");
        loop.advance(Duration.ofSeconds(30));
        ask("b");
        ask("c");
        loop.advance(Duration.ofSeconds(29));
        ledger.answered(2, DONE);
        loop.advance(Duration.ofSeconds(59));
        ledger.answered(4, DONE);
        assertThat(replies).containsExactly("a Ok", "c Ok");
        loop.advance(Duration.ofSeconds(1));
        assertThat(replies).containsExactly("a Ok", "c Ok", "overdue");
    }

    @Test
    void nobodyIsWaitedForOnceAllIsAnsweredOrOver() {
        ledger.open(sent::add);
        ask("a");
        ledger.answered(2, DONE);
        loop.advance(RequestLedger.PATIENCE);
        ask("b");
        ledger.end(new Ending.Lost(""));
        loop.advance(RequestLedger.PATIENCE);
        assertThat(replies).containsExactly("a Ok", "b Ended");
    }

    private void ask(String name) {
        ledger.ask(
                id -> new ClientFrame.DeleteRoom(id, name),
                reply -> replies.add(name + " "
                        + switch (reply) {
                            case Reply.Ok _ -> "Ok";
                            case Reply.Ended _ -> "Ended";
                            case Reply.Refused refused -> refused.code().name();
                        }));
    }
}
