package hearth.conformance;

import static hearth.conformance.Check.check;
import static hearth.conformance.Pages.range;
import static hearth.conformance.Pages.seqs;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** That everybody gets every event once and in one order. */
final class DeliveryChecks {
    private static final String ADA = "Ada";
    private static final String BOB = "Bob";

    private DeliveryChecks() {}

    static List<Check> checks() {
        return List.of(
                check("C1", DeliveryChecks::eventsAreNumberedFromOneWithoutHoles),
                check("C8.5", DeliveryChecks::whoJoinsIsTold),
                check("C8.6", DeliveryChecks::whoLeavesIsTold),
                check("C9", DeliveryChecks::anEventHasTheSameFormEverywhere),
                check("D1.1", DeliveryChecks::eventsComeOnceEachBehindTheHead),
                check("D1.2", DeliveryChecks::afterLeavingItBeginsAnew),
                check("D2", DeliveryChecks::theSummaryComesFirst),
                check("D3.1", DeliveryChecks::onesOwnJoiningIsCovered),
                check("D3.2", DeliveryChecks::onesOwnLeavingIsTheLast),
                check("N4", DeliveryChecks::everyConnectionGetsTheEvent),
                check("N5.1", DeliveryChecks::otherConnectionsGainTheConversation),
                check("N5.2", DeliveryChecks::theGainIsToldOnce),
                check("N6", DeliveryChecks::otherConnectionsLoseTheConversation),
                check("P3", DeliveryChecks::everybodySeesTheSameOrder),
                check("P4", DeliveryChecks::aHostileClientCostsOnlyItself));
    }

    private static void eventsAreNumberedFromOneWithoutHoles(House house) {
        Peer ada = house.guest(ADA);
        String room = RequestChecks.fill(ada, 10);
        house.guest(BOB).join(room);
        long joined = ada.event(room, "joined").number("seq");
        List<Frame> events =
                ada.ok("sync", "conversations", Frame.object(room, 0)).list("conversations." + room + ".events");
        assertThat(seqs(events)).isEqualTo(range(1, joined));
        assertThat(events.stream().filter(event -> event.is("kind", "message"))).hasSize(10);
    }

    private static void whoJoinsIsTold(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        Frame joined = ada.event(room, "joined");
        assertThat(joined.text("user.id")).isEqualTo(bob.id());
        assertThat(joined.text("user.name")).isEqualTo(bob.name());
        assertThat(joined.has("by")).as("'by' where nobody else did it").isFalse();
        String direct = ada.openDirect(bob).text("id");
        ada.post(direct, "first");
        assertThat(ada.message(direct, "first").number("seq")).isEqualTo(1);
    }

    private static void whoLeavesIsTold(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        bob.ok("leave", "conversation", room);
        Frame left = ada.event(room, "left");
        assertThat(left.text("user.id")).isEqualTo(bob.id());
        assertThat(left.text("user.name")).isEqualTo(bob.name());
        assertThat(left.text("reason")).isEqualTo("left");
        assertThat(left.has("by")).as("'by' where nobody else did it").isFalse();
    }

    private static void anEventHasTheSameFormEverywhere(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        ada.post(room, "Hello @" + bob.name());
        Frame event = bob.event(room, "message");
        Frame synced = bob.ok("sync", "conversations", Frame.object(room, event.number("seq") - 1))
                .list("conversations." + room + ".events")
                .getFirst();
        assertThat(synced.json()).isEqualTo(event.json());
        assertThat(house.again(bob).summary(room).at("last").json()).isEqualTo(event.json());
        Frame item = bob.ok("history", "conversation", room, "limit", 1)
                .list("items")
                .getFirst();
        event.json()
                .forEachEntry((name, value) ->
                        assertThat(item.json().get(name)).as(name).isEqualTo(value));
    }

    private static void eventsComeOnceEachBehindTheHead(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = RequestChecks.fill(ada, 5);
        for (int i = 0; i < 10; i++) {
            ada.request("post", "conversation", room, "clientId", "b" + i, "text", "early " + i);
        }
        long head = bob.join(room).number("head");
        for (int i = 0; i < 20; i++) {
            ada.request("post", "conversation", room, "clientId", "d" + i, "text", "late " + i);
        }
        long last = bob.message(room, "late 19").number("seq");
        bob.settle();
        assertThat(seqs(bob.events(room))).isEqualTo(range(head + 1, last));
    }

    private static void afterLeavingItBeginsAnew(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        bob.ok("leave", "conversation", room);
        bob.next("conversation-gone");
        ada.post(room, "missed");
        long head = bob.join(room).number("head");
        ada.post(room, "seen");
        assertThat(bob.message(room, "seen").number("seq")).isEqualTo(head + 1);
        assertThat(bob.events(room)).noneMatch(event -> event.is("text", "missed"));
    }

    private static void theSummaryComesFirst(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String direct = ada.openDirect(bob).text("id");
        ada.post(direct, "psst");
        bob.message(direct, "psst");
        Frame first = bob.wire().received().stream()
                .filter(frame -> frame.raw().contains(direct))
                .findFirst()
                .orElseThrow();
        assertThat(first.type()).isEqualTo("conversation");
        assertThat(first.number("conversation.head")).isZero();
    }

