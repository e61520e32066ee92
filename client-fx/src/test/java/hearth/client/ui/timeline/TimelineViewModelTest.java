package hearth.client.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.fx.ManualUiThread;
import hearth.client.i18n.Messages;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.People;
import hearth.client.ui.common.Times;
import hearth.client.ui.common.Workshop;
import hearth.protocol.ErrorCode;
import hearth.protocol.HistoryItem;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineViewModelTest {
    private final ManualUiThread clock = new ManualUiThread();
    private final FakeChatSession session = new FakeChatSession();
    private final Messages messages = Messages.in(Locale.UK);
    private final List<String> written = new ArrayList<>();
    private final TimelineViewModel model = new TimelineViewModel(
            new TimelineViewModel.Needs(messages, new Times(messages, ZoneOffset.UTC), clock, session, new People()),
            new TimelineViewModel.Listener() {
                @Override
                public void onReply(TimelineEntry.Message message) {
                    written.add("reply " + message.key());
                }

                @Override
                public void onEdit(TimelineEntry.Message message) {
                    written.add("edit " + message.key());
                }

                @Override
                public void onDelete(long seq) {
                    written.add("delete " + seq);
                }

                @Override
                public void onWrite(String userId) {
                    written.add(userId);
                }

                @Override
                public void onMissing() {
                    written.add("missing");
                }
            });

    private void showLobby(int unread, boolean hasOlder) {
        model.onChanged(
                Workshop.LOBBY,
                new TimelineChange.Reset(
                        List.of(
                                Workshop.message(19, "09:00", Workshop.JONAS, "a"),
                                Workshop.message(20, "09:01", Workshop.JONAS, "b")),
                        hasOlder));
        model.show(Workshop.room(Workshop.LOBBY, "lobby", "", unread, 0));
    }

    private void reset(TimelineChange.Reset whole) {
        model.onChanged(Workshop.LOBBY, whole);
        model.refresh();
    }

    private void arrive(long seq) {
        model.onChanged(
                Workshop.LOBBY,
                new TimelineChange.Inserted(2, List.of(Workshop.message(seq, "09:02", Workshop.MEI, "new"))));
        model.refresh();
    }

    private boolean hasNewLine() {
        return model.rows().stream()
                .anyMatch(row ->
                        row instanceof TimelineRow.NewLine || (row instanceof TimelineRow.Day day && day.startsNew()));
    }

    @Test
    void whatIsReadIsToldOnceItIsBeforeTheEyesOfTheUser() {
        showLobby(1, false);
        model.onPlaced();
        assertThat(session.commands("markRead")).isEmpty();
        model.attentiveProperty().set(true);
        assertThat(session.commands("markRead")).containsExactly("markRead c-lobby 20");
        model.refresh();
        assertThat(session.commands("markRead")).hasSize(1);
    }

    @Test
    void whatIsNewIsNotReadBeforeTheViewSaysWhatOfItIsInSight() {
        model.attentiveProperty().set(true);
        showLobby(1, false);
        assertThat(session.commands("markRead")).isEmpty();
        model.atBottomProperty().set(false);
        model.onPlaced();
        assertThat(session.commands("markRead")).isEmpty();
        assertThat(model.newBelowProperty().get()).isOne();
        model.atBottomProperty().set(true);
        assertThat(session.commands("markRead")).containsExactly("markRead c-lobby 20");
    }

    @Test
    void whatComesWhileTheUserLooksAtItIsReadAtOnce() {
        model.attentiveProperty().set(true);
        showLobby(0, false);
        arrive(21);
        assertThat(session.commands("markRead")).containsExactly("markRead c-lobby 21");
        assertThat(hasNewLine()).isFalse();
    }

    @Test
    void whatComesBelowTheReadersPlaceIsCountedAndNotRead() {
        model.attentiveProperty().set(true);
        showLobby(0, false);
        model.atBottomProperty().set(false);
        arrive(21);
        assertThat(model.newBelowProperty().get()).isOne();
        assertThat(session.commands("markRead")).isEmpty();
        assertThat(hasNewLine()).isTrue();
        model.atBottomProperty().set(true);
        assertThat(model.newBelowProperty().get()).isZero();
        assertThat(session.commands("markRead")).containsExactly("markRead c-lobby 21");
    }

    @Test
    void theLineOverWhatIsNewGoesWhenTheConversationIsLeft() {
        showLobby(1, false);
        assertThat(hasNewLine()).isTrue();
        model.show(Workshop.room("c2", "other", "", 0, 0));
        model.show(Workshop.room(Workshop.LOBBY, "lobby", "", 0, 0));
        assertThat(hasNewLine()).isFalse();
    }

    @Test
    void theLineOverWhatIsNewStandsAtTheFirstThatIsNotReadAgain() {
        model.attentiveProperty().set(true);
        showLobby(1, false);
        model.onPlaced();
        assertThat(keyBelowTheLine()).as("read, and still marked").isEqualTo("m20");
        model.attentiveProperty().set(false);
        arrive(21);
        assertThat(keyBelowTheLine()).isEqualTo("m21");
        model.onChanged(
                Workshop.LOBBY,
                new TimelineChange.Inserted(3, List.of(Workshop.message(22, "09:03", Workshop.MEI, "newer"))));
        model.refresh();
        assertThat(keyBelowTheLine()).as("the first, not the newest").isEqualTo("m21");
    }

    private String keyBelowTheLine() {
        List<String> keys = model.rows().stream().map(TimelineRow::key).toList();
        return keys.get(keys.indexOf("new") + 1);
    }

    @Test
    void whatIsReadIsToldAgainOfAServerThatWasSetBack() {
        model.attentiveProperty().set(true);
        showLobby(1, false);
        model.onPlaced();
        reset(new TimelineChange.Reset(List.of(Workshop.message(5, "09:00", Workshop.JONAS, "a")), false));
        model.onChanged(
                Workshop.LOBBY,
                new TimelineChange.Inserted(1, List.of(Workshop.message(6, "09:05", Workshop.JONAS, "b"))));
        model.refresh();
        assertThat(session.commands("markRead")).last().isEqualTo("markRead c-lobby 6");
    }

    @Test
    void olderPagesAreAskedForOneAtATime() {
        showLobby(0, true);
        model.nearTop();
        model.nearTop();
        assertThat(session.commands("loadOlder")).hasSize(1);
        model.onChanged(
                Workshop.LOBBY,
                new TimelineChange.Inserted(0, List.of(Workshop.message(18, "08:59", Workshop.MEI, "older"))));
        model.nearTop();
        assertThat(session.commands("loadOlder")).hasSize(2);
        model.onChanged(Workshop.LOBBY, new TimelineChange.OlderKnown(false));
        model.nearTop();
        assertThat(session.commands("loadOlder")).hasSize(2);
    }

    @Test
    void aPageThatNeverCameIsAskedForAgainWithTheNextConnection() {
        showLobby(0, true);
        model.nearTop();
        model.setOnline(true);
        model.nearTop();
        assertThat(session.commands("loadOlder")).hasSize(2);
    }

    @Test
    void aConversationWithoutMessagesIsEmpty() {
        model.show(Workshop.room(Workshop.LOBBY, "lobby", "", 0, 0));
        assertThat(model.emptyProperty().get()).isFalse();
        model.onChanged(Workshop.LOBBY, new TimelineChange.Reset(List.of(), false));
        model.refresh();
        assertThat(model.emptyProperty().get()).isTrue();
    }

    @Test
    void everyStepLeadsToTheSameRowsAsTheWhole() {
        showLobby(0, false);
        arrive(21);
        model.onChanged(
                Workshop.LOBBY,
                new TimelineChange.Replaced(1, Workshop.message(20, "09:01", Workshop.JONAS, "changed")));
        model.onChanged(Workshop.LOBBY, new TimelineChange.Removed(0));
        model.refresh();
        assertThat(model.rows().stream()
                        .filter(TimelineRow.Message.class::isInstance)
                        .map(row -> ((TimelineRow.Message) row).entry().text()))
                .containsExactly("changed", "new");
    }

    private void becomeLong(String conversation) {
        List<TimelineEntry> many = LongStream.rangeClosed(21, 21 + TimelineMirror.MOST_ENTRIES)
                .<TimelineEntry>mapToObj(seq -> Workshop.message(seq, "09:03", Workshop.MEI, "more"))
                .toList();
        model.onChanged(conversation, new TimelineChange.Reset(many, false));
        model.refresh();
    }

    @Test
    void aLongTimelineIsLetGoOfAllButItsNewest() {
        showLobby(0, false);
        assertThat(session.commands("keepNewest")).isEmpty();
        becomeLong(Workshop.LOBBY);
        assertThat(session.commands("keepNewest")).containsExactly("keepNewest c-lobby 2000");
        model.onChanged(
                Workshop.LOBBY,
                new TimelineChange.Dropped(TimelineMirror.MOST_ENTRIES + 1 - TimelineMirror.KEPT_ENTRIES));
        model.refresh();
        assertThat(session.commands("keepNewest")).hasSize(1);
        assertThat(model.rows().stream().filter(TimelineRow.Message.class::isInstance))
                .hasSize(TimelineMirror.KEPT_ENTRIES);
    }

    @Test
    void nothingIsLetGoOfWhileTheReaderLooksAtWhatIsOlder() {
        showLobby(0, false);
        model.atBottomProperty().set(false);
        becomeLong(Workshop.LOBBY);
        assertThat(session.commands("keepNewest")).isEmpty();
        model.atBottomProperty().set(true);
        model.refresh();
        assertThat(session.commands("keepNewest")).hasSize(1);
    }

    @Test
    void nothingIsLetGoOfBeforeTheViewHasPlacedWhatIsNew() {
        showLobby(1, false);
        becomeLong(Workshop.LOBBY);
        assertThat(session.commands("keepNewest")).isEmpty();
    }

    @Test
    void aTimelineThatIsNotShownIsLetGoOfToo() {
        showLobby(0, false);
        becomeLong("c2");
        assertThat(session.commands("keepNewest")).containsExactly("keepNewest c2 200");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyRefusalOfAMessageHasWords(ErrorCode code) {
        TimelineRow.Message row = new TimelineRow.Message(
                "k", Workshop.own("k", "09:00", "x", new Delivery.Failed(code)), true, TimelineRow.Sign.FAILED);
        assertThat(model.failedWords(row)).startsWith("Not sent: ");
        assertThat(model.failedWords(awaiting(3, new TimelineEntry.Doing("k", new Delivery.Failed(code)))))
                .matches("Not (sent|done): .*");
    }

    @Test
    void whatWasDoneToAMessageCanBeTriedAgainAndGivenUp() {
        showLobby(0, false);
        reset(new TimelineChange.Reset(
                List.of(
                        awaiting(
                                        3,
                                        new TimelineEntry.Doing("edit", new Delivery.Sending()),
                                        new TimelineEntry.Doing("delete", new Delivery.Failed(ErrorCode.FORBIDDEN)))
                                .entry(),
                        Workshop.own("new", "09:00", "x", new Delivery.Sending())),
                false));
        TimelineRow.Message row = (TimelineRow.Message) model.rows().get(1);
        assertThat(row.sign()).isEqualTo(TimelineRow.Sign.FAILED);
        model.actions().tryAgain(row.entry());
        model.actions().discard(row.entry());
        model.actions().discardWaiting();
        assertThat(session.commands("resend")).containsExactly("resend delete");
        assertThat(session.commands("discard")).containsExactly("discard delete", "discard edit", "discard new");
    }

    @Test
    void messagesThatAreStoredCanBeChanged() {
        showLobby(0, false);
        TimelineEntry.Marks liked = new TimelineEntry.Marks(
                false, false, List.of(new HistoryItem.Reaction("+1", 1, true, List.of(Workshop.ADA.id()))));
        reset(new TimelineChange.Reset(
                List.of(
                        Workshop.with(Workshop.message(3, "09:00", Workshop.ADA, "x"), Optional.empty(), liked),
                        Workshop.own("new", "09:00", "x", new Delivery.Sending())),
                false));
        TimelineRow.Message stored = (TimelineRow.Message) model.rows().get(1);
        TimelineRow.Message waiting = (TimelineRow.Message) model.rows().get(2);
        MessageActions actions = model.actions();
        for (TimelineRow.Message row : List.of(stored, waiting)) {
            actions.react(row.entry(), "+1");
            actions.react(row.entry(), "fire");
            actions.askToDelete(row.entry());
            actions.deleteDoomed();
        }
        String here = Workshop.LOBBY + " 3";
        assertThat(session.commands("react"))
                .containsExactly("react " + here + " +1 false", "react " + here + " fire true");
        assertThat(session.commands("delete")).containsExactly("delete " + here);
        assertThat(written).containsExactly("delete 3");
    }

    private static TimelineRow.Message awaiting(long seq, TimelineEntry.Doing... doings) {
        TimelineEntry.Message plain = Workshop.message(seq, "08:00", Workshop.JONAS, "x");
        TimelineEntry.Message entry = new TimelineEntry.Message(
                plain.key(),
                plain.seq(),
                plain.at(),
                plain.author(),
                plain.clientId(),
                plain.text(),
                false,
                false,
                List.of(doings).getLast().delivery(),
                Optional.empty(),
                new TimelineEntry.Marks(false, false, List.of(), List.of(doings)));
        return new TimelineRow.Message("k", entry, true, TimelineRow.Sign.FAILED);
    }

    @Test
    void aJumpLoadsOlderPagesUntilTheMessageIsThere() {
        showLobby(0, true);
        model.jump().to(3);
        assertThat(session.commands("loadOlder")).hasSize(1);
        assertThat(model.jump().landingProperty().get()).isEmpty();
        model.onChanged(
                Workshop.LOBBY,
                new TimelineChange.Inserted(0, List.of(Workshop.message(10, "08:00", Workshop.JONAS, "x"))));
        model.onChanged(Workshop.LOBBY, new TimelineChange.OlderKnown(true));
        model.refresh();
        assertThat(session.commands("loadOlder")).hasSize(2);
        model.onChanged(
                Workshop.LOBBY,
                new TimelineChange.Inserted(0, List.of(Workshop.message(3, "07:00", Workshop.JONAS, "there"))));
        model.refresh();
        assertThat(model.jump().landingProperty().get()).map(Jump.Landing::key).contains("m3");
        assertThat(written).isEmpty();
    }

    @Test
    void aJumpToWhatIsNotThereSaysSoOnce() {
        showLobby(0, false);
        model.jump().to(3);
        model.refresh();
        assertThat(written).containsExactly("missing");
    }

    @Test
    void aJumpIsGivenUpWithTheConversation() {
        showLobby(0, true);
        model.jump().to(3);
        model.show(Workshop.room("c-other", "other", "", 0, 0));
        model.onChanged("c-other", new TimelineChange.Reset(List.of(), false));
        model.refresh();
        assertThat(written).isEmpty();
    }
}
