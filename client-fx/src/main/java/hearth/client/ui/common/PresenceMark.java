package hearth.client.ui.common;

import hearth.protocol.Status;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What a person does now, by colour and by shape: full, crescent, bar, ring. */
public final class PresenceMark extends StackPane {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

    /** A mark that is not shown yet. */
    public PresenceMark() {
        getStyleClass().add("presence");
        Region shape = new Region();
        shape.getStyleClass().add("presence-shape");
        Region cut = new Region();
        cut.getStyleClass().add("presence-cut");
        getChildren().setAll(shape, cut);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setVisible(false);
    }

    /** Shows a status; nothing without one. */
    public void show(Optional<Status> status) {
        setVisible(status.isPresent());
        pseudoClassStateChanged(AWAY, status.filter(Status.AWAY::equals).isPresent());
        pseudoClassStateChanged(BUSY, status.filter(Status.BUSY::equals).isPresent());
        pseudoClassStateChanged(OFFLINE, status.filter(Status.OFFLINE::equals).isPresent());
    }
}
