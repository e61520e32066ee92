package hearth.client.ui.conversations;

import hearth.client.session.ChatSession;
import hearth.client.session.Outcome;
import hearth.protocol.ClientFrame.UserKey;
import hearth.protocol.ConversationSummary;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Opens the direct conversation with somebody who was met: by the id, which is sure; without a connection by the name, which is all that can be kept then. */
public final class DirectOpener {
    private final ChatSession session;

    /** Opens them on this session. */
    public DirectOpener(ChatSession session) {
        this.session = session;
    }

    /** Opens it. */
    public CompletionStage<Outcome<ConversationSummary>> open(String userId, String name) {
        return session.openDirect(new UserKey.ById(userId)).thenCompose(outcome -> switch (outcome) {
            case Outcome.NotConnected<ConversationSummary> _ -> session.openDirect(new UserKey.ByName(name));
            case Outcome.Done<ConversationSummary> _, Outcome.Refused<ConversationSummary> _ ->
                CompletableFuture.completedFuture(outcome);
        });
    }
}
