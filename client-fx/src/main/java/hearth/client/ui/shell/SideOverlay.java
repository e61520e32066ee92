package hearth.client.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Holds a side of the window that has no room beside the conversation, over it; a click beside it closes it. */
final class SideOverlay extends StackPane {

    /** The side that it comes from. */
    enum From {
        /** The conversations. */
        LEFT,
        /** The people. */
        RIGHT
    }

    private static final Insets BESIDE_RAIL = new Insets(0, 0, 0, 56);

    private final Region scrim = new Region();
    private final FocusFence fence = new FocusFence(this);
    private final Runnable elsewhere;

    /** Closed; {@code elsewhere} puts the focus somewhere when whoever had it before cannot have it any more. */
    SideOverlay(Runnable elsewhere) {
        this.elsewhere = elsewhere;
        getStyleClass().add("side-overlay");
        setId("side-overlay");
        scrim.getStyleClass().add("side-scrim");
        scrim.setOnMouseClicked(_ -> hide());
        setVisible(false);
    }

    void show(Node side, From from) {
        side.getStyleClass().add("over");
        setPadding(from == From.LEFT ? BESIDE_RAIL : Insets.EMPTY);
        StackPane.setAlignment(side, from == From.LEFT ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        getChildren().setAll(scrim, side, fence.end());
        setVisible(true);
        fence.raise();
    }

    void hide() {
        getChildren().forEach(child -> child.getStyleClass().remove("over"));
        getChildren().clear();
        setVisible(false);
        fence.lower(elsewhere);
    }
}
