package hearth.client.ui.common;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes icons. Their colour comes from the stylesheet. */
public final class Icon {
    /** In buttons. */
    public static final int BUTTON = 17;

    /** In rows. */
    public static final int ROW = 15;

    /** Beside small text. */
    public static final int SMALL = 14;

    private Icon() {}

    /** An icon of this size, in px at 100 % text size. */
    public static Node of(Feather feather, int size) {
        FontIcon icon = FontIcon.of(feather, size);
        // The theme sizes all icons alike; only an inline style wins over it.
        icon.setStyle(icon.getStyle() + "; -fx-icon-size: " + size + "px;");
        icon.getStyleClass().add("icon");
        return icon;
    }
}
