package hearth.client.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.i18n.Messages;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.Times;
import hearth.client.ui.common.Workshop;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowingRowsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Messages messages = Messages.in(Locale.UK);
    private final TimelineRows builder =
            new TimelineRows(new Times(messages, ZoneOffset.UTC), new NoticeWords(messages));
    private final GrowingRows growing = new GrowingRows(builder);
    private final TimelineMirror mirror = new TimelineMirror();
    private long seq;

    private List<TimelineRow> rows(TimelineRows.Context context) {
        return List.copyOf(growing.of(mirror.entries(), context, mirror.takeFirstChanged()));
    }

    private static TimelineRows.Context context(boolean online, OptionalLong newAfter, OptionalLong otherRead) {
        return new TimelineRows.Context(TODAY, online, newAfter, otherRead, Set.of(), List.of());
    }

    private static TimelineRows.Context plain() {
        return context(true, OptionalLong.empty(), OptionalLong.empty());
    }

    private void append(TimelineEntry entry) {
        mirror.apply(new TimelineChange.Inserted(mirror.entries().size(), List.of(entry)));
    }

    private TimelineEntry next() {
        seq++;
        return Workshop.message(seq, "09:%02d".formatted(seq % 60), Workshop.JONAS, "text");
    }

    @Test
    void whatComesAtTheEndLeavesAllRowsBeforeAsTheyAre() {
        IntStream.range(0, 100).forEach(_ -> append(next()));
        List<TimelineRow> before = rows(plain());
        append(next());
        List<TimelineRow> after = rows(plain());
        assertThat(after).hasSize(before.size() + 1);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isSameAs(before.get(i));
        }
    }

    @Test
    void aMarkThatMovesOnLeavesItsOldPlace() {
        append(Workshop.message(1, "09:00", Workshop.ADA, "mine"));
        append(Workshop.message(2, "09:01", Workshop.JONAS, "yours"));
        rows(plain());
        append(Workshop.message(3, "09:02", Workshop.ADA, "mine again"));
        assertThat(rows(plain())).isEqualTo(builder.of(mirror.entries(), plain()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyStepsLeadToTheSameRowsAsTheWhole(long seed) {
        Random random = new Random(seed);
        TimelineRows.Context context = plain();
        for (int round = 0; round < 200; round++) {
            for (int step = random.nextInt(4); step > 0; step--) {
                mirror.apply(change(random));
            }
            if (random.nextInt(8) == 0) {
                context = context(random.nextBoolean(), place(random), place(random));
            }
            assertThat(rows(context)).as("round %d", round).isEqualTo(builder.of(mirror.entries(), context));
        }
    }

    private OptionalLong place(Random random) {
        return random.nextInt(3) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextLong(seq + 1));
    }

    private TimelineChange change(Random random) {
        int size = mirror.entries().size();
        return switch (size == 0 ? 9 : random.nextInt(12)) {
            case 0 -> new TimelineChange.Removed(random.nextInt(size));
            case 1 -> new TimelineChange.Replaced(random.nextInt(size), entry(random));
            case 2 -> new TimelineChange.Inserted(random.nextInt(size), List.of(entry(random), entry(random)));
            case 3 -> new TimelineChange.Dropped(random.nextInt(Math.min(4, size)));
            case 4 ->
                random.nextInt(8) == 0
                        ? new TimelineChange.Reset(new ArrayList<>(List.of(entry(random))), true)
                        : new TimelineChange.OlderKnown(random.nextBoolean());
            default -> new TimelineChange.Inserted(size, List.of(entry(random)));
        };
    }

    /** Times go on most of the time, so that there are groups, and days. */
    private TimelineEntry entry(Random random) {
        seq++;
        String time = "%02d:%02d".formatted(seq / 60 % 24, seq % 60);
        return switch (random.nextInt(8)) {
            case 0, 1 -> Workshop.joined(seq, time, Workshop.MEI);
            case 2 -> Workshop.message(seq, time, Workshop.ADA, "mine");
            case 3 -> Workshop.own("k" + seq, time, "mine", new Delivery.Sending());
            case 4 -> Workshop.own("k" + seq, time, "mine", Workshop.failed());
            case 5 -> Workshop.message(seq, time, Workshop.MEI, "hers");
            default -> Workshop.message(seq, time, Workshop.JONAS, "his");
        };
    }
}
