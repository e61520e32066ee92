package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What is read, and who is typing. */
final class MarkerChecks {
    private static final String ADA = "Ada";
    private static final String BOB = "Bob";

    private MarkerChecks() {}

    static List<Check> checks() {
        return List.of(
                check("R-read-0", MarkerChecks::theAnswerCountsWhatIsLeft),
                check("R-read-1.1", MarkerChecks::aMarkerNeverGoesBack),
                check("R-read-1.2", MarkerChecks::aMarkerStaysBelowTheHead),
                check("R-read-2.1 N8", MarkerChecks::otherConnectionsAreTold),
                check("R-read-2.2", MarkerChecks::theOtherSideIsTold),
                check("R-read-2.3", MarkerChecks::membersOfARoomAreNotTold),
                check("N3 N9.1", MarkerChecks::typingReachesTheOthers),
                check("N9.2", MarkerChecks::muchTypingIsToldAsLittle));
    }

    private static void theAnswerCountsWhatIsLeft(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        long first = ada.post(room, "one").number("seq");
        ada.post(room, "two @" + bob.name());
        bob.event(room, "message");
        Frame answer = bob.ok("read", "conversation", room, "seq", first);
        assertThat(answer.number("seq")).isEqualTo(first);
        assertThat(answer.number("unread")).isEqualTo(1);
        assertThat(answer.number("mentions")).isEqualTo(1);
        assertThat(house.again(bob).summary(room).number("read")).isEqualTo(first);
    }

    private static void aMarkerNeverGoesBack(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long seq = ada.post(room, "one").number("seq");
        ada.ok("read", "conversation", room, "seq", seq);
        assertThat(ada.ok("read", "conversation", room, "seq", 1).number("seq")).isEqualTo(seq);
    }

    private static void aMarkerStaysBelowTheHead(House house) {
        Peer ada = house.guest(ADA);
        Frame made = ada.makeRoom("public");
        assertThat(ada.ok("read", "conversation", made.text("id"), "seq", 99).number("seq"))
                .isEqualTo(made.number("head"));
    }

    private static void otherConnectionsAreTold(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        Peer again = house.again(bob);
        String room = ada.createRoom();
        bob.join(room);
        long seq = ada.post(room, "one").number("seq");
        ada.post(room, "two");
        bob.message(room, "two");
        bob.ok("read", "conversation", room, "seq", seq);
        Frame read = again.next("read");
        assertThat(read.text("conversation")).isEqualTo(room);
        assertThat(read.text("user")).isEqualTo(bob.id());
        assertThat(read.number("seq")).isEqualTo(seq);
        assertThat(read.number("unread")).isEqualTo(1);
        assertThat(read.number("mentions")).isZero();
    }

    private static void theOtherSideIsTold(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String direct = ada.openDirect(bob).text("id");
        long seq = ada.post(direct, "one").number("seq");
        bob.message(direct, "one");
        bob.ok("read", "conversation", direct, "seq", seq);
        Frame read = ada.next("read");
        assertThat(read.text("user")).isEqualTo(bob.id());
        assertThat(read.number("seq")).isEqualTo(seq);
        assertThat(read.has("unread")).isFalse();
        assertThat(read.has("mentions")).isFalse();
        assertThat(house.again(ada).summary(direct).number("with.read")).isEqualTo(seq);
    }

    private static void membersOfARoomAreNotTold(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        long seq = ada.post(room, "one").number("seq");
        bob.message(room, "one");
        bob.ok("read", "conversation", room, "seq", seq);
        ada.getsNothing("what others have read", frame -> frame.is("type", "read"));
    }

    private static void typingReachesTheOthers(House house) {
        house.offer().require("typing");
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        bob.send(Frame.of("typing", "conversation", room, "active", true));
        Frame typing = ada.next("typing");
        assertThat(typing.text("conversation")).isEqualTo(room);
        assertThat(typing.text("user")).isEqualTo(bob.id());
        assertThat(typing.flag("active")).isTrue();
        bob.getsNothing("an answer", frame -> frame.is("type", "typing") || frame.is("type", "ok"));
    }

    private static void muchTypingIsToldAsLittle(House house) {
        house.offer().require("typing");
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        long start = System.nanoTime();
        for (int i = 0; i < 41; i++) {
            bob.send(Frame.of("typing", "conversation", room, "active", i % 2 == 0));
        }
        bob.settle();
        bob.send(Frame.of("typing", "conversation", room, "active", false));
        ada.await("that he stopped", frame -> frame.is("type", "typing") && !frame.flag("active"));
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        assertThat(ada.wire().received().stream().filter(frame -> frame.is("type", "typing")))
                .hasSizeLessThanOrEqualTo((int) seconds + 2);
    }
}
