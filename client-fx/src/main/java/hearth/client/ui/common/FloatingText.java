package hearth.client.ui.common;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Subscription;

/**
 * Lets menus, lists of choices and tooltips fade in, and gives them text as large as the user wants: they are windows of their own, to which the scale of the window
 * that they belong to does not reach. It listens while that window is shown. Lives on the JavaFX thread.
 */
final class FloatingText {
    private static final double TEXT = 14;
    private static final double SMALL = 12;
    private static final double WIDEST_TIP = 420;
    private static final double WHOLE = 100;

    private final Node root;
    private final Appearance appearance;
    private final ListChangeListener<Window> opened = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(this::adapt);
        }
    };

    private FloatingText(Node root, Appearance appearance) {
        this.root = root;
        this.appearance = appearance;
    }

    /** Does so for what floats over the window that this node is in, until the subscription ends. */
    static Subscription over(Node root, Appearance appearance) {
        FloatingText text = new FloatingText(root, appearance);
        Subscription shown = root.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(text::listen);
        return shown.and(() -> text.listen(false));
    }

    private void listen(boolean now) {
        Window.getWindows().removeListener(opened);
        if (now) {
            Window.getWindows().addListener(opened);
        }
    }

    private void adapt(Window window) {
        if (window instanceof PopupControl popup && isOverRoot(popup)) {
            Entrance.fade(popup.getScene().getRoot(), appearance);
            double scale = appearance.preferencesProperty().get().textPercent() / WHOLE;
            double size = scale * (popup instanceof Tooltip ? SMALL : TEXT);
            popup.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", size));
            if (popup instanceof Tooltip tip) {
                tip.setWrapText(true);
                tip.setMaxWidth(scale * WIDEST_TIP);
            }
        }
    }

    private boolean isOverRoot(PopupWindow popup) {
        Window below = popup;
        while (below instanceof PopupWindow floating) {
            below = floating.getOwnerWindow();
        }
        return below != null && root.getScene().equals(below.getScene());
    }
}
