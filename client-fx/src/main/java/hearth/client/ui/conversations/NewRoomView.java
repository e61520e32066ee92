package hearth.client.ui.conversations;

import atlantafx.base.controls.ToggleSwitch;
import hearth.client.i18n.Messages;
import hearth.client.ui.common.DialogFrame;
import hearth.client.ui.common.Weight;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The form that makes a room. */
final class NewRoomView extends StackPane {
    private static final double WIDTH = 480;

    private final Messages messages;
    private final TextField name = new TextField();

    NewRoomView(Messages messages, RoomsViewModel model, Runnable onBack, Runnable onClose) {
        this.messages = messages;
        setId("new-room-dialog");
        name.setId("new-room-name");
        name.setPromptText(messages.text("create.name.prompt"));
        name.textProperty().bindBidirectional(model.newNameProperty());
        name.setOnAction(_ -> model.create());
        TextField topic = new TextField();
        topic.setId("new-room-topic");
        topic.setPromptText(messages.text("create.topic.prompt"));
        topic.textProperty().bindBidirectional(model.newTopicProperty());
        topic.setOnAction(_ -> model.create());
        Label problem = new Label();
        problem.getStyleClass().add("dialog-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        VBox form = new VBox(
                label("create.name", name),
                name,
                problem,
                label("create.topic", topic),
                topic,
                hint("create.topic.hint"),
                privacy(model));
        form.getStyleClass().add("dialog-form");
        DialogFrame frame =
                new DialogFrame(messages.text("create.title"), messages.text("dialog.close"), WIDTH, 0, onClose);
        frame.setCenter(form);
        frame.setBottom(buttons(model, onBack));
        getChildren().setAll(frame);
        setMaxSize(WIDTH, USE_PREF_SIZE);
    }

    private Label label(String key, TextField field) {
        Label label = Weight.followHan(new Label(messages.text(key)));
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        field.setAccessibleText(messages.text(key));
        return label;
    }

    private Label hint(String key) {
        Label hint = new Label(messages.text(key));
        hint.getStyleClass().add("field-hint");
        hint.setWrapText(true);
        return hint;
    }

    private HBox privacy(RoomsViewModel model) {
        ToggleSwitch onOff = new ToggleSwitch();
        onOff.setId("new-room-private");
        onOff.setAccessibleText(messages.text("create.private"));
        onOff.selectedProperty().bindBidirectional(model.newPrivateProperty());
        Label title = Weight.followHan(new Label(messages.text("create.private")));
        title.getStyleClass().add("field-label");
        VBox words = new VBox(2, title, hint("create.private.hint"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(12, words, onOff);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("form-switch");
        return line;
    }

    private HBox buttons(RoomsViewModel model, Runnable onBack) {
        Button back = new Button(messages.text("create.back"));
        back.setOnAction(_ -> onBack.run());
        Button create = new Button(messages.text("create.create"));
        create.setId("new-room-create");
        create.getStyleClass().add("accent");
        create.setOnAction(_ -> model.create());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox buttons = new HBox(8, between, back, create);
        buttons.getStyleClass().add("dialog-foot");
        return buttons;
    }

    void focusFirst() {
        name.requestFocus();
        name.end();
    }
}
