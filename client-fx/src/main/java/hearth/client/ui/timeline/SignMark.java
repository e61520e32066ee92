package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;

/** How far one's own message is, at the right end of its last line. */
final class SignMark extends Label {
    private static final double SECOND_CHECK = 5;

    private final Messages messages;

    SignMark(Messages messages) {
        this.messages = messages;
        getStyleClass().add("sign");
        setMinWidth(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
    }

    void show(TimelineRow.Sign sign) {
        getStyleClass().remove("read");
        switch (sign) {
            case NONE, UNCONFIRMED, FAILED -> setVisible(false);
            case SENDING -> show(Icon.of(Feather.CLOCK, Icon.SMALL), "", "timeline.sending");
            case QUEUED ->
                show(Icon.of(Feather.CLOCK, Icon.SMALL), messages.text("timeline.queued"), "timeline.queued");
            case SENT -> show(Icon.of(Feather.CHECK, Icon.SMALL), "", "timeline.sent");
            case READ -> {
                show(doubleCheck(), "", "timeline.read");
                getStyleClass().add("read");
            }
        }
    }

    private void show(Node icon, String words, String tip) {
        setVisible(true);
        setGraphic(icon);
        setText(words);
        setTooltip(new Tooltip(messages.text(tip)));
        setAccessibleText(messages.text(tip));
    }

    private static Node doubleCheck() {
        Node second = Icon.of(Feather.CHECK, Icon.SMALL);
        second.setTranslateX(SECOND_CHECK);
        Pane pair = new Pane(Icon.of(Feather.CHECK, Icon.SMALL), second);
        pair.getChildren().forEach(check -> check.setLayoutY(Icon.SMALL));
        pair.setMinSize(Icon.SMALL + SECOND_CHECK, Icon.SMALL);
        pair.setMaxHeight(Icon.SMALL);
        return pair;
    }
}
