package hearth.client.ui.conversations;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.DialogFrame;
import hearth.client.ui.common.FormParts;
import hearth.client.ui.common.KeyCaps;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The form that enters a room by its name, on servers whose rooms have nothing else. */
public final class EnterRoomView extends StackPane {
    private static final double WIDTH = 480;

    private final Messages messages;
    private final RoomsViewModel model;
    private final TextField name = new TextField();

    /** A form on this model; {@code hint} says how rooms are there. */
    public EnterRoomView(Messages messages, RoomsViewModel model, String hint, Runnable onClose) {
        this.messages = messages;
        this.model = model;
        getStyleClass().add("dialog");
        setId("enter-room-dialog");
        name.setId("enter-room-name");
        name.setPromptText(messages.text("create.name.prompt"));
        name.textProperty().bindBidirectional(model.newNameProperty());
        name.setOnAction(_ -> model.enterNamed());
        VBox form = new VBox(
                FormParts.label(messages.text("create.name"), name),
                name,
                FormParts.problem(model.problemProperty()),
                FormParts.hint(hint));
        form.getStyleClass().add("dialog-form");
        DialogFrame frame =
                new DialogFrame(messages.text("rooms.enter"), messages.text("dialog.close"), WIDTH, 0, onClose);
        frame.setCenter(form);
        frame.setBottom(buttons(onClose));
        getChildren().setAll(frame);
        setMaxSize(WIDTH, USE_PREF_SIZE);
    }

    private HBox buttons(Runnable onClose) {
        Button cancel = new Button(messages.text("dialog.cancel"));
        cancel.setOnAction(_ -> onClose.run());
        Button enter = new Button(messages.text("enter.enter"));
        enter.setId("enter-room-enter");
        enter.getStyleClass().add("accent");
        enter.setOnAction(_ -> model.enterNamed());
        return FormParts.foot(KeyCaps.space(), cancel, enter);
    }

    /** Puts the caret where the user begins. */
    public void focusFirst() {
        name.requestFocus();
    }

    /** Lets go of the model. */
    public void dispose() {
        name.textProperty().unbindBidirectional(model.newNameProperty());
        model.dispose();
    }
}
