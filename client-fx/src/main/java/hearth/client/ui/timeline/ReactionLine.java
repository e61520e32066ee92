package hearth.client.ui.timeline;

import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.ViewContext;
import hearth.protocol.HistoryItem;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.FlowPane;

/** The reactions to a message, in order of arrival. */
final class ReactionLine extends FlowPane {
    private final ViewContext context;
    private final TimelineViewModel model;

    ReactionLine(ViewContext context, TimelineViewModel model) {
        this.context = context;
        this.model = model;
        getStyleClass().add("reactions");
    }

    void show(TimelineEntry.Message message) {
        List<HistoryItem.Reaction> reactions = message.marks().reactions();
        setVisible(!reactions.isEmpty());
        setManaged(!reactions.isEmpty());
        if (!reactions.isEmpty() || !getChildren().isEmpty()) {
            boolean may = model.actions().offered(message).contains(MessageDeed.REACT);
            getChildren()
                    .setAll(reactions.stream()
                            .map(reaction -> pill(message, reaction, may))
                            .toList());
        }
    }

    private ReactionPill pill(TimelineEntry.Message message, HistoryItem.Reaction reaction, boolean may) {
        Optional<Runnable> toggle =
                may ? Optional.of(() -> model.actions().react(message, reaction.emoji())) : Optional.empty();
        return new ReactionPill(context.messages(), context.emoji(), model.people(), reaction, toggle);
    }
}
