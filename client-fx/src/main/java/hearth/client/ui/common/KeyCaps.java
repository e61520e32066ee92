package hearth.client.ui.common;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Makes what tells of keys: caps, and the words beside them. */
public final class KeyCaps {
    private static final double GAP = 6;

    private KeyCaps() {}

    /** A key, as it is named on keyboards. */
    public static Label cap(String name) {
        Label cap = new Label(name);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    /** Keys, and what they do. */
    public static HBox does(String what, String... keys) {
        HBox line = new HBox(GAP);
        for (String key : keys) {
            line.getChildren().add(cap(key));
        }
        Label words = new Label(what);
        words.getStyleClass().add("small-muted");
        words.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().add(words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(Region.USE_PREF_SIZE);
        return line;
    }

    /** What keeps those before it at one side, and those after it at the other. */
    public static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
