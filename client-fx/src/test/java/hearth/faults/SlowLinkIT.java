package hearth.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries that come slowly, and connections whose end comes later still. */
class SlowLinkIT {
    private static final LinkConditions SLOW = LinkConditions.CLEAR
            .withLatency(Duration.ofMillis(20))
            .withBytesPerSecond(100_000)
            .withSlowClose(Duration.ofMillis(500));

    @TempDir
    Path folder;

    @Test
    void slowLinksLoseNothing() throws Exception {
        new FaultRow(90, "slow links that close late, 4 clients", "0 lost, 0 doubled, 0 holes", 40, 1_000)
                .run((row, random) -> {
                    try (FaultRig rig = new FaultRig(folder)) {
                        List<Seat> seats = List.of(
                                rig.impatient("Ada"), rig.impatient("Bo"), rig.impatient("Cy"), rig.impatient("Di"));
                        for (Seat seat : seats) {
                            seat.proxy().conditions(SLOW);
                            seat.client().connect();
                        }
                        IntStream.range(0, row.size())
                                .forEach(i ->
                                        seats.get(i % seats.size()).client().post("message " + i));
                        for (Seat seat : seats) {
                            int some = random.nextInt(row.size() / seats.size());
                            seat.client().await(some + " sent", each -> each.acknowledged() >= some);
                            seat.proxy().end(Cut.FIN);
                        }
                        Verdict verdict = rig.verdict();
                        verdict.require();
                        return verdict.messages() + " messages kept";
                    }
                });
    }
}
