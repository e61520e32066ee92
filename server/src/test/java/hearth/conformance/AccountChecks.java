package hearth.conformance;

import static hearth.conformance.Check.alone;
import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Logging out for good, and passwords. */
final class AccountChecks {
    private static final String ADA = "Ada";
    private static final String BOB = "Bob";
    private static final String SECRET = "correct horse";

    private AccountChecks() {}

    /** What belongs to the core. */
    static List<Check> leaving() {
        return List.of(
                check("R-logout-0 R-logout-1.3 X0", AccountChecks::loggingOutEndsTheConnection),
                alone("R-logout-1.1", AccountChecks::theTokenDies),
                check("R-logout-1.2", AccountChecks::everywhereEndsAllConnections),
                check("R-logout-1.4", AccountChecks::otherConnectionsOfTheTokenEnd),
                check("R-logout-2.1", AccountChecks::whoHasNothingLeftLeavesAllRooms),
                check("R-logout-2.2", AccountChecks::theNameIsFreeAgain),
                check("R-logout-2.3", AccountChecks::nobodyFindsThatUser));
    }

    static List<Check> passwords() {
        return List.of(
                check("R-password-0", AccountChecks::aPasswordIsSet),
                alone("R-password-1", AccountChecks::aPasswordIsChangedWithTheOldOne),
                check("R-len-4", AccountChecks::aPasswordHasALength),
                check("L10.1", AccountChecks::aPasswordLogsIn),
                alone("L10.2", AccountChecks::allFailuresAreTheSame),
                alone("L11", AccountChecks::aForeignTokenNeedsAKey));
    }

    private static void loggingOutEndsTheConnection(House house) {
        Peer ada = house.guest(ADA);
        ada.ok("log-out");
        assertThat(ada.closeCode()).isEqualTo(1000);
    }

    private static void theTokenDies(House house) {
        Peer ada = house.guest(ADA);
        ada.ok("log-out");
        ada.closeCode();
        Frame answer = house.hello(
                        "Eve", "kind", "token", "token", ada.account().token())
                .greeting();
        assertThat(answer.text("code")).isEqualTo("unauthorized");
    }

    private static void everywhereEndsAllConnections(House house) {
        Peer ada = house.guest(ADA);
        Peer again = house.again(ada);
        ada.ok("log-out", "everywhere", true);
        assertThat(ada.closeCode()).isEqualTo(1000);
        assertThat(again.closeCode()).isEqualTo(4001);
    }

    private static void otherConnectionsOfTheTokenEnd(House house) {
        Peer ada = house.guest(ADA);
        Peer again = house.again(ada);
        ada.ok("log-out");
        assertThat(again.closeCode()).isEqualTo(4001);
    }

    private static void whoHasNothingLeftLeavesAllRooms(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = bob.createRoom();
        ada.join(room);
        String direct = ada.openDirect(bob).text("id");
        ada.post(direct, "farewell");
        ada.ok("log-out");
        for (String each : List.of(room, bob.lobby())) {
            bob.await(
                    "that she left",
                    frame -> frame.is("kind", "left")
                            && frame.is("conversation", each)
                            && frame.is("user.id", ada.id()));
        }
        assertThat(bob.ok("history", "conversation", direct).texts("items", "text"))
                .containsExactly("farewell");
    }

    private static void theNameIsFreeAgain(House house) {
        Peer ada = house.guest(ADA);
        ada.ok("log-out");
        ada.closeCode();
        Peer other = house.logIn("Ada2", new Peer.Account(ada.name(), house.token()));
        assertThat(other.id()).isNotEqualTo(ada.id());
    }

    private static void nobodyFindsThatUser(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        ada.ok("log-out");
        ada.closeCode();
        bob.refused("unknown-user", "open-direct", "name", ada.name());
        bob.refused("unknown-user", "open-direct", "user", ada.id());
        bob.post(bob.lobby(), "@" + ada.name());
        assertThat(bob.message(bob.lobby(), "@" + ada.name()).list("mentions")).isEmpty();
    }

    private static void aPasswordIsSet(House house) {
        house.guest(ADA).ok("set-password", "password", SECRET);
    }

    private static void aPasswordIsChangedWithTheOldOne(House house) {
        Peer ada = house.guest(ADA);
        ada.ok("set-password", "password", SECRET);
        ada.refused("unauthorized", "set-password", "password", "another");
        ada.refused("unauthorized", "set-password", "password", "another", "current", "wrong");
        ada.ok("set-password", "password", "another", "current", SECRET);
    }

    private static void aPasswordHasALength(House house) {
        Peer ada = house.guest(ADA);
        ada.ok("set-password", "password", "x".repeat(256));
        ada.refused("too-long", "set-password", "password", "x".repeat(257), "current", "x".repeat(256));
        ada.refused("empty", "set-password", "password", "", "current", "x".repeat(256));
    }

    private static void aPasswordLogsIn(House house) {
        Peer ada = house.guest(ADA);
        ada.ok("set-password", "password", SECRET);
        String token = house.token();
        Frame welcome = house.hello("Ada2", "kind", "password", "name", ada.name(), "password", SECRET, "token", token)
                .greeting();
        assertThat(welcome.text("user.id")).isEqualTo(ada.id());
        assertThat(house.logInAgain("Ada3", new Peer.Account(ada.name(), token)).id())
                .isEqualTo(ada.id());
    }

    private static void allFailuresAreTheSame(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        ada.ok("set-password", "password", SECRET);
        Set<String> answers = new HashSet<>();
        for (Object[] auth : List.of(
                new Object[] {"kind", "password", "name", house.account("Eve").name(), "password", SECRET},
                new Object[] {"kind", "password", "name", bob.name(), "password", SECRET},
                new Object[] {"kind", "password", "name", ada.name(), "password", "wrong"},
                new Object[] {
                    "kind",
                    "password",
                    "name",
                    ada.name(),
                    "password",
                    SECRET,
                    "token",
                    bob.account().token()
                })) {
            Peer eve = house.hello("Eve", auth);
            answers.add(eve.greeting().raw());
            assertThat(eve.closeCode()).isEqualTo(4001);
        }
        assertThat(answers).hasSize(1).first().satisfies(raw -> assertThat(raw).contains("unauthorized"));
    }

    private static void aForeignTokenNeedsAKey(House house) {
        Frame answer = house.hello("Eve", "kind", "jwt", "jwt", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJFdmUifQ.")
                .greeting();
        if (answer.is("code", "unsupported")) {
            throw new NotOfferedException("no identity provider");
        }
        assertThat(answer.text("code")).isEqualTo("unauthorized");
    }
}
