package hearth.faults.power;

import hearth.faults.FaultClient;
import hearth.faults.FaultRig;
import hearth.faults.FaultRow;
import hearth.faults.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed again and again while everybody writes. */
class ServerKillIT {
    private static final int CLIENTS = 6;

    /** As many wait to be sent at any time, so that the server always has something to do. */
    private static final int UNCONFIRMED = 30;

    private static final int MOST_SENT_BETWEEN = 60;
    private static final int LONGEST_DELAY_MICROS = 20_000;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAndNothingIsDoubled() throws Exception {
        new FaultRow(10, "SIGKILL of the server under load, 6 clients", "0 acknowledged lost, 0 doubled", 6, 200)
                .run((row, random) -> {
                    try (FaultRig rig = new FaultRig(folder)) {
                        List<FaultClient> clients = new ArrayList<>();
                        for (int i = 0; i < CLIENTS; i++) {
                            clients.add(rig.impatient("user" + i).client().connect());
                        }
                        for (int i = 0; i < row.size(); i++) {
                            workUntilSomeMoment(clients, random);
                            rig.server().kill();
                            rig.restartServer();
                        }
                        Verdict verdict = rig.verdict();
                        verdict.require();
                        return verdict.acknowledged() + " acknowledged, 0 lost, 0 doubled";
                    }
                });
    }

    private static void workUntilSomeMoment(List<FaultClient> clients, Random random) {
        for (FaultClient client : clients) {
            for (int waiting = client.kept() - client.acknowledged(); waiting < UNCONFIRMED; waiting++) {
                client.post("message " + client.kept() + " " + random.nextInt());
            }
        }
        FaultClient one = clients.get(random.nextInt(CLIENTS));
        int some = one.acknowledged() + random.nextInt(MOST_SENT_BETWEEN);
        one.await(some + " sent", client -> client.acknowledged() >= Math.min(some, client.kept()));
        Executor later = CompletableFuture.delayedExecutor(random.nextInt(LONGEST_DELAY_MICROS), TimeUnit.MICROSECONDS);
        CompletableFuture.runAsync(() -> {}, later).join();
    }
}
