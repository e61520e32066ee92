package hearth.client.ui.shell;

import javafx.beans.property.DoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;

/** The line between sidebar and conversation: dragging it makes the sidebar wider or narrower. */
final class SidebarEdge extends Region {
    private static final double NARROWEST = 200;
    private static final double WIDEST = 400;

    SidebarEdge(DoubleProperty sidebarWidth) {
        getStyleClass().add("sidebar-edge");
        setCursor(Cursor.H_RESIZE);
        setOnMouseDragged(event -> {
            double x = getParent()
                    .sceneToLocal(event.getSceneX(), event.getSceneY())
                    .getX();
            sidebarWidth.set(Math.clamp(Math.rint(x), NARROWEST, WIDEST));
        });
    }
}
