package hearth.client.ui.common;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Makes what tells of keys: caps, and the words beside them. */
public final class KeyCaps {

    private KeyCaps() {}

    /** A key, as it is named on keyboards. */
    public static Label cap(String name) {
        Label cap = new Label(name);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    /** What a key does. */
    public static Label words(String does) {
        Label words = new Label(does);
        words.getStyleClass().add("small-muted");
        words.setMinWidth(Region.USE_PREF_SIZE);
        return words;
    }

    /** What keeps those before it at one side, and those after it at the other. */
    public static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
