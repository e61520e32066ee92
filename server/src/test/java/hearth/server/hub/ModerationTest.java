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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class ModerationTest {
    private final HubHarness hub = HubHarness.empty();
    private final TestClient owner = hub.login("Owen");
    private final TestClient mod = hub.login("Mia");
    private final TestClient ben = hub.login("Ben");
    private final TestClient out = hub.login("Otto");
    private final String room = hub.room("kitchen", owner, mod, ben);

    ModerationTest() {
        owner.done(Requests.setRole(room, mod.id(), Role.MODERATOR));
        hub.settle();
    }

    @Test
    void onlyModeratorsLead() {
        for (LongFunction<ClientFrame.Request> request : List.of(
                Requests.invite(room, out.id()),
                Requests.kick(room, mod.id()),
                Requests.ban(room, mod.id()),
                Requests.unban(room, mod.id()),
                Requests.mute(room, mod.id(), 60),
                Requests.setRole(room, mod.id(), Role.MEMBER),
                Requests.bans(room))) {
            ben.refused(ErrorCode.FORBIDDEN, request);
            out.refused(ErrorCode.NOT_MEMBER, request);
        }
    }

    @Test
    void whoLeadsNamesSomebodyWhoExists() {
        for (LongFunction<ClientFrame.Request> request : List.of(
                Requests.invite(room, "nobody"),
                Requests.kick(room, "nobody"),
                Requests.ban(room, "nobody"),
                Requests.unban(room, "nobody"),
                Requests.mute(room, "nobody", 60),
                Requests.setRole(room, "nobody", Role.MODERATOR))) {
            owner.refused(ErrorCode.UNKNOWN_USER, request);
        }
    }

    @Test
    void againstLowerRolesOnly() {
        for (String equalOrHigher : List.of(mod.id(), owner.id())) {
            mod.refused(ErrorCode.FORBIDDEN, Requests.kick(room, equalOrHigher));
            mod.refused(ErrorCode.FORBIDDEN, Requests.ban(room, equalOrHigher));
            mod.refused(ErrorCode.FORBIDDEN, Requests.mute(room, equalOrHigher, 1));
            mod.refused(ErrorCode.FORBIDDEN, Requests.unban(room, equalOrHigher));
        }
        owner.done(Requests.kick(room, mod.id()));
    }

    @Test
    void anInvitationMakesAMemberAtOnce() {
        mod.done(Requests.invite(room, out.id()));

        ConversationSummary summary = out.takeOne(ServerFrame.Gained.class).conversation();
        assertThat(summary.id()).isEqualTo(room);
        assertThat(summary.members()).isEqualTo(4);
        assertThat(summary.read()).isEqualTo(summary.head());
        Event.Joined joined = ben.takeEvent(Event.Joined.class);
        assertThat(joined.user()).isEqualTo(new UserRef(out.id(), "Otto"));
        assertThat(joined.by()).contains(new UserRef(mod.id(), "Mia"));
        assertThat(joined.author()).isEqualTo(new UserRef(mod.id(), "Mia"));
        assertThat(summary.head()).isEqualTo(joined.seq());
        mod.refused(ErrorCode.ALREADY_MEMBER, Requests.invite(room, out.id()));
        mod.refused(ErrorCode.ALREADY_MEMBER, Requests.invite(room, owner.id()));
    }

    @Test
    void anInvitationReachesSomebodyWhoIsOffline() {
        out.disconnect();

        mod.done(Requests.invite(room, out.id()));

        assertThat(hub.login("Otto").welcome().conversations()).hasSize(2);
    }

    @Test
    void whoIsKickedIsToldSoAndMayComeBack() {
        mod.done(Requests.kick(room, ben.id()));

        Event.Left left = owner.takeEvent(Event.Left.class);
        assertThat(left.user()).isEqualTo(new UserRef(ben.id(), "Ben"));
        assertThat(left.reason()).isEqualTo(LeaveReason.KICKED);
        assertThat(left.by()).contains(new UserRef(mod.id(), "Mia"));
        assertThat(left.author()).isEqualTo(new UserRef(mod.id(), "Mia"));
        assertThat(left.text()).contains("too loud");
        assertThat(ben.takeAll())
                .containsExactly(new ServerFrame.Happened(left), new ServerFrame.Gone(room, GoneReason.KICKED));
        mod.refused(ErrorCode.NOT_MEMBER, Requests.kick(room, ben.id()));
        ben.ok(Answer.Entered.class, Requests.join(room));
    }

    @Test
    void whoIsBannedIsOutAndStaysOut() {
        mod.done(Requests.ban(room, ben.id()));

        Event.Left left = owner.takeEvent(Event.Left.class);
        assertThat(left.reason()).isEqualTo(LeaveReason.BANNED);
        assertThat(left.text()).contains("far too loud");
        assertThat(left.by()).contains(new UserRef(mod.id(), "Mia"));
        assertThat(ben.takeAll())
                .containsExactly(new ServerFrame.Happened(left), new ServerFrame.Gone(room, GoneReason.BANNED));
        ben.refused(ErrorCode.BANNED, Requests.join(room));
        owner.refused(ErrorCode.BANNED, Requests.invite(room, ben.id()));

        mod.done(Requests.unban(room, ben.id()));
        mod.done(Requests.unban(room, ben.id()));
        ben.ok(Answer.Entered.class, Requests.join(room));
    }

    @Test
    void anybodyCanBeBannedOnceOrTwice() {
        mod.done(Requests.ban(room, out.id()));
        hub.advance(Duration.ofSeconds(1));
        owner.done(Requests.ban(room, out.id()));

        assertThat(ben.takeAll()).as("nobody left").isEmpty();
        out.refused(ErrorCode.BANNED, Requests.join(room));
        assertThat(owner.ok(Answer.BansPage.class, Requests.bans(room)).users())
                .containsExactly(new Answer.BanEntry(
                        out.id(), "Otto", mod.id(), hub.clock.now().minusSeconds(1), Optional.of("far too loud")));
    }

    @Test
    void aBanOutlivesItsUser() {
        mod.done(Requests.ban(room, out.id()));
        out.done(Requests.logOut());

        assertThat(mod.ok(Answer.BansPage.class, Requests.bans(room)).users()).hasSize(1);
        mod.done(Requests.unban(room, out.id()));
        assertThat(mod.ok(Answer.BansPage.class, Requests.bans(room)).users()).isEmpty();
        mod.refused(ErrorCode.UNKNOWN_USER, Requests.unban(room, out.id()));
    }

    @Test
    void bansComeInPages() {
        owner.done(Requests.ban(room, ben.id()));
        owner.done(Requests.ban(room, out.id()));
        owner.done(Requests.ban(room, mod.id()));
        List<String> ids =
                List.of(ben.id(), out.id(), mod.id()).stream().sorted().toList();

        Answer.BansPage first = owner.ok(Answer.BansPage.class, Requests.bans(room, "", 2));
        assertThat(first.users()).extracting(Answer.BanEntry::id).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(first.more()).isTrue();
        Answer.BansPage second = owner.ok(Answer.BansPage.class, Requests.bans(room, ids.get(1), 2));
        assertThat(second.users()).extracting(Answer.BanEntry::id).containsExactly(ids.get(2));
        assertThat(second.more()).isFalse();
    }

    @Test
    void aMuteIsLiftedByZero() {
        mod.done(Requests.mute(room, ben.id(), Long.MAX_VALUE));
        assertThat(ben.refused(ErrorCode.MUTED, Requests.post(room, "c", "x")).retryAfterMs())
                .hasValue(Duration.ofDays(36_500).toMillis());

        mod.done(Requests.mute(room, ben.id(), 0));
        mod.done(Requests.mute(room, ben.id(), 0));

        assertThat(ben.post(room, "x")).isPositive();
        mod.refused(ErrorCode.NOT_MEMBER, Requests.mute(room, out.id(), 1));
    }

    @Test
    void leavingDoesNotEndAMute() {
        mod.done(Requests.mute(room, ben.id(), 60));
        ben.done(Requests.leave(room));
        ben.ok(Answer.Entered.class, Requests.join(room));

        ben.refused(ErrorCode.MUTED, Requests.post(room, "c", "x"));
    }

    @Test
    void ownersGiveRolesAndEverybodySeesIt() {
        owner.done(Requests.setRole(room, ben.id(), Role.MODERATOR));

        Event.Changed changed = ben.takeEvent(Event.Changed.class);
        assertThat(changed.roleChange()).contains(new Event.RoleChange(new UserRef(ben.id(), "Ben"), Role.MODERATOR));
        assertThat(changed.author()).isEqualTo(new UserRef(owner.id(), "Owen"));
        ben.done(Requests.setTopic(room, "I may"));
    }

    @Test
    void aRoleThatSomebodyHasIsNoEvent() {
        owner.done(Requests.setRole(room, mod.id(), Role.MODERATOR));

        assertThat(ben.takeAll()).isEmpty();
    }

    @Test
    void onlyOwnersGiveRolesAndTheLastStaysOne() {
        mod.refused(ErrorCode.FORBIDDEN, Requests.setRole(room, ben.id(), Role.MODERATOR));
        owner.refused(ErrorCode.FORBIDDEN, Requests.setRole(room, owner.id(), Role.MEMBER));
        owner.refused(ErrorCode.NOT_MEMBER, Requests.setRole(room, out.id(), Role.MODERATOR));

        owner.done(Requests.setRole(room, mod.id(), Role.OWNER));
        mod.done(Requests.setRole(room, owner.id(), Role.MEMBER));
        mod.refused(ErrorCode.FORBIDDEN, Requests.setRole(room, mod.id(), Role.MODERATOR));
    }

    @Test
    void theLobbyIsNobodysToLead() {
        for (LongFunction<ClientFrame.Request> request : List.of(
                Requests.kick(hub.lobby(), ben.id()),
                Requests.ban(hub.lobby(), ben.id()),
                Requests.setRole(hub.lobby(), ben.id(), Role.MODERATOR),
                Requests.setVisibility(hub.lobby(), Visibility.PRIVATE))) {
            owner.refused(ErrorCode.FORBIDDEN, request);
        }
    }
}
