package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.Outcome;
import hearth.client.session.SessionEvent;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.ForeignChats;
import hearth.client.ui.common.Workshop;
import hearth.protocol.ErrorCode;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Status;
import hearth.protocol.UserRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does with people: look who it is, write to them, mention them, and say what they do themselves. */
class PersonFxTest {
    private final FakeChatSession session = new FakeChatSession();
    private ChatWindow window;

    @BeforeEach
    void open() {
        session.tell(Workshop.full().toArray(SessionEvent[]::new));
        session.answerEntering(new Outcome.Done<>(Workshop.direct("d-lin", Workshop.LIN, 0, 0)));
        window = ChatWindow.inChat(session);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private String card() {
        return window.find("#person-card", Node.class).getAccessibleText();
    }

    @Test
    void aClickOnANameInTheTimelineShowsWhoItIs() {
        window.click(".author", "Jonas");
        window.awaitShown("#person-card");
        assertThat(card()).isEqualTo("Jonas, Online · owner of lobby");
        Region card = window.find("#person-card", Region.class);
        assertThat(card.getWidth()).isEqualTo(300);
        assertThat(window.onFx(() -> card.localToScene(0, 0).getY())).isPositive();
        assertThat(session.commands("openDirect")).isEmpty();
    }

    @Test
    void whoeverTheServerDoesNotKnowYetHasNoCard() {
        session.tell(new SessionEvent.ConversationChanged(Workshop.direct("@Zoe", new UserRef("", "Zoe"), 0, 0)));
        window.click(".conversation-title", "Zoe");
        window.awaitReads("Zoe");
        assertThat(window.isShown("#header-more")).isFalse();
        window.click(".header-title", "Zoe");
        assertThat(window.isShown("#person-card")).isFalse();
        session.tell(
                new SessionEvent.ConversationChanged(Workshop.direct("d-rat", new UserRef("u-rat", "lab_rat"), 0, 0)));
        window.click(".conversation-title", "lab_rat");
        window.click(".header-title", "lab_rat");
        window.awaitShown("#person-card");
    }

    @Test
    void aClickOnAPictureInTheTimelineShowsWhoItIs() {
        window.onFx(() -> {
            window.root().lookupAll(".message").stream()
                    .filter(message -> message.getAccessibleText().startsWith("Jonas, "))
                    .forEach(message -> message.lookup(".avatar").setId("jonas-picture"));
            return null;
        });
        window.click("#jonas-picture");
        window.awaitShown("#person-card");
        assertThat(card()).startsWith("Jonas, ");
    }

    @Test
    void aClickOnANameInALineOfTheRoomShowsWhoItIs() {
        window.onFx(() -> {
            window.root().lookupAll(".notice .rich-text").stream()
                    .flatMap(words -> ((Parent) words).getChildrenUnmodifiable().stream())
                    .filter(part -> "Ines".equals(((Text) part).getText()))
                    .forEach(part -> part.setId("ines"));
            return null;
        });
        window.click("#ines");
        window.awaitShown("#person-card");
        assertThat(card()).startsWith("Ines, ");
    }

    @Test
    void theMenuOfAMessageShowsWhoWroteItByKeyboardAlone() {
        window.press(KeyCode.SHIFT, KeyCode.F6);
        assertThat(window.hasFocus("#timeline")).isTrue();
        while (author().startsWith("Ada, ")) {
            window.press(KeyCode.UP);
        }
        String name = author().split(",")[0];
        window.press(KeyCode.SHIFT, KeyCode.F10);
        assertThat(window.menuOffers("Who is " + name)).isTrue();
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.CONTEXT_MENU);
        window.clickInMenu("Who is " + name);
        window.awaitShown("#person-card");
        assertThat(card()).startsWith(name + ", ");
        assertThat(window.hasFocus("#person-message")).isTrue();
        window.press(KeyCode.ESCAPE);
        assertThat(window.isShown("#person-card")).isFalse();
        assertThat(window.hasFocus("#timeline")).isTrue();
    }

