package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionEvent;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.settings.HostPlan;
import hearth.client.settings.Preferences;
import hearth.client.settings.Preferences.Scheme;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.client.timeline.TimelineChange;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.connect.FakeRecogniser;
import hearth.client.ui.connect.FakeServerBook;
import hearth.client.ui.host.FakeChatHost;
import hearth.protocol.ErrorCode;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What stands beside, over and in place of the conversation, and where the user is meanwhile. */
class PlanesFxTest {
    private static final HostPlan PLAN = new HostPlan("Workshop", 7878, "Ada", true);

    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));

    private ChatWindow hosting() {
        ChatWindow window = ChatWindow.open(new ChatWindow.Setting(
                Locale.UK,
                Preferences.FIRST.withScheme(Scheme.LIGHT),
                1100,
                720,
                (_, _, _) -> session,
                new FakeRecogniser(),
                new FakeServerBook(List.of()),
                new FakeChatHost().last(PLAN),
                InstantSource.fixed(Workshop.NOW)));
        window.begin(Optional.of("192.168.1.20"), Optional.of("Ada"));
        window.awaitShown("#composer");
        window.settle();
        return window;
    }

    private static boolean isIn(ChatWindow window, String selector) {
        Node outer = window.find(selector, Node.class);
        return window.onFx(() -> {
            Node each = outer.getScene().getFocusOwner();
            while (each != null && !each.equals(outer)) {
                each = each.getParent();
            }
            return each != null;
        });
    }

    @Test
    void whoeverWritesGoesOnWhenTheWindowBecomesNarrowOrWide() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            window.type("a");
            window.resize(800, 600);
            window.type("b");
            window.resize(640, 480);
            window.type("c");
            window.resize(1100, 720);
            window.type("d");
            assertThat(window.textIn("#composer")).isEqualTo("abcd");
        }
    }

    @Test
    void theButtonThatHidesThePeopleShowsThemAgainWithTheSameKey() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            window.click("#header-people");
            assertThat(window.isShown("#members")).isFalse();
            assertThat(window.hasFocus("#header-people")).isTrue();
            window.press(KeyCode.SPACE);
            assertThat(window.isShown("#members")).isTrue();
        }
    }

    @Test
    void theCardOfAPersonOverThePeopleKeepsTheFocusAndGivesItBack() {
        try (ChatWindow window = ChatWindow.inChat(session, Locale.UK, 640, 480)) {
            window.click("#header-people");
            window.click(".member-name", "Noor");
            window.awaitShown("#person-card");
            for (int i = 0; i < 4; i++) {
                assertThat(isIn(window, "#person-card")).isTrue();
                window.press(KeyCode.TAB);
            }
            window.press(KeyCode.ESCAPE);
            assertThat(window.isShown("#person-card")).isFalse();
            assertThat(window.isShown("#members")).isTrue();
            assertThat(isIn(window, "#side-overlay")).isTrue();
        }
    }

    @Test
    void whoeverLeavesTheChatFromASideOverItIsFreeOnTheFirstScreen() {
        try (ChatWindow window = ChatWindow.inChat(session, Locale.UK, 640, 480)) {
            window.click("#header-menu");
            Node side = window.find("#side-overlay", Node.class);
            window.click("#server-menu");
            window.clickInMenu("Join another chat…");
            window.awaitShown("#connect-name");
            assertThat(side.isVisible()).isFalse();
        }
    }

    @Test
    void escapeInADialogOverThePageOfTheHostClosesTheDialog() {
        try (ChatWindow window = hosting()) {
            window.click("#rail-host");
            window.awaitReads("Hosting “Workshop”");
            window.click("#rail-settings");
            window.press(KeyCode.ESCAPE);
            assertThat(window.isShown("#settings")).isFalse();
            assertThat(window.reads("Hosting “Workshop”")).isTrue();
            window.press(KeyCode.ESCAPE);
            assertThat(window.reads("Hosting “Workshop”")).isFalse();
        }
    }

    @Test
    void aConversationThatIsJumpedToTakesThePlaceOfThePageOfTheHost() {
        try (ChatWindow window = hosting()) {
            window.click("#rail-host");
            window.awaitReads("Hosting “Workshop”");
            window.press(KeyCode.CONTROL, KeyCode.K);
            window.type("firm");
            window.press(KeyCode.ENTER);
            window.awaitShown("#composer");
            assertThat(session.commands("open")).contains("open c-firm");
            assertThat(window.hasFocus("#composer")).isTrue();
        }
    }

    @Test
    void whatComesBehindThePageOfTheHostIsReadWhenThatGoes() {
        try (ChatWindow window = hosting()) {
            window.click("#rail-host");
            window.awaitReads("Hosting “Workshop”");
            List<String> read = session.commands("markRead");
            session.tell(new SessionEvent.TimelineChanged(
                    Workshop.LOBBY,
                    new TimelineChange.Inserted(
                            Workshop.talk().size(),
                            List.of(Workshop.message(30, "09:44", Workshop.MEI, "Is anybody there?")))));
            window.settle();
            assertThat(session.commands("markRead")).isEqualTo(read);
            window.press(KeyCode.ESCAPE);
            window.awaitReads("Is anybody there?");
            window.awaitThat("read", () -> session.commands("markRead").contains("markRead c-lobby 30"));
        }
    }

    @Test
    void aNoticeWithALongTextLeavesTheConversationInSight() {
        try (ChatWindow window = ChatWindow.inChat(session, Locale.UK, 640, 480)) {
            Target gone = new Target.Conversation("gone");
            Work post = new Work.Post("word ".repeat(1_500), OptionalLong.empty());
            session.tell(
                    new SessionEvent.OutboxChanged("k", gone, post, OutboxState.SENDING, Optional.empty()),
                    new SessionEvent.OutboxChanged(
                            "k", gone, post, OutboxState.FAILED, Optional.of(ErrorCode.NOT_MEMBER)));
            window.awaitReads("Not sent, for you are not in that conversation any more: word");
            assertThat(window.placeOf("#notice").getHeight()).isLessThan(140);
            assertThat(window.placeOf("#composer").getMaxY())
                    .isLessThan(window.placeOf(".shell").getMaxY());
        }
    }
}
