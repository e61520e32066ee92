package hearth.server.account;

import static hearth.protocol.Role.MEMBER;
import static hearth.protocol.Role.MODERATOR;
import static hearth.protocol.Role.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Role;
import hearth.protocol.ServerRole;
import hearth.protocol.Visibility;
import hearth.server.account.Roles.Seat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest {
    private static final Optional<Role> OUTSIDE = Optional.empty();

    private static Optional<Role> role(String name) {
        return name == null ? OUTSIDE : Optional.of(Role.valueOf(name));
    }

    @Test
    void adminsAreOwnersOfPublicRoomsOnly() {
        assertThat(Roles.standing(OUTSIDE, ServerRole.ADMIN, Visibility.PUBLIC)).contains(OWNER);
        assertThat(Roles.standing(Optional.of(MEMBER), ServerRole.ADMIN, Visibility.PUBLIC))
                .contains(OWNER);
        assertThat(Roles.standing(Optional.of(MEMBER), ServerRole.ADMIN, Visibility.PRIVATE))
                .contains(MEMBER);
        assertThat(Roles.standing(Optional.of(MODERATOR), ServerRole.MEMBER, Visibility.PUBLIC))
                .contains(MODERATOR);
        assertThat(Roles.standing(OUTSIDE, ServerRole.MEMBER, Visibility.PUBLIC))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, MODERATOR, true",
        "OWNER, MEMBER, true",
        "OWNER, , true",
        "OWNER, OWNER, false",
        "MODERATOR, MEMBER, true",
        "MODERATOR, , true",
        "MODERATOR, MODERATOR, false",
        "MODERATOR, OWNER, false",
        "MEMBER, MEMBER, false",
        "MEMBER, , false",
        ", , false",
        ", MEMBER, false"
    })
    void moderatorsActAgainstLowerRolesOnly(String actor, String target, boolean isAllowed) {
        assertThat(Roles.mayActAgainst(role(actor), role(target))).isEqualTo(isAllowed);
    }

    @Test
    void moderatorsAndOwnersModerate() {
        assertThat(Roles.mayModerate(Optional.of(OWNER))).isTrue();
        assertThat(Roles.mayModerate(Optional.of(MODERATOR))).isTrue();
        assertThat(Roles.mayModerate(Optional.of(MEMBER))).isFalse();
        assertThat(Roles.mayModerate(OUTSIDE)).isFalse();
    }

    @Test
    void authorsAndModeratorsDelete() {
        assertThat(Roles.mayDelete(Optional.of(MEMBER), true)).isTrue();
        assertThat(Roles.mayDelete(Optional.of(MEMBER), false)).isFalse();
        assertThat(Roles.mayDelete(Optional.of(MODERATOR), false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, MEMBER, MODERATOR, 1, false, true",
        "OWNER, MEMBER, OWNER, 1, false, true",
        "OWNER, OWNER, MEMBER, 2, false, true",
        "OWNER, OWNER, MEMBER, 1, false, false",
        "OWNER, OWNER, OWNER, 1, false, true",
        "OWNER, MODERATOR, MEMBER, 0, true, true",
        "OWNER, MEMBER, OWNER, 0, true, false",
        "MODERATOR, MEMBER, MODERATOR, 1, false, false",
        ", MEMBER, MODERATOR, 1, false, false"
    })
    void ownersSetRolesButTheLastOwnerStays(
            String actor, Role current, Role next, long owners, boolean isLobby, boolean isAllowed) {
        assertThat(Roles.maySetRole(role(actor), current, next, owners, isLobby))
                .isEqualTo(isAllowed);
    }

    @Test
    void ownersAndAdminsEraseRoomsButNotTheLobby() {
        assertThat(Roles.mayDeleteRoom(Optional.of(OWNER), ServerRole.MEMBER, false))
                .isTrue();
        assertThat(Roles.mayDeleteRoom(OUTSIDE, ServerRole.ADMIN, false)).isTrue();
        assertThat(Roles.mayDeleteRoom(Optional.of(MODERATOR), ServerRole.MEMBER, false))
                .isFalse();
        assertThat(Roles.mayDeleteRoom(Optional.of(OWNER), ServerRole.ADMIN, true))
                .isFalse();
    }

    @Test
    void theLongestStandingModeratorSucceedsElseTheLongestStandingMember() {
        Seat early = new Seat("early", MEMBER, 1);
        Seat late = new Seat("late", MEMBER, 9);
        Seat moderator = new Seat("moderator", MODERATOR, 7);
        Seat newModerator = new Seat("new-moderator", MODERATOR, 8);
        Seat owner = new Seat("owner", OWNER, 20);
        assertThat(Roles.successor(List.of(late, early))).contains("early");
        assertThat(Roles.successor(List.of(early, newModerator, moderator, late)))
                .contains("moderator");
        assertThat(Roles.successor(List.of(early, moderator, owner))).isEmpty();
        assertThat(Roles.successor(List.of())).isEmpty();
        assertThat(Roles.successor(List.of(new Seat("b", MEMBER, 1), new Seat("a", MEMBER, 1))))
                .contains("a");
    }
}
