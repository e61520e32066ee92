package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.common.Weight;
import hearth.client.ui.conversations.ConversationsView;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The left side: the server with its state line, and the conversations. */
final class SidebarView extends VBox {
    private final ConversationsView conversations;
    private final StateLineView state;
    private final Subscription bound;

    SidebarView(ViewContext context, ShellViewModel model, ConversationsView.Actions actions, Runnable onChoose) {
        Messages messages = context.messages();
        getStyleClass().add("sidebar");
        Button server = Weight.semiBold(new Button());
        server.setId("server-menu");
        server.getStyleClass().add("server-button");
        server.setContentDisplay(ContentDisplay.RIGHT);
        server.setGraphic(Icon.of(Feather.CHEVRON_DOWN, Icon.SMALL));
        ContextMenu menu = menu(messages, model, onChoose);
        server.setOnAction(_ -> menu.show(server, Side.BOTTOM, 0, 4));
        state = new StateLineView(context.appearance(), model.connection());
        VBox head = new VBox(server, state);
        head.getStyleClass().add("sidebar-head");
        conversations = new ConversationsView(messages, model.conversations(), actions);
        VBox.setVgrow(conversations, Priority.ALWAYS);
        getChildren().setAll(head, conversations);
        bound = model.serverNameProperty().subscribe(name -> {
            server.setText(name);
            server.setAccessibleText(messages.text("server.menu", name));
        });
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
        return state;
    }

    void dispose() {
        bound.unsubscribe();
        state.dispose();
        conversations.dispose();
    }
}
