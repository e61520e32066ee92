package hearth.client.ui.composer;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.IconButton;
import hearth.client.ui.common.PersonColour;
import hearth.client.ui.common.Weight;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Says over the text what it is for: which message it answers, or that it changes one. Not there for a plain message. */
final class PurposeBar extends HBox {
    private final Messages messages;
    private final Runnable onClose;

    PurposeBar(Messages messages, Runnable onClose) {
        this.messages = messages;
        this.onClose = onClose;
        setId("composer-purpose");
        getStyleClass().add("purpose-bar");
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(Purpose purpose) {
        boolean shown = !(purpose instanceof Purpose.Message);
        setVisible(shown);
        setManaged(shown);
        getChildren()
                .setAll(
                        switch (purpose) {
                            case Purpose.Message _ -> List.of();
                            case Purpose.Reply reply -> answering(reply);
                            case Purpose.Edit _ -> editing();
                        });
    }

    private List<Node> answering(Purpose.Reply reply) {
        Label name = Weight.semiBold(
                new Label(messages.text("composer.reply", reply.author().name())));
        name.getStyleClass().add("purpose-name");
        name.setMinWidth(USE_PREF_SIZE);
        PersonColour.paint(name, reply.author().id());
        Label said = new Label(reply.text().replace('\n', ' '));
        said.getStyleClass().add("purpose-said");
        said.setMinWidth(0);
        return List.of(
                Icon.of(Feather.CORNER_UP_LEFT, Icon.SMALL), name, said, between(), close("composer.reply.close"));
    }

    private List<Node> editing() {
        Label what = Weight.semiBold(new Label(messages.text("composer.edit")));
        what.getStyleClass().add("purpose-what");
        what.setMinWidth(USE_PREF_SIZE);
        Label hint = new Label(messages.text("composer.edit.hint"));
        hint.getStyleClass().add("purpose-said");
        hint.setMinWidth(0);
        return List.of(Icon.of(Feather.EDIT_2, Icon.SMALL), what, hint, between(), close("composer.edit.close"));
    }

    private static Region between() {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        return between;
    }

    private IconButton close(String key) {
        IconButton close = new IconButton(Feather.X, Icon.SMALL, messages.text(key), onClose);
        close.setId("composer-purpose-close");
        close.getStyleClass().add("small");
        return close;
    }
}
