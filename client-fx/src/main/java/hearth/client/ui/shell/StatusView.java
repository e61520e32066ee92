package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.DialogFrame;
import hearth.client.ui.common.FormParts;
import hearth.client.ui.common.KeyCaps;
import hearth.client.ui.common.StatusWords;
import hearth.protocol.Status;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The form in which the user says what they are doing. */
final class StatusView extends StackPane {
    /** What a user can say; who is offline the server knows. */
    static final List<Status> SAYABLE = List.of(Status.ONLINE, Status.AWAY, Status.BUSY);

    private static final double WIDTH = 480;

    private final Messages messages;
    private final StatusViewModel model;
    private final TextField text = new TextField();
    private final ToggleGroup statuses = new ToggleGroup();
    private final Runnable onClose;

    StatusView(Messages messages, StatusViewModel model, Runnable onClose) {
        this.messages = messages;
        this.model = model;
        this.onClose = onClose;
        getStyleClass().add("dialog");
        setId("status-dialog");
        text.setId("status-text");
        text.setText(model.text());
        text.setPromptText(messages.text("status.text.prompt"));
        text.setOnAction(_ -> save());
        VBox form = new VBox(
                segments(),
                FormParts.label(messages.text("status.text"), text),
                text,
                FormParts.problem(model.problemProperty()),
                FormParts.hint(messages.text("status.text.hint")));
        form.getStyleClass().addAll("dialog-form", "status-form");
        Button cancel = new Button(messages.text("dialog.cancel"));
        cancel.setOnAction(_ -> onClose.run());
        Button save = new Button(messages.text("details.save"));
        save.setId("status-save");
        save.getStyleClass().add("accent");
        save.setOnAction(_ -> save());
        DialogFrame frame =
                new DialogFrame(messages.text("status.title"), messages.text("dialog.close"), WIDTH, 0, onClose);
        frame.setCenter(form);
        frame.setBottom(FormParts.foot(KeyCaps.space(), cancel, save));
        getChildren().setAll(frame);
        setMaxSize(WIDTH, USE_PREF_SIZE);
    }

    private HBox segments() {
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        segments.setMaxWidth(USE_PREF_SIZE);
        for (Status status : SAYABLE) {
            ToggleButton segment = new ToggleButton(StatusWords.of(messages, status));
            segment.setId("status-" + status.wire());
            segment.getStyleClass().add("segment");
            segment.setToggleGroup(statuses);
            segment.setUserData(status);
            segment.setSelected(status == model.status());
            // One of them is always chosen.
            segment.setOnAction(_ -> segment.setSelected(true));
            segments.getChildren().add(segment);
        }
        return segments;
    }

    private void save() {
        model.say((Status) statuses.getSelectedToggle().getUserData(), text.getText(), onClose);
    }

    void focusFirst() {
        text.requestFocus();
        text.end();
    }

    /** Lets go of the model. */
    void dispose() {
        model.dispose();
    }
}
