package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Weight;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Draws the line over a day, and the line over what is new. */
final class LineCell extends TimelineCell {
    private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");

    /** No day stands in the line. */
    private static final PseudoClass BARE = PseudoClass.getPseudoClass("bare");

    private final Messages messages;
    private final Label middle = Weight.semiBold(new Label());
    private final Region second = hairline();
    private final Label end = Weight.semiBold(new Label());

    LineCell(Messages messages) {
        this.messages = messages;
        getStyleClass().add("timeline-line");
        setAlignment(Pos.CENTER);
        middle.getStyleClass().add("line-middle");
        end.getStyleClass().add("line-end");
        end.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(hairline(), middle, second, end);
    }

    private static Region hairline() {
        Region line = new Region();
        line.getStyleClass().add("line-hair");
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    @Override
    protected void show(TimelineRow next) {
        boolean startsNew = next instanceof TimelineRow.NewLine
                || (next instanceof TimelineRow.Day(var _, var _, var starts) && starts);
        String day = next instanceof TimelineRow.Day(var _, var words, var _) ? words : "";
        pseudoClassStateChanged(NEW, startsNew);
        pseudoClassStateChanged(BARE, day.isEmpty());
        middle.setText(day);
        middle.setManaged(!day.isEmpty());
        middle.setVisible(!day.isEmpty());
        second.setManaged(!day.isEmpty());
        second.setVisible(!day.isEmpty());
        end.setText(messages.text("timeline.new"));
        end.setManaged(startsNew);
        end.setVisible(startsNew);
        setAccessibleText(startsNew ? (day + " " + end.getText()).strip() : day);
    }
}