    private static void onesOwnJoiningIsCovered(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        Frame made = ada.makeRoom("public");
        String room = made.text("id");
        long head = bob.join(room).number("head");
        assertThat(ada.event(room, "joined").number("seq")).isEqualTo(head);
        bob.getsNothing("one's own joining", frame -> frame.is("kind", "joined") && frame.is("conversation", room));
        ada.getsNothing(
                "one's own joining",
                frame -> frame.is("type", "event")
                        && frame.is("conversation", room)
                        && frame.number("seq") <= made.number("head"));
    }

    private static void onesOwnLeavingIsTheLast(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        bob.ok("leave", "conversation", room);
        Frame gone = bob.next("conversation-gone");
        assertThat(gone.text("conversation")).isEqualTo(room);
        ada.post(room, "without him");
        bob.settle();
        List<Frame> events = bob.events(room);
        assertThat(events).isNotEmpty();
        assertThat(events.getLast().text("kind")).isEqualTo("left");
        List<Frame> all = bob.wire().received();
        assertThat(all.indexOf(events.getLast())).isLessThan(all.indexOf(gone));
    }

    private static void everyConnectionGetsTheEvent(House house) {
        Peer ada = house.guest(ADA);
        Peer again = house.again(ada);
        String text = house.unique();
        ada.post(ada.lobby(), text);
        ada.message(ada.lobby(), text);
        again.message(ada.lobby(), text);
        house.again(ada).getsNothing("an event from before", frame -> frame.is("text", text));
    }

    private static void otherConnectionsGainTheConversation(House house) {
        Peer ada = house.guest(ADA);
        Peer again = house.again(ada);
        Frame made = ada.makeRoom("public");
        String room = made.text("id");
        Frame gained = again.next("conversation").at("conversation");
        assertThat(gained.text("id")).isEqualTo(room);
        assertThat(gained.number("head")).isEqualTo(made.number("head"));
        ada.post(room, "for both");
        again.message(room, "for both");
        Peer bob = house.guest(BOB);
        String direct = ada.openDirect(bob).text("id");
        assertThat(again.next("conversation").text("conversation.id")).isEqualTo(direct);
        assertThat(bob.next("conversation").text("conversation.id")).isEqualTo(direct);
    }

    private static void theGainIsToldOnce(House house) {
        Peer ada = house.guest(ADA);
        Peer again = house.again(ada);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        again.next("conversation");
        bob.join(room);
        bob.post(room, "more");
        ada.openDirect(bob);
        again.next("conversation");
        ada.openDirect(bob);
        ada.getsNothing("what the answer told", frame -> frame.is("type", "conversation"));
        again.getsNothing("a second summary", frame -> frame.is("type", "conversation"));
    }

    private static void otherConnectionsLoseTheConversation(House house) {
        Peer ada = house.guest(ADA);
        Peer again = house.again(ada);
        Peer bob = house.guest(BOB);
        String room = bob.createRoom();
        ada.join(room);
        again.next("conversation");
        ada.ok("leave", "conversation", room);
        for (Peer each : List.of(ada, again)) {
            Frame gone = each.next("conversation-gone");
            assertThat(gone.text("conversation")).isEqualTo(room);
            assertThat(gone.text("reason")).isEqualTo("left");
        }
        bob.event(room, "left");
        bob.getsNothing("what another one lost", frame -> frame.is("type", "conversation-gone"));
    }

    private static void everybodySeesTheSameOrder(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        Peer cyd = house.guest("Cyd");
        String room = ada.createRoom();
        bob.join(room);
        long head = cyd.join(room).number("head");
        for (int i = 0; i < 20; i++) {
            ada.request("post", "conversation", room, "clientId", "a" + i, "text", "Ada " + i);
            bob.request("post", "conversation", room, "clientId", "b" + i, "text", "Bob " + i);
        }
        cyd.message(room, "Ada 3");
        cyd.close();
        List<Frame> seen = new ArrayList<>(cyd.events(room));
        Peer again = house.again(cyd);
        long cursor = head + seen.size();
        for (Peer each : List.of(ada, bob)) {
            each.message(room, "Ada 19");
            each.message(room, "Bob 19");
        }
        seen.addAll(again.ok("sync", "conversations", Frame.object(room, cursor))
                .list("conversations." + room + ".events"));
        long synced = seen.getLast().number("seq");
        again.post(room, "the end");
        again.message(room, "the end");
        again.events(room).stream()
                .filter(event -> event.number("seq") > synced)
                .forEach(seen::add);
        assertThat(seqs(seen)).isEqualTo(range(head + 1, head + 41));
        ada.message(room, "the end");
        List<Frame> order = ada.events(room).stream()
                .filter(event -> event.number("seq") > head)
                .toList();
        assertThat(seen.stream().map(Frame::json))
                .isEqualTo(order.stream().map(Frame::json).toList());
        Set<String> texts = new HashSet<>();
        order.forEach(event -> texts.add(event.text("text")));
        assertThat(texts).hasSize(41);
    }

    private static void aHostileClientCostsOnlyItself(House house) {
        Peer ada = house.guest(ADA);
        for (String text : List.of("[".repeat(60_000), "{\"type\":\"ping\",\"t\":", "\u0000", "{}")) {
            Peer eve = house.guest("Eve");
            eve.send(text);
            assertThat(eve.closeCode()).isEqualTo(4000);
        }
        String text = house.unique();
        ada.post(ada.lobby(), text);
        ada.message(ada.lobby(), text);
    }
}
