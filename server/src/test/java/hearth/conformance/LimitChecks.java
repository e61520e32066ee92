package hearth.conformance;

import static hearth.conformance.Check.last;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a server does about too much of something. A server may bear more than the kit tries; then these are not offered. */
final class LimitChecks {
    private static final int CROWD = 100;
    private static final int WRONG_TOKENS = 40;

    /** Who was silent for longer than a heartbeat and this makes room for others. */
    private static final Duration SILENT = Duration.ofSeconds(5);

    private LimitChecks() {}

    /** They may lock the kit out for a while. */
    static List<Check> checks() {
        return List.of(
                last("L5.3", LimitChecks::whoIsTooManyIsToldSo),
                last("X8", LimitChecks::theSilentMakeRoom),
                last("L6.4", LimitChecks::wrongTokensAreLimited));
    }

    /** Somebody who connects again and again. */
    private static final class Crowd {
        private final House house;
        private final Peer.Account account;
        private final List<Peer> inside = new ArrayList<>();

        Crowd(House house) {
            this.house = house;
            this.account = house.guest("Ada").account();
        }

        /** The first connection that is not welcomed. */
        Peer oneTooMany() {
            while (inside.size() < CROWD) {
                Peer peer = come();
                if (peer.wire().received().isEmpty()
                        || !peer.wire().received().getFirst().is("type", "welcome")) {
                    return peer;
                }
                inside.add(peer);
            }
            throw new NotOfferedException(CROWD + " connections of one user are not too many here");
        }

        /** Connects, says hello, and awaits what comes of it. */
        Peer come() {
            Peer peer = house.connect("Ada" + inside.size());
            peer.send(Peer.helloFrame(1, "kind", "token", "token", account.token()));
            peer.wire().comesOrCloses(house.patience(), frame -> frame.has("re"));
            return peer;
        }

        /** Everybody inside says something now and then for so long. */
        void live(Duration time) {
            long end = System.nanoTime() + time.toNanos();
            Duration pause = Duration.ofMillis(house.offer().heartbeatMs() / 4);
            while (System.nanoTime() < end) {
                inside.forEach(peer -> peer.send("{\"type\":\"pong\"}"));
                inside.getFirst().wire().comes(pause, frame -> false);
            }
        }
    }

    private static void whoIsTooManyIsToldSo(House house) {
        Peer refused = new Crowd(house).oneTooMany();
        if (refused.wire().received().isEmpty()) {
            throw new NotOfferedException("who is too many does not come as far as hello");
        }
        Frame answer = refused.answer(1);
        assertThat(answer.text("code")).isEqualTo("full");
        assertThat(refused.closeCode()).isEqualTo(4010);
    }

    private static void theSilentMakeRoom(House house) throws IOException {
        Crowd crowd = new Crowd(house);
        RawPeer silent = house.raw("Eve");
        silent.text(Peer.helloFrame(1, "kind", "token", "token", crowd.account.token()));
        silent.readTo("welcome");
        assertThat(crowd.oneTooMany().closeCode()).isEqualTo(4010);
        Duration heartbeat = Duration.ofMillis(house.offer().heartbeatMs());
        crowd.live(heartbeat.plus(SILENT).plus(heartbeat.dividedBy(4)));
        assertThat(crowd.come().answer(1).type())
                .as("the answer to who comes when somebody is silent")
                .isEqualTo("welcome");
        assertThat(silent.readToClose()).isEqualTo(4010);
        crowd.inside.forEach(Peer::settle);
    }

    private static void wrongTokensAreLimited(House house) {
        for (int i = 0; i < WRONG_TOKENS; i++) {
            Peer eve = house.connect("Eve");
            Frame answer = eve.hello("kind", "token", "token", house.token());
            assertThat(answer.text("code")).isIn("unauthorized", "rate-limited");
            assertThat(eve.closeCode()).isEqualTo(4001);
            if (answer.is("code", "rate-limited")) {
                assertThat(answer.number("retryAfterMs")).isPositive();
                return;
            }
        }
        throw new NotOfferedException(WRONG_TOKENS + " wrong tokens in a row are not too many here");
    }
}
