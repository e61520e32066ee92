package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.protocol.HistoryItem;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** The reactions to a message, in order of arrival. */
final class ReactionLine extends FlowPane {
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");

    private final Messages messages;

    ReactionLine(Messages messages) {
        this.messages = messages;
        getStyleClass().add("reactions");
    }

    void show(List<HistoryItem.Reaction> reactions) {
        setVisible(!reactions.isEmpty());
        setManaged(!reactions.isEmpty());
        if (!reactions.isEmpty() || !getChildren().isEmpty()) {
            getChildren().setAll(reactions.stream().map(this::pill).toList());
        }
    }

    private Label pill(HistoryItem.Reaction reaction) {
        Label pill = new Label(reaction.emoji() + "  " + reaction.count());
        pill.getStyleClass().add("reaction");
        pill.pseudoClassStateChanged(OWN, reaction.own());
        pill.setAccessibleText(
                messages.text("timeline.reaction", reaction.emoji(), reaction.count(), reaction.own() ? 1 : 0));
        return pill;
    }
}
