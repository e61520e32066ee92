package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Pages of what was said. */
final class HistoryChecks {
    private HistoryChecks() {}

    static List<Check> checks() {
        return List.of(
                check("R-history-0", HistoryChecks::theLastPageIsOldestFirst),
                check("R-history-0", HistoryChecks::pagesLeadThroughAll),
                check("R-history-1.1", HistoryChecks::comingAndGoingAreItems),
                check("R-history-1.3", HistoryChecks::thePlaceItselfIsNotInIt),
                check("R-history-1.4", HistoryChecks::everyPageLeadsOn),
                check("R-history-2", HistoryChecks::aroundIsTheMiddle),
                check("R-history-3.1", HistoryChecks::messagesTellTheirLastChange),
                check("R-history-4", HistoryChecks::asOfIsNotBehindWhatWasSent),
                check("R-history-5", HistoryChecks::twoPlacesAreNone));
    }

    private static Frame page(Peer peer, String room, Object... fields) {
        Object[] all = new Object[fields.length + 2];
        all[0] = "conversation";
        all[1] = room;
        System.arraycopy(fields, 0, all, 2, fields.length);
        return peer.ok("history", all);
    }

    private static void theLastPageIsOldestFirst(House house) {
        Peer ada = house.guest("Ada");
        String room = RequestChecks.fill(ada, 9);
        long head = RequestChecks.head(ada, room);
        Frame page = page(ada, room, "limit", 3);
        List<Long> items = page.numbers("items", "seq");
        assertThat(items).hasSizeBetween(1, 3).isEqualTo(Pages.range(head - items.size() + 1, head));
        assertThat(page.number("asOf")).isEqualTo(head);
        assertThat(page.flag("more")).isTrue();
        assertThat(page.flag("moreAfter")).isFalse();
    }

    private static void pagesLeadThroughAll(House house) {
        Peer ada = house.guest("Ada");
        String room = RequestChecks.fill(ada, 9);
        long head = RequestChecks.head(ada, room);
        assertThat(Pages.seqs(Pages.back(ada, room, 4))).isEqualTo(Pages.range(1, head));
        assertThat(Pages.seqs(Pages.forth(ada, room, 4, 3))).isEqualTo(Pages.range(5, head));
        assertThat(page(ada, room, "limit", 4, "before", 2).flag("more")).isFalse();
        assertThat(page(ada, room, "limit", 4, "before", 4).flag("moreAfter")).isTrue();
        Frame newer = page(ada, room, "limit", 3, "after", 4);
        assertThat(newer.flag("more")).isTrue();
        assertThat(newer.flag("moreAfter")).isTrue();
        Frame none = page(ada, room, "after", head);
        assertThat(none.list("items")).isEmpty();
        assertThat(none.flag("moreAfter")).isFalse();
    }

    private static void comingAndGoingAreItems(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String room = ada.createRoom();
        long joined = bob.join(room).number("head");
        bob.post(room, "Hello");
        bob.ok("leave", "conversation", room);
        ada.event(room, "left");
        assertThat(Pages.history(ada, room).stream()
                        .filter(item -> item.number("seq") >= joined)
                        .map(item -> item.text("kind")))
                .containsExactly("joined", "message", "left");
    }

    private static void thePlaceItselfIsNotInIt(House house) {
        Peer ada = house.guest("Ada");
        String room = RequestChecks.fill(ada, 4);
        assertThat(page(ada, room, "before", 3).numbers("items", "seq").getLast())
                .isEqualTo(2);
        assertThat(page(ada, room, "after", 3).numbers("items", "seq").getFirst())
                .isEqualTo(4);
    }

    private static void everyPageLeadsOn(House house) {
        Peer ada = house.guest("Ada");
        String room = ada.createRoom();
        ada.postAll(room, List.of(ada.longest(), ada.longest()));
        ada.settle();
        long head = RequestChecks.head(ada, room);
        assertThat(page(ada, room, "limit", 1).numbers("items", "seq")).containsExactly(head);
        assertThat(page(ada, room, "limit", 1, "before", head).numbers("items", "seq"))
                .containsExactly(head - 1);
        assertThat(page(ada, room, "limit", 1, "after", head - 2).numbers("items", "seq"))
                .containsExactly(head - 1);
        assertThat(page(ada, room, "limit", 1, "around", head - 1).numbers("items", "seq"))
                .containsExactly(head - 1);
    }

    private static void aroundIsTheMiddle(House house) {
        Peer ada = house.guest("Ada");
        String room = RequestChecks.fill(ada, 20);
        Frame page = page(ada, room, "around", 10, "limit", 5);
        List<Long> items = page.numbers("items", "seq");
        assertThat(items)
                .contains(10L)
                .hasSizeLessThanOrEqualTo(5)
                .isEqualTo(Pages.range(items.getFirst(), items.getLast()));
        assertThat((10 - items.getFirst()) - (items.getLast() - 10))
                .as("as many before it as behind it, or nearly")
                .isBetween(-1L, 1L);
        assertThat(page.flag("more")).isTrue();
        assertThat(page.flag("moreAfter")).isTrue();
        assertThat(page(ada, room, "around", 1_000, "limit", 1).numbers("items", "seq"))
                .containsExactly(RequestChecks.head(ada, room));
        assertThat(page(ada, room, "around", 10, "limit", 1).numbers("items", "seq"))
                .containsExactly(10L);
    }

    private static void messagesTellTheirLastChange(House house) {
        Peer ada = house.guest("Ada");
        String room = ada.createRoom();
        long seq = ada.post(room, "text").number("seq");
        Frame item = page(ada, room).list("items").getLast();
        assertThat(item.number("rev")).isEqualTo(seq);
        assertThat(item.list("reactions")).isEmpty();
        assertThat(item.has("edited")).isFalse();
        assertThat(item.has("deleted")).isFalse();
    }

    private static void asOfIsNotBehindWhatWasSent(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String room = ada.createRoom();
        bob.join(room);
        for (int i = 0; i < 20; i++) {
            ada.request("post", "conversation", room, "clientId", "c" + i, "text", "text " + i);
            long seen = bob.message(room, "text " + i).number("seq");
            Frame page = page(bob, room, "limit", 1);
            assertThat(page.number("asOf")).isGreaterThanOrEqualTo(seen);
            assertThat(page.numbers("items", "seq")).allMatch(seq -> seq <= page.number("asOf"));
        }
    }

    private static void twoPlacesAreNone(House house) {
        Peer ada = house.guest("Ada");
        String room = ada.createRoom();
        ada.refused("bad-frame", "history", "conversation", room, "before", 5, "after", 1);
        ada.refused("bad-frame", "history", "conversation", room, "around", 5, "after", 1);
        ada.refused("bad-frame", "history", "conversation", room, "before", 5, "around", 1);
    }
}
