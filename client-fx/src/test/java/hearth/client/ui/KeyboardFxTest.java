package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.transport.Ending;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** The window without a mouse: where the focus goes, and what Escape does. */
class KeyboardFxTest {
    private static final int MORE_THAN_THERE_ARE = 60;

    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));

    private static String focus(ChatWindow window) {
        return window.onFx(() -> name(window.root().getScene().getFocusOwner()));
    }

    private static String name(Node node) {
        return node.getId() == null ? String.valueOf(node.getAccessibleText()) : node.getId();
    }

    private static boolean ringed(ChatWindow window) {
        return window.onFx(() -> window.root().getScene().getFocusOwner().isFocusVisible());
    }

    /** What has the focus, from the one after the composer on, until it is the composer's again. */
    private static List<String> round(ChatWindow window, KeyCode... keys) {
        List<String> stops = new ArrayList<>();
        do {
            window.press(keys);
            stops.add(focus(window));
        } while (!stops.getLast().equals("composer") && stops.size() < MORE_THAN_THERE_ARE);
        return stops;
    }

    @Test
    void tabGoesThroughTheWindowInTheOrderOfTheLook() {
        session.state(new ConnectionState.Waiting(
                Workshop.NOW.plusSeconds(12), Duration.ofSeconds(12), new Ending.Refused("")));
        try (ChatWindow window = ChatWindow.inChat(session)) {
            window.click(".conversation-title", "keys");
            window.awaitShown("#banner-action");
            window.type("a");
            List<String> stops = round(window, KeyCode.TAB);
            assertThat(stops)
                    .containsSubsequence(
                            "composer-send",
                            "members",
                            "rail-server",
                            "rail-host",
                            "rail-settings",
                            "server-menu",
                            "conversations",
                            "sidebar-edge",
                            "header-people",
                            "header-more",
                            "banner-action",
                            "timeline",
                            "composer");
            List<String> back = round(window, KeyCode.SHIFT, KeyCode.TAB);
            assertThat(back.reversed().subList(1, back.size()))
                    .as("backwards the same")
                    .isEqualTo(stops.subList(0, stops.size() - 1));
        }
    }

    @Test
    void theKeyboardShowsWhereItIs() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            assertThat(ringed(window)).as("nobody has used the keyboard yet").isFalse();
            window.press(KeyCode.TAB);
            assertThat(ringed(window)).isTrue();
        }
    }

    @Test
    void functionKeySixGoesRoundTheRegions() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            List<String> forth = round(window, KeyCode.F6);
            assertThat(forth)
                    .containsSubsequence("rail-server", "conversations", "header-people", "timeline", "composer");
            assertThat(ringed(window)).isTrue();
            List<String> back = round(window, KeyCode.SHIFT, KeyCode.F6);
            assertThat(back.reversed().subList(1, back.size())).isEqualTo(forth.subList(0, forth.size() - 1));
        }
    }

    @Test
    void aConversationIsOpenedFromTheList() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            while (!focus(window).equals("conversations")) {
                window.press(KeyCode.F6);
            }
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            assertThat(session.commands("open")).contains("open c-firm");
            assertThat(focus(window)).isEqualTo("composer");
        }
    }

    @Test
    void theSidebarIsMadeWiderAndNarrower() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            Region edge = window.find("#sidebar-edge", Region.class);
            window.onFx(() -> {
                edge.requestFocus();
                return null;
            });
            window.press(KeyCode.RIGHT);
            window.press(KeyCode.RIGHT);
            assertThat(edge(window)).isEqualTo(280);
            window.press(KeyCode.LEFT);
            assertThat(edge(window)).isEqualTo(270);
            window.press(KeyCode.END);
            assertThat(edge(window)).isEqualTo(400);
            window.press(KeyCode.RIGHT);
            assertThat(edge(window)).isEqualTo(400);
            window.press(KeyCode.HOME);
            assertThat(edge(window)).isEqualTo(200);
            assertThat(window.onFx(() -> edge.queryAccessibleAttribute(AccessibleAttribute.VALUE)))
                    .isEqualTo(200.0);
            assertThat(focus(window)).isEqualTo("sidebar-edge");
            window.press(KeyCode.F6);
            assertThat(focus(window)).isEqualTo("header-people");
        }
    }

    /** The width of sidebar and edge. */
    private static double edge(ChatWindow window) {
        return window.onFx(
                () -> window.root().lookup("#sidebar-edge").getBoundsInParent().getMaxX());
    }

    @Test
    void theServersTileLeadsIntoTheChat() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            while (!focus(window).equals("rail-server")) {
                window.press(KeyCode.F6);
            }
            window.press(KeyCode.SPACE);
            assertThat(focus(window)).isEqualTo("composer");
        }
    }

    @Test
    void aDialogKeepsTheFocusAndGivesItBack() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            while (!focus(window).equals("rail-server")) {
                window.press(KeyCode.F6);
            }
            window.press(KeyCode.TAB);
            window.press(KeyCode.TAB);
            window.press(KeyCode.SPACE);
            window.awaitShown("#settings");
            Node settings = window.find("#settings", Node.class);
            for (int i = 0; i < 12; i++) {
                window.press(KeyCode.TAB);
                assertThat(window.onFx(() -> isIn(settings))).as(focus(window)).isTrue();
            }
            for (int i = 0; i < 12; i++) {
                window.press(KeyCode.SHIFT, KeyCode.TAB);
                assertThat(window.onFx(() -> isIn(settings))).as(focus(window)).isTrue();
            }
            window.press(KeyCode.F6);
            assertThat(window.onFx(() -> isIn(settings))).as("F6").isTrue();
            window.press(KeyCode.ESCAPE);
            assertThat(window.isShown("#settings")).isFalse();
            assertThat(focus(window)).isEqualTo("rail-settings");
        }
    }

    private static boolean isIn(Node outer) {
        Node each = outer.getScene().getFocusOwner();
        while (each != null && !each.equals(outer)) {
            each = each.getParent();
        }
        return each != null;
    }

    @Test
    void aSideOverTheConversationKeepsTheFocusAndGivesItBack() {
        try (ChatWindow window = ChatWindow.inChat(session, Locale.UK, 640, 480)) {
            while (!focus(window).equals("header-menu")) {
                window.press(KeyCode.SHIFT, KeyCode.TAB);
            }
            window.press(KeyCode.SPACE);
            assertThat(focus(window)).isEqualTo("conversations");
            Node side = window.find("#side-overlay", Node.class);
            for (int i = 0; i < 6; i++) {
                window.press(KeyCode.TAB);
                assertThat(window.onFx(() -> isIn(side))).as(focus(window)).isTrue();
            }
            window.press(KeyCode.ESCAPE);
            assertThat(window.isShown("#conversations")).isFalse();
            assertThat(focus(window)).isEqualTo("header-menu");
        }
    }

    @Test
    void escapeClosesTheInnermostAndThenMarksAsRead() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            window.click("#server-menu");
            assertThat(window.menuOffers("Join another chat…")).isTrue();
            window.press(KeyCode.ESCAPE);
            assertThat(window.menuOffers("Join another chat…")).isFalse();
            assertThat(window.isShown("#members")).as("the people stay").isTrue();
            window.click("#rail-settings");
            window.press(KeyCode.ESCAPE);
            assertThat(window.isShown("#settings")).isFalse();
            assertThat(window.isShown("#members")).isTrue();
            window.click("#composer");
            int read = session.commands("markRead").size();
            window.press(KeyCode.ESCAPE);
            assertThat(window.isShown("#members")).isFalse();
            assertThat(session.commands("markRead")).hasSize(read);
            window.press(KeyCode.ESCAPE);
            assertThat(session.commands("markRead")).hasSizeGreaterThan(read);
        }
    }
}
