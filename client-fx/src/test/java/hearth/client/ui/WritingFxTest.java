package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.PostResult;
import hearth.client.session.SessionEvent;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does in the composer beside writing a plain message. */
class WritingFxTest {
    private static final String LAST = "A script for the sign-in desk, it prints the badges.";

    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));
    private ChatWindow window;

    @BeforeEach
    void open() {
        window = ChatWindow.inChat(session);
        window.awaitReads(LAST);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void upInAnEmptyComposerEditsTheLastOwnMessage() {
        window.press(KeyCode.UP);
        window.awaitReads("Edit message");
        assertThat(window.textIn("#composer")).isEqualTo(LAST);
        window.type(" Yes");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("edit")).containsExactly("edit c-lobby 12 " + LAST + " Yes");
        assertThat(window.textIn("#composer")).isEmpty();
        window.awaitGone("Edit message");
    }

    @Test
    void upInATextIsForTheCaret() {
        window.type("one");
        window.press(KeyCode.UP);
        assertThat(window.textIn("#composer")).isEqualTo("one");
        assertThat(window.reads("Edit message")).isFalse();
    }

    @Test
    void anEditThatChangesNothingSendsNothing() {
        window.press(KeyCode.UP);
        window.press(KeyCode.ENTER);
        assertThat(session.commands("edit")).isEmpty();
        assertThat(window.reads("Edit message")).isFalse();
    }

    @Test
    void anEmptyEditAsksWhetherToDelete() {
        window.press(KeyCode.UP);
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.press(KeyCode.DELETE);
        window.press(KeyCode.ENTER);
        window.awaitShown("#delete-dialog");
        assertThat(session.commands("edit")).isEmpty();
        window.press(KeyCode.ESCAPE);
        assertThat(session.commands("delete")).isEmpty();
        assertThat(window.reads("Edit message")).isTrue();
        window.press(KeyCode.ENTER);
        window.click("#delete-confirm");
        assertThat(session.commands("delete")).containsExactly("delete c-lobby 12");
        window.awaitGone("Edit message");
    }

    @Test
    void escapeLeavesTheMessageAsItWasAndTheDraftToo() {
        window.type("half ");
        window.rightClickWords(LAST);
        window.clickInMenu("Edit");
        window.type("nonsense");
        window.press(KeyCode.ESCAPE);
        assertThat(window.textIn("#composer")).isEqualTo("half ");
        window.rightClickWords(LAST);
        window.clickInMenu("Edit");
        window.click("#composer-purpose-close");
        assertThat(window.textIn("#composer")).isEqualTo("half ");
        assertThat(session.commands("edit")).isEmpty();
        assertThat(session.commands("keepDraft")).containsOnly("keepDraft c-lobby half ");
    }

    @Test
    void anAnswerThatIsGivenUpLeavesTheText() {
        window.rightClickWords(LAST);
        window.clickInMenu("Reply");
        window.awaitReads("Reply to Ada");
        window.type("well");
        window.press(KeyCode.ESCAPE);
        assertThat(window.reads("Reply to Ada")).isFalse();
        window.press(KeyCode.ENTER);
        assertThat(session.commands("post")).containsExactly("post c-lobby well");
    }

    @Test
    void anEditWaitsWhileAnotherConversationIsShown() {
        window.press(KeyCode.UP);
        window.type(" Yes");
        window.clickWords("printers");
        assertThat(window.textIn("#composer")).isEmpty();
        assertThat(window.reads("Edit message")).isFalse();
        window.clickWords("lobby");
        window.awaitReads("Edit message");
        assertThat(window.textIn("#composer")).isEqualTo(LAST + " Yes");
        assertThat(session.commands("keepDraft")).isEmpty();
    }

    @Test
    void anEditThatCannotBeKeptIsOpenAgain() {
        session.answerPosting(new PostResult.NotKept(PostResult.Why.STORE_FAILED));
        window.press(KeyCode.UP);
        window.type(" Yes");
        window.press(KeyCode.ENTER);
        window.awaitReads("Edit message");
        assertThat(window.textIn("#composer")).isEqualTo(LAST + " Yes");
        window.awaitReads(
                "This computer cannot keep the message right now, so it was not sent. Make room on the disk, then send again.");
    }

    @Test
    void enterWhileAnInputMethodComposesSendsNothing() {
        window.type("ok ");
        compose("ni hao", "");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("post")).isEmpty();
        window.onFx(() -> {
            input("", "你好");
            return null;
        });
    }

    @Test
    void enterThatEndsACompositionDoesNotSendAndTheNextDoes() {
        compose("ni hao", "");
        window.onFx(() -> {
            input("", "你好");
            area().fireEvent(enter());
            return null;
        });
        assertThat(session.commands("post")).isEmpty();
        assertThat(window.textIn("#composer")).isEqualTo("你好");
        window.press(KeyCode.A);
        window.press(KeyCode.ENTER);
        assertThat(session.commands("post")).containsExactly("post c-lobby 你好a");
    }

    private static javafx.scene.input.KeyEvent enter() {
        return new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);
    }

    private void compose(String composed, String committed) {
        window.onFx(() -> {
            input(composed, committed);
            return null;
        });
    }

    private TextArea area() {
        return (TextArea) window.root().lookup("#composer");
    }

    private void input(String composed, String committed) {
        List<InputMethodTextRun> runs = composed.isEmpty()
                ? List.of()
                : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
        area().fireEvent(new InputMethodEvent(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, composed.length()));
    }

    @Test
    void theFieldGrowsToEightLinesAndThenScrolls() {
        double one = height();
        fill(2);
        double two = height();
        fill(8);
        double eight = height();
        fill(9);
        double nine = height();
        fill(20);
        assertThat(two).isGreaterThan(one);
        assertThat(nine).isBetween(eight, 198.0);
        assertThat(eight - two).isBetween(5 * 20.0, 6 * 22.0);
        assertThat(height()).isEqualTo(nine);
        fill(0);
        assertThat(height()).isEqualTo(one);
    }

    private void fill(int lines) {
        window.onFx(() -> {
            area().setText("line\n".repeat(Math.max(0, lines - 1)) + (lines == 0 ? "" : "line"));
            return null;
        });
        window.settle();
    }

    private double height() {
        return window.onFx(() -> area().getHeight());
    }

    @Test
    void nearTheLimitTheCharactersAreCountedAndTooManyAreNotSent() {
        fillWith("x".repeat(9_000));
        assertThat(window.words("#composer-count")).containsExactly("");
        fillWith("x".repeat(9_600));
        assertThat(window.words("#composer-count")).containsExactly("9,600 of 10,000 characters");
        fillWith("x".repeat(10_003));
        assertThat(window.words("#composer-count")).containsExactly("3 characters too long");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("post")).isEmpty();
        assertThat(window.textIn("#composer")).hasSize(10_003);
        assertThat(window.words("#composer-count")).containsExactly("3 characters too long");
    }

    private void fillWith(String text) {
        window.onFx(() -> {
            area().setText(text);
            return null;
        });
        window.settle();
    }

    @Test
    void whoElseWritesIsSaid() {
        window.awaitReads("Tomás and 美 Mei are typing");
        session.tell(new SessionEvent.TypingChanged(Workshop.LOBBY, Set.of(Workshop.MEI.id())));
        window.awaitReads("美 Mei is typing");
        session.tell(new SessionEvent.TypingChanged(Workshop.LOBBY, Set.of()));
        window.awaitGone("is typing");
    }
}
