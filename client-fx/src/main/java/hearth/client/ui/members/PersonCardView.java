package hearth.client.ui.members;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Avatar;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.StatusWords;
import hearth.client.ui.common.Weight;
import hearth.protocol.UserRef;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The card of a person: who it is, what they do, and what one can do with them. */
public final class PersonCardView extends VBox {
    private static final double WIDTH = 300;

    private final Messages messages;
    private final PersonActions actions;
    private final Avatar avatar = new Avatar(56);
    private final Label name = Weight.semiBold(new Label());
    private final Label about = new Label();
    private final Label statusText = new Label();
    private final Button message;
    private final Button mention;
    private final Button moderate;
    private final HBox buttons;
    private final Subscription bound;
    private PersonCard shown;

    /** The card of whom this gives, drawn anew whenever {@code changes} moves, until {@link #dispose}. */
    public PersonCardView(
            Messages messages, Supplier<PersonCard> card, ReadOnlyIntegerProperty changes, PersonActions actions) {
        this.messages = messages;
        this.actions = actions;
        shown = card.get();
        setId("person-card");
        getStyleClass().add("person-card");
        setAccessibleRole(AccessibleRole.DIALOG);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        name.getStyleClass().add("person-card-name");
        name.setMinWidth(0);
        about.getStyleClass().add("small-muted");
        about.setWrapText(true);
        statusText.getStyleClass().add("person-card-text");
        statusText.setWrapText(true);
        VBox words = new VBox(1, name, about);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(14, avatar, words);
        head.setAlignment(Pos.CENTER_LEFT);
        message = button("person-message", "person.message", Feather.MESSAGE_CIRCLE);
        message.getStyleClass().add("accent");
        message.setOnAction(_ -> actions.write(person()));
        mention = button("person-mention", "person.mention", Feather.AT_SIGN);
        mention.setOnAction(_ -> actions.mention(person()));
        buttons = new HBox(8, message, mention);
        moderate = button("person-moderate", "person.moderate", Feather.CHEVRON_DOWN);
        moderate.setContentDisplay(ContentDisplay.RIGHT);
        moderate.setOnAction(_ -> showActs());
        getChildren().setAll(head, statusText, buttons, moderate);
        bound = changes.subscribe(_ -> show(card.get()));
    }

    private Button button(String id, String key, Feather icon) {
        Button button = Weight.followHan(new Button(messages.text(key), Icon.of(icon, Icon.ROW)));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        // Both are as wide as the other, whatever they say.
        button.setPrefWidth(WIDTH);
        button.setMinWidth(0);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private UserRef person() {
        return new UserRef(shown.id(), shown.name());
    }

    private void show(PersonCard card) {
        shown = card;
        avatar.show(card.id(), card.name(), card.status());
        name.setText(card.self() ? messages.text("person.self", card.name()) : card.name());
        about.setText(Stream.of(presence(card), role(card))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · ")));
        setShown(about, !about.getText().isEmpty());
        statusText.setText(card.statusText());
        setShown(statusText, !card.statusText().isEmpty());
        setShown(message, card.writable());
        setShown(mention, !card.self());
        setShown(buttons, card.writable() || !card.self());
        setShown(moderate, !card.acts().isEmpty());
        message.setAccessibleText(messages.text("people.write", card.name()));
        mention.setAccessibleText(messages.text("person.mention.name", card.name()));
        moderate.setAccessibleText(messages.text("person.moderate.name", card.name()));
        setAccessibleText(messages.text("person.card", card.name(), about.getText()));
    }

    private String presence(PersonCard card) {
        return card.status().map(status -> StatusWords.of(messages, status)).orElse("");
    }

    private String role(PersonCard card) {
        return card.role()
                .map(role -> switch (role) {
                    case OWNER -> messages.text("person.owner-of", card.room());
                    case MODERATOR -> messages.text("person.moderator-of", card.room());
                    case MEMBER -> messages.text("person.member-of", card.room());
                })
                .orElse("");
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    private void showActs() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(new PersonMenu(messages, actions).acts(shown));
        menu.show(moderate, Side.BOTTOM, 0, 4);
    }

    /** Puts the focus where the user begins. */
    public void focusFirst() {
        Stream.of(message, mention, moderate)
                .filter(Button::isVisible)
                .findFirst()
                .ifPresentOrElse(Button::requestFocus, this::requestFocus);
    }

    /** Lets go of whom it shows. */
    public void dispose() {
        bound.unsubscribe();
    }
}
