package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.IconButton;
import hearth.client.ui.common.ServerTile;
import hearth.client.ui.common.ViewContext;
import javafx.geometry.Pos;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The strip at the window's edge: the server that is shown, and what belongs to the program and to no conversation. */
final class RailView extends VBox {
    private final Subscription bound;

    RailView(ViewContext context, ShellViewModel model, Runnable onSettings) {
        Messages messages = context.messages();
        getStyleClass().add("rail");
        ServerTile tile = new ServerTile();
        Region pill = new Region();
        pill.getStyleClass().add("rail-pill");
        StackPane.setAlignment(pill, Pos.CENTER_LEFT);
        StackPane server = new StackPane(tile, pill);
        server.getStyleClass().add("rail-server");
        Region between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        IconButton settings = new IconButton(Feather.SETTINGS, messages.text("rail.settings"), onSettings);
        settings.setId("rail-settings");
        getChildren().setAll(server, between, settings);
        bound = model.serverNameProperty().subscribe(name -> {
            tile.show(name);
            tile.setAccessibleText(name);
        });
    }

    void dispose() {
        bound.unsubscribe();
    }
}
