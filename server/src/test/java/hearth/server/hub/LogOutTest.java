package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hearth.protocol.Answer;
import hearth.protocol.CloseCode;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.LeaveReason;
import hearth.protocol.ServerFrame;
import hearth.protocol.Status;
import hearth.protocol.UserRef;
import hearth.server.account.Tokens;
import hearth.server.history.Change;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogOutTest {
    private final HubHarness hub = HubHarness.empty();
    private final TestClient ada = hub.login("Ada");
    private final TestClient ben = hub.login("Ben");

    @Test
    void theConnectionIsClosedBehindItsAnswer() {
        ada.done(Requests.logOut());

        assertThat(ada.closed()).contains(CloseCode.NORMAL);
        ada.assertNothingLeft();
    }

    @Test
    void otherConnectionsOfTheTokenAreClosedAsLoggedOut() {
        TestClient second = hub.login("Ada");

        ada.done(Requests.logOut());

        assertThat(second.closed()).contains(CloseCode.LOGIN_FAILED);
    }

    @Test
    void whoHasNoTokenLeftLeavesAllRoomsAndFreesTheName() {
        String kitchen = hub.room("kitchen", ben, ada);

        ada.done(Requests.logOut());

        assertThat(ben.takeEvents()).hasSize(2).allSatisfy(event -> {
            Event.Left left = (Event.Left) event;
            assertThat(left.user()).isEqualTo(new UserRef(ada.id(), "Ada"));
            assertThat(left.reason()).isEqualTo(LeaveReason.LEFT);
            assertThat(left.by()).isEmpty();
        });
        assertThat(ben.ok(Answer.MembersPage.class, Requests.members(kitchen)).members())
                .extracting(Answer.MemberEntry::name)
                .containsExactly("Ben");
        TestClient newAda = hub.connect();
        newAda.ask(Requests.guest("Ada", HubHarness.tokenOf("another")));
        assertThat(newAda.id()).isNotEqualTo(ada.id());
    }

    @Test
    void othersSeeTheUserGoOffline() {
        ada.done(Requests.logOut());

        hub.advance(Duration.ofSeconds(2));
        assertThat(ben.takeOne(ServerFrame.Presence.class).changes())
                .extracting("name", "status")
                .containsExactly(tuple("Ada", Status.OFFLINE));
    }

    @Test
    void directConversationsStayWithTheOtherSide() {
        String direct = ada.ok(Answer.Entered.class, Requests.openDirect(ben.id()))
                .conversation()
                .id();
        ada.post(direct, "bye");
        ben.takeAll();

        ada.done(Requests.logOut());

        ben.take(ServerFrame.Happened.class);
        assertThat(ben.post(direct, "come back, @Ada")).isEqualTo(2);
        assertThat(((Event.Message) ben.takeEvents().getFirst()).mentions()).isEmpty();
        ben.refused(ErrorCode.UNKNOWN_USER, Requests.openDirect(ada.id()));
        ben.refused(ErrorCode.UNKNOWN_USER, Requests.openDirectByName("Ada"));
        assertThat(ben.ok(Answer.MembersPage.class, Requests.members(direct)).members())
                .extracting(Answer.MemberEntry::name)
                .containsExactly("Ben");
        ConversationSummary summary = hub.login("Ben").welcome().conversations().stream()
                .filter(c -> c.id().equals(direct))
                .findFirst()
                .orElseThrow();
        assertThat(summary.title()).isEqualTo(new ConversationSummary.Direct(new UserRef(ada.id(), "Ada"), 0));
        assertThat(summary.members()).isEqualTo(1);
    }

    @Test
    void everywhereEndsTheConnectionsOfAllTokens() {
        TestClient other = hub.connect();
        other.ask(Requests.guest("Ada", HubHarness.tokenOf("Ada")));

        other.done(Requests.logOutEverywhere());

        assertThat(other.closed()).contains(CloseCode.NORMAL);
        assertThat(ada.closed()).contains(CloseCode.LOGIN_FAILED);
        TestClient again = hub.connect();
        again.refused(ErrorCode.UNAUTHORIZED, Requests.token(HubHarness.tokenOf("Ada")));
    }

    @Test
    void whoHasAnotherTokenStays() {
        FakeHistoryStore store = new FakeHistoryStore();
        HubHarness two = new HubHarness(store);
        String id = two.login("Ada").id();
        store.committed.add(new Change.TokenAdded(id, Tokens.hash(HubHarness.tokenOf("second"))));
        HubHarness restarted = new HubHarness(store);
        TestClient first = restarted.login("Ada");
        TestClient second = restarted.connect();
        second.ask(Requests.token(HubHarness.tokenOf("second")));
        TestClient other = restarted.login("Ben");

        first.done(Requests.logOut());

        assertThat(first.closed()).contains(CloseCode.NORMAL);
        assertThat(second.closed()).isEmpty();
        restarted.advance(Duration.ofSeconds(2));
        assertThat(other.takeAll()).as("still a member, and online").isEmpty();
        restarted.connect().refused(ErrorCode.UNAUTHORIZED, Requests.token(HubHarness.tokenOf("Ada")));
        restarted.connect().refused(ErrorCode.NAME_TAKEN, Requests.guest("Ada", HubHarness.tokenOf("third")));

        second.done(Requests.logOutEverywhere());
        assertThat(other.takeEvent(Event.Left.class).user().id()).isEqualTo(id);
    }

    @Test
    void everywhereMeansAllTokens() {
        FakeHistoryStore store = new FakeHistoryStore();
        HubHarness two = new HubHarness(store);
        String id = two.login("Ada").id();
        store.committed.add(new Change.TokenAdded(id, Tokens.hash(HubHarness.tokenOf("second"))));
        HubHarness restarted = new HubHarness(store);
        TestClient first = restarted.login("Ada");
        TestClient second = restarted.connect();
        second.ask(Requests.token(HubHarness.tokenOf("second")));

        first.done(Requests.logOutEverywhere());

        assertThat(first.closed()).contains(CloseCode.NORMAL);
        assertThat(second.closed()).contains(CloseCode.LOGIN_FAILED);
    }

    @Test
    void nothingIsAnsweredAfterIt() {
        hub.process(ada.request(Requests.logOut()), ada.request(Requests.rooms()));

        assertThat(ada.takeAll()).hasSize(1);
        ada.disconnect();
        assertThat(ada.closed()).contains(CloseCode.NORMAL);
    }
}
