package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.Weight;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** Says what the user did in vain to a message that is not there to say so itself. */
final class UndoneCell extends TimelineCell {
    private final TimelineViewModel model;
    private final Label words = new Label();
    private final Hyperlink copy;
    private final Hyperlink dismiss;

    UndoneCell(Messages messages, TimelineViewModel model) {
        this.model = model;
        getStyleClass().add("waiting-line");
        setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("failed-why");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setGraphic(Icon.of(Feather.ALERT_CIRCLE, Icon.SMALL));
        copy = link(messages.text("timeline.copy"));
        copy.managedProperty().bind(copy.visibleProperty());
        dismiss = link(messages.text("timeline.dismiss"));
        getChildren().setAll(words, copy, dismiss);
    }

    private static Hyperlink link(String text) {
        Hyperlink link = Weight.semiBold(new Hyperlink(text));
        link.setMinWidth(USE_PREF_SIZE);
        return link;
    }

    @Override
    protected void show(TimelineRow next) {
        TimelineRow.Undone undone = (TimelineRow.Undone) next;
        words.setText(undone.words());
        setAccessibleText(undone.words());
        copy.setVisible(!undone.text().isEmpty());
        copy.setOnAction(_ -> MessageMenu.copy(undone.text()));
        dismiss.setOnAction(_ -> model.actions().discard(undone));
    }
}
