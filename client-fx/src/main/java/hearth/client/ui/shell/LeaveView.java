package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.DialogFrame;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Asks before a room is left that one cannot come back to by oneself. */
final class LeaveView extends StackPane {
    private static final double WIDTH = 480;

    LeaveView(Messages messages, String room, Runnable onLeave, Runnable onClose) {
        getStyleClass().add("dialog");
        setId("leave-dialog");
        Label text = new Label(messages.text("leave.text"));
        text.setWrapText(true);
        text.getStyleClass().add("dialog-text");
        Button cancel = new Button(messages.text("dialog.cancel"));
        cancel.setOnAction(_ -> onClose.run());
        cancel.setCancelButton(true);
        Button leave = new Button(messages.text("leave.leave"));
        leave.setId("leave-confirm");
        leave.getStyleClass().add("danger");
        leave.setOnAction(_ -> onLeave.run());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox buttons = new HBox(8, between, cancel, leave);
        buttons.getStyleClass().add("dialog-foot");
        DialogFrame frame =
                new DialogFrame(messages.text("leave.title", room), messages.text("dialog.close"), WIDTH, 0, onClose);
        frame.setCenter(text);
        frame.setBottom(buttons);
        getChildren().setAll(frame);
        setMaxSize(WIDTH, USE_PREF_SIZE);
    }
}
