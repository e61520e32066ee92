package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.GoneReason;
import hearth.protocol.LeaveReason;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import hearth.server.history.Change;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private final FakeHistoryStore store = new FakeHistoryStore();
    private final HubHarness hub = new HubHarness(store);
    private final TestClient ada = hub.login("Ada");
    private final TestClient ben = hub.login("Ben");
    private final TestClient cyd = hub.login("Cyd");

    @Test
    void whoMakesARoomOwnsIt() {
        ConversationSummary summary = ada.ok(
                        Answer.Entered.class,
                        id -> new ClientFrame.CreateRoom(id, "Küche", Optional.of("Food"), Visibility.PUBLIC))
                .conversation();

        assertThat(summary.title())
                .isEqualTo(new ConversationSummary.Room("Küche", "Food", Visibility.PUBLIC, Role.OWNER));
        assertThat(summary.members()).isEqualTo(1);
        assertThat(summary.head()).isEqualTo(1);
        assertThat(summary.read()).isEqualTo(1);
        assertThat(ada.takeAll()).as("the own joined event is covered").isEmpty();
        assertThat(ben.takeAll()).isEmpty();
    }

    @Test
    void theCreatorsOtherConnectionsAreTold() {
        TestClient second = hub.login("Ada");

        ConversationSummary summary =
                ada.ok(Answer.Entered.class, Requests.createRoom("kitchen")).conversation();

        assertThat(second.takeOne(ServerFrame.Gained.class)).isEqualTo(new ServerFrame.Gained(summary, false));
        second.post(summary.id(), "hello");
        assertThat(ada.takeEvents()).hasSize(1);
        assertThat(second.takeEvents()).hasSize(1);
    }

    @Test
    void namesOfRoomsAreUniquePrivateOnesToo() {
        hub.room("kitchen", ada);
        ada.ok(Answer.Entered.class, Requests.createPrivate("secret"));

        ben.refused(ErrorCode.EXISTS, Requests.createRoom("KITCHEN"));
        ben.refused(ErrorCode.EXISTS, Requests.createRoom("kitсhen"));
        ben.refused(ErrorCode.EXISTS, Requests.createRoom("secret"));
        ben.refused(ErrorCode.EXISTS, Requests.createPrivate("Lobby"));
        ben.refused(ErrorCode.NAME_INVALID, Requests.createRoom("two  spaces"));
    }

    @Test
    void whoJoinsHasReadAllAndTheOthersSeeIt() {
        String kitchen = hub.room("kitchen", ada);
        ada.post(kitchen, "@Ben come in");
        ada.takeAll();

        ConversationSummary summary =
                ben.ok(Answer.Entered.class, Requests.join(kitchen)).conversation();

        assertThat(summary.head()).isEqualTo(3);
        assertThat(summary.read()).isEqualTo(3);
        assertThat(summary.unread()).isZero();
        assertThat(summary.members()).isEqualTo(2);
        assertThat(summary.title())
                .isEqualTo(new ConversationSummary.Room("kitchen", "", Visibility.PUBLIC, Role.MEMBER));
        Event.Joined joined = ada.takeEvent(Event.Joined.class);
        assertThat(joined.user()).isEqualTo(new UserRef(ben.id(), "Ben"));
        assertThat(joined.by()).isEmpty();
        assertThat(ben.takeAll()).isEmpty();
        ada.post(kitchen, "welcome");
        assertThat(ben.takeEvent(Event.Message.class).seq()).isEqualTo(4);
    }

    @Test
    void joiningIsPossibleByName() {
        String kitchen = hub.room("kitchen", ada);

        assertThat(ben.ok(Answer.Entered.class, Requests.joinByName("Kitchen"))
                        .conversation()
                        .id())
                .isEqualTo(kitchen);
    }

    @Test
    void joiningTwiceIsRefused() {
        String kitchen = hub.room("kitchen", ada);

        ada.refused(ErrorCode.ALREADY_MEMBER, Requests.join(kitchen));
        ada.refused(ErrorCode.ALREADY_MEMBER, Requests.join(hub.lobby()));
        ada.refused(ErrorCode.ALREADY_MEMBER, Requests.joinByName("lobby"));
    }

    @Test
    void aPrivateRoomIsAsIfItDidNotExist() {
        String secret = ada.ok(Answer.Entered.class, Requests.createPrivate("secret"))
                .conversation()
                .id();

        ben.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.join(secret));
        ben.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.joinByName("secret"));
        ben.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.join("nowhere"));
        ben.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.joinByName("nowhere"));
        ben.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.joinByName(" invalid "));
        ben.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.leave(secret));
        ben.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.members(secret));
        ben.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.kick(secret, ada.id()));
    }

    @Test
    void whoLeavesSeesItLastAndThenNothing() {
        String kitchen = hub.room("kitchen", ada, ben);
        TestClient second = hub.login("Ben");

        ben.done(Requests.leave(kitchen));

        for (TestClient own : new TestClient[] {ben, second}) {
            assertThat(own.takeAll())
                    .satisfiesExactly(
                            frame -> assertThat(frame).isInstanceOf(ServerFrame.Happened.class),
                            frame -> assertThat(frame).isEqualTo(new ServerFrame.Gone(kitchen, GoneReason.LEFT)));
        }
        Event.Left left = ada.takeEvent(Event.Left.class);
        assertThat(left.user()).isEqualTo(new UserRef(ben.id(), "Ben"));
        assertThat(left.reason()).isEqualTo(LeaveReason.LEFT);
        assertThat(left.text()).isEmpty();
        ada.post(kitchen, "alone");
        assertThat(ben.takeAll()).isEmpty();
        ben.refused(ErrorCode.NOT_MEMBER, Requests.leave(kitchen));
        ben.refused(ErrorCode.NOT_MEMBER, Requests.post(kitchen, "c", "x"));
    }

    @Test
    void comingBackBeginsAnew() {
        String kitchen = hub.room("kitchen", ada, ben);
        ben.done(Requests.leave(kitchen));
        ada.post(kitchen, "alone");
        hub.settle();

        ConversationSummary summary =
                ben.ok(Answer.Entered.class, Requests.join(kitchen)).conversation();

        assertThat(summary.head()).isEqualTo(5);
        ada.post(kitchen, "hello again");
        assertThat(ben.takeEvent(Event.Message.class).seq()).isEqualTo(6);
    }

    @Test
    void nobodyLeavesTheLobby() {
        ada.refused(ErrorCode.FORBIDDEN, Requests.leave(hub.lobby()));
    }

    @Test
    void theLongestStandingModeratorInheritsElseTheLongestStandingMember() {
        String kitchen = hub.room("kitchen", ada, ben, cyd);
        ada.done(Requests.setRole(kitchen, cyd.id(), Role.MODERATOR));
        hub.settle();

        ada.done(Requests.leave(kitchen));
        assertThat(ben.takeEvents())
                .satisfiesExactly(
                        left -> assertThat(left).isInstanceOf(Event.Left.class),
                        changed -> assertThat(((Event.Changed) changed).roleChange())
                                .contains(new Event.RoleChange(new UserRef(cyd.id(), "Cyd"), Role.OWNER)));
        hub.settle();

        cyd.done(Requests.leave(kitchen));
        Event.Changed changed = (Event.Changed) ben.takeEvents().get(1);
        assertThat(changed.roleChange()).contains(new Event.RoleChange(new UserRef(ben.id(), "Ben"), Role.OWNER));
        assertThat(changed.author()).as("who caused it").isEqualTo(new UserRef(cyd.id(), "Cyd"));
        assertThat(changed.name()).isEmpty();
    }

    @Test
    void nobodyInheritsWhereAnOwnerStays() {
        String kitchen = hub.room("kitchen", ada, ben, cyd);
        ada.done(Requests.setRole(kitchen, cyd.id(), Role.OWNER));
        hub.settle();

        ada.done(Requests.leave(kitchen));

        assertThat(ben.takeEvents()).hasSize(1);
    }

    @Test
    void aPublicRoomWithoutMembersBelongsToWhoJoinsNext() {
        String kitchen = hub.room("kitchen", ada);
        ada.done(Requests.leave(kitchen));

        ConversationSummary summary =
                ben.ok(Answer.Entered.class, Requests.join(kitchen)).conversation();

        assertThat(((ConversationSummary.Room) summary.title()).role()).isEqualTo(Role.OWNER);
        assertThat(summary.head()).isEqualTo(3);
    }

    @Test
    void aPrivateRoomEndsWithItsLastMember() {
        String secret = ada.ok(Answer.Entered.class, Requests.createPrivate("secret"))
                .conversation()
                .id();

        ada.done(Requests.leave(secret));

        assertThat(ada.takeOne(ServerFrame.Gone.class)).isEqualTo(new ServerFrame.Gone(secret, GoneReason.LEFT));
        assertThat(store.committed).contains(new Change.RoomDeleted(secret));
        ada.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.leave(secret));
        ben.ok(Answer.Entered.class, Requests.createRoom("secret"));
    }

    @Test
    void moderatorsChangeTheRoomAndEverybodySeesWhatIsNew() {
        String kitchen = hub.room("kitchen", ada, ben);

        ada.done(id -> new ClientFrame.SetRoom(
                id, kitchen, Optional.of("Kitchen"), Optional.of("Tea"), Optional.of(Visibility.PUBLIC)));

        Event.Changed changed = ben.takeEvent(Event.Changed.class);
        assertThat(changed.name()).contains("Kitchen");
        assertThat(changed.topic()).contains("Tea");
        assertThat(changed.visibility()).as("as before").isEmpty();
        assertThat(changed.roleChange()).isEmpty();
        ada.done(Requests.setVisibility(kitchen, Visibility.PRIVATE));
        Event.Changed hidden = ben.takeEvent(Event.Changed.class);
        assertThat(hidden.visibility()).contains(Visibility.PRIVATE);
        assertThat(hidden.name()).isEmpty();
        assertThat(hidden.topic()).isEmpty();
        cyd.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.join(kitchen));
    }

    @Test
    void whatChangesNothingIsNoEvent() {
        String kitchen = hub.room("kitchen", ada, ben);

        ada.done(Requests.rename(kitchen, "kitchen"));
        ada.done(id -> new ClientFrame.SetRoom(id, kitchen, Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(ben.takeAll()).isEmpty();
    }

    @Test
    void aNewNameFreesTheOldOne() {
        String kitchen = hub.room("kitchen", ada);
        hub.room("garden", ada);

        ada.refused(ErrorCode.EXISTS, Requests.rename(kitchen, "Garden"));
        ada.refused(ErrorCode.NAME_INVALID, Requests.rename(kitchen, ""));
        ada.done(Requests.rename(kitchen, "attic"));

        assertThat(ben.ok(Answer.Entered.class, Requests.joinByName("attic"))
                        .conversation()
                        .id())
                .isEqualTo(kitchen);
        assertThat(ben.ok(Answer.RoomsPage.class, Requests.rooms()).rooms())
                .extracting(Answer.RoomEntry::name)
                .containsExactly("attic", "garden", "lobby");
        ben.ok(Answer.Entered.class, Requests.createRoom("kitchen"));
    }

    @Test
    void membersDoNotChangeTheRoom() {
        String kitchen = hub.room("kitchen", ada, ben);

        ben.refused(ErrorCode.FORBIDDEN, Requests.setTopic(kitchen, "mine"));
        cyd.refused(ErrorCode.NOT_MEMBER, Requests.setTopic(kitchen, "mine"));
        ben.refused(ErrorCode.FORBIDDEN, Requests.setTopic(hub.lobby(), "mine"));
    }

    @Test
    void theOwnerDeletesTheRoomAndItsNameIsFree() {
        String kitchen = hub.room("kitchen", ada, ben);
        ada.done(Requests.setRole(kitchen, ben.id(), Role.MODERATOR));
        ben.refused(ErrorCode.FORBIDDEN, Requests.deleteRoom(kitchen));
        cyd.refused(ErrorCode.NOT_MEMBER, Requests.deleteRoom(kitchen));
        ada.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.deleteRoom("nowhere"));
        hub.settle();

        ada.done(Requests.deleteRoom(kitchen));

        assertThat(ben.takeAll()).containsExactly(new ServerFrame.Gone(kitchen, GoneReason.DELETED));
        assertThat(ada.takeAll()).containsExactly(new ServerFrame.Gone(kitchen, GoneReason.DELETED));
        ben.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.post(kitchen, "c", "x"));
        assertThat(hub.login("Ben").welcome().conversations()).hasSize(1);
        assertThat(ben.ok(Answer.RoomsPage.class, Requests.rooms()).rooms()).hasSize(1);
        ben.ok(Answer.Entered.class, Requests.createRoom("kitchen"));
    }

    @Test
    void nobodyDeletesTheLobby() {
        ada.refused(ErrorCode.FORBIDDEN, Requests.deleteRoom(hub.lobby()));
    }

    @Test
    void directConversationsAreNoRooms() {
        String direct = ada.ok(Answer.Entered.class, Requests.openDirect(ben.id()))
                .conversation()
                .id();

        ada.refused(ErrorCode.FORBIDDEN, Requests.leave(direct));
        ada.refused(ErrorCode.FORBIDDEN, Requests.setTopic(direct, "us"));
        ada.refused(ErrorCode.FORBIDDEN, Requests.deleteRoom(direct));
        ada.refused(ErrorCode.FORBIDDEN, Requests.kick(direct, ben.id()));
        ada.refused(ErrorCode.FORBIDDEN, Requests.setRole(direct, ben.id(), Role.OWNER));
        ada.refused(ErrorCode.ALREADY_MEMBER, Requests.join(direct));
        cyd.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.join(direct));
        cyd.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.deleteRoom(direct));
    }
}
