package hearth.client.ui.timeline;

import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.PersonColour;
import hearth.client.ui.common.Weight;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Who wrote a message, and how it begins: enough to know which one is meant. */
public final class MessageExcerpt extends VBox {
    private static final double THREE_LINES = 56;

    /** Of this message. */
    public MessageExcerpt(TimelineEntry.Message message) {
        getStyleClass().add("message-excerpt");
        Label name = Weight.semiBold(new Label(message.author().name()));
        name.getStyleClass().add("author");
        PersonColour.paint(name, message.author().id());
        Label text = new Label(message.text());
        text.getStyleClass().add("excerpt-text");
        text.setWrapText(true);
        text.setMaxHeight(THREE_LINES);
        text.setMinHeight(0);
        getChildren().setAll(name, text);
    }
}
