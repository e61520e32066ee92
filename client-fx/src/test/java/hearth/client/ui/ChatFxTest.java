package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionEvent;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does in a chat. */
class ChatFxTest {
    private final FakeChatSession session = new FakeChatSession();
    private ChatWindow window;

    @BeforeEach
    void open() {
        session.tell(Workshop.full().toArray(SessionEvent[]::new));
        window = ChatWindow.inChat(session);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void enterSendsAndEmptiesTheField() {
        window.type("hello there");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("post")).containsExactly("post c-lobby hello there");
        assertThat(window.textIn("#composer")).isEmpty();
        assertThat(window.hasFocus("#composer")).isTrue();
    }

    @Test
    void shiftEnterBreaksTheLine() {
        window.type("one");
        window.press(KeyCode.SHIFT, KeyCode.ENTER);
        window.type("two");
        assertThat(session.commands("post")).isEmpty();
        window.press(KeyCode.ENTER);
        assertThat(session.commands("post")).containsExactly("post c-lobby one\ntwo");
    }

    @Test
    void emptyLinesAroundATextAreNotSent() {
        window.press(KeyCode.SHIFT, KeyCode.ENTER);
        window.type("  one");
        window.press(KeyCode.SHIFT, KeyCode.ENTER);
        window.press(KeyCode.ENTER);
        assertThat(session.commands("post")).containsExactly("post c-lobby   one");
    }

