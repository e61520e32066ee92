package hearth.client.ui.connect;

import hearth.client.fx.UiBatcher;
import hearth.client.fx.UiThread;
import hearth.client.link.ServerSpec;
import hearth.client.session.ChatSession;
import hearth.client.session.SessionEvent;
import hearth.client.session.Subscription;
import hearth.client.store.KeepStore;
import java.util.function.Consumer;

/** One attempt to join a server: a session that is heard. Lives on the JavaFX thread. */
record Attempt(Goal goal, ChatSession session, UiBatcher<SessionEvent> events, Subscription heard) {

    /** The server, what it is called as far as anybody knows, and as whom it is joined. */
    record Goal(ServerSpec server, String serverName, String userName) {}

    /** Hears this session, until {@link #leave}; {@code listener} hears on the JavaFX thread. */
    static Attempt follow(UiThread ui, Goal goal, ChatSession session, Consumer<SessionEvent> listener) {
        UiBatcher<SessionEvent> events = new UiBatcher<>(ui, batch -> batch.forEach(listener));
        return new Attempt(goal, session, events, session.observe(events::offer));
    }

    /** Hears nothing any more; the session goes on. */
    void leave() {
        events.close();
        heard.close();
    }

    /** Where it arrived. */
    ConnectViewModel.Joined joined(SessionEvent.SignedIn signedIn) {
        KeepStore.Account account =
                new KeepStore.Account(signedIn.server().id(), signedIn.self().name());
        return new ConnectViewModel.Joined(goal.server(), goal.userName(), account);
    }
}
