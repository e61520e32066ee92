package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.DialogFrame;
import hearth.client.ui.common.FormParts;
import hearth.client.ui.common.KeyCaps;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks before something is done that cannot easily be undone. */
final class ConfirmView extends StackPane {
    private static final double WIDTH = 480;

    private final Button cancel;
    private final TextField reason = new TextField();
    private final Question question;

    /**
     * What is asked.
     *
     * @param id of the dialog, and of its button with {@code -confirm} behind it
     * @param text what follows
     * @param verb what the button says
     * @param takesReason whether a reason can be given
     */
    record Question(String id, String title, String text, String verb, boolean takesReason) {}

    /** Asks; {@code onYes} hears the reason, where one is given, and {@code about} stands below the words. */
    ConfirmView(
            Messages messages, Question question, Consumer<Optional<String>> onYes, Runnable onClose, Node... about) {
        this.question = question;
        getStyleClass().add("dialog");
        setId(question.id() + "-dialog");
        VBox content = new VBox(FormParts.text(question.text()));
        content.getChildren().addAll(about);
        content.getStyleClass().add("dialog-form");
        if (question.takesReason()) {
            reason.setId(question.id() + "-reason");
            reason.setPromptText(messages.text("confirm.reason.prompt"));
            content.getChildren().addAll(FormParts.label(messages.text("confirm.reason"), reason), reason);
        }
        cancel = new Button(messages.text("dialog.cancel"));
        cancel.setOnAction(_ -> onClose.run());
        cancel.setCancelButton(true);
        Button yes = new Button(question.verb());
        yes.setId(question.id() + "-confirm");
        yes.getStyleClass().add("danger");
        yes.setOnAction(_ -> onYes.accept(Optional.of(reason.getText().strip()).filter(given -> !given.isEmpty())));
        reason.setOnAction(_ -> yes.fire());
        DialogFrame frame = new DialogFrame(question.title(), messages.text("dialog.close"), WIDTH, 0, onClose);
        frame.setCenter(content);
        frame.setBottom(FormParts.foot(KeyCaps.space(), cancel, yes));
        getChildren().setAll(frame);
        setMaxSize(WIDTH, USE_PREF_SIZE);
    }

    /** Puts the focus where the user begins: never on what cannot be undone. */
    void focusFirst() {
        if (question.takesReason()) {
            reason.requestFocus();
        } else {
            cancel.requestFocus();
        }
    }
}
