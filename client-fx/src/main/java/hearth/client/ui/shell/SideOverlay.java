package hearth.client.ui.shell;

import hearth.client.ui.common.Appearance;
import hearth.client.ui.common.Entrance;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;

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

    /** The side comes from behind the rail, not over it. */
    private final Rectangle shownIn = new Rectangle();

    private final FocusFence fence = new FocusFence(this);
    private final Runnable elsewhere;
    private final Appearance appearance;
    private Subscription coming = Subscription.EMPTY;

    /** Closed; {@code elsewhere} puts the focus somewhere when whoever had it before cannot have it any more. */
    SideOverlay(Appearance appearance, Runnable elsewhere) {
        this.appearance = appearance;
        this.elsewhere = elsewhere;
        getStyleClass().add("side-overlay");
        setId("side-overlay");
        scrim.getStyleClass().add("side-scrim");
        scrim.setOnMouseClicked(_ -> hide());
        shownIn.widthProperty().bind(widthProperty());
        shownIn.heightProperty().bind(heightProperty());
        setClip(shownIn);
        setVisible(false);
    }

    void show(Region side, From from) {
        side.getStyleClass().add("over");
        setPadding(from == From.LEFT ? BESIDE_RAIL : Insets.EMPTY);
        shownIn.setX(getPadding().getLeft());
        StackPane.setAlignment(side, from == From.LEFT ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        getChildren().setAll(scrim, side, fence.end());
        setVisible(true);
        double width = side.prefWidth(-1);
        coming = Entrance.slide(side, from == From.LEFT ? -width : width, appearance);
        fence.raise();
    }

    void hide() {
        coming.unsubscribe();
        getChildren().forEach(child -> child.getStyleClass().remove("over"));
        getChildren().clear();
        setVisible(false);
        fence.lower(elsewhere);
    }
}
