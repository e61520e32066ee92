package hearth.client.ui.conversations;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Avatar;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.IconButton;
import hearth.client.ui.common.Weight;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Draws one row of the sidebar. */
final class ConversationCell extends ListCell<SidebarRow> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final PseudoClass MENTION = PseudoClass.getPseudoClass("mention");
    private static final int MOST_COUNTED = 99;

    private final Messages messages;
    private final ConversationsView.Actions actions;
    private final StackPane icon = new StackPane();
    private final Avatar avatar = new Avatar(22);
    private final Label title = Weight.followHan(new Label());
    private final StackPane mark = new StackPane();
    private final Label badge = Weight.semiBold(new Label());
    private final HBox row = new HBox(icon, title, mark, badge);

    ConversationCell(Messages messages, ConversationsView.Actions actions) {
        this.messages = messages;
        this.actions = actions;
        getStyleClass().add("conversation-cell");
        icon.getStyleClass().add("conversation-icon");
        title.getStyleClass().add("conversation-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        badge.getStyleClass().add("badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        row.getStyleClass().add("conversation-row");
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof SidebarRow.Conversation clicked) {
                actions.open(clicked.id());
            }
        });
    }

    @Override
    protected void updateItem(SidebarRow item, boolean isEmpty) {
        super.updateItem(item, isEmpty);
        setText(null);
        boolean conversation = !isEmpty && item instanceof SidebarRow.Conversation;
        pseudoClassStateChanged(CURRENT, conversation && ((SidebarRow.Conversation) item).current());
        setContextMenu(conversation ? menu((SidebarRow.Conversation) item) : null);
        setGraphic(isEmpty || item == null ? null : node(item));
    }

    private Node node(SidebarRow item) {
        return switch (item) {
            case SidebarRow.Head(var section, var addition) -> head(section, addition);
            case SidebarRow.Conversation conversation -> show(conversation);
        };
    }

    private Node head(SidebarRow.Section section, SidebarRow.Addition addition) {
        boolean rooms = section == SidebarRow.Section.ROOMS;
        Label words = Weight.semiBold(new Label(messages.text(rooms ? "rooms.head" : "directs.head")));
        words.getStyleClass().add("section-head");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        IconButton add = new IconButton(
                Feather.PLUS,
                Icon.ROW,
                messages.text(
                        switch (addition) {
                            case BROWSE -> "rooms.browse";
                            case ENTER -> "rooms.enter";
                            case WRITE, NONE -> "directs.new";
                        }),
                rooms ? actions::browse : actions::writeToSomebody);
        add.setId(rooms ? "browse-rooms" : "new-direct");
        add.getStyleClass().add("small");
        add.setVisible(addition != SidebarRow.Addition.NONE);
        HBox line = new HBox(words, between, add);
        line.getStyleClass().add("section-row");
        line.setAlignment(Pos.CENTER_LEFT);
        setAccessibleText(words.getText());
        return line;
    }

    private Node show(SidebarRow.Conversation conversation) {
        SidebarRow.Counts counts = conversation.counts();
        title.setText(conversation.title());
        showIcon(conversation);
        boolean unread = counts.unread() > 0;
        boolean mention = counts.mentions() > 0;
        row.pseudoClassStateChanged(UNREAD, unread);
        badge.setVisible(unread);
        badge.setManaged(unread);
        badge.pseudoClassStateChanged(MENTION, mention || conversation.kind() == SidebarRow.Kind.DIRECT);
        int shown = mention ? counts.mentions() : counts.unread();
        badge.setText(shown > MOST_COUNTED ? messages.text("count.more") : String.valueOf(shown));
        boolean marked = counts.queued() || counts.draft();
        mark.getChildren().clear();
        if (marked) {
            mark.getChildren().add(Icon.of(counts.queued() ? Feather.CLOCK : Feather.EDIT_2, Icon.SMALL));
        }
        mark.setManaged(marked);
        setAccessibleText(spoken(conversation));
        return row;
    }

    private void showIcon(SidebarRow.Conversation conversation) {
        switch (conversation.kind()) {
            case LOBBY, ROOM -> icon.getChildren().setAll(Icon.of(Feather.HASH, Icon.ROW));
            case PRIVATE_ROOM -> icon.getChildren().setAll(Icon.of(Feather.LOCK, Icon.ROW));
            case DIRECT -> {
                avatar.show(conversation.userId(), conversation.title(), conversation.status());
                icon.getChildren().setAll(avatar);
            }
        }
    }

    private String spoken(SidebarRow.Conversation conversation) {
        SidebarRow.Counts counts = conversation.counts();
        StringBuilder words = new StringBuilder(
                switch (conversation.kind()) {
                    case LOBBY, ROOM -> messages.text("conversation.room", conversation.title());
                    case PRIVATE_ROOM -> messages.text("conversation.private", conversation.title());
                    case DIRECT ->
                        conversation
                                .status()
                                .map(status -> messages.text(
                                        "conversation.direct.status",
                                        conversation.title(),
                                        messages.text("presence." + status.wire())))
                                .orElseGet(() -> messages.text("conversation.direct", conversation.title()));
                });
        words.append(counts.unread() > 0 ? messages.text("conversation.unread", counts.unread()) : "");
        words.append(counts.mentions() > 0 ? messages.text("conversation.mentions", counts.mentions()) : "");
        words.append(counts.draft() ? messages.text("conversation.draft") : "");
        words.append(counts.queued() ? messages.text("conversation.queued") : "");
        return words.toString();
    }

    private ContextMenu menu(SidebarRow.Conversation conversation) {
        ContextMenu menu = new ContextMenu(
                item("conversation.open", () -> actions.open(conversation.id())),
                item("conversation.read", () -> actions.markRead(conversation.id())));
        if (conversation.kind() == SidebarRow.Kind.ROOM || conversation.kind() == SidebarRow.Kind.PRIVATE_ROOM) {
            menu.getItems().add(item("conversation.leave", () -> actions.leave(conversation.id())));
        }
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(messages.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
