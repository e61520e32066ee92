package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Members, and who is there. */
final class PeopleChecks {
    private static final String ADA = "Ada";
    private static final String BOB = "Bob";

    private PeopleChecks() {}

    static List<Check> checks() {
        return List.of(
                check("R-members-0", PeopleChecks::membersAreListedById),
                check("R-members-0", PeopleChecks::theListHasPages),
                check("R-members-0", PeopleChecks::absentMembersAreOffline),
                check("R-status-0", PeopleChecks::aStatusIsTold),
                check("R-status-0", PeopleChecks::aStatusIsOneOfThree),
                check("R-status-1", PeopleChecks::aStatusEndsWithTheLastConnection),
                check("N7.1", PeopleChecks::comingAndGoingIsTold),
                check("N7.2", PeopleChecks::manyChangesAreToldAsOne),
                check("N7.3", PeopleChecks::oneIsOnlineWhileOneConnectionIs));
    }

    private static void membersAreListedById(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        List<Frame> members = ada.ok("members", "conversation", room).list("members");
        assertThat(members.stream().map(each -> each.text("id")))
                .isSorted()
                .containsExactlyInAnyOrder(ada.id(), bob.id());
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
        List<String> ids = new ArrayList<>(List.of(ada.id()));
        for (String who : List.of(BOB, "Cyd")) {
            Peer peer = house.guest(who);
            peer.join(room);
            ids.add(peer.id());
        }
        ids.sort(null);
        Frame first = ada.ok("members", "conversation", room, "limit", 2);
        assertThat(first.texts("members", "id")).isEqualTo(ids.subList(0, 2));
        assertThat(first.flag("more")).isTrue();
        Frame second = ada.ok("members", "conversation", room, "limit", 2, "after", ids.get(1));
        assertThat(second.texts("members", "id")).isEqualTo(ids.subList(2, 3));
        assertThat(second.flag("more")).isFalse();
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
        bob.ok("set-status", "status", "busy");
        awaitStatus(ada, bob, "busy");
        bob.close();
        Frame kept = again.ok("members", "conversation", again.lobby(), "limit", 1_000);
        assertThat(kept.list("members")).noneMatch(each -> each.is("id", bob.id()) && each.is("status", "online"));
        again.close();
        awaitStatus(ada, bob, "offline");
        house.again(bob);
        awaitStatus(ada, bob, "online");
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
        String room = ada.createRoom();
        bob.join(room);
        again.hangUp();
        assertThat(ada.ok("members", "conversation", room).list("members"))
                .anyMatch(each -> each.is("id", bob.id()) && each.is("status", "online"));
        bob.hangUp();
        awaitStatus(ada, bob, "offline");
    }
}
