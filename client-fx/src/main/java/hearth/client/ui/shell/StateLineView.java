package hearth.client.ui.shell;

import hearth.client.ui.common.Appearance;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** Where the connection stands: a mark and a word or two, always in sight. */
final class StateLineView extends HBox {
    private final StateMark mark;
    private final Label words = new Label();
    private final Subscription bound;

    StateLineView(Appearance appearance, ConnectionViewModel model) {
        mark = new StateMark(appearance);
        getStyleClass().add("state-line");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        words.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(mark, words);
        bound = model.lineProperty().subscribe(this::show);
    }

    private void show(StateLine line) {
        mark.show(line.mark());
        words.setText(line.words());
        words.getStyleClass().setAll("label", "state-words", StateMark.styleOf(line.mark()));
        setAccessibleText(line.spoken());
    }

    void dispose() {
        bound.unsubscribe();
    }
}
