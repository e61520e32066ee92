package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionEvent;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What floats over a window of large text has large text too. */
class LargeTextFxTest {
    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));

    private ChatWindow withText(int percent) {
        ChatWindow window = ChatWindow.inChat(session);
        window.prefer(now -> now.withTextPercent(percent));
        return window;
    }

    /** The height of these words, wherever they float. */
    private static double heightOf(ChatWindow window, String words) {
        return window.onFx(() -> Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(floating -> find(
                        floating.getScene().getRoot(),
                        node -> node instanceof Text text && text.getText().equals(words)))
                .flatMap(Optional::stream)
                .map(Node::getLayoutBounds)
                .mapToDouble(Bounds::getHeight)
                .findFirst()
                .orElseThrow());
    }

    private static Optional<Node> find(Node node, Predicate<Node> wanted) {
        if (wanted.test(node)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> find(child, wanted).stream())
                        .findFirst()
                : Optional.empty();
    }

    private double menuAt(int percent) {
        try (ChatWindow window = withText(percent)) {
            window.click("#server-menu");
            double height = heightOf(window, "Join another chat…");
            window.press(KeyCode.ESCAPE);
            return height;
        }
    }

    private double tooltipAt(int percent) {
        try (ChatWindow window = withText(percent)) {
            ButtonBase settings = window.find("#rail-settings", ButtonBase.class);
            window.onFx(() -> {
                settings.getTooltip().show(settings, 300, 300);
                return null;
            });
            window.settle();
            double height = heightOf(window, "Settings");
            window.onFx(() -> {
                settings.getTooltip().hide();
                return null;
            });
            return height;
        }
    }

    private double choiceAt(int percent) {
        try (ChatWindow window = withText(percent)) {
            window.click("#rail-settings");
            ComboBoxBase<?> languages = window.find("#settings-language", ComboBoxBase.class);
            window.onFx(() -> {
                languages.show();
                return null;
            });
            window.settle();
            double height = heightOf(window, "简体中文");
            window.press(KeyCode.ESCAPE);
            return height;
        }
    }

    @Test
    void menusGrowWithTheText() {
        assertThat(menuAt(150) / menuAt(100)).isBetween(1.4, 1.6);
    }

    @Test
    void tooltipsGrowWithTheText() {
        assertThat(tooltipAt(150) / tooltipAt(100)).isBetween(1.4, 1.6);
    }

    @Test
    void listsOfChoicesGrowWithTheText() {
        assertThat(choiceAt(150) / choiceAt(100)).isBetween(1.4, 1.6);
    }

    @Test
    void aLongTooltipBreaksItsLines() {
        try (ChatWindow window = withText(100)) {
            Tooltip tip = new Tooltip("Everybody brings something to eat. ".repeat(12));
            window.onFx(() -> {
                tip.show(window.root(), 100, 100);
                return null;
            });
            window.settle();
            assertThat(window.onFx(tip::getWidth)).isLessThan(500);
            window.onFx(() -> {
                tip.hide();
                return null;
            });
        }
    }
}
