package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Avatar;
import hearth.client.ui.common.IconButton;
import hearth.client.ui.common.People;
import hearth.client.ui.common.ServerTile;
import hearth.client.ui.common.StatusWords;
import hearth.client.ui.common.ViewContext;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The strip at the window's edge: the server that is shown, and what belongs to the program and to no conversation. */
final class RailView extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final Insets ABOVE_SELF = new Insets(4, 0, 0, 0);

    private final Messages messages;
    private final ShellViewModel model;
    private final ShellDialogs dialogs;
    private final Avatar avatar = new Avatar(32);
    private final Button self = new Button();
    private final Tooltip tip = new Tooltip();
    private final Subscription bound;

    /** {@code onChat} hears that the user wants the chat and not what stands in its place. */
    RailView(ViewContext context, ShellViewModel model, HostPage host, ShellDialogs dialogs, Runnable onChat) {
        this.model = model;
        this.dialogs = dialogs;
        messages = context.messages();
        getStyleClass().add("rail");
        ServerTile tile = new ServerTile();
        Button server = new Button();
        server.setId("rail-server");
        server.getStyleClass().add("rail-tile");
        server.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        server.setGraphic(tile);
        server.setTooltip(new Tooltip());
        server.setOnAction(_ -> onChat.run());
        Region pill = new Region();
        pill.getStyleClass().add("rail-pill");
        pill.setMouseTransparent(true);
        StackPane.setAlignment(pill, Pos.CENTER_LEFT);
        StackPane place = new StackPane(server, pill);
        place.getStyleClass().add("rail-server");
        Region between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        IconButton settings = new IconButton(Feather.SETTINGS, messages.text("rail.settings"), dialogs::settings);
        settings.setId("rail-settings");
        HostButton radio = new HostButton(messages, host);
        VBox.setMargin(self, ABOVE_SELF);
        getChildren().setAll(place, between, radio, settings, self());
        bound = Subscription.combine(
                model.serverNameProperty().subscribe(name -> {
                    tile.show(name);
                    server.setAccessibleText(name);
                    server.getTooltip().setText(name);
                }),
                host.shownProperty().subscribe(page -> {
                    pill.setVisible(page.isEmpty());
                    place.pseudoClassStateChanged(CHOSEN, page.isEmpty());
                }),
                radio::dispose,
                model.people().revisionProperty().subscribe(_ -> showSelf()));
    }

    private Button self() {
        self.setId("rail-self");
        self.getStyleClass().add("rail-self");
        self.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        self.setGraphic(avatar);
        self.setTooltip(tip);
        self.setOnAction(_ -> showMenu());
        return self;
    }

    private void showSelf() {
        People people = model.people();
        avatar.show(people.self(), model.userName(), people.status(people.self()));
        String words = people.status(people.self())
                .map(status ->
                        messages.text("rail.self.status", model.userName(), messages.text("presence." + status.wire())))
                .orElseGet(() -> messages.text("rail.self", model.userName()));
        tip.setText(words);
        self.setAccessibleText(words);
    }

    private void showMenu() {
        ContextMenu menu = new ContextMenu();
        if (model.offersProperty().get().status()) {
            StatusViewModel status = model.acts().status();
            ToggleGroup one = new ToggleGroup();
            StatusView.SAYABLE.forEach(each -> {
                RadioMenuItem item = new RadioMenuItem(StatusWords.of(messages, each));
                item.setToggleGroup(one);
                item.setSelected(each == status.status());
                item.setOnAction(_ -> status.choose(each));
                menu.getItems().add(item);
            });
            menu.getItems().addAll(new SeparatorMenuItem(), item("rail.status", dialogs::status));
        }
        menu.getItems().add(item("rail.settings", dialogs::settings));
        menu.show(self, Side.RIGHT, 4, 0);
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(messages.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    void dispose() {
        bound.unsubscribe();
    }
}
