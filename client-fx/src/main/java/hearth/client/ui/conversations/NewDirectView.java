package hearth.client.ui.conversations;

import atlantafx.base.controls.CustomTextField;
import hearth.client.i18n.Messages;
import hearth.client.ui.common.Avatar;
import hearth.client.ui.common.DialogFrame;
import hearth.client.ui.common.EmptyState;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.Weight;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The dialog of the people one can write to. */
public final class NewDirectView extends StackPane {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 480;

    private final Messages messages;
    private final NewDirectViewModel model;
    private final CustomTextField find = new CustomTextField();
    private final ListView<PersonRow> list;
    private final EmptyState none = new EmptyState();
    private final ListChangeListener<PersonRow> onFound = _ -> showFound();

    /** A dialog on this model. */
    public NewDirectView(Messages messages, NewDirectViewModel model, Runnable onClose) {
        this.messages = messages;
        this.model = model;
        getStyleClass().add("dialog");
        setId("direct-dialog");
        setMaxSize(WIDTH, HEIGHT);
        list = new ListView<>(model.found());
        list.setId("direct-list");
        list.getStyleClass().addAll("rows", "dialog-list");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new PersonCell());
        find.setId("direct-find");
        find.setLeft(Icon.of(Feather.SEARCH, Icon.ROW));
        find.setPromptText(messages.text("direct.find"));
        find.setAccessibleText(messages.text("direct.find"));
        find.textProperty().bindBidirectional(model.queryProperty());
        find.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        Label problem = new Label();
        problem.getStyleClass().add("dialog-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        VBox top = new VBox(8, find, problem);
        top.getStyleClass().add("dialog-find");
        StackPane middle = new StackPane(list, none);
        VBox.setVgrow(middle, Priority.ALWAYS);
        DialogFrame frame =
                new DialogFrame(messages.text("direct.title"), messages.text("dialog.close"), WIDTH, HEIGHT, onClose);
        frame.setCenter(new VBox(top, middle));
        getChildren().setAll(frame);
        model.found().addListener(onFound);
        showFound();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            long next = list.getSelectionModel().getSelectedIndex() + (event.getCode() == KeyCode.DOWN ? 1L : -1L);
            int index = Math.clamp(next, 0, Math.max(0, model.found().size() - 1));
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(Math.max(0, index - 2));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            PersonRow chosen = list.getSelectionModel().getSelectedItem();
            if (chosen == null) {
                model.openTyped();
            } else {
                model.open(chosen);
            }
            event.consume();
        }
    }

    private void showFound() {
        String wanted = model.queryProperty().get().strip();
        boolean nothing = model.found().isEmpty() && !wanted.isEmpty();
        none.setVisible(nothing);
        if (nothing) {
            Button write = new Button(messages.text("direct.by-name", wanted));
            write.setId("direct-by-name");
            write.setOnAction(_ -> model.openTyped());
            none.show(Feather.USER, messages.text("direct.none", wanted), messages.text("direct.none.hint"), write);
        }
    }

    /** Puts the caret where the user begins. */
    public void focusFirst() {
        find.requestFocus();
    }

    /** Lets go of the model. */
    public void dispose() {
        model.found().removeListener(onFound);
        find.textProperty().unbindBidirectional(model.queryProperty());
        list.setItems(FXCollections.emptyObservableList());
        model.dispose();
    }

    private final class PersonCell extends ListCell<PersonRow> {
        private final Avatar avatar = new Avatar(28);
        private final Label name = Weight.followHan(new Label());
        private final HBox row = new HBox(12, avatar, name);

        PersonCell() {
            getStyleClass().add("person-cell");
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("person-row");
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    model.open(getItem());
                }
            });
        }

        @Override
        protected void updateItem(PersonRow person, boolean isEmpty) {
            super.updateItem(person, isEmpty);
            setText(null);
            setGraphic(isEmpty || person == null ? null : row);
            if (!isEmpty && person != null) {
                avatar.show(person.id(), person.name(), person.status());
                name.setText(person.name());
                setAccessibleText(messages.text("direct.write", person.name()));
            }
        }
    }
}
