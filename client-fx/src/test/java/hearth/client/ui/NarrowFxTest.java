package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.connect.FakeRecogniser;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** What a narrow window shows, and how the rest is reached. */
class NarrowFxTest {
    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));

    @Test
    void theSidebarOpensOverTheConversationAndClosesWithTheChoice() {
        try (ChatWindow window = ChatWindow.inChat(session, Locale.UK, 640, 480)) {
            assertThat(window.isShown("#conversations")).isFalse();
            assertThat(window.reads("Online · 12 people")).isTrue();
            window.click("#header-menu");
            window.clickWords("firmware");
            assertThat(window.isShown("#conversations")).isFalse();
            assertThat(session.commands("open")).contains("open c-firm");
            assertThat(window.hasFocus("#composer")).isTrue();
        }
    }

    @Test
    void escapeClosesWhatIsOpenOverTheConversation() {
        try (ChatWindow window = ChatWindow.inChat(session, Locale.UK, 640, 480)) {
            window.click("#header-people");
            window.awaitReads("Offline · 4");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("Offline · 4");
        }
    }

    @Test
    void thePeopleComeBackWithTheWidth() {
        try (ChatWindow window = ChatWindow.inChat(session, Locale.UK, 800, 600)) {
            assertThat(window.isShown("#members")).isFalse();
            assertThat(window.isShown("#conversations")).isTrue();
            window.resize(1100, 720);
            window.awaitShown("#members");
        }
    }

    @Test
    void whoIsInNoConversationReachesTheSidebarToo() {
        FakeChatSession nowhere = new FakeChatSession()
                .tell(new SessionEvent.StateChanged(new ConnectionState.Online()), Workshop.signedIn());
        try (ChatWindow window =
                ChatWindow.open(ChatWindow.Setting.of(nowhere, new FakeRecogniser(), Locale.UK, 640, 480))) {
            window.begin(Optional.of("192.168.1.20"), Optional.of("Ada"));
            window.awaitReads("Ctrl+K jumps anywhere.");
            window.click("#header-menu");
            window.awaitShown("#conversations");
        }
    }

    @Test
    void aDraftOfManyLinesStandsInItsBox() {
        session.withDraft(Workshop.LOBBY, "one\ntwo\nthree\nfour\nfive");
        try (ChatWindow window = ChatWindow.inChat(session, Locale.UK, 640, 480)) {
            window.awaitThat(
                    "the box is as high as what is in it",
                    () -> window.onFx(() -> {
                        Region text = (Region) window.root().lookup("#composer");
                        Region box = (Region) window.root().lookup(".composer-box");
                        return text.getHeight() > 100 && box.getHeight() >= text.getHeight();
                    }));
        }
    }

    @Test
    void nothingStandsOutsideTheSmallestWindow() {
        try (ChatWindow window = ChatWindow.inChat(session, Locale.SIMPLIFIED_CHINESE, 480, 400)) {
            window.click("#header-menu");
            window.click(".conversation-title", "keys");
            for (String id :
                    new String[] {"#composer", "#composer-send", "#header-people", "#header-more", "#timeline"}) {
                double right = window.onFx(() -> window.root()
                        .lookup(id)
                        .localToScene(window.root().lookup(id).getBoundsInLocal())
                        .getMaxX());
                assertThat(right).as(id).isLessThanOrEqualTo(484);
            }
        }
    }
}
