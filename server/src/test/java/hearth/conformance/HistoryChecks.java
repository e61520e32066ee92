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
        Frame page = page(ada, room, "limit", 3);
        assertThat(page.numbers("items", "seq")).containsExactly(8L, 9L, 10L);
        assertThat(page.number("asOf")).isEqualTo(10);
        assertThat(page.flag("more")).isTrue();
        assertThat(page.flag("moreAfter")).isFalse();
        assertThat(page(ada, room).flag("more")).isFalse();
    }

    private static void pagesLeadThroughAll(House house) {
        Peer ada = house.guest("Ada");
        String room = RequestChecks.fill(ada, 9);
        Frame older = page(ada, room, "limit", 4, "before", 4);
        assertThat(older.numbers("items", "seq")).containsExactly(1L, 2L, 3L);
        assertThat(older.flag("more")).isFalse();
        assertThat(older.flag("moreAfter")).isTrue();
        Frame newer = page(ada, room, "limit", 3, "after", 4);
        assertThat(newer.numbers("items", "seq")).containsExactly(5L, 6L, 7L);
        assertThat(newer.flag("more")).isTrue();
        assertThat(newer.flag("moreAfter")).isTrue();
        Frame none = page(ada, room, "after", 10);
        assertThat(none.list("items")).isEmpty();
        assertThat(none.flag("moreAfter")).isFalse();
    }

    private static void comingAndGoingAreItems(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String room = ada.createRoom();
        bob.join(room);
        bob.post(room, "Hello");
        bob.ok("leave", "conversation", room);
        ada.event(room, "left");
        assertThat(page(ada, room).texts("items", "kind")).containsExactly("joined", "joined", "message", "left");
    }

    private static void thePlaceItselfIsNotInIt(House house) {
        Peer ada = house.guest("Ada");
        String room = RequestChecks.fill(ada, 4);
        assertThat(page(ada, room, "before", 3).numbers("items", "seq")).containsExactly(1L, 2L);
        assertThat(page(ada, room, "after", 3).numbers("items", "seq")).containsExactly(4L, 5L);
    }

    private static void aroundIsTheMiddle(House house) {
        Peer ada = house.guest("Ada");
        String room = RequestChecks.fill(ada, 20);
        Frame page = page(ada, room, "around", 10, "limit", 5);
        List<Long> items = page.numbers("items", "seq");
        assertThat(items).contains(9L, 10L, 11L).hasSizeBetween(3, 5).isSorted();
        assertThat(page.flag("more")).isTrue();
        assertThat(page.flag("moreAfter")).isTrue();
        assertThat(page(ada, room, "around", 1_000, "limit", 1).numbers("items", "seq"))
                .containsExactly(21L);
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
