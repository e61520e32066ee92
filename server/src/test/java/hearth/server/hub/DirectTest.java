package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import hearth.protocol.UserRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectTest {
    private final HubHarness hub = HubHarness.empty();
    private final TestClient ada = hub.login("Ada");
    private final TestClient ben = hub.login("Ben");

    @Test
    void bothSidesAreToldOfANewOne() {
        TestClient second = hub.login("Ada");

        ConversationSummary mine =
                ada.ok(Answer.Entered.class, Requests.openDirect(ben.id())).conversation();

        assertThat(mine.title()).isEqualTo(new ConversationSummary.Direct(new UserRef(ben.id(), "Ben"), 0));
        assertThat(mine.members()).isEqualTo(2);
        assertThat(mine.head()).isZero();
        assertThat(second.takeOne(ServerFrame.Gained.class).conversation()).isEqualTo(mine);
        ConversationSummary theirs = ben.takeOne(ServerFrame.Gained.class).conversation();
        assertThat(theirs.id()).isEqualTo(mine.id());
        assertThat(theirs.title()).isEqualTo(new ConversationSummary.Direct(new UserRef(ada.id(), "Ada"), 0));
        assertThat(ada.takeAll()).isEmpty();

        ada.post(mine.id(), "hello @Ben");
        assertThat(ben.takeEvent(Event.Message.class).mentions()).containsExactly(ben.id());
        assertThat(second.takeEvents()).hasSize(1);
        assertThat(ada.takeEvents()).hasSize(1);
        hub.assertNothingLeft();
    }

    @Test
    void thereIsOneForTwoWhoeverAsks() {
        String first = ada.ok(Answer.Entered.class, Requests.openDirect(ben.id()))
                .conversation()
                .id();
        ben.takeAll();

        assertThat(ben.ok(Answer.Entered.class, Requests.openDirectByName("ada"))
                        .conversation()
                        .id())
                .isEqualTo(first);
        assertThat(ada.ok(Answer.Entered.class, Requests.openDirect(ben.id()))
                        .conversation()
                        .id())
                .isEqualTo(first);
        assertThat(ben.takeAll()).isEmpty();
        assertThat(ada.takeAll()).isEmpty();
    }

    @Test
    void eachTwoHaveTheirOwn() {
        TestClient cyd = hub.login("Cyd");

        List<String> ids =
                List.of(open(ada, ben), open(ada, cyd), open(ben, cyd), open(ben, ada), open(cyd, ada), open(cyd, ben));

        assertThat(ids.subList(0, 3)).doesNotHaveDuplicates().isEqualTo(ids.subList(3, 6));
    }

    private static String open(TestClient one, TestClient other) {
        return one.ok(Answer.Entered.class, Requests.openDirect(other.id()))
                .conversation()
                .id();
    }

    @Test
    void somebodyWhoIsOfflineFindsItLater() {
        ben.disconnect();

        String direct = ada.ok(Answer.Entered.class, Requests.openDirectByName("Ben"))
                .conversation()
                .id();
        ada.post(direct, "when you are back");

        assertThat(hub.login("Ben").welcome().conversations())
                .filteredOn(c -> c.id().equals(direct))
                .singleElement()
                .satisfies(c -> assertThat(c.unread()).isEqualTo(1));
    }

    @Test
    void withOneselfOrNobodyThereIsNone() {
        ada.refused(ErrorCode.FORBIDDEN, Requests.openDirect(ada.id()));
        ada.refused(ErrorCode.FORBIDDEN, Requests.openDirectByName("ada"));
        ada.refused(ErrorCode.UNKNOWN_USER, Requests.openDirect("nobody"));
        ada.refused(ErrorCode.UNKNOWN_USER, Requests.openDirectByName("Nobody"));
        ada.refused(ErrorCode.UNKNOWN_USER, Requests.openDirectByName(" invalid"));
    }

    @Test
    void othersKnowNothingOfIt() {
        TestClient cyd = hub.login("Cyd");
        String direct = ada.ok(Answer.Entered.class, Requests.openDirect(ben.id()))
                .conversation()
                .id();
        ada.post(direct, "psst");

        assertThat(cyd.takeAll()).isEmpty();
        cyd.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.post(direct, "c", "x"));
        cyd.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.history(direct));
    }
}
