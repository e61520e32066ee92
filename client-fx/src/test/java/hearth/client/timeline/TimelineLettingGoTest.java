package hearth.client.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.UserRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A timeline that is told to forget its oldest entries, and to load them again. */
class TimelineLettingGoTest {
    private static final UserRef ADA = new UserRef("u-ada", "Ada");
    private static final UserRef BO = new UserRef("u-bo", "Bo");
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

    private final ShownTimeline shown = new ShownTimeline();
    private final List<TimelineChange> steps = new ArrayList<>();
    private final Timeline timeline = new Timeline(ADA.id(), this::take);

    private void take(TimelineChange step) {
        steps.add(step);
        shown.apply(step);
    }

    @BeforeEach
    void loadTen() {
        timeline.expectPage();
        timeline.showLatest(page(10, 1, 10));
        steps.clear();
    }

    @AfterEach
    void theStepsLeadToTheEntries() {
        assertThat(shown.entries()).isEqualTo(timeline.entries());
        assertThat(shown.hasOlder()).isEqualTo(timeline.hasOlder());
    }

    @Test
    void theNewestStayAndTheOlderCanBeLoadedAgain() {
        timeline.keepNewest(4);
        assertThat(seqs()).containsExactly(7L, 8L, 9L, 10L);
        assertThat(timeline.hasOlder()).isTrue();
        assertThat(steps).containsExactly(new TimelineChange.Dropped(6), new TimelineChange.OlderKnown(true));
        loadBefore(7, page(10, 3, 6));
        loadBefore(3, page(10, 1, 2));
        assertThat(seqs()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(timeline.hasOlder()).isFalse();
    }

    @Test
    void nothingIsLetGoOfWhereThereIsNoMore() {
        timeline.keepNewest(10);
        assertThat(steps).isEmpty();
    }

    @Test
    void messagesThatHaveNoNumberStay() {
        timeline.showPending(new PendingMessage("k", ADA, AT, "waits", OptionalLong.empty(), new Delivery.Sending()));
        timeline.keepNewest(1);
        assertThat(timeline.entries()).hasSize(2);
        timeline.acknowledge("k", 11, AT);
        assertThat(seqs()).containsExactly(10L, 11L);
    }

    @Test
    void whatALostEntryBecameIsTakenFromItsPage() {
        timeline.keepNewest(4);
        timeline.apply(new Event.Edited(stamp(11), 3, "edited", List.of(), false));
        HistoryItem edited = new HistoryItem(message(3, "edited"), true, List.of(), OptionalLong.of(11));
        timeline.expectPage();
        timeline.apply(new Event.Deleted(stamp(12), 3));
        timeline.prependOlder(7, new Answer.HistoryPage(List.of(edited), 11, true, true));
        TimelineEntry.Message oldest =
                (TimelineEntry.Message) timeline.entries().getFirst();
        assertThat(oldest.marks().edited()).isTrue();
        assertThat(oldest.marks().deleted()).isTrue();
    }

    @Test
    void whatComesLateForAPlaceThatWasLetGoOfWaitsForItsPage() {
        timeline.keepNewest(4);
        timeline.apply(message(2, "again"));
        timeline.apply(new Event.Joined(stamp(1), BO, Optional.empty()));
        assertThat(seqs()).containsExactly(7L, 8L, 9L, 10L);
    }

    @Test
    void nothingIsLetGoOfWhileAPageIsOnItsWay() {
        timeline.keepNewest(8);
        timeline.expectPage();
        timeline.keepNewest(1);
        timeline.prependOlder(3, page(10, 1, 2));
        assertThat(seqs()).hasSize(10);
        timeline.keepNewest(1);
        assertThat(seqs()).containsExactly(10L);
    }

    private void loadBefore(long before, Answer.HistoryPage page) {
        timeline.expectPage();
        timeline.prependOlder(before, page);
    }

    private List<Long> seqs() {
        return timeline.entries().stream().map(entry -> entry.seq().orElse(0)).toList();
    }

    private static Answer.HistoryPage page(long asOf, long first, long last) {
        List<HistoryItem> items = LongStream.rangeClosed(first, last)
                .mapToObj(seq -> new HistoryItem(message(seq, "text"), false, List.of(), OptionalLong.empty()))
                .toList();
        return new Answer.HistoryPage(items, asOf, first > 1, last < asOf);
    }

    private static Event.Message message(long seq, String text) {
        return new Event.Message(stamp(seq), "b" + seq, text, OptionalLong.empty(), List.of(), false);
    }

    private static Event.Stamp stamp(long seq) {
        return new Event.Stamp("c1", seq, AT.plusSeconds(seq), BO);
    }
}
