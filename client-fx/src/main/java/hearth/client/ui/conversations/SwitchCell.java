package hearth.client.ui.conversations;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Avatar;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.StatusWords;
import hearth.client.ui.common.Weight;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Draws somewhere that one can jump to, with what was typed of its name. */
final class SwitchCell extends SteadyCell<SwitchRow> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Messages messages;
    private final StackPane icon = new StackPane();
    private final Avatar avatar = new Avatar(24);
    private final Label before = Weight.followHan(new Label());
    private final Label typed = Weight.semiBold(new Label());
    private final Label after = Weight.followHan(new Label());
    private final Label about = new Label();
    private final HBox row;

    SwitchCell(Messages messages, Consumer<SwitchRow> onChoose) {
        this.messages = messages;
        getStyleClass().add("switch-cell");
        icon.getStyleClass().add("switch-icon");
        typed.getStyleClass().add("switch-typed");
        about.getStyleClass().add("small-muted");
        about.setMinWidth(Region.USE_PREF_SIZE);
        HBox name = new HBox(before, typed, after);
        name.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        row = new HBox(icon, name, about);
        row.getStyleClass().add("switch-row");
        row.setAlignment(Pos.CENTER_LEFT);
        selectedProperty().subscribe(chosen -> pseudoClassStateChanged(CHOSEN, chosen));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                onChoose.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(SwitchRow item, boolean isEmpty) {
        super.updateItem(item, isEmpty);
        setText(null);
        setGraphic(isEmpty || item == null ? null : row);
        if (!isEmpty && item != null) {
            show(item);
        }
    }

    private void show(SwitchRow item) {
        String title = item.title();
        before.setText(title.substring(0, item.match().from()));
        typed.setText(title.substring(item.match().from(), item.match().to()));
        after.setText(title.substring(item.match().to()));
        if (item.isPerson()) {
            avatar.show(item.userId(), title, item.status());
            icon.getChildren().setAll(avatar);
        } else {
            boolean locked = item.goal() == SwitchRow.Goal.PRIVATE_ROOM;
            icon.getChildren().setAll(Icon.of(locked ? Feather.LOCK : Feather.HASH, Icon.BUTTON));
        }
        about.setText(about(item));
        setAccessibleText(messages.text("jump.row", title, about.getText()));
    }

    private String about(SwitchRow item) {
        return switch (item.goal()) {
            case ROOM -> messages.text("jump.room");
            case PRIVATE_ROOM -> messages.text("jump.private");
            case OPEN_ROOM -> messages.text("jump.not-joined");
            case DIRECT, PERSON ->
                item.status()
                        .map(status -> StatusWords.of(messages, status))
                        .orElseGet(() -> messages.text("jump.person"));
        };
    }
}
