package hearth.client.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** The menus, lists and tooltips over a window, which are windows of their own. The toolkit fails where one is open when the window goes. */
final class FloatingParts {
    private FloatingParts() {}

    /** Closes all that float over the window of this node. */
    static void close(Node view) {
        if (view.getScene() != null) {
            Window window = view.getScene().getWindow();
            List.copyOf(Window.getWindows()).stream()
                    .filter(each -> each instanceof PopupWindow popup && floatsOver(popup, window))
                    .forEach(Window::hide);
        }
    }

    private static boolean floatsOver(PopupWindow popup, Window window) {
        Window owner = popup.getOwnerWindow();
        return owner instanceof PopupWindow under ? floatsOver(under, window) : window != null && window.equals(owner);
    }
}
