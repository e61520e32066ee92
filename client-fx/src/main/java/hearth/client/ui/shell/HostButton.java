package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.IconButton;
import hearth.client.ui.host.HostingViewModel.State;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The way to the chat that is hosted here, with a dot while there is one; otherwise the way to host one. */
final class HostButton extends StackPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Subscription bound;

    HostButton(Messages messages, HostPage page) {
        IconButton button = new IconButton(Feather.RADIO, Icon.BUTTON, messages.text("host.begin"), page::toggle);
        button.setId("rail-host");
        Region dot = new Region();
        dot.setId("rail-host-dot");
        dot.getStyleClass().add("rail-dot");
        dot.setMouseTransparent(true);
        StackPane.setAlignment(dot, Pos.TOP_RIGHT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().setAll(button, dot);
        bound = Subscription.combine(
                page.hosting().stateProperty().subscribe(state -> {
                    dot.setVisible(state instanceof State.Open);
                    button.say(
                            state instanceof State.Open(var plan, var _, var _)
                                    ? messages.text("host.page", plan.chat())
                                    : messages.text("host.title"));
                }),
                page.shownProperty().subscribe(shown -> button.pseudoClassStateChanged(CHOSEN, shown.isPresent())));
    }

    void dispose() {
        bound.unsubscribe();
    }
}
