package hearth.client.ui.members;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Avatar;
import hearth.client.ui.common.Weight;
import hearth.protocol.Status;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws one row of the people. */
final class MemberCell extends ListCell<MemberRow> {
    private static final PseudoClass AWAY_FROM_HERE = PseudoClass.getPseudoClass("offline");
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass CLICKABLE = PseudoClass.getPseudoClass("clickable");

    private final Messages messages;
    private final Label head = Weight.semiBold(new Label());
    private final Label hint = new Label();
    private final Avatar avatar = new Avatar(28);
    private final Label name = Weight.followHan(new Label());
    private final Label you = new Label();
    private final Label statusText = new Label();
    private final Label role = new Label();
    private final HBox person;

    MemberCell(Messages messages, MembersViewModel model, PersonActions actions) {
        this.messages = messages;
        getStyleClass().add("member-cell");
        head.getStyleClass().add("section-head");
        hint.getStyleClass().add("member-hint");
        hint.setWrapText(true);
        name.getStyleClass().add("member-name");
        name.setMinWidth(0);
        you.getStyleClass().add("member-you");
        you.setText(messages.text("people.you"));
        you.setMinWidth(Region.USE_PREF_SIZE);
        statusText.getStyleClass().add("small-muted");
        role.getStyleClass().add("role-chip");
        role.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(4, name, you);
        VBox words = new VBox(line, statusText);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        person = new HBox(avatar, words, role);
        person.getStyleClass().add("member-row");
        person.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof MemberRow.Person clicked) {
                actions.open(clicked.id(), clicked.name(), person);
            }
        });
        setOnContextMenuRequested(event -> {
            if (getItem() instanceof MemberRow.Person(var id, var called, var _, var _, var _, var _)) {
                ContextMenu menu = new PersonMenu(messages, actions).whole(model.card(id, called));
                menu.show(person, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(MemberRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        setText(null);
        setTooltip(null);
        pseudoClassStateChanged(CLICKABLE, !isEmpty && row instanceof MemberRow.Person);
        setGraphic(isEmpty || row == null ? null : node(row));
    }

    private Node node(MemberRow row) {
        return switch (row) {
            case MemberRow.Head(var words) -> {
                head.setText(words);
                head.pseudoClassStateChanged(FIRST, getIndex() == 0);
                setAccessibleText(words);
                yield head;
            }
            case MemberRow.Hint(var words) -> {
                hint.setText(words);
                setAccessibleText(words);
                yield hint;
            }
            case MemberRow.Person found -> show(found);
        };
    }

    private Node show(MemberRow.Person found) {
        avatar.show(found.id(), found.name(), found.status());
        name.setText(found.name());
        you.setVisible(found.self());
        you.setManaged(found.self());
        statusText.setText(found.statusText());
        statusText.setManaged(!found.statusText().isEmpty());
        String roleWords = RoleWords.of(messages, found.role());
        role.setText(roleWords);
        role.setVisible(!roleWords.isEmpty());
        role.setManaged(!roleWords.isEmpty());
        pseudoClassStateChanged(
                AWAY_FROM_HERE, found.status().filter(Status.OFFLINE::equals).isPresent());
        setTooltip(new Tooltip(messages.text("person.open", found.name())));
        setAccessibleText(found.status()
                .map(status -> messages.text("people.row", found.name(), messages.text("presence." + status.wire())))
                .orElseGet(() -> messages.text("people.row.plain", found.name())));
        return person;
    }
}
