package hearth.conformance;

import static hearth.conformance.Check.check;
import static hearth.conformance.Check.last;
import static hearth.conformance.Check.patient;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Who is still there, and how a server says good-bye. */
final class LivenessChecks {
    /** What a server's clock, and a machine that has much to do, are granted. */
    private static final Duration LATE = Duration.ofSeconds(5);

    private static final int LAST_WORDS = 100;

    private LivenessChecks() {}

    static List<Check> checks() {
        return List.of(
                check("N1.1 N10", LivenessChecks::aPingIsAnswered),
                check("N1.2", LivenessChecks::pongsTakeTheWayOfMessages),
                check("N2", LivenessChecks::aPongIsNotAnswered),
                check("R-len-5", LivenessChecks::aPingIsShort),
                check("H4", LivenessChecks::theNewestPingIsAnswered),
                patient("H1.1", LivenessChecks::aSilentServerPings),
                patient("H1.2", LivenessChecks::itPingsWhateverItReceives),
                patient("H2", LivenessChecks::controlFramesProveLife),
                patient("H3", LivenessChecks::whoIsSilentIsDropped),
                last("H5 N11 X1", LivenessChecks::aServerSaysGoodBye));
    }

    private static void aPingIsAnswered(House house) {
        Peer ada = house.connect("Ada");
        ada.send(Frame.of("ping", "t", "é 世"));
        Frame before = ada.next("pong");
        assertThat(before.text("t")).isEqualTo("é 世");
        assertThat(before.has("server")).as("server before welcome").isTrue();
        ada.logIn(house.account("Ada"));
        ada.send(Frame.of("ping", "t", "later"));
        Frame after = ada.next("pong");
        assertThat(after.text("t")).isEqualTo("later");
        assertThat(after.has("server")).as("server after welcome").isFalse();
        ada.send(Frame.of("ping"));
        assertThat(ada.next("pong").has("t")).isFalse();
    }

    private static void pongsTakeTheWayOfMessages(House house) {
        Peer ada = house.guest("Ada");
        for (int i = 0; i < 20; i++) {
            long id = ada.request("post", "conversation", ada.lobby(), "clientId", "c" + i, "text", "text " + i);
            ada.send(Frame.of("ping", "t", "p" + id));
            String t = "p" + id;
            Frame pong = ada.await("the pong", frame -> frame.is("t", t));
            List<Frame> all = ada.wire().received();
            assertThat(all.indexOf(ada.answer(id))).as("the answer comes first").isLessThan(all.indexOf(pong));
        }
    }

    private static void aPongIsNotAnswered(House house) {
        Peer ada = house.guest("Ada");
        ada.send(Frame.of("pong", "t", "for nothing"));
        ada.send(Frame.of("pong"));
        ada.getsNothing(
                "an answer to a pong",
                frame -> frame.has("re") || frame.is("type", "error") || frame.is("type", "pong"));
    }

    private static void aPingIsShort(House house) {
        Peer ada = house.guest("Ada");
        String most = "😀".repeat(64);
        ada.send(Frame.of("ping", "t", most));
        assertThat(ada.next("pong").text("t")).isEqualTo(most);
        ada.send(Frame.of("ping", "t", most + "x"));
        RequestChecks.assertNameless(ada, "bad-frame");
    }

    private static void theNewestPingIsAnswered(House house) {
        Peer ada = house.guest("Ada");
        for (int i = 0; i < 30; i++) {
            ada.send(Frame.of("ping", "t", "p" + i));
        }
        ada.await("the newest pong", frame -> frame.is("t", "p29"));
    }

    private static Duration heartbeat(House house) {
        return Duration.ofMillis(house.offer().heartbeatMs());
    }

    /** When those who have heard nothing drop the connection. */
    private static Duration silence(House house) {
        return heartbeat(house).multipliedBy(2).plusSeconds(5);
    }

    private static void aSilentServerPings(House house) {
        Peer ada = house.guest("Ada");
        ada.wire().await("a ping in time", silence(house), frame -> frame.is("type", "ping"));
    }

    private static void itPingsWhateverItReceives(House house) {
        Peer ada = house.guest("Ada");
        long end = System.nanoTime() + silence(house).toNanos();
        Duration pause = heartbeat(house).dividedBy(5);
        while (!ada.wire().comes(pause, frame -> frame.is("type", "ping"))) {
            assertThat(System.nanoTime()).as("a ping in time").isLessThan(end);
            ada.send(Frame.of("pong"));
        }
    }

    private static void controlFramesProveLife(House house) {
        Peer ada = house.guest("Ada");
        ada.wire().answerNoPings();
        long end = System.nanoTime()
                + heartbeat(house).multipliedBy(3).plusSeconds(8).toNanos();
        Duration pause = heartbeat(house).dividedBy(5);
        while (System.nanoTime() < end) {
            ada.wire().sendControlPing();
            ada.wire().comes(pause, frame -> false);
        }
        ada.settle();
    }

    private static void whoIsSilentIsDropped(House house) throws IOException {
        Peer ada = house.guest("Ada");
        RawPeer bob = house.raw("Bob"); // answers nothing, not even the pings of the WebSocket
        Peer.Account account = house.account("Bob");
        bob.text(Peer.helloFrame(1, "kind", "guest", "name", account.name(), "token", account.token()));
        long start = System.nanoTime();
        bob.readTo("welcome");
        Duration allowed = silence(house);
        bob.readToEnd(allowed.plus(heartbeat(house)).plus(LATE));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(allowed.minusSeconds(1));
        ada.settle();
    }

    private static void aServerSaysGoodBye(House house) throws Exception {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        if (house.target().stop().isEmpty()) {
            throw new NotOfferedException("nobody said how to stop the server");
        }
        String room = ada.createRoom();
        bob.join(room);
        for (int i = 0; i < LAST_WORDS; i++) {
            ada.request("post", "conversation", room, "clientId", "c" + i, "text", "text " + i);
        }
        ada.next("ok");
        house.target().stop().get().now();
        for (Peer each : List.of(ada, bob)) {
            Frame bye = each.next("bye");
            assertThat(bye.text("reason")).isNotEmpty();
            assertThat(bye.number("retryAfterMs")).isNotNegative();
            assertThat(each.closeCode()).isEqualTo(1001);
        }
        List<Long> acknowledged = ada.wire().received().stream()
                .filter(frame -> frame.is("type", "ok") && frame.has("seq"))
                .map(frame -> frame.number("seq"))
                .toList();
        assertThat(Pages.seqs(bob.events(room))).as("what was acknowledged").containsAll(acknowledged);
    }
}
