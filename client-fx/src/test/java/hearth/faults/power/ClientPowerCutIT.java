package hearth.faults.power;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.app.AppGraph;
import hearth.client.app.PackagedServer;
import hearth.client.app.Program;
import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.StoreException;
import hearth.client.store.Work;
import hearth.faults.FaultProxy;
import hearth.faults.FaultRow;
import hearth.faults.LinkConditions;
import hearth.faults.power.DiskAct.Synced;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is on the user's disk when the power goes, the outbox opens, and has what was shown as kept and is not acknowledged. */
class ClientPowerCutIT {
    private static final String NAME = "Ada";
    private static final Duration LATENCY = Duration.ofMillis(4);
    private static final int LINES_PER_IMAGE = 4;
    private static final int FEWEST_LINES = 120;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temporary;

    private Path folder;

    /** A console whose disk and output were recorded, and what its server answered meanwhile. */
    private record Recorded(List<DiskAct> acts, AnswerWatch answers) {}

    /** What came of all images. */
    private record Outcome(int images, int kept, int lost) {}

    @BeforeEach
    void resolveFolder() throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void everyImageHasAllThatWasKeptAndIsNotAcknowledged() throws Exception {
        new FaultRow(40, "power cut of the client, images of its disk", "all open, 0 of the outbox lost", 15, 50)
                .run((row, random) -> {
                    Recorded recorded = record(Math.max(FEWEST_LINES, row.size() * LINES_PER_IMAGE));
                    Outcome outcome = cutPower(recorded, row.size(), random);
                    assertThat(outcome.lost).isZero();
                    return outcome.images + " open, " + outcome.kept + " in outboxes, " + outcome.lost + " lost";
                });
    }

    @Test
    void aClientWhoseCommitsDoNotWaitForTheDiskIsCaught() throws Exception {
        new FaultRow(41, "the same as if its log were not synced", "messages lost", 15, 15).run((row, random) -> {
            Recorded recorded = record(FEWEST_LINES);
            List<DiskAct> unsynced = recorded.acts.stream()
                    .filter(act -> !(act instanceof Synced && act.file().equals("keep.db-wal")))
                    .toList();
            Outcome outcome = cutPower(new Recorded(unsynced, recorded.answers), row.size(), random);
            assertThat(outcome.lost).isPositive();
            return outcome.images + " open, " + outcome.kept + " in outboxes, " + outcome.lost + " lost";
        });
    }

    private Recorded record(int lines) throws Exception {
        Witness witness = Witness.build(folder);
        PackagedServer packaged = new PackagedServer(folder);
        Path data = folder.resolve("ada");
        Path log = folder.resolve("ada.acts");
        AnswerWatch answers = new AnswerWatch();
        try (Program _ = packaged.start();
                FaultProxy proxy = new FaultProxy(packaged.port())) {
            proxy.conditions(LinkConditions.CLEAR.withLatency(LATENCY));
            proxy.watch(answers);
            try (Program console = PackagedConsole.start(
                    data, proxy.address(), NAME, folder.resolve("ada.out"), witness.recording(data, log))) {
                PackagedConsole.type(console, PackagedConsole.texts("all", lines));
                console.awaitLine("line " + (lines - 1) + " of all\",\"state\":\"sent\"");
                console.kill();
            }
        }
        return new Recorded(DiskRecording.read(log, data, ClientPowerCutIT::matters), answers);
    }

    private static boolean matters(String file) {
        return file.isEmpty() || (file.startsWith("keep.db") && !file.endsWith("-shm"));
    }

    private Outcome cutPower(Recorded recorded, int images, Random random) throws Exception {
        int kept = 0;
        int lost = 0;
        for (int i = 0; i < images; i++) {
            int cut = 1 + random.nextInt(recorded.acts.size() - 1);
            DiskImage image = DiskImage.after(recorded.acts.subList(0, cut), new Random(random.nextLong()));
            long moment = recorded.acts.get(cut).span().beganNanos();
            Map<String, String> promised =
                    PackagedConsole.kept(PackagedConsole.wholeLines(recorded.acts.subList(0, cut)));
            promised.keySet().removeIf(clientId -> recorded.answers.isAnswered(clientId, moment));
            kept += promised.size();
            lost += lost(image, recorded.answers, moment, promised);
        }
        return new Outcome(images, kept, lost);
    }

    /** How many of these messages, and of tokens that were sent by then, the product does not find in the image. */
    private int lost(DiskImage image, AnswerWatch answers, long moment, Map<String, String> promised)
            throws IOException, StoreException {
        Path place = folder.resolve("image");
        image.lay(place);
        Account account = new Account(answers.serverId(), NAME);
        try (AppGraph graph = AppGraph.open(place, "faults 1.0").orElseThrow()) {
            // A file that had to be salvaged was damaged, whatever came of it.
            graph.onSalvaged(salvaged -> {
                throw new AssertionError(salvaged);
            });
            KeepStore store = graph.store();
            Map<String, String> found = new HashMap<>();
            store.outbox(account).forEach(entry -> found.put(entry.clientId(), text(entry)));
            String token = answers.token(moment);
            boolean isTokenLost = !token.isEmpty() && !store.token(account).equals(Optional.of(token));
            long missing = promised.entrySet().stream()
                    .filter(message -> !message.getValue().equals(found.get(message.getKey())))
                    .count();
            return Math.toIntExact(missing) + (isTokenLost ? 1 : 0);
        }
    }

    private static String text(OutboxEntry entry) {
        return entry.work() instanceof Work.Post(String text, var _) ? text : "";
    }
}
