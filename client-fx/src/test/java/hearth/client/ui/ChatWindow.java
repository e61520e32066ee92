package hearth.client.ui;

import hearth.client.fx.JavaFxThread;
import hearth.client.link.recognition.Recogniser;
import hearth.client.settings.Preferences;
import hearth.client.settings.Preferences.Language;
import hearth.client.settings.Preferences.Scheme;
import hearth.client.settings.WindowPlace;
import hearth.client.store.Salvaged;
import hearth.client.ui.common.Appearance;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.ScaledPane;
import hearth.client.ui.common.Theme;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.connect.FakeRecogniser;
import hearth.client.ui.connect.FakeServerBook;
import hearth.client.ui.connect.ServerBook;
import hearth.client.ui.connect.SessionFactory;
import hearth.client.ui.host.ChatHost;
import hearth.client.ui.host.FakeChatHost;
import hearth.client.ui.shell.WindowLayout;
import hearth.client.ui.shell.WindowView;
import hearth.client.ui.shell.WindowViewModel;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.api.FxToolkit;

/** The real window on a fake session, on the headless platform, with hands and eyes for it. Used by the test's thread. */
public final class ChatWindow extends UsedWindow implements AutoCloseable {
    private final Setting setting;
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private final List<Preferences> kept = new CopyOnWriteArrayList<>();
    private Appearance appearance;
    private Stage stage;
    private WindowView view;
    private WindowViewModel model;

    /** What a window is made of: what it looks like, and what is behind it. */
    public record Setting(
            Locale locale,
            Preferences preferences,
            int width,
            int height,
            SessionFactory sessions,
            Recogniser recogniser,
            ServerBook book,
            ChatHost host,
            InstantSource clock) {

        /** Light, on sessions and servers that are not real, at the time of what they tell. */
        static Setting of(FakeChatSession session, Recogniser recogniser, Locale locale, int width, int height) {
            return new Setting(
                    locale,
                    Preferences.FIRST.withScheme(Scheme.LIGHT),
                    width,
                    height,
                    (_, _, _) -> session,
                    recogniser,
                    new FakeServerBook(List.of()),
                    new FakeChatHost(),
                    InstantSource.fixed(Workshop.NOW));
        }
    }

    private ChatWindow(Setting setting) {
        this.setting = setting;
    }

    /** The first screen of a window of the usual size; joining leads to this session. */
    public static ChatWindow atFirstScreen(FakeChatSession session) {
        return atFirstScreen(session, new FakeRecogniser());
    }

    /** The same, where this is what is found at any address. */
    public static ChatWindow atFirstScreen(FakeChatSession session, FakeRecogniser recogniser) {
        ChatWindow window = open(Setting.of(session, recogniser, Locale.UK, 1100, 720));
        window.begin(Optional.empty(), Optional.empty());
        return window;
    }

    /** A chat in a window of the usual size, in English. */
    public static ChatWindow inChat(FakeChatSession session) {
        return inChat(session, Locale.UK, 1100, 720);
    }

    /** A chat in a window of this size, in this language. */
    public static ChatWindow inChat(FakeChatSession session, Locale locale, int width, int height) {
        ChatWindow window = open(Setting.of(session, new FakeRecogniser(), locale, width, height));
        window.begin(Optional.of("192.168.1.20"), Optional.of("Ada"));
        window.awaitShown("#composer");
        window.settle();
        return window;
    }

    /** The addresses that went to the browser. */
    public List<URI> opened() {
        return opened;
    }

    /** What the user preferred, each time that was changed. */
    public List<Preferences> kept() {
        return kept;
    }

    /** The program tells that a damaged file was replaced. */
    public void salvaged(Salvaged what) {
        onFx(() -> {
            model.onSalvaged(what);
            return null;
        });
        settle();
    }

    /** What the program was started with. */
    public void begin(Optional<String> address, Optional<String> name) {
        onFx(() -> {
            model.begin(address, name);
            return null;
        });
        settle();
    }

    /** A window that shows nothing yet. */
    public static ChatWindow open(Setting setting) {
        ChatWindow window = new ChatWindow(setting);
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException("the toolkit did not start", e);
        }
        window.onFx(() -> {
            window.show();
            return null;
        });
        window.settle();
        return window;
    }

    private void show() {
        // On a desktop that asks for less motion: what opens is where it belongs at once.
        appearance = new Appearance(setting.preferences(), kept::add, () -> true);
        Function<Language, ViewContext> speaking = Workshop.context(setting.locale(), appearance, opened::add);
        ViewContext context = speaking.apply(Language.SYSTEM);
        model = new WindowViewModel(new WindowViewModel.Needs(
                context.messages(),
                context.times(),
                setting.clock(),
                new JavaFxThread(),
                setting.sessions(),
                setting.recogniser(),
                setting.book(),
                setting.host()));
        view = new WindowView(appearance, speaking, model, new WindowLayout(WindowPlace.FIRST));
        Scene scene = new Scene(new ScaledPane(view, appearance), setting.width(), setting.height());
        Theme.dress(scene);
        stage = new Stage();
        stage.setScene(scene);
        view.attentiveProperty().bind(stage.focusedProperty());
        view.guard(stage);
        stage.show();
        stage.requestFocus();
    }

    @Override
    protected Stage stage() {
        return stage;
    }

    /** Makes the window as wide as this. */
    public void resize(double width, double height) {
        onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return null;
        });
        settle();
    }

    /** The user closes the window, as the desktop tells it. */
    public void requestClose() {
        onFx(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
        settle();
    }

    /** Whether it is on the desktop. */
    public boolean isOpen() {
        return onFx(stage::isShowing);
    }

    /** The window's model, to end its screen. */
    public WindowViewModel model() {
        return model;
    }

    /** Draws it in other colours. */
    public void theme(Theme theme) {
        onFx(() -> {
            theme.apply();
            return null;
        });
        settle();
    }

    /** The user prefers something else. */
    public void prefer(UnaryOperator<Preferences> change) {
        onFx(() -> {
            appearance.choose(change.apply(appearance.preferencesProperty().get()));
            return null;
        });
        settle();
    }

    /** Writes a picture of it. */
    public void photograph(Path file) {
        settle();
        onFx(() -> {
            Png.write(picture(), file);
            return null;
        });
    }

    /** The window with what floats over it, which are windows of their own. */
    private Image picture() {
        Scene scene = stage.getScene();
        Canvas canvas = new Canvas(scene.getWidth(), scene.getHeight());
        canvas.getGraphicsContext2D().drawImage(scene.snapshot(null), 0, 0);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow popup && popup.isShowing())
                .forEach(popup -> canvas.getGraphicsContext2D()
                        .drawImage(
                                popup.getScene().getRoot().snapshot(clear, null),
                                popup.getX() - stage.getX() - scene.getX(),
                                popup.getY() - stage.getY() - scene.getY()));
        return canvas.snapshot(null, null);
    }

    @Override
    public void close() {
        onFx(() -> {
            stage.hide();
            view.dispose();
            model.dispose();
            appearance.dispose();
            return null;
        });
        settle();
    }
}
