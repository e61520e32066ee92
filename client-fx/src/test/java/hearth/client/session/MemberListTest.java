package hearth.client.session;

import static hearth.client.session.SessionBench.ADA;
import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.message;
import static hearth.client.session.SessionBench.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer.MemberEntry;
import hearth.protocol.Event;
import hearth.protocol.LeaveReason;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Role;
import hearth.protocol.Status;
import hearth.protocol.UserRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemberListTest {
    private final MemberList members = new MemberList();

    MemberListTest() {
        members.add(List.of(new MemberEntry(ADA.id(), "Ada", Role.OWNER, Status.AWAY, Optional.of("old"))));
    }

    @Test
    void whatPeopleDoComesFromTheRoster() {
        assertThat(members.with(_ -> Optional.empty()))
                .containsExactly(new MemberEntry(ADA.id(), "Ada", Role.OWNER, Status.OFFLINE, Optional.empty()));
        PresenceEntry busy = new PresenceEntry(ADA.id(), "Ada", Status.BUSY, Optional.of("x"));
        assertThat(members.with(_ -> Optional.of(busy)))
                .containsExactly(new MemberEntry(ADA.id(), "Ada", Role.OWNER, Status.BUSY, Optional.of("x")));
    }

    @Test
    void whoJoinsIsAMemberOnce() {
        assertThat(members.apply(joined(BO))).isTrue();
        assertThat(members.apply(joined(BO))).isFalse();
        assertThat(members.apply(joined(ADA))).isFalse();
        assertThat(members.with(_ -> Optional.empty()))
                .extracting(MemberEntry::role)
                .containsExactly(Role.OWNER, Role.MEMBER);
    }

    @Test
    void whoLeavesIsGoneOnce() {
        assertThat(members.apply(left(ADA))).isTrue();
        assertThat(members.apply(left(ADA))).isFalse();
        assertThat(members.with(_ -> Optional.empty())).isEmpty();
    }

    @Test
    void rolesChangeForWhoIsThere() {
        assertThat(members.apply(promoted(ADA))).isTrue();
        assertThat(members.with(_ -> Optional.empty()).getFirst().role()).isEqualTo(Role.MODERATOR);
        assertThat(members.apply(promoted(BO))).isFalse();
        Event renamed = new Event.Changed(
                stamp("c1", 4, ADA), Optional.of("x"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(members.apply(renamed)).isFalse();
    }

    @Test
    void nothingElseChangesWhoIsThere() {
        List<Event> others = List.of(
                message("c1", 4, BO, "x"),
                new Event.Edited(stamp("c1", 4, BO), 1, "x", List.of(), false),
                new Event.Deleted(stamp("c1", 4, BO), 1),
                new Event.Reacted(stamp("c1", 4, BO), 1, "x", true),
                new Event.Unknown(stamp("c1", 4, BO), "x"));
        assertThat(others).noneMatch(members::apply);
    }

    @Test
    void aNewListBeginsEmpty() {
        members.clear();
        assertThat(members.with(_ -> Optional.empty())).isEmpty();
    }

    @Test
    void theRosterHoldsWhoIsOnline() {
        Roster roster = new Roster();
        PresenceEntry ada = new PresenceEntry("a", "Ada", Status.AWAY, Optional.empty());
        PresenceEntry bo = new PresenceEntry("b", "Bo", Status.ONLINE, Optional.empty());
        roster.replace(List.of(ada, bo));
        assertThat(roster.of("a")).contains(ada);
        roster.change(List.of(new PresenceEntry("a", "Ada", Status.OFFLINE, Optional.empty())));
        assertThat(roster.of("a")).isEmpty();
        assertThat(roster.all()).containsExactly(bo);
        roster.replace(List.of(ada));
        assertThat(roster.all()).containsExactly(ada);
    }

    private static Event joined(UserRef who) {
        return new Event.Joined(stamp("c1", 4, who), who, Optional.empty());
    }

    private static Event left(UserRef who) {
        return new Event.Left(stamp("c1", 4, who), who, LeaveReason.KICKED, Optional.empty(), Optional.empty());
    }

    private static Event promoted(UserRef who) {
        return new Event.Changed(
                stamp("c1", 4, ADA),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Event.RoleChange(who, Role.MODERATOR)));
    }
}
