package hearth.client.ui.connect;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.ServerTile;
import hearth.client.ui.common.Spinner;
import hearth.client.ui.common.ViewContext;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One remembered server: its tile, where and when one was there, and the way in. */
final class ServerCard extends HBox {
    private final ViewContext context;
    private final Messages messages;
    private final ConnectViewModel model;
    private final ServerRow server;
    private final HBox action = new HBox();

    ServerCard(ViewContext context, ConnectViewModel model, ServerRow server, boolean first) {
        this.context = context;
        messages = context.messages();
        this.model = model;
        this.server = server;
        getStyleClass().add("server-card");
        setAlignment(Pos.CENTER_LEFT);
        ServerTile tile = new ServerTile();
        tile.show(server.serverName());
        Label name = new Label(server.serverName());
        name.getStyleClass().add("server-name");
        Label about = new Label(server.about());
        about.getStyleClass().add("small-muted");
        about.setWrapText(true);
        VBox words = new VBox(name, about);
        words.getStyleClass().add("server-words");
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        action.setAlignment(Pos.CENTER_RIGHT);
        action.getStyleClass().add("server-action");
        action.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(tile, words, action);
        setAccessibleText(messages.text("connect.server.name", server.serverName(), server.about()));
        MenuItem forget = new MenuItem(messages.text("connect.forget"));
        forget.setOnAction(_ -> model.forget(server));
        ContextMenu menu = new ContextMenu(forget);
        setOnContextMenuRequested(e -> menu.show(this, e.getScreenX(), e.getScreenY()));
        show(Optional.empty(), first);
    }

    void show(Optional<ConnectViewModel.Progress> progress, boolean first) {
        Optional<ConnectViewModel.Progress> mine = progress.filter(now ->
                now.address().equals(server.address()) && now.serverName().equals(server.serverName()));
        if (mine.isPresent()) {
            Label words = new Label(mine.get().words());
            words.getStyleClass().addAll("small-muted", "server-progress");
            Button cancel = new Button(messages.text("connect.cancel"));
            cancel.getStyleClass().add("small");
            cancel.setOnAction(_ -> model.cancel());
            action.getChildren().setAll(new Spinner(14, context.appearance()), words, cancel);
        } else {
            Button join = new Button(messages.text("connect.join"));
            join.getStyleClass().add("small");
            if (first) {
                join.getStyleClass().add("accent");
            }
            join.setAccessibleText(messages.text("connect.join.name", server.serverName()));
            join.setOnAction(_ -> model.join(server));
            action.getChildren().setAll(join);
        }
    }
}
