package hearth.client.bench;

import hearth.client.app.AppGraph;
import hearth.client.fx.Toolkit;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Measures what a person waits for: from the start of the program to a chat that can be used, the opening of a conversation of 10,000 messages, and how far the
 * frames are apart while it is scrolled, and while 1,000 messages a second arrive. The real client, and a server in the same process.
 */
public final class Frames {
    private static final int HISTORY = 10_000;
    private static final int PER_SECOND = 1_000;
    private static final int SECONDS = 5;
    private static final int TURNS = 600;
    private static final double TURN_PX = 400;

    private final PrintStream out;
    private final BurstServer server;
    private final MeasuredWindow window;

    private Frames(PrintStream out, BurstServer server, MeasuredWindow window) {
        this.out = out;
        this.server = server;
        this.window = window;
    }

    /** Measures all and prints it. */
    public static void main(String[] args) throws Exception {
        // What the machine needs to begin counts; making up 20,000 messages does not.
        long booted = sinceStart();
        Path data = Files.createTempDirectory("hearth-frames");
        BurstServer server = new BurstServer(HISTORY);
        Thread.ofPlatform().daemon().start(server::serve);
        long before = sinceStart();
        // The server goes before the client does, whose going it would not understand.
        try (AppGraph graph = AppGraph.open(data, "frames").orElseThrow();
                server) {
            MeasuredWindow window = MeasuredWindow.open(graph);
            window.await(() -> true);
            System.out.printf("%-44s %7d ms%n", "start to window", booted + sinceStart() - before);
            new Frames(System.out, server, window).run();
        } finally {
            Toolkit.exit();
        }
    }

    private static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private void run() throws Exception {
        long begun = System.nanoTime();
        print("joining, to the first messages", window.join(server.uri()) - begun);
        for (String room : new String[] {BurstServer.OTHER, BurstServer.LOBBY, BurstServer.OTHER}) {
            long chosen = System.nanoTime();
            window.choose(room);
            print("opening " + HISTORY + " messages", window.await(() -> isShown(room)) - chosen);
        }
        out.printf("%n%-44s %10s %10s %10s %12s%n", "frames", "median", "p99", "longest", "most work");
        frames("up through the history, first time", () -> scroll(TURN_PX, this::isOldestShown));
        frames("down again", () -> scroll(-TURN_PX, this::isNewestShown));
        frames("up again", () -> scroll(TURN_PX, () -> false));
        frames("down again", () -> scroll(-TURN_PX, this::isNewestShown));
        frames(PER_SECOND + " messages a second arrive", () -> {
            server.burst(BurstServer.OTHER, PER_SECOND * SECONDS, PER_SECOND);
            window.await(this::isNewestShown);
        });
    }

    /** Something to be measured. */
    private interface Doing {
        void run() throws Exception;
    }

    private void frames(String what, Doing doing) throws Exception {
        window.restart();
        doing.run();
        PulseLog.Gaps gaps = window.gaps();
        out.printf(
                "%-44s %7.1f ms %7.1f ms %7.1f ms %9.1f ms%n",
                what, millis(gaps.median()), millis(gaps.p99()), millis(gaps.longest()), millis(gaps.mostWork()));
    }

    private void print(String what, long nanos) {
        out.printf("%-44s %7.0f ms%n", what, millis(Duration.ofNanos(nanos)));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    /** Turns the wheel once in each pulse until this is so, at most so many times. */
    private void scroll(double px, BooleanSupplier reached) throws Exception {
        for (int turn = 0; turn < TURNS; turn++) {
            window.scroll(px);
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            window.await(() -> done.complete(reached.getAsBoolean()));
            if (done.get()) {
                return;
            }
        }
    }

    private boolean isShown(String room) {
        return window.shell().orElseThrow().timeline().shownProperty().get().stream()
                        .anyMatch(shown -> shown.id().equals(room))
                && window.newest() == server.head(room);
    }

    private boolean isNewestShown() {
        return window.newest() == server.head(BurstServer.OTHER)
                && window.shell().orElseThrow().timeline().atBottomProperty().get();
    }

    private boolean isOldestShown() {
        return window.rows().stream().mapToLong(MeasuredWindow::seq).anyMatch(seq -> seq == 1);
    }
}
