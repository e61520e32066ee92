package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.EmojiMark;
import hearth.client.ui.common.EmojiSheet;
import hearth.client.ui.common.EmojiTable;
import hearth.protocol.HistoryItem;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** The reactions to a message, in order of arrival. */
final class ReactionLine extends FlowPane {
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");

    private final Messages messages;
    private final EmojiSheet emoji;

    ReactionLine(Messages messages, EmojiSheet emoji) {
        this.messages = messages;
        this.emoji = emoji;
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
        Label pill = new Label();
        List<EmojiTable.Piece> pieces = emoji.table().pieces(reaction.emoji());
        if (pieces.size() == 1 && pieces.getFirst().picture().isPresent()) {
            pill.setGraphic(new EmojiMark(emoji, pieces.getFirst().picture().get(), reaction.emoji()));
            pill.setText(Integer.toString(reaction.count()));
        } else {
            pill.setText(reaction.emoji() + "  " + reaction.count());
        }
        pill.getStyleClass().add("reaction");
        pill.pseudoClassStateChanged(OWN, reaction.own());
        pill.setAccessibleText(
                messages.text("timeline.reaction", reaction.emoji(), reaction.count(), reaction.own() ? 1 : 0));
        return pill;
    }
}
