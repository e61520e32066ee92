package hearth.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.Outcome;
import hearth.protocol.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The very first connection of a new user is cut, at any byte from the handshake to the end of the welcome. */
class FirstLoginIT {
    /** Request and answer of the handshake, {@code ping}, {@code pong}, {@code hello} and {@code welcome}. */
    private static final int PIECES = 6;

    @TempDir
    Path folder;

    @Test
    void aNameIsTheUsersWhateverByteOfTheFirstLoginIsTheLast() throws Exception {
        new FaultRow(2, "connection cut at a random byte of the first login", "the name is the user's, 1 user", 18, 500)
                .run((row, random) -> {
                    try (FaultRig rig = new FaultRig(folder)) {
                        for (int i = 0; i < row.size(); i++) {
                            logInThroughACut(rig, newcomer(i), random);
                        }
                        List<String> expected = IntStream.range(0, row.size())
                                .mapToObj(FirstLoginIT::newcomer)
                                .toList();
                        assertThat(othersThanTheAuditor(rig)).containsExactlyInAnyOrderElementsOf(expected);
                        return row.size() + " names, " + row.size() + " users";
                    }
                });
    }

    private static String newcomer(int number) {
        return "Newcomer " + number;
    }

    private static void logInThroughACut(FaultRig rig, String name, Random random) throws Exception {
        int last = random.nextInt(PIECES);
        double where = random.nextDouble();
        AtomicInteger passed = new AtomicInteger();
        Seat seat = rig.impatient(
                name,
                piece -> passed.getAndIncrement() == last
                        ? OptionalInt.of((int) (where * (piece.bytes().length + 1)))
                        : OptionalInt.empty());
        seat.client().connect();
        // Where the cut is behind the welcome, the first connection is good for a moment.
        seat.client()
                .await(
                        "another connection",
                        each -> each.isOnline() && seat.proxy().accepted() > 1);
        assertThat(seat.client().signedIn().orElseThrow().self().name()).isEqualTo(name);
        seat.client().close();
        seat.proxy().close();
    }

    private List<String> othersThanTheAuditor(FaultRig rig) throws Exception {
        FaultClient auditor = rig.client(
                "auditor", "Auditor", folder.resolve("auditor"), URI.create("ws://127.0.0.1:" + rig.port() + "/chat"));
        auditor.connect();
        Outcome<Answer.MembersPage> answer = auditor.session()
                .members(auditor.lobby())
                .toCompletableFuture()
                .get(FaultClient.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Answer.MembersPage page = ((Outcome.Done<Answer.MembersPage>) answer).value();
        return page.members().stream()
                .map(Answer.MemberEntry::name)
                .filter(name -> !name.equals("Auditor"))
                .toList();
    }
}
