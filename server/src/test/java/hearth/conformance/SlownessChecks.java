package hearth.conformance;

import static hearth.conformance.Check.patient;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How much is kept for a client that does not read. */
final class SlownessChecks {
    private static final long MOST_BYTES = 64L << 20;

    /** What the systems of both sides may hold back by themselves, beyond what a server queues. */
    private static final long IN_BETWEEN = 8L << 20;

    private static final int AT_ONCE = 10;

    private SlownessChecks() {}

    static List<Check> checks() {
        return List.of(patient("X7.1 X7.3", SlownessChecks::whoDoesNotReadIsGivenUp));
    }

    /** Ada, who talks in a room, and Eve, who was welcomed there and takes little in. */
    private static final class Scene {
        private final Peer ada;
        private final String room;
        private final RawPeer eve;
        private final String eveId;
        private boolean gone;

        Scene(House house) throws IOException {
            ada = house.guest("Ada");
            room = ada.createRoom();
            eve = house.narrow("Eve");
            Peer.Account account = house.account("Eve");
            eve.text(Peer.helloFrame(1, "kind", "guest", "name", account.name(), "token", account.token()));
            eveId = eve.readTo("welcome").text("user.id");
            eve.text(Frame.of("join", "id", 2, "conversation", room));
            eve.readTo("ok");
        }

        /** Posts long texts while Eve only says that she lives, until they weigh so much or she is given up; gives how many. */
        int post(long bytes) throws IOException {
            String text = ada.longest();
            List<String> some = Collections.nCopies(AT_ONCE, text);
            int posted = 0;
            while ((long) posted * text.getBytes(StandardCharsets.UTF_8).length < bytes && !isGone(Duration.ZERO)) {
                ada.postAll(room, some);
                posted += AT_ONCE;
            }
            return posted;
        }

        /** Whether Ada was told that Eve is gone, or is told so while Eve says that she lives. */
        boolean isGone(Duration patience) throws IOException {
            long end = System.nanoTime() + patience.toNanos();
            do {
                eve.text("{\"type\":\"pong\"}");
                gone |= ada.wire().comes(patience.dividedBy(20), this::tellsThatSheIsGone);
                ada.wire().forget();
            } while (!gone && System.nanoTime() < end);
            return gone;
        }

        private boolean tellsThatSheIsGone(Frame frame) {
            return frame.is("type", "presence")
                    && frame.list("changes").stream()
                            .anyMatch(change -> change.is("id", eveId) && change.is("status", "offline"));
        }

        /** Reads all that was kept for Eve. */
        int messages() throws IOException {
            int messages = 0;
            Optional<Frame> next = eve.readText();
            while (next.isPresent()) {
                messages += next.get().is("kind", "message") ? 1 : 0;
                next = eve.readText();
            }
            return messages;
        }
    }

    private static void whoDoesNotReadIsGivenUp(House house) throws IOException {
        Scene scene = new Scene(house);
        int posted = scene.post(MOST_BYTES + IN_BETWEEN);
        assertThat(scene.isGone(house.patience()))
                .as("given up after " + posted + " long texts")
                .isTrue();
        assertThat(scene.messages())
                .as("messages that were kept for who did not read")
                .isLessThan(posted);
        assertThat(scene.eve.closeCode()).isIn(4009, -1);
        house.guest("Bob").join(scene.room);
        scene.ada.settle();
    }
}
