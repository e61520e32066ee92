package hearth.client.bench;

import hearth.client.app.AppGraph;
import hearth.client.fx.JavaFxThread;
import hearth.client.fx.SystemLook;
import hearth.client.fx.Toolkit;
import hearth.client.link.DialectName;
import hearth.client.link.recognition.Finding;
import hearth.client.settings.Preferences;
import hearth.client.settings.Preferences.Language;
import hearth.client.settings.Preferences.Scheme;
import hearth.client.settings.WindowPlace;
import hearth.client.ui.common.Appearance;
import hearth.client.ui.common.ScaledPane;
import hearth.client.ui.common.Theme;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.connect.FakeServerBook;
import hearth.client.ui.host.FakeChatHost;
import hearth.client.ui.shell.ShellViewModel;
import hearth.client.ui.shell.WindowLayout;
import hearth.client.ui.shell.WindowView;
import hearth.client.ui.shell.WindowViewModel;
import hearth.client.ui.timeline.TimelineRow;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/** The real window on the real client, whose pulses are measured. Its methods are for one thread that is not JavaFX's. */
final class MeasuredWindow {
    private static final long PATIENCE_SECONDS = 60;

    private final CountingUiThread ui = new CountingUiThread(new JavaFxThread());
    private final PulseLog pulses = new PulseLog(this::onPulse);
    private final Stage stage = new Stage();
    private final WindowViewModel model;
    private BooleanSupplier awaited = () -> false;
    private CompletableFuture<Long> reached = new CompletableFuture<>();

    /** Starts the toolkit and shows the window. */
    static MeasuredWindow open(AppGraph graph) throws Exception {
        CompletableFuture<MeasuredWindow> window = new CompletableFuture<>();
        Toolkit.start(() -> window.complete(new MeasuredWindow(graph)));
        return window.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private MeasuredWindow(AppGraph graph) {
        Appearance appearance =
                new Appearance(Preferences.FIRST.withScheme(Scheme.LIGHT), _ -> {}, SystemLook::reducedMotion);
        Function<Language, ViewContext> speaking = Workshop.context(Locale.UK, appearance, _ -> {});
        ViewContext context = speaking.apply(Language.ENGLISH);
        model = new WindowViewModel(new WindowViewModel.Needs(
                context.messages(),
                context.times(),
                InstantSource.system(),
                ui,
                graph::session,
                _ -> CompletableFuture.completedFuture(new Finding.Certain(DialectName.HEARTH)),
                new FakeServerBook(List.of()),
                new FakeChatHost()));
        WindowView view = new WindowView(appearance, speaking, model, new WindowLayout(WindowPlace.FIRST));
        Scene scene =
                new Scene(new ScaledPane(view, appearance), WindowPlace.FIRST.width(), WindowPlace.FIRST.height());
        Theme.dress(scene);
        stage.setScene(scene);
        view.attentiveProperty().bind(stage.focusedProperty());
        stage.show();
        stage.requestFocus();
        pulses.start();
    }

    /** Joins the chat at this address; returns when its first conversation is shown. Gives when that was. */
    long join(URI server) throws Exception {
        onFx(() -> {
            model.begin(Optional.of(server.toString()), Optional.of("Ada"));
            return null;
        });
        return await(() ->
                shell().filter(shell -> !shell.timeline().rows().isEmpty()).isPresent());
    }

    /** What is measured counts from now on. */
    void restart() throws Exception {
        onFx(() -> {
            ui.takeHops();
            pulses.restart();
            return null;
        });
    }

    /** What the pulses were since {@link #restart}. */
    PulseLog.Gaps gaps() throws Exception {
        return onFx(pulses::gaps);
    }

    /** How often something came to the JavaFX thread since {@link #restart}. */
    int takeHops() {
        return ui.takeHops();
    }

    /** Turns the wheel over the timeline: so many px towards what is older. */
    void scroll(double px) throws Exception {
        onFx(() -> {
            Event.fireEvent(stage.getScene().lookup("#timeline"), wheel(px));
            return null;
        });
    }

    /** Shows this conversation, in the pulse that it is called in. */
    void choose(String conversation) throws Exception {
        onFx(() -> {
            shell().orElseThrow().choose(conversation);
            return null;
        });
    }

    /** The rows that are shown. On the JavaFX thread. */
    List<TimelineRow> rows() {
        return shell().orElseThrow().timeline().rows();
    }

    /** The number of what this row shows; 0 where it has none. */
    static long seq(TimelineRow row) {
        return row instanceof TimelineRow.Message message
                ? message.entry().seq().orElse(0)
                : 0;
    }

    /** The number of the newest message that is shown; 0 where there is none. On the JavaFX thread. */
    long newest() {
        return rows().isEmpty() ? 0 : seq(rows().getLast());
    }

    private static ScrollEvent wheel(double down) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                down,
                0,
                down,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    /** The chat that is shown. On the JavaFX thread. */
    Optional<ShellViewModel> shell() {
        return model.screenProperty().get() instanceof WindowViewModel.Screen.Chat(var shell)
                ? Optional.of(shell)
                : Optional.empty();
    }

    private void onPulse() {
        if (awaited.getAsBoolean()) {
            awaited = () -> false;
            reached.complete(System.nanoTime());
        }
    }

    /** Waits until a pulse finds it so; gives when that was. */
    long await(BooleanSupplier condition) throws Exception {
        CompletableFuture<Long> met = new CompletableFuture<>();
        onFx(() -> {
            reached = met;
            awaited = condition;
            return null;
        });
        return met.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Runs something on the JavaFX thread and gives what it gives. */
    <T> T onFx(Supplier<T> task) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        new JavaFxThread().later(() -> {
            try {
                done.complete(task.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
