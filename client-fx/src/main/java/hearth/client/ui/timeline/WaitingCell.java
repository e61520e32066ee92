package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.Weight;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** Says how many messages wait for the connection. */
final class WaitingCell extends TimelineCell {
    private final Messages messages;
    private final Label words = new Label();

    WaitingCell(Messages messages, TimelineViewModel model) {
        this.messages = messages;
        getStyleClass().add("waiting-line");
        setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("small-muted");
        words.setGraphic(Icon.of(Feather.CLOCK, Icon.SMALL));
        Hyperlink cancel = Weight.semiBold(new Hyperlink(messages.text("timeline.queued.cancel")));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.actions().discardWaiting());
        getChildren().setAll(words, cancel);
    }

    @Override
    protected void show(TimelineRow next) {
        words.setText(messages.text("timeline.queued.waiting", ((TimelineRow.Waiting) next).count()));
        setAccessibleText(words.getText());
    }
}
