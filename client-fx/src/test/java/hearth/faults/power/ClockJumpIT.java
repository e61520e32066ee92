package hearth.faults.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.app.Program;
import hearth.faults.Direction;
import hearth.faults.FaultClient;
import hearth.faults.FaultProxy;
import hearth.faults.FaultRig;
import hearth.faults.FaultRow;
import hearth.faults.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wall clocks that are set far ahead and back, of the server and of the clients, while people chat. */
class ClockJumpIT {
    private static final List<Duration> JUMPS =
            List.of(Duration.ofDays(365), Duration.ofDays(-365), Duration.ofDays(1), Duration.ofDays(-1));

    /** So long, in seconds, that no ping of a client comes of it: those that come are probes. */
    private static final String HEARTBEAT = "300";

    private static final int LINES = 10;

    /** Longer than a client takes to look at its clocks again. */
    private static final Duration MUTE = Duration.ofSeconds(3);

    /** Times are cut to the millisecond. */
    private static final long TICK_NANOS = Duration.ofMillis(1).toNanos();

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void resolveFolder() throws IOException {
        folder = temporary.toRealPath();
    }

    /** A client in a process whose clock is moved, behind a proxy that counts its pings. */
    private record Seat(Program console, FaultProxy proxy, AtomicInteger pings) {}

    @Test
    void orderAndTimeoutsStayAsTheyAre() throws Exception {
        new FaultRow(50, "clock moved by +-1 day, +-1 year", "order, mutes, tokens and links unchanged", 2, 4)
                .run((row, random) -> {
                    Path clock = folder.resolve("clock");
                    Witness.move(clock, Duration.ZERO);
                    Map<String, String> moving = Witness.build(folder).movingClock(clock);
                    try (FaultRig rig =
                            new FaultRig(folder, server -> server.start(moving), "--heartbeat", HEARTBEAT)) {
                        FaultClient watcher = rig.impatient("Watcher").client().connect();
                        Seat ada = sit(rig, "Ada", moving);
                        Seat bo = sit(rig, "Bo", moving);
                        try (Program _ = ada.console;
                                Program _ = bo.console) {
                            chat(rig, ada, bo, clock, JUMPS.subList(0, row.size()));
                            restartInAYear(rig, ada, bo, clock);
                            assertThat(ada.console.endOfInput()).isZero();
                            assertThat(bo.console.endOfInput()).isZero();
                        }
                        assertThat(messages(ada)).isEqualTo(messages(bo)).isNotEmpty();
                        watcher.awaitOnline();
                        Verdict verdict = rig.verdict();
                        verdict.require();
                        return verdict.messages() + " messages in one order"
                                + (FaultRow.isFull() ? ", no connection lost" : "");
                    }
                });
    }

    private Seat sit(FaultRig rig, String name, Map<String, String> moving) throws IOException {
        FaultProxy proxy = rig.proxy();
        AtomicInteger pings = new AtomicInteger();
        proxy.watch(piece -> {
            if (piece.direction() == Direction.UP && piece.text().contains("\"type\":\"ping\"")) {
                pings.incrementAndGet();
            }
            return OptionalInt.empty();
        });
        Program console = PackagedConsole.start(
                folder.resolve(name), proxy.address(), name, folder.resolve(name + ".out"), moving);
        console.awaitLine("\"state\":\"ONLINE\"");
        return new Seat(console, proxy, pings);
    }

    private void chat(FaultRig rig, Seat ada, Seat bo, Path clock, List<Duration> jumps) throws Exception {
        URI address = URI.create("ws://127.0.0.1:" + rig.port() + "/chat");
        try (Moderator owner = new Moderator(address, "Owner", "kitchen")) {
            ada.console.type("/join kitchen");
            String muted = owner.awaitMember("Ada");
            long states = states(ada) + states(bo);
            for (Duration jump : jumps) {
                int before = ada.pings.get();
                mutedThroughAJump(owner, muted, ada, clock, jump);
                say(ada, bo, "after " + jump);
                if (jump.isNegative()) {
                    before = ada.pings.get();
                    Witness.move(clock, Duration.ZERO);
                    awaitProbe(ada, before);
                } else {
                    awaitProbe(ada, before);
                    Witness.move(clock, Duration.ZERO);
                }
            }
            if (FaultRow.isFull()) {
                // A probe is to be answered within 2 s, which is no matter of course where other things run.
                assertThat(states(ada) + states(bo)).as("changes of state").isEqualTo(states);
                assertThat(List.of(ada.proxy.accepted(), bo.proxy.accepted())).containsOnly(1);
            }
        }
    }

    /** The mute neither ends with the jump nor lasts longer for it. */
    private static void mutedThroughAJump(Moderator owner, String muted, Seat ada, Path clock, Duration jump)
            throws Exception {
        long begin = System.nanoTime();
        owner.mute(muted, MUTE.toSeconds());
        Witness.move(clock, jump);
        ada.console.type("/to kitchen");
        ada.console.type("muted " + jump);
        owner.awaitMessage("muted " + jump);
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(MUTE.toNanos() - TICK_NANOS);
        ada.console.type("/to lobby");
    }

    /** Everybody says something, and sees what everybody said. */
    private static void say(Seat ada, Seat bo, String when) throws IOException {
        PackagedConsole.type(ada.console, PackagedConsole.texts("Ada " + when, LINES));
        PackagedConsole.type(bo.console, PackagedConsole.texts("Bo " + when, LINES));
        for (Seat seat : List.of(ada, bo)) {
            for (String name : List.of("Ada", "Bo")) {
                String last = PackagedConsole.texts(name + " " + when, LINES).getLast();
                seat.console.awaitLine("\"author\":\"" + name + "\",\"text\":\"" + last + "\"");
            }
        }
    }

    /** Moved ahead, by the jump or by being set back after it, the clock looks as if the machine had slept: the client asks whether its link lives. */
    private static void awaitProbe(Seat seat, int before) {
        await("the probe").atMost(FaultClient.PATIENCE).until(() -> seat.pings.get() > before);
    }

    /** Tokens outlive the jump and the process. */
    private static void restartInAYear(FaultRig rig, Seat ada, Seat bo, Path clock) throws Exception {
        Witness.move(clock, JUMPS.getFirst());
        rig.server().kill();
        rig.restartServer();
        say(ada, bo, "in a year");
    }

    private static long states(Seat seat) throws IOException {
        return seat.console.lines().stream()
                .filter(line -> line.startsWith("{\"event\":\"state\""))
                .count();
    }

    /** What was told of the lobby, which nothing but messages of both comes to. */
    private static List<String> messages(Seat seat) throws IOException {
        return seat.console.lines().stream()
                .filter(line -> line.startsWith("{\"event\":\"message\",\"conversation\":\"lobby\""))
                .map(line -> line.replaceFirst("\"own\":[a-z]+,", ""))
                .toList();
    }
}
