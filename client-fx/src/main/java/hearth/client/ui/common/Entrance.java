package hearth.client.ui.common;

import java.util.Arrays;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * How what opens comes into view: at once where nothing shall move. Whoever ends the subscription that is returned has it there at once, too; it may be ended
 * after the node has come. Used on the JavaFX thread.
 */
public final class Entrance {
    private static final Duration FADING = Duration.millis(120);
    private static final Duration SLIDING = Duration.millis(160);
    private static final Duration RISING = Duration.millis(180);
    private static final double HEIGHT = 8;

    private record Way(DoubleProperty along, double from, double to) {}

    private Entrance() {}

    /** Lets a card appear. */
    public static Subscription fade(Node card, Appearance appearance) {
        return come(appearance, FADING, new Way(card.opacityProperty(), 0, 1));
    }

    /** Lets a side of the window come from so many px to the right; from the left, where they are fewer than none. */
    public static Subscription slide(Node side, double from, Appearance appearance) {
        return come(appearance, SLIDING, new Way(side.translateXProperty(), from, 0));
    }

    /** Lets a dialog appear and rise. */
    public static Subscription rise(Node dialog, Appearance appearance) {
        return come(
                appearance,
                RISING,
                new Way(dialog.opacityProperty(), 0, 1),
                new Way(dialog.translateYProperty(), HEIGHT, 0));
    }

    private static Subscription come(Appearance appearance, Duration length, Way... ways) {
        if (appearance.still()) {
            return Subscription.EMPTY;
        }
        Timeline movement = new Timeline(new KeyFrame(
                length,
                Arrays.stream(ways)
                        .map(way -> new KeyValue(way.along(), way.to(), Interpolator.EASE_OUT))
                        .toArray(KeyValue[]::new)));
        for (Way way : ways) {
            way.along().set(way.from());
        }
        movement.play();
        return () -> {
            movement.stop();
            for (Way way : ways) {
                way.along().set(way.to());
            }
        };
    }
}
