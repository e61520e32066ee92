package hearth.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.Outcome;
import hearth.client.session.SessionEvent.Notice;
import hearth.protocol.ClientFrame.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's disk is full, and then there is space again: those who write are told and wait, those who read read, and nothing is lost. */
class FullDiskIT {
    private static final String DISK = "96m";

    /** More than what fits into the files that the server has already. */
    private static final int MOST_POSTS = 4_000;

    private static final String FILLER = "x".repeat(4_000);

    @TempDir
    Path folder;

    @Test
    void aFullDiskLosesNothing() throws Exception {
        new FaultRow(9, "disk full, then space again", "read-only, 0 lost, 0 doubled", 2, 10).run((row, random) -> {
            FaultRow.require(SmallDiskServer.isPossible(), "no disk can be mounted by somebody who is not root");
            try (FaultRig rig = new FaultRig(folder)) {
                rig.server().kill();
                try (SmallDiskServer server = SmallDiskServer.start(folder, rig.port(), DISK)) {
                    return run(row, random, rig, server);
                }
            }
        });
    }

    private static String run(FaultRow row, Random random, FaultRig rig, SmallDiskServer server) throws Exception {
        FaultClient ada = rig.impatient("Ada").client();
        FaultClient bo = rig.impatient("Bo").client();
        ada.connect();
        bo.connect();
        for (int round = 0; round < row.size(); round++) {
            for (int i = random.nextInt(50); i > 0; i--) {
                bo.post("between " + round + " " + i);
            }
            bo.awaitSettled();
            server.fillUp();
            postUntilRefused(ada, round);
            bo.post("while it is full " + round);
            assertThat(bo.session()
                            .history(bo.lobby(), new Place.Latest(), 50)
                            .toCompletableFuture()
                            .orTimeout(FaultClient.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .join())
                    .as("reading goes on")
                    .isInstanceOf(Outcome.Done.class);
            server.makeRoom();
            ada.awaitSettled();
            bo.awaitSettled();
        }
        assertThat(server.log()).as("why it refused").contains("SQLITE_FULL").contains("the storage works again");
        Verdict verdict = rig.verdict();
        verdict.require();
        assertThat(List.of(ada.failed(), bo.failed())).containsOnly(0);
        return "refused " + row.size() + " times, " + verdict.messages() + " messages kept";
    }

    /** Begins when all of this client's is acknowledged, and writes one after the other. */
    private static void postUntilRefused(FaultClient client, int round) {
        int before = client.acknowledged();
        long refusals = client.noticed(Notice.SERVER_READ_ONLY);
        for (int i = 1; i <= MOST_POSTS; i++) {
            client.post("full " + round + " " + i + " " + FILLER);
            int sent = before + i;
            client.await("an answer", each -> each.acknowledged() >= sent || isRefused(each, refusals));
            if (isRefused(client, refusals)) {
                return;
            }
        }
        throw new AssertionError("a full disk took " + MOST_POSTS + " messages");
    }

    private static boolean isRefused(FaultClient client, long before) {
        return client.noticed(Notice.SERVER_READ_ONLY) > before;
    }
}
