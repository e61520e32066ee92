package hearth.client.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Missed;
import hearth.client.timeline.TimelineEntry.Message;
import hearth.client.timeline.TimelineEntry.Quote;
import hearth.protocol.Answer;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.HistoryItem.Reaction;
import hearth.protocol.LeaveReason;
import hearth.protocol.UserRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelineTest {
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
    void isEmptyAndNotLoadedAtFirst() {
        assertThat(timeline.isLoaded()).isFalse();
        assertThat(timeline.oldest()).isEmpty();
        assertThat(timeline.hasOlder()).isFalse();
        timeline.apply(message(4, "not shown before the page"));
        assertThat(timeline.entries()).isEmpty();
    }

    @Test
    void showsTheNewestPageAndWhatArrivesAfterIt() {
        load(3, true, item(2), item(3));
        timeline.apply(message(4, "four"));
        assertThat(texts()).containsExactly("text 2", "text 3", "four");
        assertThat(timeline.isLoaded()).isTrue();
        assertThat(timeline.hasOlder()).isTrue();
        assertThat(timeline.oldest()).isEqualTo(OptionalLong.of(2));
        assertThat(steps.getLast())
                .isEqualTo(new TimelineChange.Inserted(
                        2, List.of(timeline.entries().getLast())));
    }

    @Test
    void whatArrivedBeforeThePageIsAppliedToIt() {
        timeline.expectPage();
        assertThat(timeline.isPageExpected()).isTrue();
        timeline.apply(message(3, "three"));
        timeline.apply(new Event.Edited(stamp(4, BO), 3, "edited at 4", List.of(), false));
        timeline.apply(new Event.Edited(stamp(5, BO), 3, "edited at 5", List.of(), false));
        timeline.apply(message(6, "six"));
        HistoryItem three = new HistoryItem(message(3, "edited at 4"), true, List.of(), OptionalLong.of(4));
        timeline.showLatest(new Answer.HistoryPage(List.of(three), 4, false, false));
        assertThat(texts()).containsExactly("edited at 5", "six");
        assertThat(timeline.isPageExpected()).isFalse();
    }

    @Test
    void anAbandonedPageForgetsWhatWasKept() {
        timeline.expectPage();
        timeline.apply(message(9, "nine"));
        timeline.abandonPage();
        load(3, false, item(3));
        assertThat(texts()).containsExactly("text 3");
    }

    @Test
    void theSameEventTwiceIsShownOnce() {
        load(3, false, item(3));
        timeline.apply(message(4, "four"));
        timeline.apply(message(4, "four"));
        timeline.apply(message(3, "three"));
        timeline.apply(message(1, "before the beginning"));
        assertThat(texts()).containsExactly("text 3", "four");
    }

    @Test
    void eventsOutOfOrderTakeTheirPlaces() {
        load(3, false);
        timeline.apply(message(6, "six"));
        timeline.apply(message(4, "four"));
        timeline.apply(message(5, "five"));
        assertThat(texts()).containsExactly("four", "five", "six");
    }

    @Test
    void editsChangeTextAndMentions() {
        load(3, false, item(3));
        timeline.apply(new Event.Edited(stamp(4, BO), 3, "@Ada", List.of(ADA.id()), false));
        Message edited = (Message) timeline.entries().getFirst();
        assertThat(edited.text()).isEqualTo("@Ada");
        assertThat(edited.mentionsMe()).isTrue();
        assertThat(edited.marks().edited()).isTrue();
        assertThat(edited.key()).isEqualTo("s:3");
        timeline.apply(new Event.Edited(stamp(2, BO), 3, "older than what is shown", List.of(), false));
        timeline.apply(new Event.Edited(stamp(5, BO), 77, "not here", List.of(), false));
        assertThat(texts()).containsExactly("@Ada");
    }

    @Test
    void anEditOfWhatIsDeletedByNowDeletesIt() {
        load(3, false, item(3));
        timeline.apply(new Event.Edited(stamp(4, BO), 3, "", List.of(), true));
        Message gone = (Message) timeline.entries().getFirst();
        assertThat(gone.marks()).isEqualTo(new TimelineEntry.Marks(true, true, List.of()));
    }

    @Test
    void deletedMessagesStayWithoutTextAndReactions() {
        load(3, false, item(3));
        timeline.apply(new Event.Reacted(stamp(4, BO), 3, "+1", true));
        timeline.apply(new Event.Deleted(stamp(5, BO), 3));
        Message gone = (Message) timeline.entries().getFirst();
        assertThat(gone.text()).isEmpty();
        assertThat(gone.marks()).isEqualTo(new TimelineEntry.Marks(false, true, List.of()));
    }

    @Test
    void aMessageThatArrivesDeletedHasNoText() {
        load(3, false);
        timeline.apply(new Event.Message(stamp(4, BO), "x", "", OptionalLong.empty(), List.of(), true));
        assertThat(((Message) timeline.entries().getFirst()).marks().deleted()).isTrue();
    }

    @Test
    void reactionsAreCountedOnceEach() {
        load(3, false, item(3));
        timeline.apply(new Event.Reacted(stamp(4, BO), 3, "+1", true));
        timeline.apply(new Event.Reacted(stamp(4, BO), 3, "+1", true));
        timeline.apply(new Event.Reacted(stamp(5, ADA), 3, "+1", true));
        timeline.apply(new Event.Reacted(stamp(6, ADA), 3, "🔥", true));
        assertThat(reactions())
                .containsExactly(
                        new Reaction("+1", 2, true, List.of(BO.id(), ADA.id())),
                        new Reaction("🔥", 1, true, List.of(ADA.id())));
        timeline.apply(new Event.Reacted(stamp(7, ADA), 3, "+1", false));
        timeline.apply(new Event.Reacted(stamp(8, ADA), 3, "🔥", false));
        timeline.apply(new Event.Reacted(stamp(9, ADA), 3, "?", false));
        assertThat(reactions()).containsExactly(new Reaction("+1", 1, false, List.of(BO.id())));
    }

    @Test
    void onlyTheFirstTwentyWhoReactedAreNamed() {
        load(3, false, item(3));
        for (int i = 1; i <= 21; i++) {
            timeline.apply(new Event.Reacted(stamp(3 + i, new UserRef("u" + i, "U")), 3, "+1", true));
        }
        assertThat(reactions().getFirst().count()).isEqualTo(21);
        assertThat(reactions().getFirst().users()).hasSize(20).doesNotContain("u21");
    }

    @Test
    void whatHappenedInTheRoomHasItsPlace() {
        load(3, false);
        timeline.apply(new Event.Joined(stamp(4, BO), BO, Optional.empty()));
        timeline.apply(new Event.Joined(stamp(4, BO), BO, Optional.empty()));
        timeline.apply(new Event.Joined(stamp(2, BO), BO, Optional.empty()));
        timeline.apply(new Event.Edited(stamp(5, BO), 4, "no message", List.of(), false));
        timeline.apply(new Event.Unknown(stamp(6, BO), "new-kind"));
        assertThat(timeline.entries()).singleElement().satisfies(entry -> {
            assertThat(entry).isInstanceOf(TimelineEntry.Notice.class);
            assertThat(entry.key()).isEqualTo("s:4");
        });
    }

    @Test
    void olderPagesStandBefore() {
        load(5, true, item(4), item(5));
        timeline.expectPage();
        timeline.apply(new Event.Edited(stamp(7, BO), 2, "edited", List.of(), false));
        HistoryItem mine = new HistoryItem(own(1, "a", "mine"), false, List.of(), OptionalLong.empty());
        timeline.showPending(pending("a", "mine", new Delivery.Sending()));
        timeline.prependOlder(4, new Answer.HistoryPage(List.of(mine, item(2), item(4)), 6, false, true));
        assertThat(texts()).containsExactly("mine", "edited", "text 4", "text 5");
        assertThat(timeline.hasOlder()).isFalse();
        assertThat(steps).contains(new TimelineChange.OlderKnown(false));
        assertThat(timeline.isPageExpected()).isFalse();
    }

    @Test
    void anOlderPageThatLeavesMoreTellsNothingNew() {
        load(5, true, item(4));
        timeline.prependOlder(4, new Answer.HistoryPage(List.of(item(2)), 6, true, true));
        assertThat(steps).noneMatch(TimelineChange.OlderKnown.class::isInstance);
    }

    @Test
    void anOlderPageThatNoLongerFitsIsIgnored() {
        load(5, true, item(4));
        load(90, true, item(90));
        timeline.prependOlder(4, new Answer.HistoryPage(List.of(item(2)), 6, false, true));
        assertThat(texts()).containsExactly("text 90");
        assertThat(timeline.hasOlder()).isTrue();
    }

    @Test
    void anEmptyOlderPageIsTheEnd() {
        load(5, true, item(4));
        timeline.prependOlder(4, new Answer.HistoryPage(List.of(), 6, false, true));
        assertThat(timeline.hasOlder()).isFalse();
    }

    @Test
    void aReplyQuotesWhatItAnswersAndFollowsIt() {
        load(3, false, item(3), reply(4, 3));
        assertThat(quoteOfLast()).isEqualTo(new Quote(3, Optional.of(BO), Optional.of("text 3")));
        timeline.apply(new Event.Edited(stamp(5, BO), 3, "edited", List.of(), false));
        assertThat(quoteOfLast().text()).contains("edited");
        timeline.apply(new Event.Deleted(stamp(6, BO), 3));
        assertThat(quoteOfLast().text()).contains("");
    }

    @Test
    void aReplyToWhatIsNotLoadedSaysSoUntilItIs() {
        load(4, true, reply(4, 2));
        assertThat(quoteOfLast()).isEqualTo(new Quote(2, Optional.empty(), Optional.empty()));
        timeline.prependOlder(4, new Answer.HistoryPage(List.of(joined(1), item(2)), 6, false, true));
        assertThat(quoteOfLast().text()).contains("text 2");
    }

    @Test
    void ourOwnReplyQuotesFromTheBeginning() {
        load(4, false, item(3), joined(4));
        timeline.showPending(new PendingMessage("a", ADA, AT, "yes", OptionalLong.of(3), new Delivery.Sending()));
        assertThat(quoteOfLast().text()).contains("text 3");
        timeline.acknowledge("a", 5, AT);
        assertThat(quoteOfLast().text()).contains("text 3");
        timeline.apply(new Event.Message(stamp(6, BO), "b6", "ok", OptionalLong.of(4), List.of(), false));
        assertThat(quoteOfLast().text()).as("a reply to no message").isEmpty();
    }

    @Test
    void itemsThatAreNotShownInATimelineAreLeftOut() {
        load(
                8,
                false,
                plain(new Event.Deleted(stamp(3, BO), 1)),
                plain(new Event.Edited(stamp(5, BO), 1, "x", List.of(), false)),
                plain(new Event.Reacted(stamp(6, BO), 1, "x", true)),
                plain(new Event.Unknown(stamp(7, BO), "x")),
                item(8),
                item(8));
        assertThat(texts()).containsExactly("text 8");
    }

    @Test
    void whatHappenedInTheRoomIsInPagesToo() {
        load(3, false, joined(1), plain(left(2)), plain(changed(3)));
        timeline.apply(left(4));
        timeline.apply(changed(5));
        timeline.apply(Missed.at(stamp(6, BO)));
        timeline.apply(Missed.at(stamp(6, BO)));
        assertThat(timeline.entries()).hasSize(6).allMatch(TimelineEntry.Notice.class::isInstance);
    }

    @Test
    void aReactionOfSomebodyWhoIsListedAlreadyIsNotListedTwice() {
        HistoryItem reacted = new HistoryItem(
                message(3, "x"), false, List.of(new Reaction("+1", 25, true, List.of(BO.id()))), OptionalLong.of(3));
        load(3, false, reacted);
        timeline.apply(new Event.Reacted(stamp(4, BO), 3, "+1", true));
        assertThat(reactions()).containsExactly(new Reaction("+1", 26, true, List.of(BO.id())));
        timeline.apply(new Event.Reacted(stamp(5, BO), 3, "+1", false));
        assertThat(reactions()).containsExactly(new Reaction("+1", 25, true, List.of()));
    }

    @Test
    void aMessageWithoutClientIdIsKnownByItsNumber() {
        load(3, false);
        timeline.apply(own(4, "", "from elsewhere"));
        timeline.apply(own(5, "z", "from another device"));
        assertThat(timeline.entries()).extracting(TimelineEntry::key).containsExactly("s:4", "c:z");
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

    private List<Reaction> reactions() {
        return ((Message) timeline.entries().getFirst()).marks().reactions();
    }

    private Quote quoteOfLast() {
        return ((Message) timeline.entries().getLast()).quote().orElseThrow();
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

    private static HistoryItem reply(long seq, long target) {
        Event.Message reply =
                new Event.Message(stamp(seq, BO), "b" + seq, "re", OptionalLong.of(target), List.of(), false);
        return new HistoryItem(reply, false, List.of(), OptionalLong.empty());
    }

    private static Event left(long seq) {
        return new Event.Left(stamp(seq, BO), BO, LeaveReason.LEFT, Optional.empty(), Optional.empty());
    }

    private static Event changed(long seq) {
        return new Event.Changed(
                stamp(seq, BO), Optional.of("hall"), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static HistoryItem plain(Event event) {
        return new HistoryItem(event, false, List.of(), OptionalLong.empty());
    }

    private static HistoryItem joined(long seq) {
        return new HistoryItem(
                new Event.Joined(stamp(seq, BO), BO, Optional.empty()), false, List.of(), OptionalLong.empty());
    }
}
