package hearth.client.ui.common;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import javafx.util.Subscription;

/** A ring that turns while something is under way; it stands still where nothing shall move, and while nobody sees it. */
public final class Spinner extends StackPane {
    private static final Duration TURN = Duration.millis(900);

    private final Appearance appearance;
    private Subscription minds = Subscription.EMPTY;

    /** A ring of this diameter, in px. */
    public Spinner(double size, Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("working");
        double radius = size / 2 - 1;
        Circle track = new Circle(radius, null);
        track.getStyleClass().add("spinner-track");
        Arc arc = new Arc(size / 2, size / 2, radius, radius, 0, 100);
        arc.setType(ArcType.OPEN);
        arc.setFill(null);
        arc.getStyleClass().add("spinner-arc");
        // The arc turns about the ring's centre, which is the middle of the pane that it lies in.
        Pane turning = new Pane(arc);
        turning.setMinSize(size, size);
        turning.setMaxSize(size, size);
        getChildren().setAll(track, turning);
        setMinSize(size, size);
        setMaxSize(size, size);
        RotateTransition turn = new RotateTransition(TURN, turning);
        turn.setByAngle(360);
        turn.setInterpolator(Interpolator.LINEAR);
        turn.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            minds.unsubscribe();
            minds = scene == null
                    ? Subscription.EMPTY
                    : appearance.preferencesProperty().subscribe(_ -> run(turn));
            run(turn);
        });
        visibleProperty().subscribe(_ -> run(turn));
    }

    private void run(RotateTransition turn) {
        if (getScene() != null && isVisible() && !appearance.still()) {
            turn.play();
        } else {
            turn.stop();
        }
    }
}
