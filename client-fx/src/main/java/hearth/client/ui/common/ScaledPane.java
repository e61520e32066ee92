package hearth.client.ui.common;

import hearth.client.settings.Preferences;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.util.Subscription;

/**
 * Draws what is in it as large as the user wants. It is laid out in the room that is left when everything is so large: text of 200 % in a window of 1280 px is
 * as 100 % in one of 640.
 */
public final class ScaledPane extends Region {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final double WHOLE = 100;

    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private final Subscription bound;

    /** Draws this content as the appearance says, until {@link #dispose}. */
    public ScaledPane(Region content, Appearance appearance) {
        this.content = content;
        getStyleClass().add("window-root");
        content.getTransforms().add(scale);
        getChildren().setAll(content);
        bound = appearance.preferencesProperty().subscribe(this::show).and(FloatingText.over(this, appearance));
    }

    private void show(Preferences preferences) {
        scale.setX(preferences.textPercent() / WHOLE);
        scale.setY(preferences.textPercent() / WHOLE);
        pseudoClassStateChanged(COMPACT, preferences.density() == Preferences.Density.COMPACT);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }

    /** Lets go of the appearance. */
    public void dispose() {
        bound.unsubscribe();
        content.getTransforms().remove(scale);
    }
}
