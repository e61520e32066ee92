package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerFrame;
import hearth.server.history.Change;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReadMarkersTest {
    private final FakeHistoryStore store = new FakeHistoryStore();
    private final HubHarness hub = new HubHarness(store);
    private final TestClient ada = hub.login("Ada");
    private final TestClient ben = hub.login("Ben");
    private final TestClient bensOther = hub.login("Ben");
    private final String kitchen = hub.room("kitchen", ada, ben);

    ReadMarkersTest() {
        ada.post(kitchen, "one @Ben");
        ada.post(kitchen, "two @Ben");
        ben.post(kitchen, "three");
        ada.post(kitchen, "four");
        hub.settle();
    }

    @Test
    void aMarkerMovesAndSaysWhatIsLeft() {
        assertThat(ben.ok(Answer.Marked.class, Requests.read(kitchen, 3))).isEqualTo(new Answer.Marked(3, 2, 1));

        assertThat(bensOther.takeAll())
                .containsExactly(new ServerFrame.Read(kitchen, ben.id(), 3, OptionalInt.of(2), OptionalInt.of(1)));
        assertThat(ada.takeAll()).as("members of a room are not told").isEmpty();
        assertThat(store.committed).contains(new Change.Read(kitchen, ben.id(), 3));
    }

    @Test
    void aMarkerNeverGoesBack() {
        ben.ok(Answer.Marked.class, Requests.read(kitchen, 5));
        bensOther.takeAll();
        int commits = store.commits;

        assertThat(ben.ok(Answer.Marked.class, Requests.read(kitchen, 4))).isEqualTo(new Answer.Marked(5, 1, 0));
        assertThat(ben.ok(Answer.Marked.class, Requests.read(kitchen, -4))).isEqualTo(new Answer.Marked(5, 1, 0));
        assertThat(ben.ok(Answer.Marked.class, Requests.read(kitchen, 5))).isEqualTo(new Answer.Marked(5, 1, 0));

        assertThat(bensOther.takeAll()).isEmpty();
        assertThat(store.commits).isEqualTo(commits);
    }

    @Test
    void aMarkerNeverPassesTheHead() {
        assertThat(ben.ok(Answer.Marked.class, Requests.read(kitchen, 99))).isEqualTo(new Answer.Marked(6, 0, 0));
    }

    @Test
    void theOtherSideOfADirectConversationSeesTheMarker() {
        String direct = ada.ok(Answer.Entered.class, Requests.openDirect(ben.id()))
                .conversation()
                .id();
        ada.post(direct, "hello");
        hub.settle();

        ben.ok(Answer.Marked.class, Requests.read(direct, 1));

        assertThat(ada.takeAll())
                .containsExactly(new ServerFrame.Read(direct, ben.id(), 1, OptionalInt.empty(), OptionalInt.empty()));
        assertThat(bensOther.takeAll())
                .containsExactly(new ServerFrame.Read(direct, ben.id(), 1, OptionalInt.of(0), OptionalInt.of(0)));
        ConversationSummary summary = hub.login("Ada").welcome().conversations().stream()
                .filter(c -> c.id().equals(direct))
                .findFirst()
                .orElseThrow();
        assertThat(((ConversationSummary.Direct) summary.title()).read()).isEqualTo(1);
    }

    @Test
    void onlyMembersHaveMarkers() {
        TestClient cyd = hub.login("Cyd");

        cyd.refused(ErrorCode.NOT_MEMBER, Requests.read(kitchen, 1));
    }
}
