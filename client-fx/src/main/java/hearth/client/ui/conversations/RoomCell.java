package hearth.client.ui.conversations;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.Weight;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Draws a room in the list of rooms. */
final class RoomCell extends SteadyCell<RoomRow> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Messages messages;
    private final StackPane icon = new StackPane();
    private final Label name = Weight.followHan(new Label());
    private final Label topic = new Label();
    private final Label members = new Label();
    private final Button join = new Button();
    private final Label joined = new Label();
    private final HBox row;

    RoomCell(Messages messages, Consumer<RoomRow> onEnter) {
        this.messages = messages;
        getStyleClass().add("room-cell");
        icon.getStyleClass().add("room-icon");
        name.getStyleClass().add("room-name");
        topic.getStyleClass().add("small-muted");
        VBox words = new VBox(1, name, topic);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        members.getStyleClass().add("small-muted");
        members.setMinWidth(Region.USE_PREF_SIZE);
        join.setText(messages.text("browse.join"));
        join.getStyleClass().addAll("small", "room-join");
        join.setFocusTraversable(false);
        join.setOnAction(_ -> onEnter.accept(getItem()));
        joined.setText(messages.text("browse.joined"));
        joined.setGraphic(Icon.of(Feather.CHECK, Icon.SMALL));
        joined.getStyleClass().addAll("small-muted", "room-joined");
        joined.setMinWidth(Region.USE_PREF_SIZE);
        StackPane action = new StackPane(join, joined);
        row = new HBox(icon, words, members, action);
        row.getStyleClass().add("room-row");
        row.setAlignment(Pos.CENTER_LEFT);
        selectedProperty().subscribe(this::showChosen);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && getItem() != null) {
                onEnter.accept(getItem());
            }
        });
    }

    private void showChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
        join.getStyleClass().remove("accent");
        if (chosen) {
            join.getStyleClass().add("accent");
        }
    }

    @Override
    protected void updateItem(RoomRow room, boolean isEmpty) {
        super.updateItem(room, isEmpty);
        setText(null);
        setGraphic(isEmpty || room == null ? null : row);
        if (!isEmpty && room != null) {
            show(room);
        }
    }

    private void show(RoomRow room) {
        icon.getChildren().setAll(Icon.of(room.isPrivate() ? Feather.LOCK : Feather.HASH, Icon.ROW));
        name.setText(room.name());
        topic.setText(room.topic());
        topic.setManaged(!room.topic().isEmpty());
        members.setText(messages.text("browse.members", room.members()));
        join.setVisible(!room.joined());
        join.setAccessibleText(messages.text("browse.join.name", room.name()));
        joined.setVisible(room.joined());
        setAccessibleText(room.joined() ? messages.text("browse.open.name", room.name()) : room.name());
    }
}
