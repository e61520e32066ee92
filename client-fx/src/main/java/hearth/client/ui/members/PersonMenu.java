package hearth.client.ui.members;

import hearth.client.i18n.Messages;
import hearth.protocol.UserRef;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Makes the menus of a person. */
final class PersonMenu {
    private final Messages messages;
    private final PersonActions actions;

    PersonMenu(Messages messages, PersonActions actions) {
        this.messages = messages;
        this.actions = actions;
    }

    /** All that can be done with somebody. */
    ContextMenu whole(PersonCard card) {
        UserRef person = new UserRef(card.id(), card.name());
        ContextMenu menu = new ContextMenu();
        if (card.writable()) {
            menu.getItems().add(item(messages.text("person.message"), () -> actions.write(person)));
        }
        if (!card.self()) {
            menu.getItems().add(item(messages.text("person.mention"), () -> actions.mention(person)));
        }
        if (!card.acts().isEmpty() && !menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().addAll(acts(card));
        return menu;
    }

    /** What can be done to somebody as a member of the room. */
    List<MenuItem> acts(PersonCard card) {
        UserRef person = new UserRef(card.id(), card.name());
        return card.acts().stream()
                .map(act -> item(messages.text(act.key()), () -> actions.act(act, person)))
                .toList();
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