    @Test
    void blankIsNotSent() {
        window.type("   ");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("post")).isEmpty();
        assertThat(window.textIn("#composer")).isEqualTo("   ");
    }

    @Test
    void failedMessageSaysWhyAndIsSentAgainOnRequest() {
        window.awaitReads("Not sent: the server cannot save right now.");
        window.clickWords("Try again");
        assertThat(session.commands("resend")).containsExactly("resend k1");
        window.clickWords("Delete");
        assertThat(session.commands("discard")).containsExactly("discard k1");
    }

    @Test
    void aMessageThatMayNotHaveArrivedSaysSoAndTheUserDecides() {
        TimelineEntry unconfirmed = Workshop.own("k7", "09:50", "On my way.", new Delivery.Unconfirmed());
        session.tell(new SessionEvent.TimelineChanged(
                Workshop.LOBBY, new TimelineChange.Reset(List.of(unconfirmed), false)));
        window.awaitReads("May not have arrived.");
        assertThat(window.reads("Try again")).isFalse();
        assertThat(window.onFx(() -> window.root().lookupAll(".message").stream()
                        .map(javafx.scene.Node::getAccessibleText)
                        .toList()))
                .contains("Ada, 09:50, On my way., may not have arrived");
        window.clickWords("Send again");
        assertThat(session.commands("resend")).containsExactly("resend k7");
        window.clickWords("Dismiss");
        assertThat(session.commands("discard")).containsExactly("discard k7");
        session.tell(new SessionEvent.TimelineChanged(
                Workshop.LOBBY,
                new TimelineChange.Replaced(0, Workshop.own("k7", "09:50", "On my way.", Workshop.failed()))));
        window.awaitReads("Try again");
        assertThat(window.reads("Dismiss")).isFalse();
    }

    @Test
    void whatTheUserDidToAMessageIsMarkedAndCanBeGivenUp() {
        TimelineEntry.Message plain = Workshop.message(1, "08:30", Workshop.LIN, "who has the solder?");
        TimelineEntry.Message refused = new TimelineEntry.Message(
                plain.key(),
                plain.seq(),
                plain.at(),
                plain.author(),
                plain.clientId(),
                plain.text(),
                false,
                false,
                new Delivery.Failed(ErrorCode.UNKNOWN_MESSAGE),
                Optional.empty(),
                new TimelineEntry.Marks(
                        false,
                        false,
                        List.of(),
                        List.of(new TimelineEntry.Doing("r1", new Delivery.Failed(ErrorCode.UNKNOWN_MESSAGE)))));
        session.tell(
                new SessionEvent.TimelineChanged(Workshop.LOBBY, new TimelineChange.Reset(List.of(refused), false)));
        window.awaitReads("Not done: this message does not exist any more.");
        window.clickWords("Try again");
        assertThat(session.commands("resend")).containsExactly("resend r1");
        window.clickWords("Dismiss");
        assertThat(session.commands("discard")).containsExactly("discard r1");
    }

    @Test
    void aLineThatStandsForSeveralUnfolds() {
        window.awaitReads("Yusuf, Ines and 3 others joined");
        window.clickWords("Show");
        window.awaitReads("王磊 joined");
        assertThat(window.reads("3 others")).isFalse();
    }

    @Test
    void theTimeOfAMessageTellsTheWholeDate() {
        Label time = window.find(".message-time", Label.class);
        assertThat(window.onFx(() -> time.getTooltip().getText())).contains("20 November 2026", time.getText());
    }

    @Test
    void whatWasDoneInVainToAMessageThatIsGoneIsSaidAndCanBeTakenAway() {
        SessionEvent.OutboxChanged edit = new SessionEvent.OutboxChanged(
                "e1",
                new Target.Conversation(Workshop.LOBBY),
                new Work.Edit(470, "a better text"),
                SessionEvent.OutboxState.FAILED,
                Optional.of(ErrorCode.UNKNOWN_MESSAGE));
        session.tell(edit);
        window.awaitReads("Not done: this message does not exist any more. It was your edit: a better text");
        window.clickWords("Dismiss");
        assertThat(session.commands("discard")).containsExactly("discard e1");
        session.tell(new SessionEvent.OutboxChanged(
                "e1", edit.target(), edit.work(), SessionEvent.OutboxState.DISCARDED, Optional.empty()));
        window.awaitGone("a better text");
    }

    @Test
    void unreadAndMentionsAreCountedBesideTheName() {
        assertThat(badges()).containsExactly("4", "2", "1");
        session.tell(new SessionEvent.ConversationChanged(Workshop.room("c-music", "music", "", 120, 0)));
        window.awaitReads("99+");
    }

    private List<String> badges() {
        return window.onFx(() -> window.root().lookupAll(".badge").stream()
                .filter(node -> node.isVisible()
                        && node.getScene() != null
                        && node.getParent().getParent().isVisible())
                .map(node -> ((Label) node).getText())
                .filter(text -> !text.isEmpty())
                .toList());
    }

    @Test
    void eachConversationKeepsItsDraft() {
        window.type("for the lobby");
        window.clickWords("firmware");
        assertThat(window.textIn("#composer")).isEmpty();
        assertThat(window.hasFocus("#composer")).isTrue();
        window.type("for firmware");
        window.clickWords("lobby");
        assertThat(window.textIn("#composer")).isEqualTo("for the lobby");
        window.clickWords("firmware");
        assertThat(window.textIn("#composer")).isEqualTo("for firmware");
        assertThat(session.commands("open")).contains("open c-firm");
    }

    @Test
    void anotherConversationMayHaveAMessageWhereThisOneHasANotice() {
        TimelineEntry notice = Workshop.joined(1, "08:30", Workshop.LIN);
        TimelineEntry message = new TimelineEntry.Message(
                notice.key(),
                notice.seq(),
                notice.at(),
                Workshop.LIN,
                "k9",
                "who has the solder?",
                false,
                false,
                new Delivery.Sent(),
                Optional.empty(),
                TimelineEntry.Marks.NONE);
        session.tell(
                new SessionEvent.TimelineChanged(
                        Workshop.LOBBY,
                        new TimelineChange.Reset(List.of(notice, Workshop.talk().get(5)), false)),
                new SessionEvent.TimelineChanged("c-firm", new TimelineChange.Reset(List.of(message), false)));
        window.awaitReads("林晓 joined");
        window.clickWords("firmware");
        window.awaitReads("who has the solder?");
        assertThat(window.reads("林晓 joined")).isFalse();
        window.clickWords("lobby");
        window.awaitReads("林晓 joined");
    }

    @Test
    void aRoomIsLeftFromItsMenu() {
        window.clickWords("printers");
        window.click("#header-more");
        window.clickInMenu("Leave room");
        assertThat(session.commands("leave")).containsExactly("leave c-print");
        session.tell(new SessionEvent.ConversationRemoved("c-print", hearth.protocol.GoneReason.LEFT));
        window.awaitReads("You left printers.");
    }

    @Test
    void aPrivateRoomIsLeftOnlyAfterAQuestion() {
        window.clickWords("keys");
        window.click("#header-more");
        window.clickInMenu("Leave room");
        assertThat(session.commands("leave")).isEmpty();
        window.click("#leave-confirm");
        assertThat(session.commands("leave")).containsExactly("leave c-keys");
    }

    @Test
    void theLastOneInAPrivateRoomIsToldThatItGoesToo() {
        session.tell(new SessionEvent.ConversationChanged(new ConversationSummary(
                "c-keys",
                new ConversationSummary.Room("keys", "", Visibility.PRIVATE, Role.OWNER),
                1,
                20,
                20,
                0,
                0,
                Optional.empty())));
        window.clickWords("keys");
        window.click("#header-more");
        window.clickInMenu("Leave room");
        window.awaitReads("You are the last one here.");
    }

    @Test
    void scrollingUpLoadsOlderPagesAndKeepsThePlace() {
        fill(100, 60, true);
        window.awaitReads("line 159");
        session.onCommand(_ -> {});
        window.scroll("#timeline", 300);
        assertThat(session.commands("loadOlder")).isEmpty();
        window.scroll("#timeline", 1200);
        assertThat(session.commands("loadOlder")).containsExactly("loadOlder c-lobby");
        String inSight = firstLineInSight();
        double before = window.topOfWords(inSight);
        session.tell(new SessionEvent.TimelineChanged(Workshop.LOBBY, new TimelineChange.Inserted(0, lines(40, 60))));
        window.settle();
        assertThat(window.topOfWords(inSight)).isEqualTo(before);
        window.scroll("#timeline", 4000);
        assertThat(session.commands("loadOlder")).hasSize(2);
    }

    @Test
    void aNewMessageMovesNothingWhileReadingAbove() {
        fill(100, 60, false);
        window.awaitReads("line 159");
        window.scroll("#timeline", 500);
        String inSight = firstLineInSight();
        double before = window.topOfWords(inSight);
        session.tell(new SessionEvent.TimelineChanged(Workshop.LOBBY, new TimelineChange.Inserted(60, lines(160, 1))));
        window.awaitReads("1 new message");
        assertThat(window.topOfWords(inSight)).isEqualTo(before);
        assertThat(window.reads("line 160")).isFalse();
        window.click("#timeline-latest");
        window.awaitReads("line 160");
        assertThat(session.commands("markRead c-lobby 160")).hasSize(1);
    }

    @Test
    void aNewMessageComesIntoSightWhileReadingTheEnd() {
        fill(100, 60, false);
        window.awaitReads("line 159");
        session.tell(new SessionEvent.TimelineChanged(Workshop.LOBBY, new TimelineChange.Inserted(60, lines(160, 1))));
        window.awaitReads("line 160");
    }

    @Test
    void onlyRowsInSightAreNodes() {
        fill(1000, 5000, false);
        window.awaitReads("line 5999");
        int cells = window.onFx(() -> window.root().lookupAll(".message").size());
        assertThat(cells).isLessThan(60);
        window.scroll("#timeline", 60_000);
        assertThat(window.onFx(() -> window.root().lookupAll(".message").size()))
                .isLessThan(120);
    }

    private void fill(int from, int count, boolean older) {
        session.tell(
                new SessionEvent.TimelineChanged(Workshop.LOBBY, new TimelineChange.Reset(lines(from, count), older)));
        window.settle();
    }

    private static List<TimelineEntry> lines(int from, int count) {
        return new ArrayList<>(IntStream.range(from, from + count)
                .mapToObj(seq -> Workshop.message(seq, "08:30", Workshop.JONAS, "line " + seq))
                .toList());
    }

    /** The text of the first message that is wholly in sight. */
    private String firstLineInSight() {
        return window.onFx(() -> window.root().lookupAll(".message-words").stream()
                .filter(UsedWindow::inSight)
                .filter(node -> node.localToScene(0, 0).getY() > 80)
                .min(java.util.Comparator.comparingDouble(
                        node -> node.localToScene(0, 0).getY()))
                .map(UsedWindow::wordsOf)
                .orElseThrow());
    }
}
