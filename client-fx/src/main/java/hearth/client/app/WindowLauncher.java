package hearth.client.app;

import hearth.client.fx.Browser;
import hearth.client.fx.JavaFxThread;
import hearth.client.fx.NoDisplayException;
import hearth.client.fx.SystemLook;
import hearth.client.fx.Toolkit;
import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.link.recognition.Recogniser;
import hearth.client.settings.Preferences;
import hearth.client.settings.Preferences.Language;
import hearth.client.settings.PreferencesFile;
import hearth.client.settings.WindowPlace;
import hearth.client.settings.WindowPlaces;
import hearth.client.store.Salvaged;
import hearth.client.ui.common.Appearance;
import hearth.client.ui.common.EmojiSheet;
import hearth.client.ui.common.EmojiTable;
import hearth.client.ui.common.ScaledPane;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.connect.ServerBook;
import hearth.client.ui.connect.SessionFactory;
import hearth.client.ui.host.ChatHost;
import hearth.client.ui.shell.WindowLayout;
import hearth.client.ui.shell.WindowView;
import hearth.client.ui.shell.WindowViewModel;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens the window and waits until it is closed. The only class of this package that loads JavaFX, so that the console never does. */
final class WindowLauncher {
    /** A session that has not ended by then is left to the end of the process: what is unsent is on disk already. */
    private static final long CLOSE_MILLIS = 1_500;

    private static final int EXIT_INTERRUPTED = 1;
    /** In the data folder: how the window was left. */
    static final String PLACE_FILE = "window.properties";

    /** In the data folder: what the user prefers. */
    static final String PREFERENCES_FILE = "preferences.properties";

    private final Parts parts;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<WindowPlace> left = new AtomicReference<>();

    /** What the window needs of the program around it; {@code address} and {@code name} as given on the command line. */
    record Parts(
            SessionFactory sessions,
            Recogniser recogniser,
            ServerBook book,
            ChatHost host,
            WindowPlaces places,
            PreferencesFile preferences,
            InstantSource clock,
            Consumer<Consumer<Salvaged>> salvages,
            Optional<String> address,
            Optional<String> name) {}

    /** A window on these parts of the program, which outlive it. */
    static WindowLauncher on(AppGraph graph, ClientOptions options) {
        return new WindowLauncher(new Parts(
                graph::session,
                graph.recogniser(),
                graph.servers(),
                graph.host(),
                new WindowPlaces(options.data().resolve(PLACE_FILE)),
                new PreferencesFile(options.data().resolve(PREFERENCES_FILE)),
                InstantSource.system(),
                graph::onSalvaged,
                options.server().map(URI::toString),
                options.name()));
    }

    WindowLauncher(Parts parts) {
        this.parts = parts;
    }

    /**
     * Opens the window, and returns once it is closed and its session has ended, at most 1.5 s later. Never called on the JavaFX thread.
     *
     * @return the exit code
     * @throws NoDisplayException if no window can be opened
     */
    int run() throws NoDisplayException {
        WindowPlace place = parts.places().load();
        left.set(place);
        Preferences preferences = parts.preferences().load();
        Speech speech = Speech.ofSystem();
        // The font that stands in for Han follows the process's language at the toolkit's start.
        Locale.setDefault(Locale.Category.DISPLAY, speech.locale(preferences.language()));
        EmojiTable emoji = EmojiTable.load();
        try (ExecutorService disk = Executors.newSingleThreadExecutor()) {
            Toolkit.start(() -> {
                Appearance appearance = new Appearance(
                        preferences,
                        next -> disk.execute(() -> parts.preferences().save(next)),
                        SystemLook::reducedMotion);
                EmojiSheet pictures = new EmojiSheet(emoji);
                Browser browser = new Browser();
                open(place, appearance, language -> {
                    Messages messages = speech.messages(language);
                    return new ViewContext(messages, speech.times(messages), appearance, pictures, browser::open);
                });
            });
            return untilClosed();
        }
    }

    /** Waits for the end of the window, and ends the toolkit. One that did not start cannot be ended: that would wait for ever. */
    private int untilClosed() {
        try {
            closed.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return EXIT_INTERRUPTED;
        } finally {
            Toolkit.exit();
            parts.places().save(left.get());
        }
    }

    private void open(WindowPlace place, Appearance appearance, Function<Language, ViewContext> speaking) {
        ViewContext context =
                speaking.apply(appearance.preferencesProperty().get().language());
        UiThread ui = new JavaFxThread();
        WindowViewModel model = new WindowViewModel(new WindowViewModel.Needs(
                context.messages(),
                context.times(),
                parts.clock(),
                ui,
                parts.sessions(),
                parts.recogniser(),
                parts.book(),
                parts.host()));
        WindowLayout layout = new WindowLayout(place);
        WindowView view = new WindowView(appearance, speaking, model, layout);
        MainStage stage = new MainStage(view, new ScaledPane(view, appearance), layout, place);
        stage.onClosed(last -> {
            left.set(last);
            appearance.dispose();
            CompletionStage<Void> ended =
                    model.dispose().toCompletableFuture().copy().orTimeout(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
            ended.whenComplete((_, _) -> closed.countDown());
        });
        stage.show();
        model.begin(parts.address(), parts.name());
        parts.salvages().accept(what -> ui.later(() -> model.onSalvaged(what)));
    }
}
