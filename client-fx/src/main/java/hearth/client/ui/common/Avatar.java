package hearth.client.ui.common;

import hearth.protocol.Status;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A person as a circle with an initial, and with a mark for what the person does now. */
public final class Avatar extends StackPane {
    private static final int LARGE_MARK_FROM = 28;

    private final Label initial = Weight.semiBold(new Label());
    private final PresenceMark mark = new PresenceMark();

    /** An empty circle of this diameter. */
    public Avatar(int size) {
        getStyleClass().addAll("avatar", "avatar-" + size);
        setMinSize(size, size);
        setMaxSize(size, size);
        initial.getStyleClass().add("avatar-initial");
        initial.setMinWidth(USE_PREF_SIZE);
        StackPane.setAlignment(mark, Pos.BOTTOM_RIGHT);
        mark.getStyleClass().add(size >= LARGE_MARK_FROM ? "presence-large" : "presence-small");
        mark.setTranslateX(outside(size));
        mark.setTranslateY(outside(size));
        getChildren().setAll(initial, mark);
        setMouseTransparent(true);
    }

    /** How far the mark stands outside the circle: the smaller the circle, the further. */
    private static int outside(int size) {
        if (size < LARGE_MARK_FROM) {
            return 4;
        }
        return size < 56 ? 2 : 0;
    }

    /** Shows a person; without a status there is no mark, for nobody knows. */
    public void show(String userId, String name, Optional<Status> status) {
        PersonColour.paint(this, userId);
        initial.setText(initialOf(name));
        mark.show(status);
    }

    /** The first letter of a name, or its first character where it has no case. */
    public static String initialOf(String name) {
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
