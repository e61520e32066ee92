package hearth.client.ui.conversations;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Avatar;
import hearth.client.ui.common.EmptyState;
import hearth.client.ui.common.FormParts;
import hearth.client.ui.common.Weight;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** People to choose from: a field that finds, and who was found. */
final class PersonPicker extends VBox {
    private final ListView<PersonRow> list;
    private final FindField find;
    private final EmptyState none = new EmptyState();
    private final Model model;
    private final Runnable onNobody;
    private final Consumer<EmptyState> nobodyWords;
    private final ListChangeListener<PersonRow> onFound = _ -> showFound();

    /** What there is to choose from. */
    interface Model {
        /** The name that is looked for, or a part of it. */
        StringProperty queryProperty();

        /** Who was found. */
        ObservableList<PersonRow> found();

        /** What went wrong; empty where nothing did. */
        ReadOnlyStringProperty problemProperty();

        /** Chooses somebody. */
        void choose(PersonRow person);
    }

    /**
     * What the picker says.
     *
     * @param find the prompt of the field
     * @param choose the key of what choosing somebody does, for assistive technology
     * @param nobody says in what stands there that nobody was found
     */
    record Words(String find, String choose, Consumer<EmptyState> nobody) {}

    /** The picker of this model; {@code onNobody} runs for Enter where nobody was found. */
    PersonPicker(Messages messages, Model model, String id, Words words, Runnable onNobody) {
        this.model = model;
        this.onNobody = onNobody;
        nobodyWords = words.nobody();
        list = new ListView<>(model.found());
        list.setId(id + "-list");
        list.getStyleClass().addAll("rows", "dialog-list");
        list.setCellFactory(_ -> new PersonCell(messages, model, words.choose()));
        find = new FindField(list, words.find(), this::onEnter);
        find.setId(id + "-find");
        find.bind(model.queryProperty());
        VBox top = new VBox(8, find, FormParts.problem(model.problemProperty()));
        top.getStyleClass().add("dialog-find");
        StackPane middle = new StackPane(list, none);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().setAll(top, middle);
        model.found().addListener(onFound);
        showFound();
    }

    private void onEnter() {
        PersonRow chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.choose(chosen);
        } else if (!model.found().isEmpty()) {
            model.choose(model.found().getFirst());
        } else {
            onNobody.run();
        }
    }

    private void showFound() {
        none.setVisible(model.found().isEmpty());
        if (none.isVisible()) {
            nobodyWords.accept(none);
        }
    }

    void focusFirst() {
        find.requestFocus();
    }

    void dispose() {
        model.found().removeListener(onFound);
        find.textProperty().unbindBidirectional(model.queryProperty());
        list.setItems(FXCollections.emptyObservableList());
    }

    private static final class PersonCell extends SteadyCell<PersonRow> {
        private final Messages messages;
        private final String choose;
        private final Avatar avatar = new Avatar(28);
        private final Label name = Weight.followHan(new Label());
        private final Label note = new Label();
        private final HBox row = new HBox(12, avatar, name, note);

        PersonCell(Messages messages, Model model, String choose) {
            this.messages = messages;
            this.choose = choose;
            getStyleClass().add("person-cell");
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            note.getStyleClass().add("small-muted");
            note.setMinWidth(Region.USE_PREF_SIZE);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("person-row");
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    model.choose(getItem());
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
                note.setText(person.note());
                setAccessibleText(messages.text(choose, person.name()));
            }
        }
    }
}
