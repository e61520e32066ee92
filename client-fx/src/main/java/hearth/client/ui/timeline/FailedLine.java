package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.Weight;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Why a message was refused, and what can be done about it. */
final class FailedLine extends HBox {
    private final TimelineViewModel model;
    private final Label why = new Label();
    private final Hyperlink again;
    private final Hyperlink delete;

    FailedLine(Messages messages, TimelineViewModel model) {
        this.model = model;
        getStyleClass().add("failed-line");
        setAlignment(Pos.CENTER_LEFT);
        why.setGraphic(Icon.of(Feather.ALERT_CIRCLE, Icon.SMALL));
        why.getStyleClass().add("failed-why");
        again = Weight.semiBold(new Hyperlink(messages.text("timeline.again")));
        delete = Weight.semiBold(new Hyperlink(messages.text("timeline.delete")));
        again.setMinWidth(USE_PREF_SIZE);
        delete.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(why, again, delete);
    }

    void show(TimelineRow.Message row) {
        boolean failed = row.sign() == TimelineRow.Sign.FAILED;
        setVisible(failed);
        setManaged(failed);
        why.setText(model.failedWords(row));
        again.setOnAction(_ -> model.tryAgain(row));
        delete.setOnAction(_ -> model.discard(row));
    }
}
