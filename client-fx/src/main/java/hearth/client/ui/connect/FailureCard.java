package hearth.client.ui.connect;

import hearth.client.ui.common.Icon;
import hearth.client.ui.common.Weight;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says what happened and what to do next. */
final class FailureCard extends HBox {
    private final Label what = Weight.semiBold(new Label());
    private final Label next = new Label();

    FailureCard() {
        getStyleClass().add("failure-card");
        setId("connect-failure");
        setAccessibleRole(AccessibleRole.TEXT);
        what.getStyleClass().add("failure-what");
        what.setWrapText(true);
        next.getStyleClass().add("failure-next");
        next.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        next.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(4, what, next);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(Icon.of(Feather.ALERT_CIRCLE, Icon.ROW), words);
        setMinHeight(USE_PREF_SIZE);
    }

    void show(Optional<ConnectFailure> failure) {
        setVisible(failure.isPresent());
        setManaged(failure.isPresent());
        what.setText(failure.map(ConnectFailure::what).orElse(""));
        next.setText(failure.map(ConnectFailure::next).orElse(""));
        setAccessibleText(what.getText() + " " + next.getText());
    }
}
