package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Names that look alike. */
final class NameChecks {
    private NameChecks() {}

    static List<Check> checks() {
        return List.of(
                check("S6.1", NameChecks::aUserThatLooksTheSameIsTheSame),
                check("S6.1", NameChecks::aRoomThatLooksTheSameIsTheSame));
    }

    private static void aUserThatLooksTheSameIsTheSame(House house) {
        String unique = house.unique();
        house.logIn("Ada", new Peer.Account("Paco " + unique, house.token()));
        // Cyrillic letters.
        Frame answer = house.hello("Eve", "kind", "guest", "name", "Расо " + unique, "token", house.token())
                .greeting();
        assertThat(answer.text("code")).isEqualTo("name-taken");
    }

    private static void aRoomThatLooksTheSameIsTheSame(House house) {
        Peer ada = house.guest("Ada");
        String unique = house.unique();
        ada.ok("create-room", "name", "scope " + unique, "visibility", "public");
        ada.refused("exists", "create-room", "name", "ѕсоре " + unique, "visibility", "public");
        // Greek: a capital that looks like a Latin one, and a small one that does not.
        ada.ok("create-room", "name", "BOX " + unique, "visibility", "public");
        ada.refused("exists", "create-room", "name", "box " + unique, "visibility", "public");
    }
}
