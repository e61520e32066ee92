package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.KeyCaps;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.common.Weight;
import hearth.client.ui.conversations.ConversationsView;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The left side: the server with its state line, and the conversations. */
final class SidebarView extends VBox {
    private static final double JUMP_PADDING = 20;

    private final ConversationsView conversations;
    private final Button jump;
    private final StateLineView state;
    private final Subscription bound;

    SidebarView(ViewContext context, ShellViewModel model, ConversationsView.Actions actions, Runnable onChoose) {
        Messages messages = context.messages();
        getStyleClass().add("sidebar");
        Button server = Weight.semiBold(new Button());
        server.setId("server-menu");
        server.setMnemonicParsing(false);
        server.getStyleClass().add("server-button");
        server.setContentDisplay(ContentDisplay.RIGHT);
        server.setGraphic(Icon.of(Feather.CHEVRON_DOWN, Icon.SMALL));
        ContextMenu menu = menu(messages, model, onChoose);
        server.setOnAction(_ -> menu.show(server, Side.BOTTOM, 0, 4));
        state = new StateLineView(context.appearance(), model.connection());
        VBox head = new VBox(server, state);
        head.getStyleClass().add("sidebar-head");
        jump = jump(messages, actions);
        conversations = new ConversationsView(messages, model.conversations(), actions);
        VBox.setVgrow(conversations, Priority.ALWAYS);
        getChildren().setAll(head, jump, conversations);
        bound = model.serverNameProperty().subscribe(name -> {
            server.setText(name);
            server.setAccessibleText(messages.text("server.menu", name));
        });
    }

    /** Looks like the field of what it opens. */
    private static Button jump(Messages messages, ConversationsView.Actions actions) {
        HBox inside = new HBox(
                Icon.of(Feather.SEARCH, Icon.SMALL),
                new Label(messages.text("jump.jump")),
                KeyCaps.space(),
                KeyCaps.cap(messages.text("jump.key")));
        inside.getStyleClass().add("jump-inside");
        inside.setAlignment(Pos.CENTER_LEFT);
        Button jump = new Button();
        jump.setId("jump");
        jump.getStyleClass().add("jump");
        jump.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        jump.setGraphic(inside);
        jump.setMaxWidth(Double.MAX_VALUE);
        inside.prefWidthProperty().bind(jump.widthProperty().subtract(JUMP_PADDING));
        jump.setAccessibleText(messages.text("jump.tip", messages.text("jump.key")));
        jump.setTooltip(new Tooltip(jump.getAccessibleText()));
        jump.setOnAction(_ -> actions.jump());
        VBox.setMargin(jump, new Insets(4, 12, 4, 12));
        return jump;
    }

    private static ContextMenu menu(Messages messages, ShellViewModel model, Runnable onChoose) {
        MenuItem connection = new MenuItem();
        MenuItem other = new MenuItem(messages.text("server.other"));
        other.setOnAction(_ -> onChoose.run());
        ContextMenu menu = new ContextMenu(connection, other);
        menu.setOnShowing(_ -> {
            boolean off = model.connection().lineProperty().get().mark() == StateLine.Mark.OFFLINE;
            connection.setText(messages.text(off ? "server.connect" : "server.disconnect"));
            connection.setOnAction(_ -> model.connection().act(off ? Banner.Act.CONNECT : Banner.Act.DISCONNECT));
        });
        return menu;
    }

    /** The list comes next in the order of the focus. */
    Node beforeList() {
        return jump;
    }

    void dispose() {
        bound.unsubscribe();
        state.dispose();
        conversations.dispose();
    }
}
