package hearth.client.ui.members;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.IconButton;
import hearth.client.ui.common.Weight;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The people pane: a head, and the people as a list. */
public final class MembersView extends VBox {
    private final ListView<MemberRow> list;
    private final Subscription bound;

    /** A pane on this model; {@code onClose} hides it. */
    public MembersView(Messages messages, MembersViewModel model, PersonActions actions, Runnable onClose) {
        getStyleClass().add("members");
        Label title = Weight.semiBold(new Label(messages.text("people.title")));
        title.getStyleClass().add("pane-title");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        IconButton invite = new IconButton(Feather.USER_PLUS, messages.text("invite.open"), actions::invite);
        invite.setId("people-invite");
        HBox head = new HBox(title, between, invite, new IconButton(Feather.X, messages.text("people.close"), onClose));
        head.getStyleClass().add("pane-head");
        head.setAlignment(Pos.CENTER_LEFT);
        list = new ListView<>(model.rows());
        list.setId("members");
        list.setAccessibleText(messages.text("people.name"));
        list.getStyleClass().add("rows");
        list.setCellFactory(_ -> new MemberCell(messages, model, actions));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER
                    && list.getSelectionModel().getSelectedItem() instanceof MemberRow.Person person) {
                actions.open(
                        person.id(), person.name(), row(list.getSelectionModel().getSelectedIndex()));
                event.consume();
            }
        });
        list.focusedProperty().subscribe(this::beginAtFirst);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(head, list);
        bound = model.powersProperty().subscribe(powers -> {
            invite.setVisible(powers.govern());
            invite.setManaged(powers.govern());
        });
    }

    /** The row at this index; where it is not drawn, the list. */
    private Node row(int index) {
        return list.lookupAll(".member-cell").stream()
                .filter(node -> node instanceof MemberCell cell && cell.getIndex() == index && cell.isVisible())
                .findFirst()
                .orElse(list);
    }

    /** Whoever comes into the list is on the first person. */
    private void beginAtFirst(boolean focused) {
        if (focused && list.getSelectionModel().isEmpty()) {
            IntStream.range(0, list.getItems().size())
                    .filter(index -> list.getItems().get(index) instanceof MemberRow.Person)
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::clearAndSelect);
        }
    }

    /** Lets go of the model. */
    public void dispose() {
        bound.unsubscribe();
        list.setItems(FXCollections.emptyObservableList());
    }
}
