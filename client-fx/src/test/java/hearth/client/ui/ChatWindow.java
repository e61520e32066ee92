package hearth.client.ui;

import hearth.client.fx.JavaFxThread;
import hearth.client.i18n.Messages;
import hearth.client.settings.WindowPlace;
import hearth.client.store.Salvaged;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Theme;
import hearth.client.ui.common.Times;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.connect.FakeRecogniser;
import hearth.client.ui.connect.FakeServerBook;
import hearth.client.ui.shell.WindowLayout;
import hearth.client.ui.shell.WindowView;
import hearth.client.ui.shell.WindowViewModel;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/** The real window on a fake session, on the headless platform, with hands and eyes for it. Used by the test's thread. */
public final class ChatWindow extends UsedWindow implements AutoCloseable {
    private final Messages messages;
    private final FakeRecogniser recogniser;
    private Stage stage;
    private WindowView view;
    private WindowViewModel model;

    private ChatWindow(Locale locale, FakeRecogniser recogniser) {
        messages = Messages.in(locale);
        this.recogniser = recogniser;
    }

    /** The first screen of a window of the usual size; joining leads to this session. */
    public static ChatWindow atFirstScreen(FakeChatSession session) {
        return atFirstScreen(session, new FakeRecogniser());
    }

    /** The same, where this is what is found at any address. */
    public static ChatWindow atFirstScreen(FakeChatSession session, FakeRecogniser recogniser) {
        ChatWindow window = open(session, recogniser, Locale.UK, 1100, 720);
        window.begin(Optional.empty(), Optional.empty());
        return window;
    }

    /** A chat in a window of the usual size, in English. */
    public static ChatWindow inChat(FakeChatSession session) {
        return inChat(session, Locale.UK, 1100, 720);
    }

    /** A chat in a window of this size, in this language. */
    public static ChatWindow inChat(FakeChatSession session, Locale locale, int width, int height) {
        ChatWindow window = open(session, new FakeRecogniser(), locale, width, height);
        window.begin(Optional.of("192.168.1.20"), Optional.of("Ada"));
        window.awaitShown("#composer");
        window.settle();
        return window;
    }

    /** The program tells that a damaged file was replaced. */
    public void salvaged(Salvaged what) {
        onFx(() -> {
            model.onSalvaged(what);
            return null;
        });
        settle();
    }

    private void begin(Optional<String> address, Optional<String> name) {
        onFx(() -> {
            model.begin(address, name);
            return null;
        });
        settle();
    }

    private static ChatWindow open(
            FakeChatSession session, FakeRecogniser recogniser, Locale locale, int width, int height) {
        ChatWindow window = new ChatWindow(locale, recogniser);
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException("the toolkit did not start", e);
        }
        window.onFx(() -> {
            window.show(session, width, height);
            return null;
        });
        window.settle();
        return window;
    }

    private void show(FakeChatSession session, int width, int height) {
        Theme.LIGHT.apply();
        Times times = new Times(messages, ZoneOffset.UTC);
        model = new WindowViewModel(new WindowViewModel.Needs(
                messages,
                times,
                InstantSource.fixed(Workshop.NOW),
                new JavaFxThread(),
                (_, _, _) -> session,
                recogniser,
                new FakeServerBook(List.of())));
        view = new WindowView(messages, times, model, new WindowLayout(WindowPlace.FIRST));
        Scene scene = new Scene(view, width, height);
        Theme.dress(scene);
        stage = new Stage();
        stage.setScene(scene);
        view.attentiveProperty().bind(stage.focusedProperty());
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

    /** The window's model, to end its screen. */
    public WindowViewModel model() {
        return model;
    }

    @Override
    public void close() {
        onFx(() -> {
            stage.hide();
            view.dispose();
            model.dispose();
            return null;
        });
        settle();
    }
}
