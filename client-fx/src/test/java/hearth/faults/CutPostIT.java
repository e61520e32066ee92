package hearth.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection is cut within the request that carries a message, or within its acknowledgement, once for every message. */
class CutPostIT {
    private static final int CLIENTS = 8;

    @TempDir
    Path folder;

    @Test
    void noMessageIsLostOrDoubledWhenItsRequestOrItsAnswerIsCut() throws Exception {
        FaultRow row = new FaultRow(
                1, "connection cut at a random byte of a request or its answer", "0 lost, 0 doubled", 80, 20_000);
        row.run((self, random) -> {
            try (FaultRig rig = new FaultRig(folder);
                    ExecutorService users = Executors.newFixedThreadPool(CLIENTS)) {
                List<Sender> senders = new ArrayList<>();
                List<CompletableFuture<Void>> done = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    Sender sender = new Sender(rig, "Sender " + i, new Random(random.nextLong()));
                    senders.add(sender);
                    done.add(CompletableFuture.runAsync(() -> sender.send(self.size() / CLIENTS), users));
                }
                done.forEach(CompletableFuture::join);
                Verdict verdict = rig.verdict();
                verdict.require();
                int cuts = senders.stream().mapToInt(Sender::cuts).sum();
                assertThat(verdict.acknowledged()).isEqualTo(self.size());
                assertThat(verdict.messages()).isEqualTo(self.size());
                assertThat(cuts).as("cuts").isEqualTo(self.size());
                return verdict.messages() + " kept, " + cuts + " cuts, 0 lost, 0 doubled";
            }
        });
    }

    /** One user, who writes the next message when the last is sent. */
    private static final class Sender {
        private static final String REQUEST = "{\"type\":\"post\"";
        private static final String ANSWER = "{\"type\":\"ok\"";

        private final Seat seat;
        private final Random random;
        private final AtomicInteger cuts = new AtomicInteger();

        // The proxy's thread only, but for the first, which is told to it by the message that follows.
        private volatile boolean armed;
        private boolean onRequest;

        Sender(FaultRig rig, String name, Random random) throws Exception {
            this.random = random;
            this.seat = rig.impatient(name, this::passing);
            seat.client().connect();
        }

        int cuts() {
            return cuts.get();
        }

        void send(int count) {
            for (int i = 1; i <= count; i++) {
                int wanted = i;
                armed = true;
                seat.client().post("message " + i);
                seat.client().await("message " + i, each -> each.acknowledged() == wanted);
            }
        }

        private OptionalInt passing(FrameWatch.Piece piece) {
            if (!armed) {
                return OptionalInt.empty();
            }
            if (piece.direction() == Direction.UP && piece.text().startsWith(REQUEST)) {
                onRequest = random.nextBoolean();
                return onRequest ? cut(piece) : OptionalInt.empty();
            }
            return isAnswer(piece) ? cut(piece) : OptionalInt.empty();
        }

        private boolean isAnswer(FrameWatch.Piece piece) {
            return piece.direction() == Direction.DOWN
                    && piece.text().startsWith(ANSWER)
                    && piece.text().contains("\"seq\"");
        }

        /** From no byte at all up to the whole frame. */
        private OptionalInt cut(FrameWatch.Piece piece) {
            armed = false;
            cuts.incrementAndGet();
            return OptionalInt.of(random.nextInt(piece.bytes().length + 1));
        }
    }
}
