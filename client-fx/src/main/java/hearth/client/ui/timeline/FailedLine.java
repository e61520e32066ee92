package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.Weight;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Why a message was refused, or that it may not have arrived, and what can be done about it. */
final class FailedLine extends HBox {
    private static final PseudoClass UNCONFIRMED = PseudoClass.getPseudoClass("unconfirmed");

    private final Messages messages;
    private final TimelineViewModel model;
    private final Label why = new Label();
    private final Hyperlink again = Weight.semiBold(new Hyperlink());
    private final Hyperlink delete = Weight.semiBold(new Hyperlink());
    private final Tooltip unconfirmedTip;

    FailedLine(Messages messages, TimelineViewModel model) {
        this.messages = messages;
        this.model = model;
        getStyleClass().add("failed-line");
        setAlignment(Pos.CENTER_LEFT);
        why.getStyleClass().add("failed-why");
        why.setWrapText(true);
        why.setMinWidth(0);
        unconfirmedTip = new Tooltip(messages.text("timeline.unconfirmed.tip"));
        again.setMinWidth(USE_PREF_SIZE);
        delete.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(why, again, delete);
    }

    void show(TimelineRow.Message row) {
        boolean unconfirmed = row.sign() == TimelineRow.Sign.UNCONFIRMED;
        boolean shown = unconfirmed || row.sign() == TimelineRow.Sign.FAILED;
        setVisible(shown);
        setManaged(shown);
        pseudoClassStateChanged(UNCONFIRMED, unconfirmed);
        why.setText(model.failedWords(row));
        why.setGraphic(Icon.of(unconfirmed ? Feather.HELP_CIRCLE : Feather.ALERT_CIRCLE, Icon.SMALL));
        why.setTooltip(unconfirmed ? unconfirmedTip : null);
        again.setText(messages.text(unconfirmed ? "timeline.unconfirmed.again" : "timeline.again"));
        again.setTooltip(unconfirmed ? unconfirmedTip : null);
        boolean stays = unconfirmed || row.entry().seq().isPresent();
        delete.setText(messages.text(stays ? "timeline.dismiss" : "timeline.delete"));
        again.setOnAction(_ -> model.actions().tryAgain(row.entry()));
        delete.setOnAction(_ -> model.actions().discard(row.entry()));
    }
}
