package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.IconButton;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** What the user should know, as long as the model says. */
final class NoticeBar extends HBox {
    /** Some lines: what the user wrote may stand in it, and the conversation stays in sight. */
    private static final double HIGHEST = 84;

    private final Label words = new Label();
    private final Subscription bound;

    NoticeBar(Messages messages, String id, ReadOnlyObjectProperty<Optional<String>> notice, Runnable dismiss) {
        setId(id);
        getStyleClass().addAll("banner", "neutral");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMaxHeight(HIGHEST);
        words.getStyleClass().add("notice-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        IconButton close = new IconButton(Feather.X, messages.text("notice.dismiss"), dismiss);
        close.getStyleClass().add("small");
        getChildren().setAll(Icon.of(Feather.INFO, Icon.BUTTON), words, close);
        bound = notice.subscribe(this::show);
    }

    private void show(Optional<String> notice) {
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        words.setText(notice.orElse(""));
        setAccessibleText(words.getText());
    }

    void dispose() {
        bound.unsubscribe();
    }
}
