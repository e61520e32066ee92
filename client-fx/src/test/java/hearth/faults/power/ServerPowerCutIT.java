package hearth.faults.power;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.faults.FaultRow;
import hearth.faults.power.RecordedServer.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is on the server's disk when the power goes, it opens, and has what was acknowledged. */
class ServerPowerCutIT {
    private static final int MESSAGES_PER_IMAGE = 10;
    private static final int FEWEST_MESSAGES = 600;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temporary;

    private Path folder;

    /** What came of all images of a run. */
    private record Outcome(int images, int checkpoints, int acknowledged, int lost) {}

    @BeforeEach
    void resolveFolder() throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void everyImageOpensAndHasAllThatWasAcknowledged() throws Exception {
        new FaultRow(20, "power cut of the server, images of its disk", "all open, 0 acknowledged lost", 25, 300)
                .run((row, random) -> {
                    Outcome outcome = cutPower(Kind.PACKAGED, row.size(), random);
                    assertThat(outcome.checkpoints).isGreaterThan(2);
                    assertThat(outcome.lost).isZero();
                    return outcome.images + " open, " + outcome.lost + " lost, " + outcome.checkpoints + " checkpoints";
                });
    }

    @Test
    void aServerWhoseCommitsDoNotWaitForTheDiskIsCaught() throws Exception {
        new FaultRow(21, "the same with synchronous=NORMAL", "acknowledged messages lost", 25, 50)
                .run((row, random) -> {
                    Outcome outcome = cutPower(Kind.NORMAL_SYNC, row.size(), random);
                    assertThat(outcome.lost).isPositive();
                    return outcome.images + " open, " + outcome.lost + " lost";
                });
    }

    private Outcome cutPower(Kind kind, int images, Random random) throws Exception {
        int messages = Math.max(FEWEST_MESSAGES, images * MESSAGES_PER_IMAGE);
        RecordedServer recorded = RecordedServer.run(kind, Witness.build(folder), folder, messages, random);
        int lost = 0;
        for (int i = 0; i < images; i++) {
            int cut = 1 + random.nextInt(recorded.acts().size() - 1);
            lost += lostAt(recorded, cut, random.nextLong(), folder.resolve("image"));
        }
        return new Outcome(
                images, checkpoints(recorded.acts()), recorded.acknowledged().size(), lost);
    }

    /** How much is missing of what was acknowledged when the power went, right before an act. */
    private static int lostAt(RecordedServer recorded, int cut, long seed, Path image) throws Exception {
        try {
            DiskImage.after(recorded.acts().subList(0, cut), new Random(seed)).lay(image);
            ServerImage found = ServerImage.open(image);
            long moment = recorded.acts().get(cut).span().beganNanos();
            List<Told> promised = recorded.acknowledged().stream()
                    .filter(told -> told.nanos() <= moment)
                    .toList();
            return Math.toIntExact(
                    promised.stream().filter(told -> !found.has(told)).count());
        } catch (Exception | AssertionError e) {
            throw new AssertionError("the image before act " + cut + " with seed " + seed + ", kept in " + image, e);
        }
    }

    /** A checkpoint syncs the database itself; what is written to it is synced once for each. */
    private static int checkpoints(List<DiskAct> acts) {
        return Math.toIntExact(acts.stream()
                .filter(act -> act instanceof DiskAct.Synced && act.file().equals("hearth.db"))
                .count());
    }
}
