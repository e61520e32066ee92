package hearth.client.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.i18n.Messages;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.RichText;
import hearth.client.ui.common.Times;
import hearth.client.ui.common.Workshop;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimelineRowsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Messages messages = Messages.in(Locale.UK);
    private final TimelineRows rows = new TimelineRows(new Times(messages, ZoneOffset.UTC), new NoticeWords(messages));

    private List<String> words(TimelineRows.Context context, TimelineEntry... entries) {
        return rows.of(List.of(entries), context).stream()
                .map(TimelineRowsTest::words)
                .toList();
    }

    private static String words(TimelineRow row) {
        return switch (row) {
            case TimelineRow.Day day -> "day " + day.words() + (day.startsNew() ? ", new" : "");
            case TimelineRow.NewLine _ -> "new";
            case TimelineRow.Message message ->
                (message.opensGroup() ? "head " : "") + message.entry().text() + " " + message.sign();
            case TimelineRow.Notice notice -> RichText.plain(notice.words());
            case TimelineRow.Waiting waiting -> waiting.count() + " wait";
            case TimelineRow.Undone undone -> undone.words();
        };
    }

    private static TimelineRows.Context plain() {
        return new TimelineRows.Context(TODAY, true, OptionalLong.empty(), OptionalLong.empty(), Set.of(), List.of());
    }

    @Test
    void messagesOfOneAuthorWithinFiveMinutesAreOneGroup() {
        assertThat(words(
                        plain(),
                        Workshop.message(1, "09:00", Workshop.JONAS, "a"),
                        Workshop.message(2, "09:04", Workshop.JONAS, "b"),
                        Workshop.message(3, "09:08", Workshop.JONAS, "c"),
                        Workshop.message(4, "09:13", Workshop.JONAS, "d"),
                        Workshop.message(5, "09:13", Workshop.MEI, "e")))
                .containsExactly("day Today", "head a NONE", "b NONE", "c NONE", "head d NONE", "head e NONE");
    }

    @Test
    void aLineBetweenBeginsAGroup() {
        assertThat(words(
                        plain(),
                        Workshop.message(1, "09:00", Workshop.JONAS, "a"),
                        Workshop.joined(2, "09:01", Workshop.MEI),
                        Workshop.message(3, "09:02", Workshop.JONAS, "b")))
                .containsExactly("day Today", "head a NONE", "美 Mei joined", "head b NONE");
    }

    @Test
    void whereSomethingMayBeMissingItIsSaidInBothLanguages() {
        TimelineEntry[] entries = {
            Workshop.message(1, "09:00", Workshop.JONAS, "a"),
            Workshop.missed(2, "09:01"),
            Workshop.message(3, "09:01", Workshop.JONAS, "b")
        };
        assertThat(words(plain(), entries))
                .containsExactly(
                        "day Today",
                        "head a NONE",
                        "Some messages from this time may be missing: the server tells only the newest.",
                        "head b NONE");
        assertThat(new NoticeWords(Messages.in(Locale.SIMPLIFIED_CHINESE)).row((TimelineEntry.Notice) entries[1]))
                .satisfies(row -> {
                    assertThat(RichText.plain(row.words())).isEqualTo("这段时间的部分消息可能缺失：服务器只提供最新的消息。");
                    assertThat(row.icon()).isEqualTo(TimelineRow.Icon.MISSED);
                });
    }

    @Test
    void twoWhoJoinAreTwoLinesAndThreeAreOne() {
        TimelineEntry[] two = {Workshop.joined(1, "08:00", Workshop.MEI), Workshop.joined(2, "08:01", Workshop.LIN)};
        assertThat(words(plain(), two)).containsExactly("day Today", "美 Mei joined", "林晓 joined");
        TimelineEntry[] three = {two[0], two[1], Workshop.joined(3, "08:02", Workshop.NOOR)};
        assertThat(words(plain(), three)).containsExactly("day Today", "美 Mei, 林晓 and 1 other joined");
        TimelineRows.Context open = new TimelineRows.Context(
                TODAY, true, OptionalLong.empty(), OptionalLong.empty(), Set.of("j1"), List.of());
        assertThat(words(open, three)).containsExactly("day Today", "美 Mei joined", "林晓 joined", "Noor joined");
    }

    @Test
    void theLineOverWhatIsNewStandsBeforeTheFirstMessageOfSomebodyElse() {
        TimelineRows.Context context =
                new TimelineRows.Context(TODAY, true, OptionalLong.of(1), OptionalLong.empty(), Set.of(), List.of());
        assertThat(words(
                        context,
                        Workshop.message(1, "09:00", Workshop.JONAS, "read"),
                        Workshop.message(2, "09:01", Workshop.ADA, "own"),
                        Workshop.message(3, "09:02", Workshop.JONAS, "new"),
                        Workshop.message(4, "09:03", Workshop.JONAS, "newer")))
                .containsExactly("day Today", "head read NONE", "head own SENT", "new", "head new NONE", "newer NONE");
    }

    @Test
    void whereADayBeginsWithWhatIsNewThereIsOneLine() {
        TimelineRows.Context context = new TimelineRows.Context(
                TODAY.plusDays(1), true, OptionalLong.of(0), OptionalLong.empty(), Set.of(), List.of());
        assertThat(words(context, Workshop.message(1, "09:00", Workshop.JONAS, "a")))
                .containsExactly("day Yesterday, new", "head a NONE");
    }

    @Test
    void onlyTheNewestStoredAndTheNewestReadMessageAreMarked() {
        TimelineRows.Context context =
                new TimelineRows.Context(TODAY, true, OptionalLong.empty(), OptionalLong.of(2), Set.of(), List.of());
        assertThat(words(
                        context,
                        Workshop.message(1, "09:00", Workshop.ADA, "a"),
                        Workshop.message(2, "09:01", Workshop.ADA, "b"),
                        Workshop.message(3, "09:02", Workshop.ADA, "c"),
                        Workshop.message(4, "09:03", Workshop.ADA, "d"),
                        Workshop.own("k", "09:04", "e", new Delivery.Sending()),
                        Workshop.own("l", "09:04", "f", Workshop.failed()),
                        Workshop.own("m", "09:04", "g", new Delivery.Unconfirmed())))
                .containsExactly(
                        "day Today",
                        "head a NONE",
                        "b READ",
                        "c NONE",
                        "d SENT",
                        "e SENDING",
                        "f FAILED",
                        "g UNCONFIRMED");
    }

    @Test
    void withoutAConnectionWhatIsUnsentIsQueuedAndCounted() {
        TimelineRows.Context context =
                new TimelineRows.Context(TODAY, false, OptionalLong.empty(), OptionalLong.empty(), Set.of(), List.of());
        assertThat(words(
                        context,
                        Workshop.own("k", "09:04", "a", new Delivery.Sending()),
                        Workshop.own("l", "09:04", "b", new Delivery.Sending())))
                .containsExactly("day Today", "head a QUEUED", "b QUEUED", "2 wait");
    }

    @Test
    void whatWasDoneToAMessageMarksItWhoeverWroteIt() {
        TimelineEntry theirs = doneTo(
                Workshop.message(1, "09:04", Workshop.JONAS, "a"), new Delivery.Sending(), new Delivery.Sending());
        TimelineEntry own = doneTo(Workshop.message(2, "09:04", Workshop.ADA, "b"), Workshop.failed());
        assertThat(words(plain(), theirs, own)).containsExactly("day Today", "head a SENDING", "head b FAILED");
        TimelineRows.Context offline =
                new TimelineRows.Context(TODAY, false, OptionalLong.empty(), OptionalLong.empty(), Set.of(), List.of());
        assertThat(words(offline, theirs, own))
                .containsExactly("day Today", "head a QUEUED", "head b FAILED", "2 wait");
    }

    private static TimelineEntry doneTo(TimelineEntry.Message plain, Delivery... deliveries) {
        List<TimelineEntry.Doing> doings = Stream.of(deliveries)
                .map(delivery -> new TimelineEntry.Doing("k", delivery))
                .toList();
        return new TimelineEntry.Message(
                plain.key(),
                plain.seq(),
                plain.at(),
                plain.author(),
                plain.clientId(),
                plain.text(),
                plain.own(),
                false,
                deliveries[0],
                plain.quote(),
                new TimelineEntry.Marks(false, false, List.of(), doings));
    }
}
