package hearth.client.ui.common;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands where nothing is yet: an icon, one line, one sentence, at most two buttons. */
public final class EmptyState extends VBox {
    private final Label line = Weight.semiBold(new Label());
    private final Label sentence = new Label();
    private final StackPane square = new StackPane();
    private final HBox buttons = new HBox();

    /** An empty state that says nothing yet. */
    public EmptyState() {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        square.getStyleClass().add("empty-square");
        square.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        line.getStyleClass().add("empty-line");
        line.setWrapText(true);
        line.setAlignment(Pos.CENTER);
        sentence.getStyleClass().add("empty-sentence");
        sentence.setWrapText(true);
        sentence.setAlignment(Pos.CENTER);
        buttons.getStyleClass().add("empty-buttons");
        buttons.setAlignment(Pos.CENTER);
        getChildren().setAll(square, line, sentence, buttons);
        show(Feather.SEARCH, "", "");
    }

    /** Says this. */
    public void show(Feather icon, String lineText, String sentenceText, Node... actions) {
        square.getChildren().setAll(Icon.of(icon, 24));
        line.setText(lineText);
        sentence.setText(sentenceText);
        buttons.getChildren().setAll(actions);
        buttons.setVisible(actions.length > 0);
        buttons.setManaged(actions.length > 0);
    }
}
