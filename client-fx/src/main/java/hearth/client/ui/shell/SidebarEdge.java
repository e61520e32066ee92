package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The line between sidebar and conversation: dragging it, or the arrow keys on it, make the sidebar wider or narrower. */
final class SidebarEdge extends Region {
    /** What it takes from the row of planes: the line alone. */
    static final double LINE = 1;

    /** Where the pointer takes hold of it: over the margin of the sidebar too. */
    private static final double GRIP = 4;

    private static final double NARROWEST = 200;
    private static final double WIDEST = 400;
    private static final double STEP = 10;

    private final DoubleProperty width;

    /** Takes hold of the right edge of this sidebar; {@code width} is that of both. */
    SidebarEdge(Messages messages, Region sidebar, DoubleProperty width) {
        this.width = width;
        setId("sidebar-edge");
        getStyleClass().add("sidebar-edge");
        setMinWidth(GRIP + LINE);
        setMaxWidth(GRIP + LINE);
        HBox.setMargin(this, new Insets(0, 0, 0, -GRIP));
        setCursor(Cursor.H_RESIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(messages.text("sidebar.edge"));
        setOnMouseDragged(event -> {
            double x = getParent()
                    .sceneToLocal(event.getSceneX(), event.getSceneY())
                    .getX();
            resizeTo(Math.rint(x - sidebar.getLayoutX()));
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> resizeTo(width.get() - STEP);
            case RIGHT -> resizeTo(width.get() + STEP);
            case HOME -> resizeTo(NARROWEST);
            case END -> resizeTo(WIDEST);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void resizeTo(double wanted) {
        width.set(Math.clamp(wanted, NARROWEST, WIDEST));
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> width.get();
            case MIN_VALUE -> NARROWEST;
            case MAX_VALUE -> WIDEST;
            case ORIENTATION -> Orientation.HORIZONTAL;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> resizeTo(width.get() + STEP);
            case DECREMENT -> resizeTo(width.get() - STEP);
            case SET_VALUE -> resizeTo(((Number) parameters[0]).doubleValue());
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
