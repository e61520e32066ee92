package hearth.client.ui.timeline;

import hearth.client.ui.common.Appearance;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Holds the reader's eye on the row that was jumped to, and lets go of it. */
final class Flash extends Region {
    private static final Duration HELD = Duration.seconds(1);
    private static final Duration FADES = Duration.millis(600);
    private static final Duration HELD_STILL = Duration.seconds(2);

    private final Appearance appearance;
    private SequentialTransition running = new SequentialTransition();

    Flash(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("message-flash");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void run() {
        stop();
        setOpacity(1);
        setVisible(true);
        running = new SequentialTransition();
        if (appearance.still()) {
            running.getChildren().setAll(new PauseTransition(HELD_STILL));
        } else {
            FadeTransition fade = new FadeTransition(FADES, this);
            fade.setToValue(0);
            running.getChildren().setAll(new PauseTransition(HELD), fade);
        }
        running.setOnFinished(_ -> setVisible(false));
        running.play();
    }

    void stop() {
        running.stop();
        setVisible(false);
    }
}
