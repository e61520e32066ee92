package hearth.client.screenshots;

import hearth.client.link.recognition.Recogniser;
import hearth.client.settings.Preferences;
import hearth.client.ui.ChatWindow;
import hearth.client.ui.connect.ServerBook;
import hearth.client.ui.connect.SessionFactory;
import hearth.client.ui.host.ChatHost;
import hearth.client.ui.host.FakeChatHost;
import java.nio.file.Path;
import java.time.InstantSource;

/** Where one screen is shown in one look. */
final class Studio {
    private final Look look;
    private final Path scratch;
    private final Camera camera;

    /**
     * An empty studio.
     *
     * @param scratch a folder that was not used before
     */
    Studio(Look look, Path scratch, Camera camera) {
        this.look = look;
        this.scratch = scratch;
        this.camera = camera;
    }

    /** A window that looks as wanted and shows nothing yet. */
    ChatWindow open(SessionFactory sessions, Recogniser recogniser, ServerBook book, InstantSource clock) {
        return open(sessions, recogniser, book, new FakeChatHost(), clock);
    }

    /** The same, where this hosts. */
    ChatWindow open(
            SessionFactory sessions, Recogniser recogniser, ServerBook book, ChatHost host, InstantSource clock) {
        return ChatWindow.open(new ChatWindow.Setting(
                look.locale(),
                Preferences.FIRST.withScheme(look.scheme()),
                look.width(),
                look.height(),
                sessions,
                recogniser,
                book,
                host,
                clock));
    }

    /** Takes a picture of it. */
    void photograph(ChatWindow window, String name) {
        window.settle();
        camera.take(window, name + "-" + look.name());
    }

    /** A folder for what programs keep meanwhile. */
    Path scratch() {
        return scratch;
    }
}
