package hearth.client.ui.common;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** A button that shows an icon alone; its words are the tooltip, and its name for assistive technology. */
public final class IconButton extends Button {

    /** A button of 32 with an icon of 17. */
    public IconButton(Feather feather, String words, Runnable action) {
        this(feather, Icon.BUTTON, words, action);
    }

    /** A button of 32 with an icon of this size. */
    public IconButton(Feather feather, int iconSize, String words, Runnable action) {
        getStyleClass().add("icon-button");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(Icon.of(feather, iconSize));
        setOnAction(_ -> action.run());
        say(words);
    }

    /** Gives it other words. */
    public void say(String words) {
        setAccessibleText(words);
        setTooltip(new Tooltip(words));
    }
}
