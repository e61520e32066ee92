package hearth.client.app;

import hearth.client.fx.Browser;
import hearth.client.fx.JavaFxThread;
import hearth.client.fx.NoDisplayException;
import hearth.client.fx.Toolkit;
import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.link.recognition.Recogniser;
import hearth.client.settings.WindowPlace;
import hearth.client.settings.WindowPlaces;
import hearth.client.store.Salvaged;
import hearth.client.ui.common.EmojiSheet;
import hearth.client.ui.common.EmojiTable;
import hearth.client.ui.common.Theme;
import hearth.client.ui.common.Times;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.connect.ServerBook;
import hearth.client.ui.connect.SessionFactory;
import hearth.client.ui.shell.WindowLayout;
import hearth.client.ui.shell.WindowView;
import hearth.client.ui.shell.WindowViewModel;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Opens the window and waits until it is closed. The only class of this package that loads JavaFX, so that the console never does. */
final class WindowLauncher {
    /** A session that has not ended by then is left to the end of the process: what is unsent is on disk already. */
    private static final long CLOSE_MILLIS = 1_500;

    private static final int EXIT_INTERRUPTED = 1;
    /** In the data folder: how the window was left. */
    static final String PLACE_FILE = "window.properties";

    private final Parts parts;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<WindowPlace> left = new AtomicReference<>();

    /** What the window needs of the program around it; {@code address} and {@code name} as given on the command line. */
    record Parts(
            SessionFactory sessions,
            Recogniser recogniser,
            ServerBook book,
            WindowPlaces places,
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
                new WindowPlaces(options.data().resolve(PLACE_FILE)),
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
        EmojiTable emoji = EmojiTable.load();
        Toolkit.start(() -> open(place, emoji));
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

    private void open(WindowPlace place, EmojiTable emoji) {
        Messages messages = Messages.in(Locale.getDefault());
        Times times = new Times(messages, ZoneId.systemDefault(), Locale.getDefault(Locale.Category.FORMAT));
        UiThread ui = new JavaFxThread();
        WindowViewModel model = new WindowViewModel(new WindowViewModel.Needs(
                messages, times, parts.clock(), ui, parts.sessions(), parts.recogniser(), parts.book()));
        WindowLayout layout = new WindowLayout(place);
        Theme.followSystem();
        ViewContext context = new ViewContext(messages, times, new EmojiSheet(emoji), new Browser()::open);
        MainStage stage = new MainStage(new WindowView(context, model, layout), layout, place);
        stage.onClosed(last -> {
            left.set(last);
            CompletionStage<Void> ended =
                    model.dispose().toCompletableFuture().copy().orTimeout(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
            ended.whenComplete((_, _) -> closed.countDown());
        });
        stage.show();
        model.begin(parts.address(), parts.name());
        parts.salvages().accept(what -> ui.later(() -> model.onSalvaged(what)));
    }
}
