package hearth.client.ui.conversations;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.DialogFrame;
import hearth.client.ui.common.EmptyState;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The dialog of the people one can write to. */
public final class NewDirectView extends StackPane {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 480;

    private final Messages messages;
    private final NewDirectViewModel model;
    private final PersonPicker picker;

    /** A dialog on this model. */
    public NewDirectView(Messages messages, NewDirectViewModel model, Runnable onClose) {
        this.messages = messages;
        this.model = model;
        getStyleClass().add("dialog");
        setId("direct-dialog");
        setMaxSize(WIDTH, HEIGHT);
        picker = new PersonPicker(
                messages,
                model,
                "direct",
                new PersonPicker.Words(messages.text("direct.find"), "direct.write", this::sayNobody),
                model::openTyped);
        DialogFrame frame =
                new DialogFrame(messages.text("direct.title"), messages.text("dialog.close"), WIDTH, HEIGHT, onClose);
        frame.setCenter(picker);
        getChildren().setAll(frame);
    }

    private void sayNobody(EmptyState none) {
        String wanted = model.queryProperty().get().strip();
        none.setVisible(!wanted.isEmpty());
        Button write = new Button(messages.text("direct.by-name", wanted));
        write.setId("direct-by-name");
        write.setMnemonicParsing(false);
        write.setOnAction(_ -> model.openTyped());
        none.show(Feather.USER, messages.text("direct.none", wanted), messages.text("direct.none.hint"), write);
    }

    /** Puts the caret where the user begins. */
    public void focusFirst() {
        picker.focusFirst();
    }

    /** Lets go of the model. */
    public void dispose() {
        picker.dispose();
        model.dispose();
    }
}
