package hearth.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients write at once, while their connections end one after the other; in the end all have the same transcript. */
class CrowdIT {
    private static final int CLIENTS = 20;
    private static final int DISCONNECTS = 200;
    private static final int SHORT_DISCONNECTS = 10;
    private static final int MOST_MORE_BYTES = 2_000;

    /** How many messages of a client wait to be sent, at most: as many as somebody writes in a tunnel. */
    private static final int MOST_UNSENT = 50;

    @TempDir
    Path folder;

    @Test
    void allHaveTheSameTranscriptWhateverConnectionsEnded() throws Exception {
        int disconnects = FaultRow.isFull() ? DISCONNECTS : SHORT_DISCONNECTS;
        String fault = "%d clients, >= %d random disconnects, messages each".formatted(CLIENTS, disconnects);
        new FaultRow(3, fault, "identical transcripts", 10, 2_000).run((row, random) -> {
            try (FaultRig rig = new FaultRig(folder)) {
                List<Seat> seats = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    seats.add(rig.impatient("Client " + i));
                }
                // Together from the first message on: all are there before anybody writes.
                for (Seat seat : seats) {
                    seat.client().connect();
                }
                writeAndDisconnect(seats, row.size(), disconnects, random);
                Verdict verdict = rig.verdict();
                verdict.require();
                assertThat(verdict.messages()).isEqualTo(CLIENTS * row.size());
                assertThat(disconnects(seats)).isGreaterThanOrEqualTo(disconnects);
                return verdict.messages() + " messages, " + disconnects(seats) + " disconnects, transcripts "
                        + onlyHash(rig.recorder().history(), seats.size());
            }
        });
    }

    private static void writeAndDisconnect(List<Seat> seats, int messagesEach, int disconnects, Random random) {
        int rounds = Math.max(1, messagesEach / MOST_UNSENT * 2);
        int told = 0;
        for (int round = 1; round <= rounds; round++) {
            int upTo = messagesEach * round / rounds;
            for (; told < upTo; told++) {
                write(seats, told);
            }
            int due = disconnects * round / rounds;
            for (int i = disconnects * (round - 1) / rounds; i < due; i++) {
                end(seats.get(random.nextInt(seats.size())).proxy(), random);
            }
            for (Seat seat : seats) {
                seat.client().await("some sent", each -> each.acknowledged() >= upTo - MOST_UNSENT);
            }
            // A cut comes to nothing where too little is sent behind it, or the link has ended already.
            while (disconnects(seats) < due) {
                seats.get(random.nextInt(seats.size())).loseConnection();
            }
        }
    }

    /** How often a connection was replaced by another one. */
    private static int disconnects(List<Seat> seats) {
        return seats.stream().mapToInt(seat -> seat.proxy().accepted() - 1).sum();
    }

    private static void write(List<Seat> seats, int number) {
        for (Seat seat : seats) {
            seat.client().post(seat.client().observer() + " says " + number);
        }
    }

    private static void end(FaultProxy proxy, Random random) {
        Cut how = random.nextBoolean() ? Cut.FIN : Cut.RESET;
        switch (random.nextInt(3)) {
            case 0 -> proxy.end(how);
            case 1 -> proxy.cutAfter(Direction.UP, random.nextInt(MOST_MORE_BYTES), how);
            default -> proxy.cutAfter(Direction.DOWN, random.nextInt(MOST_MORE_BYTES), how);
        }
    }

    /** The hash that all transcripts have. */
    private static String onlyHash(History history, int observers) throws Exception {
        Map<String, Map<Long, String>> messages = new TreeMap<>();
        history.all(Observation.Applied.class)
                .filter(each -> each.entry().isMessage())
                .forEach(each -> messages.computeIfAbsent(each.observer(), _ -> new LinkedHashMap<>())
                        .put(
                                each.entry().seq(),
                                each.entry().author() + " " + each.entry().text()));
        messages.remove("auditor");
        assertThat(messages).hasSize(observers);
        List<String> hashes = new ArrayList<>();
        for (Map<Long, String> transcript : messages.values()) {
            byte[] bytes = transcript.toString().getBytes(StandardCharsets.UTF_8);
            hashes.add(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
        assertThat(hashes.stream().distinct()).as("hashes of transcripts").hasSize(1);
        return hashes.getFirst().substring(0, 16);
    }
}
