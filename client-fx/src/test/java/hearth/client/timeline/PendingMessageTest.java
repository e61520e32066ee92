package hearth.client.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.timeline.TimelineEntry.Message;
import hearth.protocol.Answer;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.UserRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PendingMessageTest {
    private static final UserRef ADA = new UserRef("u-ada", "Ada");
    private static final UserRef BO = new UserRef("u-bo", "Bo");
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

    private final List<TimelineChange> steps = new ArrayList<>();
    private final Timeline timeline = new Timeline(ADA.id(), steps::add);

    /** Whoever followed the steps has what the timeline has. */
    @AfterEach
    void theStepsLeadToTheEntries() {
        ShownTimeline followed = new ShownTimeline();
        steps.forEach(followed::apply);
        assertThat(followed.entries()).isEqualTo(timeline.entries());
    }

    @Test
    void aPendingMessageStandsAtTheEndUntilItHasItsNumber() {
        load(3, false, item(3));
        timeline.showPending(pending("a", "mine", new Delivery.Sending()));
        timeline.showPending(pending("b", "mine too", new Delivery.Sending()));
        timeline.apply(message(4, "four"));
        assertThat(texts()).containsExactly("text 3", "four", "mine", "mine too");
        timeline.apply(own(5, "a", "mine"));
        assertThat(texts()).containsExactly("text 3", "four", "mine", "mine too");
        Message mine = (Message) timeline.entries().get(2);
        assertThat(mine.key()).isEqualTo("c:a");
        assertThat(mine.seq()).isEqualTo(OptionalLong.of(5));
        assertThat(mine.delivery()).isEqualTo(new Delivery.Sent());
        assertThat(mine.own()).isTrue();
        assertThat(steps.getLast()).as("one step, in its place").isInstanceOf(TimelineChange.Replaced.class);
    }

    @Test
    void aPendingMessageThatIsOvertakenMoves() {
        load(3, false, item(3));
        timeline.showPending(pending("a", "first", new Delivery.Failed(ErrorCode.MUTED)));
        timeline.showPending(pending("b", "second", new Delivery.Sending()));
        timeline.apply(own(4, "b", "second"));
        assertThat(texts()).containsExactly("text 3", "second", "first");
        assertThat(steps.get(steps.size() - 2)).isEqualTo(new TimelineChange.Removed(2));
    }

    @Test
    void aPendingMessageChangesItsStateInPlace() {
        timeline.showPending(pending("a", "mine", new Delivery.Sending()));
        timeline.showPending(pending("a", "mine", new Delivery.Failed(ErrorCode.FORBIDDEN)));
        timeline.showPending(pending("a", "mine", new Delivery.Failed(ErrorCode.FORBIDDEN)));
        assertThat(steps).hasSize(2);
        assertThat(((Message) timeline.entries().getFirst()).delivery())
                .isEqualTo(new Delivery.Failed(ErrorCode.FORBIDDEN));
    }

    @Test
    void anAcknowledgedMessageHasItsPlaceBeforeItsEventCame() {
        load(3, false, item(3));
        timeline.showPending(pending("a", "mine", new Delivery.Sending()));
        timeline.acknowledge("a", 5, AT);
        timeline.apply(message(4, "four"));
        timeline.apply(own(5, "a", "mine"));
        timeline.acknowledge("a", 5, AT);
        assertThat(texts()).containsExactly("text 3", "four", "mine");
        assertThat(timeline.entries().getLast().at()).isEqualTo(AT.plusMillis(5));
    }

    @Test
    void anAcknowledgementOfWhatIsThereTakesTheDoubleOut() {
        load(3, false, item(3));
        timeline.apply(message(5, "five"));
        timeline.showPending(pending("a", "mine", new Delivery.Sending()));
        timeline.acknowledge("a", 5, AT);
        assertThat(texts()).containsExactly("text 3", "five");
    }

    @Test
    void anAcknowledgementOfWhatIsOlderThanThePageTakesItOut() {
        load(9, true, item(9));
        timeline.showPending(pending("a", "mine", new Delivery.Sending()));
        timeline.acknowledge("a", 5, AT);
        assertThat(texts()).containsExactly("text 9");
    }

    @Test
    void anAcknowledgedMessageSurvivesAPageThatIsOlder() {
        load(3, false, item(3));
        timeline.showPending(pending("a", "mine", new Delivery.Sending()));
        timeline.acknowledge("a", 5, AT);
        load(4, false, item(3), item(4));
        assertThat(texts()).containsExactly("text 3", "text 4", "mine");
        load(5, false, item(4), new HistoryItem(own(5, "a", "mine"), false, List.of(), OptionalLong.empty()));
        assertThat(texts()).containsExactly("text 4", "mine");
    }

    @Test
    void aPageThatHasAPendingMessageTakesItOut() {
        load(3, false, item(3));
        timeline.showPending(pending("a", "mine", new Delivery.Sending()));
        timeline.showPending(pending("b", "other", new Delivery.Sending()));
        load(4, false, new HistoryItem(own(4, "a", "mine"), false, List.of(), OptionalLong.empty()));
        assertThat(texts()).containsExactly("mine", "other");
    }

    @Test
    void aMessageThatWasGivenUpIsGone() {
        timeline.showPending(pending("a", "mine", new Delivery.Sending()));
        timeline.discard("nobody's");
        timeline.discard("a");
        assertThat(timeline.entries()).isEmpty();
    }

    @Test
    void aChangeOfWhatIsOnlyAcknowledgedWaitsForItsPage() {
        load(3, false, item(3));
        timeline.showPending(pending("a", "mine", new Delivery.Sending()));
        timeline.acknowledge("a", 5, AT);
        timeline.apply(new Event.Edited(stamp(6, ADA), 5, "too early", List.of(), false));
        assertThat(texts()).containsExactly("text 3", "mine");
    }

    @Test
    void anAcknowledgedMessageThatAPageCoversIsWhatThePageSays() {
        load(3, false, item(3));
        timeline.showPending(pending("a", "mine", new Delivery.Sending()));
        timeline.acknowledge("a", 5, AT);
        timeline.apply(message(6, "six"));
        load(6, true, item(6));
        assertThat(texts()).containsExactly("text 6");
    }

    private void load(long asOf, boolean more, HistoryItem... items) {
        timeline.showLatest(new Answer.HistoryPage(List.of(items), asOf, more, false));
    }

    private List<String> texts() {
        return timeline.entries().stream()
                .map(Message.class::cast)
                .map(Message::text)
                .toList();
    }

    private static PendingMessage pending(String clientId, String text, Delivery delivery) {
        return new PendingMessage(clientId, ADA, AT, text, OptionalLong.empty(), delivery);
    }

    private static Event.Stamp stamp(long seq, UserRef author) {
        return new Event.Stamp("c1", seq, AT.plusMillis(seq), author);
    }

    private static Event.Message message(long seq, String text) {
        return new Event.Message(stamp(seq, BO), "b" + seq, text, OptionalLong.empty(), List.of(), false);
    }

    private static Event.Message own(long seq, String clientId, String text) {
        return new Event.Message(stamp(seq, ADA), clientId, text, OptionalLong.empty(), List.of(), false);
    }

    private static HistoryItem item(long seq) {
        return new HistoryItem(message(seq, "text " + seq), false, List.of(), OptionalLong.empty());
    }
}
