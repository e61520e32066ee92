package hearth.client.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Missed;
import hearth.protocol.Event;
import hearth.protocol.Event.Stamp;
import hearth.protocol.HistoryItem;
import hearth.protocol.HistoryItem.Reaction;
import hearth.protocol.LeaveReason;
import hearth.protocol.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemsTest {
    private static final UserRef ADA = new UserRef("u1", "Ada");
    private static final UserRef BO = new UserRef("u2", "Bo");
    private static final Event.Message MESSAGE =
            new Event.Message(stamp(1), "a", "one", OptionalLong.of(7), List.of("u2"), false);
    private static final HistoryItem ITEM = new HistoryItem(MESSAGE, false, List.of(), OptionalLong.empty());

    static Stream<Event> shown() {
        return Stream.of(
                MESSAGE,
                new Event.Joined(stamp(1), ADA, Optional.empty()),
                Missed.at(stamp(1)),
                new Event.Left(stamp(1), ADA, LeaveReason.LEFT, Optional.empty(), Optional.empty()),
                new Event.Changed(
                        stamp(1), Optional.of("kitchen"), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    static Stream<Event> changes() {
        return Stream.of(edit(2, "two", false), new Event.Deleted(stamp(2), 1), reaction(2, true));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void whatIsShownByItselfIsAnItemThatNothingChangedYet(Event event) {
        assertThat(Items.of(event)).contains(new HistoryItem(event, false, List.of(), OptionalLong.empty()));
        assertThat(Items.target(event)).isEmpty();
        assertThat(Items.after(ITEM, event, ADA.id())).isEqualTo(ITEM);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatChangesAMessageIsNoItem(Event event) {
        assertThat(Items.of(event)).isEmpty();
        assertThat(Items.target(event)).hasValue(1);
        assertThat(Items.rev(Items.after(ITEM, event, ADA.id()))).isEqualTo(2);
    }

    @Test
    void whatNobodyKnowsIsNothing() {
        Event.Unknown unknown = new Event.Unknown(stamp(2), "later");
        assertThat(Items.of(unknown)).isEmpty();
        assertThat(Items.target(unknown)).isEmpty();
        assertThat(Items.after(ITEM, unknown, ADA.id())).isEqualTo(ITEM);
    }

    @Test
    void anEditGivesItsTextAndKeepsWhatItAnswers() {
        HistoryItem after = Items.after(ITEM, edit(2, "two", false), ADA.id());
        assertThat(after.edited()).isTrue();
        assertThat(after.event())
                .isEqualTo(new Event.Message(stamp(1), "a", "two", OptionalLong.of(7), List.of(), false));
    }

    @Test
    void anEditOfWhatWasDeletedSinceErasesIt() {
        HistoryItem after = Items.after(ITEM, edit(2, "", true), ADA.id());
        assertThat(after.event()).isEqualTo(Items.erased(MESSAGE));
    }

    @Test
    void aDeletionLeavesNeitherTextNorReactions() {
        HistoryItem liked = Items.after(ITEM, reaction(2, true), ADA.id());
        assertThat(liked.reactions()).containsExactly(new Reaction("+1", 1, false, List.of("u2")));
        HistoryItem after = Items.after(liked, new Event.Deleted(stamp(3), 1), ADA.id());
        assertThat(after).isEqualTo(new HistoryItem(Items.erased(MESSAGE), false, List.of(), OptionalLong.of(3)));
        assertThat(Items.after(after, reaction(4, true), ADA.id()).reactions()).isEmpty();
    }

    @Test
    void aReactionIsTakenBack() {
        HistoryItem liked = Items.after(ITEM, reaction(2, true), ADA.id());
        assertThat(Items.after(liked, reaction(3, false), ADA.id()).reactions()).isEmpty();
    }

    @Test
    void whatIsInItAlreadyChangesNothing() {
        HistoryItem after = Items.after(ITEM, edit(3, "three", false), ADA.id());
        assertThat(Items.after(after, edit(2, "two", false), ADA.id())).isEqualTo(after);
        assertThat(Items.after(after, edit(3, "three", false), ADA.id())).isEqualTo(after);
    }

    @Test
    void whatIsDoneToAnotherMessageChangesNothing() {
        assertThat(Items.after(ITEM, new Event.Deleted(stamp(2), 5), ADA.id())).isEqualTo(ITEM);
        HistoryItem joined =
                Items.of(new Event.Joined(stamp(1), ADA, Optional.empty())).orElseThrow();
        assertThat(Items.after(joined, new Event.Deleted(stamp(2), 1), ADA.id()))
                .isEqualTo(joined);
    }

    private static Event.Edited edit(long seq, String text, boolean deleted) {
        return new Event.Edited(stamp(seq), 1, text, List.of(), deleted);
    }

    private static Event.Reacted reaction(long seq, boolean on) {
        return new Event.Reacted(new Stamp("c1", seq, Instant.EPOCH, BO), 1, "+1", on);
    }

    private static Stamp stamp(long seq) {
        return new Stamp("c1", seq, Instant.EPOCH, ADA);
    }
}
