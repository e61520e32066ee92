package hearth.client.screenshots;

import hearth.client.link.recognition.Recogniser;
import hearth.client.settings.Preferences;
import hearth.client.ui.ChatWindow;
import hearth.client.ui.connect.ServerBook;
import hearth.client.ui.connect.SessionFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Where the pictures of one screen in one look are taken. */
final class Studio {
    private final Look look;
    private final Path pictures;
    private final Path scratch;
    private final List<Path> taken = new ArrayList<>();

    /**
     * An empty studio.
     *
     * @param pictures the folder that the pictures go to
     * @param scratch a folder that was not used before
     */
    Studio(Look look, Path pictures, Path scratch) {
        this.look = look;
        this.pictures = pictures;
        this.scratch = scratch;
    }

    /** A window that looks as wanted and shows nothing yet. */
    ChatWindow open(SessionFactory sessions, Recogniser recogniser, ServerBook book, InstantSource clock) {
        return ChatWindow.open(new ChatWindow.Setting(
                look.locale(),
                Preferences.FIRST.withScheme(look.scheme()),
                look.width(),
                look.height(),
                sessions,
                recogniser,
                book,
                clock));
    }

    /** Takes a picture of it. */
    void photograph(ChatWindow window, String name) {
        Path file = pictures.resolve(name + "-" + look.name() + ".png");
        window.photograph(file);
        taken.add(file);
    }

    /** A folder for what programs keep meanwhile. */
    Path scratch() {
        return scratch;
    }

    /** The pictures so far. */
    List<Path> taken() {
        return List.copyOf(taken);
    }
}
