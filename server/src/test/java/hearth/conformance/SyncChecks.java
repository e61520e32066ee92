package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What a client that comes back asks for. */
final class SyncChecks {
    private static final int MOST_BEHIND = 500;

    private SyncChecks() {}

    static List<Check> checks() {
        return List.of(
                check("R-sync-0", SyncChecks::cursorsAreWholeNumbers),
                check("R-sync-1", SyncChecks::aRunBeginsRightAfterTheCursor),
                check("R-sync-2.2", SyncChecks::everyAnswerBringsTheClientOn),
                check("R-sync-3.1", SyncChecks::theHeadIsTheLastEventSent),
                check("R-sync-3.2", SyncChecks::theRunEndsAtTheHead),
                check("R-sync-4.1", SyncChecks::whoIsFarBehindIsNotRecovered),
                check("R-sync-4.2", SyncChecks::whoIsAheadIsNotRecovered),
                check("R-sync-5.1", SyncChecks::whatIsNotOnesOwnHasACode));
    }

    private static Frame sync(Peer peer, String room, long cursor) {
        return peer.ok("sync", "conversations", Frame.object(room, cursor)).at("conversations." + room);
    }

    private static void cursorsAreWholeNumbers(House house) {
        Peer ada = house.guest("Ada");
        ada.refused("bad-frame", "sync");
        ada.refused("bad-frame", "sync", "conversations", Frame.object(ada.lobby(), "1"));
        ada.refused("bad-frame", "sync", "conversations", Frame.object(ada.lobby(), null));
        assertThat(ada.ok("sync", "conversations", Frame.object())
                        .at("conversations")
                        .json()
                        .isEmpty())
                .isTrue();
        String room = ada.createRoom();
        Frame both = ada.ok("sync", "conversations", Frame.object(room, 1, ada.lobby(), 0));
        assertThat(both.has("conversations." + room)).isTrue();
        assertThat(both.has("conversations." + ada.lobby())).isTrue();
    }

    private static void aRunBeginsRightAfterTheCursor(House house) {
        Peer ada = house.guest("Ada");
        String room = RequestChecks.fill(ada, 5);
        long head = RequestChecks.head(ada, room);
        Frame result = sync(ada, room, head - 3);
        assertThat(result.flag("recovered")).isTrue();
        assertThat(result.numbers("events", "seq")).isEqualTo(Pages.range(head - 2, head));
        assertThat(result.texts("events", "type")).containsOnly("event");
        assertThat(result.number("head")).isEqualTo(head);
        Frame nothing = sync(ada, room, head);
        assertThat(nothing.flag("recovered")).isTrue();
        assertThat(nothing.list("events")).isEmpty();
        assertThat(nothing.number("head")).isEqualTo(head);
    }

    private static void everyAnswerBringsTheClientOn(House house) {
        Peer ada = house.guest("Ada");
        String room = ada.createRoom();
        ada.postAll(room, TransportChecks.moreThanFits(ada));
        ada.settle();
        long head = RequestChecks.head(ada, room);
        long cursor = 0;
        while (cursor < head) {
            Frame result = sync(ada, room, cursor);
            List<Long> run = result.numbers("events", "seq");
            assertThat(run).as("events after " + cursor).isNotEmpty();
            assertThat(run.getFirst()).isEqualTo(cursor + 1);
            assertThat(run.getLast()).isEqualTo(cursor + run.size());
            cursor = run.getLast();
        }
    }

    private static void theHeadIsTheLastEventSent(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String room = ada.createRoom();
        long head = bob.join(room).number("head");
        assertThat(sync(bob, room, head).number("head")).isEqualTo(head);
        for (int i = 0; i < 50; i++) {
            ada.request("post", "conversation", room, "clientId", "c" + i, "text", "text " + i);
            Frame answer = bob.ok("sync", "conversations", Frame.object(room, head));
            List<Frame> all = bob.wire().received();
            long sent = all.subList(0, all.indexOf(answer)).stream()
                    .filter(frame -> frame.is("type", "event") && frame.is("conversation", room))
                    .mapToLong(frame -> frame.number("seq"))
                    .max()
                    .orElse(head);
            assertThat(answer.number("conversations." + room + ".head")).isEqualTo(sent);
        }
    }

    private static void theRunEndsAtTheHead(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String room = ada.createRoom();
        long head = bob.join(room).number("head");
        for (int i = 0; i < 50; i++) {
            ada.request("post", "conversation", room, "clientId", "c" + i, "text", "text " + i);
            Frame result = sync(bob, room, head);
            assertThat(result.numbers("events", "seq")).allMatch(seq -> seq <= result.number("head"));
        }
    }

    private static void whoIsFarBehindIsNotRecovered(House house) {
        Peer ada = house.guest("Ada");
        String room = RequestChecks.fill(ada, MOST_BEHIND + 1);
        long head = RequestChecks.head(ada, room);
        assertThat(sync(ada, room, head - MOST_BEHIND).flag("recovered")).isTrue();
        Frame result = sync(ada, room, head - MOST_BEHIND - 1);
        assertThat(result.flag("recovered")).isFalse();
        assertThat(result.number("head")).isEqualTo(head);
        assertThat(result.has("code")).isFalse();
    }

    private static void whoIsAheadIsNotRecovered(House house) {
        Peer ada = house.guest("Ada");
        String room = RequestChecks.fill(ada, 1);
        long head = RequestChecks.head(ada, room);
        Frame result = sync(ada, room, head + 1);
        assertThat(result.flag("recovered")).isFalse();
        assertThat(result.number("head")).isEqualTo(head);
    }

    private static void whatIsNotOnesOwnHasACode(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String room = ada.createRoom();
        assertThat(sync(bob, room, 0).text("code")).isEqualTo("not-member");
        assertThat(sync(bob, "nowhere", 0).text("code")).isEqualTo("unknown-conversation");
        Frame hidden = sync(bob, ada.createRoom("private"), 0);
        assertThat(hidden.flag("recovered")).isFalse();
        assertThat(hidden.text("code")).isEqualTo("unknown-conversation");
    }
}
