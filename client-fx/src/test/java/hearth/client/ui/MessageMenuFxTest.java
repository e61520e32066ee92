package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionEvent;
import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserRef;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where messages lead without a mouse, and names as they are written. */
class MessageMenuFxTest {
    private static final UserRef RAT = new UserRef("u-rat", "lab_rat");

    private final FakeChatSession session = new FakeChatSession();
    private ChatWindow window;

    @BeforeEach
    void open() {
        SessionEvent.SignedIn plain = Workshop.signedIn();
        session.tell(Workshop.full().toArray(SessionEvent[]::new));
        session.tell(
                new SessionEvent.SignedIn(
                        plain.self(),
                        new ServerInfo("s1", "e1", "lab_3", "1.0.0"),
                        plain.limits(),
                        plain.capabilities()),
                new SessionEvent.TimelineChanged(
                        Workshop.LOBBY,
                        new TimelineChange.Reset(
                                List.of(
                                        Workshop.message(10, "09:12", Workshop.JONAS, "Where is the plan?"),
                                        Workshop.with(
                                                Workshop.message(
                                                        11, "09:15", RAT, "At https://example.org/plan so far"),
                                                Optional.of(new TimelineEntry.Quote(
                                                        10,
                                                        Optional.of(Workshop.JONAS),
                                                        Optional.of("Where is the plan?"))),
                                                TimelineEntry.Marks.NONE)),
                                false)));
        window = ChatWindow.inChat(session);
        window.awaitReads("At https://example.org/plan so far");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void openMenu() {
        while (!window.hasFocus("#timeline")) {
            window.press(KeyCode.SHIFT, KeyCode.TAB);
        }
        window.press(KeyCode.ENTER);
        window.awaitShown("#message-more");
        while (!window.hasFocus("#message-more")) {
            window.press(KeyCode.RIGHT);
        }
        window.press(KeyCode.ENTER);
    }

    @Test
    void theKeyboardReachesTheAddressesOfAMessage() {
        openMenu();
        window.clickInMenu("Open https://example.org/plan");
        assertThat(window.opened()).containsExactly(URI.create("https://example.org/plan"));
    }

    @Test
    void theKeyboardReachesTheMessageThatIsAnswered() {
        openMenu();
        window.clickInMenu("Go to the message it answers");
        window.awaitThat("flash", () -> window.isShown(".message-flash"));
    }

    /** As they are drawn: a mark of a shortcut would be taken out of them. */
    private List<String> drawn() {
        return window.onFx(() -> Stream.concat(
                        Stream.of(window.root()),
                        Window.getWindows().stream()
                                .filter(PopupWindow.class::isInstance)
                                .map(popup -> popup.getScene().getRoot()))
                .flatMap(root -> root.lookupAll(".text").stream())
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .toList());
    }

    @Test
    void anUnderscoreInANameIsDrawn() {
        assertThat(drawn()).contains("lab_3");
        openMenu();
        assertThat(window.menuOffers("Who is lab_rat")).isTrue();
        assertThat(drawn()).contains("Who is lab_rat", "Message lab_rat");
        window.press(KeyCode.ESCAPE);
    }
}
