package hearth.client.ui.host;

import atlantafx.base.controls.ToggleSwitch;
import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** Whether hosting begins again with the program. */
final class HostAgain extends HBox {
    private final ToggleSwitch onOff = new ToggleSwitch();
    private final Subscription bound;

    HostAgain(Messages messages, HostingViewModel model) {
        getStyleClass().addAll("host-card", "host-again");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(messages.text("host.again"));
        title.getStyleClass().add("settings-label");
        Label hint = new Label(messages.text("host.again.hint"));
        hint.getStyleClass().add("small-muted");
        hint.setWrapText(true);
        VBox words = new VBox(title, hint);
        words.getStyleClass().add("server-words");
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        onOff.setId("host-again");
        onOff.setAccessibleText(messages.text("host.again"));
        getChildren().setAll(Icon.of(Feather.REFRESH_CW, Icon.BUTTON), words, onOff);
        bound = Subscription.combine(
                model.againProperty().subscribe(onOff::setSelected),
                onOff.selectedProperty().subscribe(model::chooseAgain));
    }

    /** What the user turns. */
    Node choice() {
        return onOff;
    }

    void dispose() {
        bound.unsubscribe();
    }
}
