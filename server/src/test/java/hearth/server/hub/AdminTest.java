package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Role;
import hearth.protocol.ServerRole;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import hearth.server.account.Tokens;
import hearth.server.history.Change;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** Nobody becomes an admin yet, but who is one in the database counts as one. */
class AdminTest {
    private final FakeHistoryStore store = new FakeHistoryStore();
    private final HubHarness hub;
    private final TestClient root;
    private final TestClient owner;
    private final TestClient ben;
    private final String room;

    AdminTest() {
        store.committed.add(new Change.UserAdded(new UserRef("root", "Root"), "root-skeleton", ServerRole.ADMIN));
        store.committed.add(new Change.TokenAdded("root", Tokens.hash(HubHarness.tokenOf("Root"))));
        hub = new HubHarness(store);
        root = hub.connect();
        root.ask(Requests.token(HubHarness.tokenOf("Root")));
        owner = hub.login("Owen");
        ben = hub.login("Ben");
        room = hub.room("kitchen", owner, ben);
    }

    @Test
    void adminsSayWhatTheyAre() {
        assertThat(root.welcome().user().role()).isEqualTo(ServerRole.ADMIN);
    }

    @Test
    void adminsAreOwnersOfPublicRoomsWithoutBeingInThem() {
        root.done(Requests.setRole(room, ben.id(), Role.MODERATOR));
        root.done(Requests.setTopic(room, "by the admin"));
        root.done(Requests.kick(room, ben.id()));
        root.refused(ErrorCode.NOT_MEMBER, Requests.post(room, "c", "x"));
        root.refused(ErrorCode.NOT_MEMBER, Requests.members(room));
        root.refused(ErrorCode.FORBIDDEN, Requests.kick(room, owner.id()));
    }

    @Test
    void nobodyActsAgainstAnAdminInAPublicRoom() {
        root.ok(Answer.Entered.class, Requests.join(room));

        owner.refused(ErrorCode.FORBIDDEN, Requests.kick(room, "root"));
        owner.refused(ErrorCode.FORBIDDEN, Requests.ban(room, "root"));
    }

    @Test
    void adminsLeadTheLobbyButTakeNobodyOutOfIt() {
        TestClient cyd = hub.login("Cyd");

        root.done(Requests.mute(hub.lobby(), cyd.id(), 60));
        root.done(Requests.setTopic(hub.lobby(), "Welcome"));
        root.refused(ErrorCode.FORBIDDEN, Requests.kick(hub.lobby(), cyd.id()));
        root.refused(ErrorCode.FORBIDDEN, Requests.ban(hub.lobby(), cyd.id()));
        root.refused(ErrorCode.FORBIDDEN, Requests.rename(hub.lobby(), "foyer"));
        root.refused(ErrorCode.FORBIDDEN, Requests.setVisibility(hub.lobby(), Visibility.PRIVATE));
        root.refused(ErrorCode.FORBIDDEN, Requests.deleteRoom(hub.lobby()));
        root.refused(ErrorCode.FORBIDDEN, Requests.setRole(hub.lobby(), cyd.id(), Role.OWNER));
        root.refused(ErrorCode.ALREADY_MEMBER, Requests.invite(hub.lobby(), cyd.id()));
        root.done(Requests.unban(hub.lobby(), cyd.id()));
    }

    @Test
    void aModeratorOfTheLobbyWhoLeavesTheServerIsNotSucceeded() {
        root.done(Requests.setRole(hub.lobby(), owner.id(), Role.MODERATOR));
        hub.settle();

        owner.done(Requests.logOut());

        assertThat(ben.takeEvents())
                .filteredOn(event -> event.conversation().equals(hub.lobby()))
                .hasSize(1);
    }

    @Test
    void adminsDeleteAnyRoomEvenOneThatTheyCannotSee() {
        String secret = owner.ok(Answer.Entered.class, Requests.createPrivate("secret"))
                .conversation()
                .id();
        String direct = owner.ok(Answer.Entered.class, Requests.openDirect(ben.id()))
                .conversation()
                .id();

        root.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.kick(secret, owner.id()));
        root.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.deleteRoom(direct));
        root.done(Requests.deleteRoom(secret));
        root.done(Requests.deleteRoom(room));
        owner.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.members(secret));
    }

    @Test
    void whatIsNotOfferedIsUnsupported() {
        List<LongFunction<ClientFrame.Request>> requests = List.of(
                id -> new ClientFrame.SetPassword(id, "secret", Optional.empty()),
                id -> new ClientFrame.ClaimServer(id, "code"),
                id -> new ClientFrame.BanUser(id, ben.id(), Optional.empty(), false),
                id -> new ClientFrame.UnbanUser(id, ben.id(), Optional.empty()),
                id -> new ClientFrame.ResetPassword(id, ben.id()),
                id -> new ClientFrame.SetServerRole(id, ben.id(), ServerRole.ADMIN),
                id -> new ClientFrame.Audit(id, Optional.empty(), OptionalInt.empty()));

        requests.forEach(request -> root.refused(ErrorCode.UNSUPPORTED, request));
    }
}
