package hearth.client.session;

import hearth.client.link.ChatLink;
import hearth.client.link.LinkEvent;
import hearth.protocol.ClientFrame;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One link, heard on the session thread until it is over for the session, whatever it says later. Session thread only, but for the link's callbacks. */
final class LinkAttempt {
    private final ChatLink link;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean over;

    LinkAttempt(URI address, ChatLink.Dialler dialler, SessionLoop loop, Consumer<LinkEvent> owner) {
        this.link = dialler.dial(address, event -> loop.execute(() -> hear(event, owner)));
    }

    void send(ClientFrame frame) {
        link.send(frame);
    }

    /** Tells the server's side what is known here already. */
    void recall(Supplier<List<ChatLink.Recollection>> known) {
        link.recall(known);
    }

    /** Says goodbye; what the link tells from now on is not heard. The stage completes when it is gone. */
    CompletionStage<Void> close() {
        over = true;
        link.close();
        return ended;
    }

    /** Cuts it off; what the link tells from now on is not heard. */
    void abort() {
        over = true;
        link.abort();
    }

    private void hear(LinkEvent event, Consumer<LinkEvent> owner) {
        if (event instanceof LinkEvent.Ended) {
            ended.complete(null);
        }
        if (!over) {
            owner.accept(event);
        }
    }
}
