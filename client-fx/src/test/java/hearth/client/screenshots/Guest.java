package hearth.client.screenshots;

import static org.awaitility.Awaitility.await;

import hearth.client.app.AppGraph;
import hearth.client.link.ServerSpec;
import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import hearth.client.session.Outcome;
import hearth.client.session.SessionEvent;
import hearth.client.store.StoreException;
import hearth.client.store.Target;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Somebody else in a chat, with the whole client but for its window. */
final class Guest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AppGraph graph;
    private final ChatSession session;
    private volatile boolean online;
    private volatile String lobby = "";

    private Guest(AppGraph graph, ServerSpec server, String name) {
        this.graph = graph;
        session = graph.session(server, name, Optional.empty());
        session.observe(this::on);
        session.connect();
    }

    /** Comes in under this name; what is kept of it goes to the folder. Returns once in. */
    static Guest enter(Path folder, ServerSpec server, String name) throws StoreException {
        Guest guest = new Guest(AppGraph.open(folder, "screenshots").orElseThrow(), server, name);
        await(name + " is in").atMost(PATIENCE).until(() -> guest.online && !guest.lobby.isEmpty());
        return guest;
    }

    private void on(SessionEvent event) {
        if (event instanceof SessionEvent.StateChanged(var state)) {
            online = state instanceof ConnectionState.Online;
        } else if (event instanceof SessionEvent.ConversationChanged(var conversation)
                && conversation.title() instanceof ConversationSummary.Room room
                && room.name().equals("lobby")) {
            lobby = conversation.id();
        }
    }

    /** Says something to all. */
    void say(String text) {
        post(new Target.Conversation(lobby), text);
    }

    /** Says something to one. */
    void whisper(String name, String text) {
        post(new Target.Person(name), text);
    }

    private void post(Target target, String text) {
        session.post(target, text, OptionalLong.empty()).toCompletableFuture().join();
        session.settled()
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Enters a room, and says something there. */
    void sayInRoom(String name, String text) {
        var entered = session.join(new ClientFrame.RoomKey.ByName(name))
                .toCompletableFuture()
                .join();
        if (entered instanceof Outcome.Done<ConversationSummary>(var room)) {
            post(new Target.Conversation(room.id()), text);
        } else {
            throw new IllegalStateException("not let into " + name + ": " + entered);
        }
    }

    @Override
    public void close() {
        graph.close();
    }
}
