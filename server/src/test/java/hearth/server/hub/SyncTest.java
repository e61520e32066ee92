package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncTest {
    private final FakeHistoryStore store = new FakeHistoryStore();
    private final HubHarness hub = new HubHarness(store);
    private final TestClient ada = hub.login("Ada");
    private final TestClient ben = hub.login("Ben");
    private final String kitchen = hub.room("kitchen", ada, ben);

    @Test
    void whatCameAfterTheCursorIsGivenAsItWasSent() {
        ada.post(kitchen, "one");
        ada.post(kitchen, "two");
        var sent = ben.takeEvents();

        SyncResult.Recovered recovered = (SyncResult.Recovered) sync(kitchen, 2);

        assertThat(recovered.events()).isEqualTo(sent);
        assertThat(recovered.head()).isEqualTo(4);
        assertThat(sync(kitchen, 4)).isEqualTo(new SyncResult.Recovered(List.of(), 4));
        assertThat(((SyncResult.Recovered) sync(kitchen, 0)).events())
                .extracting(Event::seq)
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aCursorThatIsTooFarBehindHasToReload() {
        for (int i = 0; i < 499; i++) {
            ada.post(kitchen, "message");
        }

        assertThat(((SyncResult.Recovered) sync(kitchen, 1)).events()).hasSize(500);
        assertThat(sync(kitchen, 0)).isEqualTo(new SyncResult.Reload(501));
    }

    @Test
    void aCursorBeyondTheHeadHasToReload() {
        assertThat(sync(kitchen, 3)).isEqualTo(new SyncResult.Reload(2));
    }

    @Test
    void whatRetentionRemovedHasToBeReloaded() {
        ada.post(kitchen, "one");
        store.removedUpTo = 2;

        assertThat(sync(kitchen, 1)).isEqualTo(new SyncResult.Reload(3));
        assertThat(sync(kitchen, 2)).isInstanceOf(SyncResult.Recovered.class);
    }

    @Test
    void whatIsNoLongerTheUsersIsLost() {
        String secret = ada.ok(Answer.Entered.class, Requests.createPrivate("secret"))
                .conversation()
                .id();
        ben.done(Requests.leave(kitchen));

        assertThat(sync(kitchen, 1)).isEqualTo(new SyncResult.Lost(ErrorCode.NOT_MEMBER));
        assertThat(sync(secret, 1)).isEqualTo(new SyncResult.Lost(ErrorCode.UNKNOWN_CONVERSATION));
        assertThat(sync("nowhere", 1)).isEqualTo(new SyncResult.Lost(ErrorCode.UNKNOWN_CONVERSATION));
    }

    @Test
    void aFullAnswerEndsEarlyAndHoldsARunFromTheCursor() {
        for (int i = 0; i < 20; i++) {
            ada.post(kitchen, "x".repeat(9_900) + i);
        }
        ada.post(hub.lobby(), "lobby");
        ben.takeAll();
        for (int i = 0; i < 19; i++) {
            ada.post(kitchen, "y".repeat(9_900) + i);
        }
        ada.post(kitchen, "so short that it would fit anywhere");
        Map<String, Long> cursors = new LinkedHashMap<>();
        cursors.put(kitchen, 2L);
        cursors.put(hub.lobby(), 2L);

        Answer.Synced first = ben.ok(Answer.Synced.class, Requests.sync(cursors));

        assertThat(first.conversations()).containsKey(kitchen);
        SyncResult.Recovered part = (SyncResult.Recovered) first.conversations().get(kitchen);
        assertThat(part.head()).isEqualTo(42);
        assertThat(part.events()).hasSizeBetween(24, 26);
        assertThat(part.events().getFirst().seq()).isEqualTo(3);
        assertThat(part.events().getLast().seq())
                .as("a run without holes")
                .isEqualTo(2 + part.events().size());
        cursors.put(kitchen, part.events().getLast().seq());

        Answer.Synced second = ben.ok(Answer.Synced.class, Requests.sync(cursors));

        assertThat(second.conversations()).containsOnlyKeys(kitchen, hub.lobby());
        SyncResult.Recovered rest =
                (SyncResult.Recovered) second.conversations().get(kitchen);
        assertThat(rest.events().getFirst().seq())
                .isEqualTo(part.events().getLast().seq() + 1);
        assertThat(rest.events().getLast().seq()).isEqualTo(42);
    }

    @Test
    void anAnswerFullOfStrangersStillHoldsAnEvent() {
        ada.post(kitchen, "one");
        Map<String, Long> cursors = new LinkedHashMap<>();
        for (int i = 0; i < 6_000; i++) {
            cursors.put("stranger-" + i, 1L);
        }
        cursors.put(kitchen, 2L);

        Answer.Synced synced = ben.ok(Answer.Synced.class, Requests.sync(cursors));

        assertThat(((SyncResult.Recovered) synced.conversations().get(kitchen)).events())
                .hasSize(1);
        assertThat(synced.conversations()).hasSizeBetween(2_000, 5_999);
    }

    @Test
    void eventsOfTheSameBatchAreInIt() {
        hub.process(ada.request(Requests.post(kitchen, "c1", "one")), ben.request(Requests.sync(Map.of(kitchen, 2L))));

        Answer.Synced synced = (Answer.Synced) ((ServerFrame.Ok) ben.lastAnswer(0)).answer();
        assertThat(((SyncResult.Recovered) synced.conversations().get(kitchen)).events())
                .isEqualTo(ben.takeEvents());
    }

    private SyncResult sync(String conversation, long cursor) {
        return ben.ok(Answer.Synced.class, Requests.sync(Map.of(conversation, cursor)))
                .conversations()
                .get(conversation);
    }
}
