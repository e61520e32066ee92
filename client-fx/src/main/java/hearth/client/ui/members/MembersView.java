package hearth.client.ui.members;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.IconButton;
import hearth.client.ui.common.Weight;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The people pane: a head, and the people as a list. */
public final class MembersView extends VBox {
    private final ListView<MemberRow> list;

    /** A pane on this model; {@code onClose} hides it. */
    public MembersView(Messages messages, MembersViewModel model, Runnable onClose) {
        getStyleClass().add("members");
        Label title = Weight.semiBold(new Label(messages.text("people.title")));
        title.getStyleClass().add("pane-title");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(title, between, new IconButton(Feather.X, messages.text("people.close"), onClose));
        head.getStyleClass().add("pane-head");
        head.setAlignment(Pos.CENTER_LEFT);
        list = new ListView<>(model.rows());
        list.setId("members");
        list.setAccessibleText(messages.text("people.name"));
        list.getStyleClass().add("rows");
        list.setCellFactory(_ -> new MemberCell(messages, model));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER
                    && list.getSelectionModel().getSelectedItem() instanceof MemberRow.Person person) {
                model.write(person);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(head, list);
    }

    /** Lets go of the model. */
    public void dispose() {
        list.setItems(FXCollections.emptyObservableList());
    }
}
