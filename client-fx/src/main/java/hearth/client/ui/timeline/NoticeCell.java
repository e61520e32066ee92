package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.PersonOpener;
import hearth.client.ui.common.RichText;
import hearth.client.ui.common.Weight;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Draws what happened in the room. */
final class NoticeCell extends TimelineCell {
    private final TimelineViewModel model;
    private final PersonOpener people;
    private final StackPane gutter = new StackPane();
    private final RichText words = new RichText();
    private final Hyperlink show;

    NoticeCell(Messages messages, TimelineViewModel model, PersonOpener people) {
        this.model = model;
        this.people = people;
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        gutter.getStyleClass().add("notice-gutter");
        show = Weight.semiBold(new Hyperlink(messages.text("timeline.joined.show")));
        show.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(gutter, words, show);
    }

    @Override
    protected void show(TimelineRow next) {
        TimelineRow.Notice row = (TimelineRow.Notice) next;
        Feather icon = switch (row.icon()) {
            case CAME -> Feather.LOG_IN;
            case WENT -> Feather.LOG_OUT;
            case CHANGED -> Feather.EDIT_2;
            case MISSED -> Feather.HELP_CIRCLE;
        };
        gutter.getChildren().setAll(Icon.of(icon, Icon.SMALL));
        words.show(row.words(), name -> card(row, name));
        show.setVisible(row.foldedFrom().isPresent());
        show.setManaged(row.foldedFrom().isPresent());
        show.setOnAction(_ -> row.foldedFrom().ifPresent(model::unfold));
        setAccessibleText(RichText.plain(row.words()));
    }

    /** Where it is not told who is who, there is nobody to show. */
    private Optional<Consumer<Node>> card(TimelineRow.Notice row, String name) {
        return row.people().stream()
                .filter(person -> person.name().equals(name)
                        && model.offersProperty().get().authors())
                .<Consumer<Node>>map(person -> anchor -> people.open(person.id(), person.name(), anchor))
                .findFirst();
    }
}
