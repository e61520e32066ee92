package hearth.client.ui.connect;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.FormParts;
import hearth.client.ui.common.Weight;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

/** Says what was found at an address, and lets the user choose how to speak with it. */
final class FoundCard extends VBox {
    private final Label found = Weight.semiBold(new Label());
    private final ComboBox<KindChoice.Kind> kinds = new ComboBox<>();
    private final Label tokenLabel;
    private final PasswordField token = new PasswordField();
    private final Label tokenHint;
    private Subscription bound = Subscription.EMPTY;

    FoundCard(Messages messages, ConnectViewModel model) {
        getStyleClass().add("found-card");
        setId("connect-found");
        setMinHeight(USE_PREF_SIZE);
        found.setWrapText(true);
        found.setMinHeight(USE_PREF_SIZE);
        found.getStyleClass().add("found-what");
        Label speak = FormParts.heading(messages.text("connect.speak"));
        speak.setLabelFor(kinds);
        kinds.setId("connect-kind");
        kinds.setAccessibleText(messages.text("connect.speak"));
        kinds.setMaxWidth(Double.MAX_VALUE);
        kinds.setConverter(new Words());
        HBox.setHgrow(kinds, Priority.ALWAYS);
        tokenLabel = FormParts.heading(messages.text("connect.token"));
        tokenLabel.setLabelFor(token);
        token.setId("connect-token");
        token.setAccessibleText(messages.text("connect.token"));
        token.setOnAction(_ -> model.joinFound());
        tokenHint = FormParts.hint(messages.text("connect.token.hint"));
        Button join = new Button(messages.text("connect.join"));
        join.setId("connect-join-found");
        join.getStyleClass().add("accent");
        join.setMinWidth(USE_PREF_SIZE);
        join.setOnAction(_ -> model.joinFound());
        HBox row = new HBox(8, kinds, join);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(found, speak, row, tokenLabel, token, tokenHint);
        show(Optional.empty());
    }

    void show(Optional<KindChoice> choice) {
        bound.unsubscribe();
        bound = Subscription.EMPTY;
        setVisible(choice.isPresent());
        setManaged(choice.isPresent());
        choice.ifPresent(this::bind);
    }

    private void bind(KindChoice choice) {
        found.setText(choice.found());
        kinds.getItems().setAll(choice.kinds());
        kinds.valueProperty().bindBidirectional(choice.chosenProperty());
        token.textProperty().bindBidirectional(choice.tokenProperty());
        bound = Subscription.combine(
                choice.chosenProperty().subscribe(kind -> showToken(kind.takesToken())),
                () -> kinds.valueProperty().unbindBidirectional(choice.chosenProperty()),
                () -> token.textProperty().unbindBidirectional(choice.tokenProperty()),
                token::clear);
        kinds.requestFocus();
    }

    private void showToken(boolean wanted) {
        tokenLabel.setVisible(wanted);
        tokenLabel.setManaged(wanted);
        token.setVisible(wanted);
        token.setManaged(wanted);
        tokenHint.setVisible(wanted);
        tokenHint.setManaged(wanted);
    }

    /** Lets go of the model. */
    void dispose() {
        show(Optional.empty());
    }

    /** A kind as the user reads it; nothing is typed. */
    private static final class Words extends StringConverter<KindChoice.Kind> {
        @Override
        public String toString(KindChoice.Kind kind) {
            return kind == null ? "" : kind.words();
        }

        @Override
        public KindChoice.Kind fromString(String words) {
            throw new UnsupportedOperationException("kinds are chosen");
        }
    }
}
