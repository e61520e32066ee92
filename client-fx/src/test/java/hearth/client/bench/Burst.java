package hearth.client.bench;

import hearth.client.app.AppGraph;
import hearth.client.fx.JavaFxThread;
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
import hearth.client.ui.shell.ShellViewModel;
import hearth.client.ui.shell.WindowLayout;
import hearth.client.ui.shell.WindowView;
import hearth.client.ui.shell.WindowViewModel;
import hearth.client.ui.timeline.TimelineRow;
import hearth.protocol.ConversationSummary;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/**
 * Measures how the window bears a burst: the real client, its socket, session, stores and window included, and a server in the same process that sends 10,000
 * messages in one second. Prints, for each place that the messages go to, how far the pulses were apart. The first round also shows what it costs that nothing
 * of it ever ran before.
 */
public final class Burst {
    private static final int MESSAGES = 10_000;
    private static final int PER_SECOND = 10_000;
    private static final int USUAL_ROUNDS = 3;
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final long PATIENCE_SECONDS = 60;

    private final PrintStream out;
    private final BurstServer server;
    private final CountingUiThread ui = new CountingUiThread(new JavaFxThread());
    private final PulseLog pulses = new PulseLog(this::onPulse);
    private final Stage stage = new Stage();
    private final WindowViewModel model;
    private BooleanSupplier awaited = () -> false;
    private CompletableFuture<Long> reached = new CompletableFuture<>();

    private Burst(PrintStream out, BurstServer server, AppGraph graph) {
        this.out = out;
        this.server = server;
        Appearance appearance = new Appearance(Preferences.FIRST.withScheme(Scheme.LIGHT), _ -> {});
        Function<Language, ViewContext> speaking = Workshop.context(Locale.UK, appearance, _ -> {});
        ViewContext context = speaking.apply(Language.ENGLISH);
        model = new WindowViewModel(new WindowViewModel.Needs(
                context.messages(),
                context.times(),
                InstantSource.system(),
                ui,
                graph::session,
                _ -> CompletableFuture.completedFuture(new Finding.Certain(DialectName.HEARTH)),
                new FakeServerBook(List.of())));
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

    /** Runs all bursts and prints what they did; {@code args[0]} is how many to each place. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : USUAL_ROUNDS;
        Path data = Files.createTempDirectory("hearth-burst");
        try (AppGraph graph = AppGraph.open(data, "burst").orElseThrow();
                BurstServer server = new BurstServer()) {
            Thread.ofPlatform().daemon().start(server::serve);
            CompletableFuture<Burst> window = new CompletableFuture<>();
            Toolkit.start(() -> window.complete(new Burst(System.out, server, graph)));
            window.get(PATIENCE_SECONDS, TimeUnit.SECONDS).run(rounds);
        } finally {
            Toolkit.exit();
        }
    }

    private void run(int rounds) throws Exception {
        onFx(() -> {
            model.begin(Optional.of(server.uri().toString()), Optional.of("Ada"));
            return null;
        });
        await(() -> shell().filter(this::isLobbyShown).isPresent());
        out.printf(
                "%d messages at %d a second%n%-28s %12s %9s %9s %12s %6s %10s%n",
                MESSAGES, PER_SECOND, "", "longest gap", "p99", "median", "most work", "hops", "all shown");
        quiet();
        for (int round = 1; round <= rounds; round++) {
            measure("at the end, round " + round, BurstServer.LOBBY, this::isNewestShown);
        }
        for (int round = 1; round <= rounds; round++) {
            measure("another room, round " + round, BurstServer.OTHER, this::isOtherCounted);
        }
        for (int round = 1; round <= rounds; round++) {
            scrollUp();
            measure("scrolled up, round " + round, BurstServer.LOBBY, this::isNewestShown);
        }
    }

    private void quiet() throws Exception {
        onFx(this::restart);
        TimeUnit.MILLISECONDS.sleep(QUIET.toMillis());
        print("nothing happens", onFx(pulses::gaps), 0, Duration.ZERO);
    }

    private void measure(String what, String room, BooleanSupplier done) throws Exception {
        onFx(this::restart);
        long begun = System.nanoTime();
        server.burst(room, MESSAGES, PER_SECOND);
        long end = await(done);
        print(what, onFx(pulses::gaps), ui.takeHops(), Duration.ofNanos(end - begun));
        onFx(() -> {
            checkOrder();
            return null;
        });
    }

    private void print(String what, PulseLog.Gaps gaps, int hops, Duration shown) {
        out.printf(
                "%-28s %9s ms %6s ms %6s ms %9s ms %6d %7d ms%n",
                what,
                millis(gaps.longest()),
                millis(gaps.p99()),
                millis(gaps.median()),
                millis(gaps.mostWork()),
                hops,
                shown.toMillis());
    }

    private static String millis(Duration gap) {
        return "%.1f".formatted(gap.toNanos() / 1e6);
    }

    private Void restart() {
        ui.takeHops();
        pulses.restart();
        return null;
    }

    private void scrollUp() throws Exception {
        onFx(() -> {
            Node timeline = stage.getScene().lookup("#timeline");
            Event.fireEvent(timeline, scroll(2_000));
            return null;
        });
        await(() -> !shell().orElseThrow().timeline().atBottomProperty().get());
    }

    private static ScrollEvent scroll(double down) {
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

    private Optional<ShellViewModel> shell() {
        return model.screenProperty().get() instanceof WindowViewModel.Screen.Chat(var shell)
                ? Optional.of(shell)
                : Optional.empty();
    }

    private boolean isLobbyShown(ShellViewModel shell) {
        return !shell.timeline().rows().isEmpty();
    }

    private boolean isNewestShown() {
        return newest() == server.head(BurstServer.LOBBY);
    }

    private boolean isOtherCounted() {
        return shell().orElseThrow()
                .conversations()
                .find(BurstServer.OTHER)
                .map(ConversationSummary::head)
                .filter(head -> head == server.head(BurstServer.OTHER))
                .isPresent();
    }

    private long newest() {
        return rows().isEmpty() ? 0 : seq(rows().getLast());
    }

    private List<TimelineRow> rows() {
        return shell().orElseThrow().timeline().rows();
    }

    private static long seq(TimelineRow row) {
        return row instanceof TimelineRow.Message message
                ? message.entry().seq().orElse(0)
                : 0;
    }

    /** Nothing is missing, doubled or at another place. */
    private void checkOrder() {
        List<Long> shown =
                rows().stream().map(Burst::seq).filter(seq -> seq > 0).toList();
        for (int i = 1; i < shown.size(); i++) {
            if (shown.get(i) != shown.get(i - 1) + 1) {
                throw new IllegalStateException(shown.get(i) + " stands behind " + shown.get(i - 1));
            }
        }
    }

    private void onPulse() {
        if (awaited.getAsBoolean()) {
            awaited = () -> false;
            reached.complete(System.nanoTime());
        }
    }

    /** Waits until a pulse finds it so; gives when that was. */
    private long await(BooleanSupplier condition) throws Exception {
        CompletableFuture<Long> met = new CompletableFuture<>();
        onFx(() -> {
            reached = met;
            awaited = condition;
            return null;
        });
        return met.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private <T> T onFx(Supplier<T> task) throws Exception {
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
