package hearth.client.ui.shell;

import javafx.beans.property.DoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;

/** The line between sidebar and conversation: dragging it makes the sidebar wider or narrower. */
final class SidebarEdge extends Region {
    static final double WIDTH = 4;

    private static final double NARROWEST = 200;
    private static final double WIDEST = 400;

    /** Takes hold of the right edge of this sidebar; {@code width} is that of both. */
    SidebarEdge(Region sidebar, DoubleProperty width) {
        getStyleClass().add("sidebar-edge");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setCursor(Cursor.H_RESIZE);
        setOnMouseDragged(event -> {
            double x = getParent()
                    .sceneToLocal(event.getSceneX(), event.getSceneY())
                    .getX();
            width.set(Math.clamp(Math.rint(x - sidebar.getLayoutX()), NARROWEST, WIDEST));
        });
    }
}
