package hearth.client.bench;

import hearth.client.app.AppGraph;
import hearth.client.fx.Toolkit;
import hearth.protocol.ConversationSummary;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

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

    private final PrintStream out;
    private final BurstServer server;
    private final MeasuredWindow window;

    private Burst(PrintStream out, BurstServer server, MeasuredWindow window) {
        this.out = out;
        this.server = server;
        this.window = window;
    }

    /** Runs all bursts and prints what they did; {@code args[0]} is how many to each place. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : USUAL_ROUNDS;
        Path data = Files.createTempDirectory("hearth-burst");
        try (AppGraph graph = AppGraph.open(data, "burst").orElseThrow();
                BurstServer server = new BurstServer()) {
            Thread.ofPlatform().daemon().start(server::serve);
            new Burst(System.out, server, MeasuredWindow.open(graph)).run(rounds);
        } finally {
            Toolkit.exit();
        }
    }

    private void run(int rounds) throws Exception {
        window.join(server.uri());
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
        window.restart();
        TimeUnit.MILLISECONDS.sleep(QUIET.toMillis());
        print("nothing happens", window.gaps(), 0, Duration.ZERO);
    }

    private void measure(String what, String room, BooleanSupplier done) throws Exception {
        window.restart();
        long begun = System.nanoTime();
        server.burst(room, MESSAGES, PER_SECOND);
        long end = window.await(done);
        print(what, window.gaps(), window.takeHops(), Duration.ofNanos(end - begun));
        window.onFx(() -> {
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

    private void scrollUp() throws Exception {
        window.scroll(2_000);
        window.await(() ->
                !window.shell().orElseThrow().timeline().atBottomProperty().get());
    }

    private boolean isNewestShown() {
        return window.newest() == server.head(BurstServer.LOBBY);
    }

    private boolean isOtherCounted() {
        return window.shell()
                .orElseThrow()
                .conversations()
                .find(BurstServer.OTHER)
                .map(ConversationSummary::head)
                .filter(head -> head == server.head(BurstServer.OTHER))
                .isPresent();
    }

    /** Nothing is missing, doubled or at another place. */
    private void checkOrder() {
        List<Long> shown = window.rows().stream()
                .map(MeasuredWindow::seq)
                .filter(seq -> seq > 0)
                .toList();
        for (int i = 1; i < shown.size(); i++) {
            if (shown.get(i) != shown.get(i - 1) + 1) {
                throw new IllegalStateException(shown.get(i) + " stands behind " + shown.get(i - 1));
            }
        }
    }
}
