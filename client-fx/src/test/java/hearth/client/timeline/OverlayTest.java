package hearth.client.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.store.Work;
import hearth.client.timeline.TimelineEntry.Doing;
import hearth.client.timeline.TimelineEntry.Message;
import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final UserRef ADA = new UserRef("u-ada", "Ada");
    private static final UserRef BO = new UserRef("u-bo", "Bo");
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Delivery SENDING = new Delivery.Sending();

    private final ShownTimeline shown = new ShownTimeline();
    private final Timeline timeline = new Timeline(ADA.id(), shown::apply);

    @Test
    void anEditLiesOverTheTextUntilTheLogHasIt() {
        load(message(1, ADA, "first"), message(2, BO, "second"));
        timeline.showChange(new PendingChange("e", new Work.Edit(1, "better"), SENDING));
        assertThat(at(0).text()).isEqualTo("better");
        assertThat(at(0).marks().edited()).isTrue();
        assertThat(at(0).delivery()).isEqualTo(SENDING);
        assertThat(at(0).awaited()).containsExactly(new Doing("e", SENDING));
        timeline.confirm("e", 3);
        assertThat(at(0).text()).isEqualTo("better");
        assertThat(at(0).delivery()).isEqualTo(new Delivery.Sent());
        timeline.apply(new Event.Edited(stamp(3, ADA), 1, "better", List.of(), false));
        timeline.apply(new Event.Edited(stamp(4, ADA), 1, "best", List.of(), false));
        assertThat(at(0).text()).isEqualTo("best");
        timeline.confirm("e", 3);
        timeline.confirm("unheard of", 9);
    }

    @Test
    void othersEditsPassBelowIt() {
        load(message(1, BO, "first"));
        timeline.showChange(new PendingChange("e", new Work.Edit(1, "mine"), SENDING));
        timeline.apply(new Event.Edited(stamp(2, BO), 1, "theirs", List.of(), false));
        assertThat(at(0).text()).isEqualTo("mine");
        timeline.discard("e");
        assertThat(at(0).text()).isEqualTo("theirs");
    }

    @Test
    void aDeletionLiesOverAllElse() {
        load(message(1, ADA, "first"));
        timeline.showChange(new PendingChange("d", new Work.Delete(1), SENDING));
        timeline.showChange(new PendingChange("e", new Work.Edit(1, "better"), SENDING));
        timeline.showChange(new PendingChange("r", new Work.React(1, "+1", true), SENDING));
        assertThat(at(0).marks().deleted()).isTrue();
        assertThat(at(0).text()).isEmpty();
        assertThat(at(0).marks().reactions()).isEmpty();
        assertThat(at(0).awaited()).extracting(Doing::clientId).containsExactly("d", "e", "r");
    }

    @Test
    void aReactionThatIsThereAlreadyIsNotCountedTwice() {
        HistoryItem.Reaction both = new HistoryItem.Reaction("+1", 2, true, List.of(ADA.id(), BO.id()));
        timeline.showLatest(new HistoryPage(
                List.of(new HistoryItem(message(1, BO, "x"), false, List.of(both), OptionalLong.of(3))),
                3,
                false,
                false));
        timeline.showChange(new PendingChange("on", new Work.React(1, "+1", true), SENDING));
        assertThat(at(0).marks().reactions()).containsExactly(both);
        timeline.showChange(new PendingChange("off", new Work.React(1, "+1", false), SENDING));
        timeline.showChange(new PendingChange("none", new Work.React(1, "fire", false), SENDING));
        assertThat(at(0).marks().reactions())
                .containsExactly(new HistoryItem.Reaction("+1", 1, false, List.of(BO.id())));
        timeline.showChange(new PendingChange("again", new Work.React(1, "+1", true), SENDING));
        assertThat(at(0).marks().reactions().getFirst().count()).isEqualTo(2);
    }

    @Test
    void theFirstFailureIsWhatTheMessageSays() {
        load(message(1, ADA, "first"));
        Delivery forbidden = new Delivery.Failed(ErrorCode.FORBIDDEN);
        timeline.showChange(new PendingChange("a", new Work.React(1, "+1", true), SENDING));
        timeline.showChange(new PendingChange("b", new Work.Edit(1, "better"), forbidden));
        timeline.showChange(new PendingChange("c", new Work.Delete(1), new Delivery.Failed(ErrorCode.MUTED)));
        assertThat(at(0).delivery()).isEqualTo(forbidden);
        timeline.discard("c");
        timeline.showChange(new PendingChange("b", new Work.Edit(1, "better"), SENDING));
        assertThat(at(0).delivery()).isEqualTo(SENDING);
        assertThat(at(0).text()).isEqualTo("better");
    }

    @Test
    void quotesFollow() {
        Event.Message reply = new Event.Message(stamp(2, BO), "b2", "yes", OptionalLong.of(1), List.of(), false);
        load(message(1, ADA, "first"), reply);
        timeline.showChange(new PendingChange("e", new Work.Edit(1, "better"), SENDING));
        assertThat(at(1).quote().orElseThrow().text()).contains("better");
        timeline.showChange(new PendingChange("r", new Work.React(1, "+1", true), SENDING));
        timeline.showChange(new PendingChange("d", new Work.Delete(1), SENDING));
        assertThat(at(1).quote().orElseThrow().text()).contains("");
        assertThat(at(1).awaited()).isEmpty();
        timeline.discard("d");
        timeline.discard("e");
        assertThat(at(1).quote().orElseThrow().text()).contains("first");
    }

    @Test
    void aMessageThatComesLaterIsCoveredToo() {
        timeline.showChange(new PendingChange("e", new Work.Edit(1, "better"), SENDING));
        load(message(2, ADA, "second"));
        timeline.expectPage();
        timeline.prependOlder(2, new HistoryPage(List.of(item(message(1, ADA, "first"))), 2, false, false));
        assertThat(at(0).text()).isEqualTo("better");
        load(message(1, ADA, "first"), message(2, ADA, "second"));
        assertThat(at(0).text()).isEqualTo("better");
        timeline.confirm("e", 3);
        timeline.expectPage();
        HistoryItem edited = new HistoryItem(message(1, ADA, "best"), true, List.of(), OptionalLong.of(4));
        timeline.showLatest(new HistoryPage(List.of(edited), 4, false, false));
        assertThat(at(0).text()).as("the page has it, and what came after it").isEqualTo("best");
    }

    private void load(Event.Message... messages) {
        List<HistoryItem> items =
                List.of(messages).stream().map(OverlayTest::item).toList();
        timeline.expectPage();
        timeline.showLatest(new HistoryPage(items, 2, messages[0].seq() > 1, false));
    }

    private Message at(int index) {
        assertThat(shown.entries()).isEqualTo(timeline.entries());
        return (Message) shown.entries().get(index);
    }

    private static HistoryItem item(Event.Message message) {
        return new HistoryItem(message, false, List.of(), OptionalLong.empty());
    }

    private static Event.Message message(long seq, UserRef author, String text) {
        return new Event.Message(stamp(seq, author), author.id() + seq, text, OptionalLong.empty(), List.of(), false);
    }

    private static Event.Stamp stamp(long seq, UserRef author) {
        return new Event.Stamp("c1", seq, AT, author);
    }
}
