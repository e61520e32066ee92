package hearth.client.ui.conversations;

import atlantafx.base.controls.ToggleSwitch;
import hearth.client.i18n.Messages;
import hearth.client.ui.common.DialogFrame;
import hearth.client.ui.common.FormParts;
import hearth.client.ui.common.KeyCaps;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
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
        VBox form = new VBox(
                FormParts.label(messages.text("create.name"), name),
                name,
                FormParts.problem(model.problemProperty()),
                FormParts.label(messages.text("create.topic"), topic),
                topic,
                FormParts.hint(messages.text("create.topic.hint")),
                privacy(model));
        form.getStyleClass().add("dialog-form");
        DialogFrame frame =
                new DialogFrame(messages.text("create.title"), messages.text("dialog.close"), WIDTH, 0, onClose);
        frame.setCenter(form);
        frame.setBottom(buttons(model, onBack));
        getChildren().setAll(frame);
        setMaxSize(WIDTH, USE_PREF_SIZE);
    }

    private HBox privacy(RoomsViewModel model) {
        ToggleSwitch onOff = new ToggleSwitch();
        onOff.setId("new-room-private");
        onOff.selectedProperty().bindBidirectional(model.newPrivateProperty());
        return FormParts.choice(messages.text("create.private"), messages.text("create.private.hint"), onOff);
    }

    private HBox buttons(RoomsViewModel model, Runnable onBack) {
        Button back = new Button(messages.text("create.back"));
        back.setOnAction(_ -> onBack.run());
        Button create = new Button(messages.text("create.create"));
        create.setId("new-room-create");
        create.getStyleClass().add("accent");
        create.setOnAction(_ -> model.create());
        return FormParts.foot(KeyCaps.space(), back, create);
    }

    void focusFirst() {
        name.requestFocus();
        name.end();
    }
}
