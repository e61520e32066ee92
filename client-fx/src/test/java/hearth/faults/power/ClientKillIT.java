package hearth.faults.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.app.Program;
import hearth.faults.Cut;
import hearth.faults.FaultClient;
import hearth.faults.FaultProxy;
import hearth.faults.FaultRig;
import hearth.faults.FaultRow;
import hearth.faults.LinkConditions;
import hearth.faults.Observation;
import hearth.faults.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that is killed while its outbox is full, online and offline, and started again on the same folder. */
class ClientKillIT {
    private static final String NAME = "Ada";
    private static final int MOST_LINES = 40;
    private static final int MOST_LATENCY_MS = 10;
    private static final int LONGEST_DELAY_MICROS = 100_000;

    @TempDir
    Path folder;

    @Test
    void whatWasKeptIsSentExactlyOnceAndInOrder() throws Exception {
        new FaultRow(30, "SIGKILL of the client with messages in the outbox", "all sent exactly once", 4, 50)
                .run((row, random) -> {
                    try (FaultRig rig = new FaultRig(folder)) {
                        FaultProxy proxy = rig.proxy();
                        Map<String, String> kept = new LinkedHashMap<>();
                        for (int i = 0; i < row.size(); i++) {
                            kept.putAll(writeAndDie(proxy, i, random));
                        }
                        kept.putAll(finish(proxy, row.size()));
                        kept.forEach((clientId, text) -> {
                            rig.recorder().add(new Observation.Sending(NAME, clientId, text));
                            rig.recorder().add(new Observation.Acknowledged(NAME, clientId));
                        });
                        Verdict verdict = rig.verdict();
                        verdict.require();
                        List<String> stored = stored(rig);
                        assertThat(stored).doesNotHaveDuplicates().containsSubsequence(kept.values());
                        return kept.size() + " kept, all sent once, in order";
                    }
                });
    }

    /** Starts the client, lets it be on or off line, enters lines, and kills it some time after it showed some of them as kept; gives what it did. */
    private Map<String, String> writeAndDie(FaultProxy proxy, int round, Random random) throws Exception {
        proxy.refuse(false);
        proxy.conditions(LinkConditions.CLEAR.withLatency(Duration.ofMillis(random.nextInt(MOST_LATENCY_MS))));
        List<String> lines = PackagedConsole.texts("round " + round, 1 + random.nextInt(MOST_LINES));
        String last = lines.get(random.nextInt(lines.size()));
        try (Program console = start(proxy, round)) {
            console.awaitLine("\"state\":\"ONLINE\"");
            if (random.nextInt(3) == 0) {
                proxy.refuse(true);
                proxy.end(Cut.RESET);
                console.awaitLine("\"state\":\"WAITING\"");
            }
            PackagedConsole.type(console, lines);
            await(last + " is kept")
                    .atMost(FaultClient.PATIENCE)
                    .until(() -> PackagedConsole.kept(console.lines().stream()).containsValue(last));
            CompletableFuture.runAsync(
                            () -> {},
                            CompletableFuture.delayedExecutor(
                                    random.nextInt(LONGEST_DELAY_MICROS), TimeUnit.MICROSECONDS))
                    .join();
            console.kill();
            return PackagedConsole.kept(console.lines().stream());
        }
    }

    /** Starts it for the last time; it ends when all is sent. */
    private Map<String, String> finish(FaultProxy proxy, int round) throws IOException, InterruptedException {
        proxy.refuse(false);
        proxy.conditions(LinkConditions.CLEAR);
        try (Program console = start(proxy, round)) {
            assertThat(console.endOfInput()).isZero();
            return PackagedConsole.kept(console.lines().stream());
        }
    }

    private Program start(FaultProxy proxy, int round) throws IOException {
        return PackagedConsole.start(
                folder.resolve("ada"), proxy.address(), NAME, folder.resolve("ada-" + round + ".out"), Map.of());
    }

    /** The texts of all messages, in the order of the log. */
    private static List<String> stored(FaultRig rig) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Observation each : rig.recorder().history().observations()) {
            if (each instanceof Observation.Logged(var _, var entry)
                    && !entry.clientId().isEmpty()) {
                texts.add(entry.text());
            }
        }
        return texts;
    }
}
