package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.PersonColour;
import hearth.client.ui.common.Weight;
import hearth.protocol.UserRef;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The message that another one answers, in one line. */
final class QuoteLine extends HBox {
    private final Messages messages;
    private final Label name = Weight.semiBold(new Label());
    private final Label text = new Label();
    private long seq;

    /** {@code onJump} hears the number of the message to which the reader wants. */
    QuoteLine(Messages messages, LongConsumer onJump) {
        this.messages = messages;
        getStyleClass().add("quote");
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                onJump.accept(seq);
                event.consume();
            }
        });
        setAlignment(Pos.CENTER_LEFT);
        Region bar = new Region();
        bar.getStyleClass().add("quote-bar");
        name.getStyleClass().add("quote-name");
        name.setMinWidth(USE_PREF_SIZE);
        text.getStyleClass().add("quote-text");
        getChildren().setAll(bar, name, text);
    }

    void show(Optional<TimelineEntry.Quote> quote) {
        setVisible(quote.isPresent());
        setManaged(quote.isPresent());
        quote.ifPresent(this::show);
    }

    private void show(TimelineEntry.Quote quote) {
        seq = quote.seq();
        PersonColour.paint(this, quote.author().map(UserRef::id).orElse(""));
        name.setText(quote.author().map(UserRef::name).orElse(""));
        name.setManaged(quote.author().isPresent());
        text.setText(quote.text()
                .map(found -> found.isEmpty() ? messages.text("timeline.deleted") : found.replace('\n', ' '))
                .orElse(messages.text("timeline.quote.unknown")));
        setAccessibleText((name.getText() + " " + text.getText()).strip());
    }
}
