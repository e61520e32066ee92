package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.EmojiMark;
import hearth.client.ui.common.EmojiSheet;
import hearth.client.ui.common.People;
import hearth.protocol.HistoryItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;

/** One reaction to a message and how many gave it; a click gives it or takes it back, where that can be. */
final class ReactionPill extends Label {
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final PseudoClass CLICKABLE = PseudoClass.getPseudoClass("clickable");

    private final Messages messages;
    private final Optional<Runnable> toggle;

    /** {@code toggle} is absent where the server has no reactions. */
    ReactionPill(
            Messages messages,
            EmojiSheet emoji,
            People people,
            HistoryItem.Reaction reaction,
            Optional<Runnable> toggle) {
        this.messages = messages;
        this.toggle = toggle;
        getStyleClass().add("reaction");
        setMinWidth(USE_PREF_SIZE);
        Optional<EmojiMark> picture = EmojiMark.of(emoji, reaction.emoji());
        setGraphic(picture.orElse(null));
        setText(picture.isPresent() ? Integer.toString(reaction.count()) : reaction.emoji() + "  " + reaction.count());
        pseudoClassStateChanged(OWN, reaction.own());
        pseudoClassStateChanged(CLICKABLE, toggle.isPresent());
        setAccessibleRole(toggle.isPresent() ? AccessibleRole.TOGGLE_BUTTON : AccessibleRole.TEXT);
        setAccessibleText(
                messages.text("timeline.reaction", reaction.emoji(), reaction.count(), reaction.own() ? 1 : 0));
        // Most pills are never pointed at, and a tooltip costs more than all the rest.
        setOnMouseEntered(_ -> setTooltip(new Tooltip(names(reaction, people))));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                toggle.ifPresent(Runnable::run);
                event.consume();
            }
        });
    }

    private String names(HistoryItem.Reaction reaction, People people) {
        List<String> names = new ArrayList<>();
        if (reaction.own()) {
            names.add(messages.text("timeline.reaction.you"));
        }
        reaction.users().stream()
                .filter(id -> !id.equals(people.self()))
                .flatMap(id -> people.name(id).stream())
                .forEach(names::add);
        int others = reaction.count() - names.size();
        if (names.isEmpty()) {
            return messages.text("timeline.reaction.unknown", reaction.count());
        }
        return others > 0
                ? messages.text("timeline.reaction.others", String.join(messages.text("names.comma"), names), others)
                : messages.names(names);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            toggle.ifPresent(Runnable::run);
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
