package hearth.client.ui.common;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The frame of a dialog: its name, what stands beside it, the way out, and the content. */
public final class DialogFrame extends BorderPane {

    /** A frame of this size where the window is large enough, of a height of 0 for a form as high as it has to be; {@code close} is the button's name. */
    public DialogFrame(String title, String close, double width, double height, Runnable onClose, Node... beside) {
        getStyleClass().add("dialog-frame");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        setPrefWidth(width);
        setMaxWidth(width);
        if (height > 0) {
            setPrefHeight(height);
            setMaxHeight(height);
        } else {
            getStyleClass().add("form");
            setMaxHeight(USE_PREF_SIZE);
        }
        Label name = Weight.semiBold(new Label(title));
        name.getStyleClass().add("dialog-title");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(name, between);
        head.getChildren().addAll(beside);
        head.getChildren().add(new IconButton(Feather.X, close, onClose));
        head.getStyleClass().add("dialog-head");
        head.setAlignment(Pos.CENTER_LEFT);
        setTop(head);
    }
}
