package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.session.SessionEvent;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import java.lang.ref.WeakReference;
import java.time.Duration;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** What a screen that was left leaves behind: nothing. */
class DisposeFxTest {
    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));

    @Test
    void aChatThatWasLeftCanBeCollected() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            WeakReference<Node> shell = new WeakReference<>(window.find(".shell", Node.class));
            WeakReference<Object> model = new WeakReference<>(
                    window.onFx(() -> window.model().screenProperty().get()));
            window.click("#server-menu");
            window.clickInMenu("Join another chat…");
            window.awaitShown("#connect-name");
            window.click("#connect-name");
            assertThat(session.observers()).isZero();
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                System.gc();
                window.settle();
                return shell.get() == null && model.get() == null;
            });
        }
    }

    @Test
    void aClosedWindowShutsItsSessionDown() {
        ChatWindow.inChat(session).close();
        assertThat(session.commands("shutDown")).hasSize(1);
        assertThat(session.observers()).isZero();
    }
}
