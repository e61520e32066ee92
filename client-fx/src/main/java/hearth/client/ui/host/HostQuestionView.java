package hearth.client.ui.host;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.DialogFrame;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Asks before a chat ends under those who are connected to it. */
public final class HostQuestionView extends StackPane {
    private static final double WIDTH = 480;

    private final Button cancel;

    private HostQuestionView(Messages messages, String key, int guests, Runnable onYes, Runnable onClose) {
        setId("host-question");
        Label text = new Label(messages.text(key + ".next", guests));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("dialog-text");
        cancel = new Button(messages.text("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> onClose.run());
        Button yes = new Button(messages.text(key + ".action"));
        yes.setId("host-question-yes");
        yes.getStyleClass().add("danger");
        yes.setOnAction(_ -> onYes.run());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox buttons = new HBox(8, between, cancel, yes);
        buttons.getStyleClass().add("host-foot");
        DialogFrame frame =
                new DialogFrame(messages.text(key, guests), messages.text("dialog.close"), WIDTH, 0, onClose);
        frame.setCenter(text);
        frame.setBottom(buttons);
        getChildren().setAll(frame);
        setMaxSize(WIDTH, USE_PREF_SIZE);
    }

    /** Before hosting is stopped. */
    public static HostQuestionView stopping(Messages messages, int guests, Runnable onYes, Runnable onClose) {
        return new HostQuestionView(messages, "host.stop.ask", guests, onYes, onClose);
    }

    /** Before the program is left. */
    public static HostQuestionView leaving(Messages messages, int guests, Runnable onYes, Runnable onClose) {
        return new HostQuestionView(messages, "host.leave.ask", guests, onYes, onClose);
    }

    /** Puts the focus where nothing is lost. */
    public void focusFirst() {
        cancel.requestFocus();
    }
}