    /** What is said of the message that the arrow keys are at. */
    private String author() {
        return window.onFx(() -> window.root().lookupAll(".message").stream()
                .filter(node -> node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("current")))
                .map(Node::getAccessibleText)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void theCardWritesToThatPersonPrivately() {
        window.click(".author", "林晓");
        window.click("#person-message");
        assertThat(session.commands("openDirect")).hasSize(1).first().asString().contains("u-lin");
        window.awaitThat(
                "the head says what the person does",
                () -> window.words(".header-topic").contains("Online"));
        assertThat(window.isShown("#person-card")).isFalse();
        assertThat(window.hasFocus("#composer")).isTrue();
    }

    @Test
    void theCardMentionsThatPersonBehindWhatIsWritten() {
        window.type("ask");
        window.click(".author", "林晓");
        window.click("#person-mention");
        assertThat(window.textIn("#composer")).isEqualTo("ask @林晓 ");
        assertThat(window.hasFocus("#composer")).isTrue();
        window.type("now");
        assertThat(window.textIn("#composer")).isEqualTo("ask @林晓 now");
    }

    @Test
    void theHeadOfADirectConversationShowsWhoItIsByMouseAndByKeyboard() {
        window.click(".conversation-title", "Priya");
        window.awaitThat(
                "the conversation is shown", () -> window.words(".header-topic").contains("Busy"));
        window.click(".header-title", "Priya");
        window.awaitShown("#person-card");
        assertThat(card()).startsWith("Priya, Busy");
        window.press(KeyCode.ESCAPE);
        assertThat(window.isShown("#person-card")).isFalse();
        window.onFx(() -> {
            window.root().lookup("#header-more").requestFocus();
            return null;
        });
        window.press(KeyCode.SPACE);
        window.clickInMenu("Who is Priya");
        window.awaitShown("#person-card");
    }

    @Test
    void thePeoplePaneShowsWhoItIsByMouseAndByKeyboard() {
        window.click(".member-name", "Priya");
        window.awaitShown("#person-card");
        assertThat(card()).isEqualTo("Priya, Busy · in lobby");
        assertThat(window.reads("Exam week, slow replies")).isTrue();
        window.press(KeyCode.ESCAPE);
        assertThat(window.isShown("#person-card")).isFalse();
        assertThat(window.hasFocus("#members")).isTrue();
        window.onFx(() -> {
            window.find("#members", Node.class).requestFocus();
            return null;
        });
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.awaitShown("#person-card");
        assertThat(window.hasFocus("#person-message")).isTrue();
        window.press(KeyCode.ENTER);
        assertThat(session.commands("openDirect")).hasSize(1);
    }

    @Test
    void aClickBesideTheCardClosesIt() {
        window.click(".author", "Jonas");
        window.awaitShown("#person-card");
        window.click(".header-title");
        assertThat(window.isShown("#person-card")).isFalse();
    }

    @Test
    void anOpenCardFollowsWhatThePersonDoes() {
        window.click(".author", "Jonas");
        window.awaitReads("Online · owner of lobby");
        session.tell(new SessionEvent.PresenceChanged(
                List.of(new PresenceEntry(Workshop.JONAS.id(), "Jonas", Status.BUSY, Optional.of("Under the saw"))),
                false));
        window.awaitReads("Busy · owner of lobby");
        window.awaitReads("Under the saw");
    }

    @Test
    void toOneselfNobodyWrites() {
        window.click(".member-name", "Ada");
        window.awaitReads("Ada (you)");
        assertThat(window.isShown("#person-message")).isFalse();
        assertThat(window.isShown("#person-mention")).isFalse();
        assertThat(window.isShown("#person-moderate")).isFalse();
    }

    @Test
    void whereNobodyIsWrittenToPrivatelyTheCardOnlyMentions() {
        session.tell(new SessionEvent.AbilitiesTold(ForeignChats.JSON_ROOM));
        window.settle();
        window.click(".author", "Jonas");
        window.awaitShown("#person-mention");
        assertThat(window.isShown("#person-message")).isFalse();
        assertThat(card()).doesNotContain("owner");
    }

    @Test
    void theUserSaysWhatTheyDo() {
        window.click("#rail-self");
        window.clickInMenu("Busy");
        assertThat(session.commands("setStatus")).containsExactly("setStatus busy -");
        session.tell(new SessionEvent.PresenceChanged(
                List.of(new PresenceEntry(Workshop.ADA.id(), "Ada", Status.BUSY, Optional.empty())), false));
        window.settle();
        assertThat(window.find("#rail-self", Node.class).getAccessibleText()).isEqualTo("Ada, you, busy");
        window.click("#rail-self");
        window.clickInMenu("Status in words…");
        window.type("Back at three");
        window.click("#status-away");
        window.click("#status-save");
        assertThat(session.commands("setStatus")).containsExactly("setStatus busy -", "setStatus away Back at three");
        assertThat(window.hasFocus("#rail-self")).isTrue();
    }

    @Test
    void aRefusedStatusIsSaid() {
        session.answerDeciding(new Outcome.Refused<>(ErrorCode.TOO_LONG, OptionalLong.empty()));
        window.click("#rail-self");
        window.clickInMenu("Away");
        window.awaitReads("This is too long for the server.");
    }

    @Test
    void wordsThatWereRefusedStayInTheForm() {
        window.click("#rail-self");
        window.clickInMenu("Status in words…");
        session.answerDeciding(new Outcome.NotConnected<>());
        window.type("Back at three");
        window.click("#status-save");
        window.awaitReads("There is no connection right now. Try again once you are online.");
        assertThat(window.textIn("#status-text")).isEqualTo("Back at three");
    }

    @Test
    void whereServersKnowNoStatusNoneIsOffered() {
        session.tell(new SessionEvent.AbilitiesTold(ForeignChats.JSON_ROOM));
        window.settle();
        window.click("#rail-self");
        assertThat(window.menuOffers("Settings")).isTrue();
        assertThat(window.menuOffers("Busy")).isFalse();
        window.press(KeyCode.ESCAPE);
    }
}
