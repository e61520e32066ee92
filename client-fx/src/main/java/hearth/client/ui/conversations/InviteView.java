package hearth.client.ui.conversations;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.DialogFrame;
import hearth.client.ui.common.EmptyState;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The dialog of the people who can be brought into a room: each is there at once. */
public final class InviteView extends StackPane {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 480;

    private final Messages messages;
    private final InviteViewModel model;
    private final PersonPicker picker;

    /** A dialog on this model. */
    public InviteView(Messages messages, InviteViewModel model, Runnable onClose) {
        this.messages = messages;
        this.model = model;
        getStyleClass().add("dialog");
        setId("invite-dialog");
        setMaxSize(WIDTH, HEIGHT);
        picker = new PersonPicker(
                messages,
                model,
                "invite",
                new PersonPicker.Words(messages.text("direct.find"), "invite.person", this::sayNobody),
                () -> {});
        DialogFrame frame = new DialogFrame(
                messages.text("invite.title", model.roomName()), messages.text("dialog.close"), WIDTH, HEIGHT, onClose);
        frame.setCenter(picker);
        getChildren().setAll(frame);
    }

    private void sayNobody(EmptyState none) {
        String wanted = model.queryProperty().get().strip();
        String line = wanted.isEmpty() ? messages.text("invite.none") : messages.text("direct.none", wanted);
        none.show(Feather.USERS, line, messages.text("invite.none.hint"));
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
