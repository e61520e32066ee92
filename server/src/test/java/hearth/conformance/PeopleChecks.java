package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Members, and who is there. */
final class PeopleChecks {
    private static final String ADA = "Ada";
    private static final String BOB = "Bob";

    private PeopleChecks() {}

    static List<Check> checks() {
        return List.of(
                check("R-members-0", PeopleChecks::membersAreListed),
                check("R-members-1", PeopleChecks::theListHasPages),
                check("R-members-0", PeopleChecks::absentMembersAreOffline),
                check("R-status-0", PeopleChecks::aStatusIsTold),
                check("R-status-0", PeopleChecks::aStatusIsOneOfThree),
                check("R-status-1", PeopleChecks::aStatusEndsWithTheLastConnection),
                check("N7.1", PeopleChecks::comingAndGoingIsTold),
                check("N7.2", PeopleChecks::manyChangesAreToldAsOne),
                check("N7.3", PeopleChecks::oneIsOnlineWhileOneConnectionIs));
    }

    private static void membersAreListed(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        List<Frame> members = ada.ok("members", "conversation", room).list("members");
        assertThat(members.stream().map(each -> each.text("id"))).containsExactlyInAnyOrder(ada.id(), bob.id());
        Frame owner = members.stream()
                .filter(each -> each.is("id", ada.id()))
                .findFirst()
                .orElseThrow();
        assertThat(owner.text("name")).isEqualTo(ada.name());
        assertThat(owner.text("role")).isEqualTo("owner");
        assertThat(owner.text("status")).isEqualTo("online");
        assertThat(members).anyMatch(each -> each.is("id", bob.id()) && each.is("role", "member"));
    }

    private static void theListHasPages(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        Set<String> ids = new HashSet<>(Set.of(ada.id()));
        for (String who : List.of(BOB, "Cyd", "Dan", "Eli")) {
            Peer peer = house.guest(who);
            peer.join(room);
            ids.add(peer.id());
        }
        assertThat(ada.ok("members", "conversation", room, "limit", 2).flag("more"))
                .isTrue();
        List<String> ones = ids(ada, room, 1);
        assertThat(ones).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids(ada, room, 2)).as("one order for all pages").isEqualTo(ones);
        assertThat(ids(ada, room, 1_000)).as("one order for all pages").isEqualTo(ones);
    }

    private static List<String> ids(Peer peer, String room, int limit) {
        return Pages.list(peer, "members", "members", "id", limit, "conversation", room).stream()
                .map(each -> each.text("id"))
                .toList();
    }

    private static void absentMembersAreOffline(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        bob.close();
        awaitStatus(ada, bob, "offline");
        assertThat(ada.ok("members", "conversation", room).list("members"))
                .anyMatch(each -> each.is("id", bob.id()) && each.is("status", "offline"));
    }

    private static Frame awaitStatus(Peer watcher, Peer other, String status) {
        return watcher.await(
                "that somebody is " + status,
                frame -> frame.is("type", "presence")
                        && change(frame, other).stream().anyMatch(each -> each.is("status", status)));
    }

    private static List<Frame> change(Frame presence, Peer peer) {
        return presence.list("changes").stream()
                .filter(each -> each.is("id", peer.id()))
                .toList();
    }

    private static void aStatusIsTold(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        bob.ok("set-status", "status", "busy", "text", "in the garden");
        Frame change = change(awaitStatus(ada, bob, "busy"), bob).getFirst();
        assertThat(change.text("name")).isEqualTo(bob.name());
        assertThat(change.text("text")).isEqualTo("in the garden");
        bob.ok("set-status", "status", "away");
        assertThat(change(awaitStatus(ada, bob, "away"), bob).getFirst().has("text"))
                .isFalse();
    }

    private static void aStatusIsOneOfThree(House house) {
        Peer ada = house.guest(ADA);
        ada.refused("bad-frame", "set-status");
        ada.refused("bad-frame", "set-status", "status", "asleep");
        ada.ok("set-status", "status", "online");
    }

    private static void aStatusEndsWithTheLastConnection(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        Peer again = house.again(bob);
        Peer witness = house.guest("Cyd");
        String room = ada.createRoom();
        bob.join(room);
        bob.ok("set-status", "status", "busy");
        awaitStatus(ada, bob, "busy");
        ada.wire().forget();
        hangUp(bob, ada, witness);
        assertThat(statusIn(ada, room, bob)).isEqualTo("busy");
        again.hangUp();
        awaitStatus(ada, bob, "offline");
        ada.wire().forget();
        house.again(bob);
        assertThat(change(awaitChange(ada, bob), bob).getFirst().text("status")).isEqualTo("online");
        assertThat(statusIn(ada, room, bob)).isEqualTo("online");
    }

    /** Ends a connection, and awaits by the end of another one that the server knows it. */
    private static void hangUp(Peer peer, Peer watcher, Peer witness) {
        peer.hangUp();
        witness.hangUp();
        awaitStatus(watcher, witness, "offline");
    }

    private static Frame awaitChange(Peer watcher, Peer other) {
        return watcher.await(
                "a change of somebody",
                frame -> frame.is("type", "presence") && !change(frame, other).isEmpty());
    }

    private static String statusIn(Peer member, String room, Peer other) {
        return member.ok("members", "conversation", room).list("members").stream()
                .filter(each -> each.is("id", other.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not a member: " + other.name()))
                .text("status");
    }

    private static void comingAndGoingIsTold(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        Frame change = change(awaitStatus(ada, bob, "online"), bob).getFirst();
        assertThat(change.text("name")).isEqualTo(bob.name());
        bob.close();
        awaitStatus(ada, bob, "offline");
    }

    private static void manyChangesAreToldAsOne(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        awaitStatus(ada, bob, "online");
        ada.settle();
        long start = System.nanoTime();
        int before = presences(ada);
        for (int i = 0; i < 40; i++) {
            bob.request("set-status", "status", i % 2 == 0 ? "away" : "busy", "text", "change " + i);
        }
        ada.await(
                "the last change",
                frame -> frame.is("type", "presence")
                        && change(frame, bob).stream().anyMatch(each -> each.is("text", "change 39")));
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        assertThat(presences(ada) - before)
                .as("presence frames in %d s", seconds)
                .isLessThanOrEqualTo((int) seconds + 2);
    }

    private static int presences(Peer peer) {
        return Math.toIntExact(peer.wire().received().stream()
                .filter(frame -> frame.is("type", "presence"))
                .count());
    }

    private static void oneIsOnlineWhileOneConnectionIs(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        Peer again = house.again(bob);
        Peer witness = house.guest("Cyd");
        String room = ada.createRoom();
        bob.join(room);
        hangUp(again, ada, witness);
        assertThat(statusIn(ada, room, bob)).isEqualTo("online");
        bob.hangUp();
        awaitStatus(ada, bob, "offline");
    }
}
