package hearth.conformance;

import static hearth.conformance.Check.alone;
import static hearth.conformance.Check.check;
import static hearth.conformance.Check.patient;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** From the opening of a connection to the end of {@code welcome}. */
final class LoginChecks {
    private static final Duration HELLO_WITHIN = Duration.ofSeconds(10);

    /** What a server's clock, and a machine that has much to do, are granted. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private static final Set<String> FAILURES = Set.of(
            "unauthorized", "name-taken", "name-invalid", "bad-frame", "unsupported", "rate-limited", "banned", "full");

    private LoginChecks() {}

    static List<Check> checks() {
        return List.of(
                check("L1.1", LoginChecks::thePongTellsTheServer),
                patient("L3.1", LoginChecks::whoSaysNothingIsClosed),
                check("L3.2", LoginChecks::aPersonMayBeginWithHello),
                check("L4.1", LoginChecks::whatIsSentBehindHelloWaits),
                alone("L4.2", LoginChecks::whatIsSentBehindAFailedHelloIsNotAnswered),
                alone("L5.1 X4", LoginChecks::aFailedLoginIsClosed),
                alone("L6.1", LoginChecks::theCodesOfFailedLoginsAreKnown),
                check("L6.2", LoginChecks::anotherProtocolIsUnsupported),
                check("L6.3", LoginChecks::anotherKindIsUnsupported),
                check("L7", LoginChecks::theServersPasswordIsAskedFor),
                check("L8.1", LoginChecks::aGuestClaimsAFreeName),
                check("L8.2", LoginChecks::aNameIsTakenWhateverTheToken),
                check("L8.3", LoginChecks::theSameTokenIsTheSameUser),
                alone("L8.4", LoginChecks::aTokenHasOneUser),
                check("L9", LoginChecks::aTokenLogsIn),
                alone("L9", LoginChecks::anUnknownTokenDoesNot),
                check("L12.1", LoginChecks::newTokensHaveAForm),
                alone("L12.2", LoginChecks::knownTokensOfAnotherFormAreNobodys),
                alone("L13.3", LoginChecks::aDeadTokenStaysDead),
                check("L21", LoginChecks::helloNeedsItsFields));
    }

    private static void thePongTellsTheServer(House house) {
        Peer ada = house.connect("Ada");
        ada.send(Frame.of("ping", "t", "k7Rz0wQ"));
        Frame pong = ada.next("pong");
        assertThat(pong.text("t")).isEqualTo("k7Rz0wQ");
        for (String field : List.of("id", "epoch", "name", "version")) {
            assertThat(pong.text("server." + field)).isNotEmpty();
        }
    }

    private static void whoSaysNothingIsClosed(House house) {
        long start = System.nanoTime();
        Peer eve = house.connect("Eve");
        eve.settle();
        assertThat(eve.wire().closeCode(HELLO_WITHIN.plus(LATE))).isEqualTo(4001);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(HELLO_WITHIN.minusSeconds(1));
    }

    private static void aPersonMayBeginWithHello(House house) {
        assertThat(house.hello(
                                "Ada",
                                "kind",
                                "guest",
                                "name",
                                house.account("Ada").name())
                        .greeting()
                        .type())
                .isEqualTo("welcome");
    }

    private static void whatIsSentBehindHelloWaits(House house) {
        Peer ada = house.connect("Ada");
        Peer.Account account = house.account("Ada");
        ada.send(Peer.helloFrame(1, "kind", "guest", "name", account.name(), "token", account.token()));
        ada.send(Frame.of("sync", "id", 2, "conversations", Frame.object()));
        assertThat(ada.answer(2).type()).isEqualTo("ok");
        assertThat(ada.wire().received().getFirst().type()).isEqualTo("welcome");
    }

    private static void whatIsSentBehindAFailedHelloIsNotAnswered(House house) {
        Peer ada = house.connect("Ada");
        ada.send(Peer.helloFrame(1, "kind", "token", "token", house.token()));
        ada.send(Frame.of("sync", "id", 2, "conversations", Frame.object()));
        ada.send(Frame.of("ping"));
        ada.closeCode();
        assertThat(ada.wire().received()).hasSize(1).allMatch(frame -> frame.is("type", "error"));
    }

    private static void aFailedLoginIsClosed(House house) {
        fails(house, "unauthorized", "kind", "token", "token", house.token());
    }

    private static void fails(House house, String code, Object... auth) {
        Peer eve = house.hello("Eve", auth);
        Frame answer = eve.greeting();
        assertThat(answer.type()).isEqualTo("error");
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(eve.closeCode()).isEqualTo(4001);
    }

    private static void theCodesOfFailedLoginsAreKnown(House house) {
        for (Object[] auth : List.of(
                new Object[] {"kind", "guest"},
                new Object[] {"kind", "guest", "name", 7},
                new Object[] {"kind", "guest", "name", "<b>"},
                new Object[] {"kind", "token"},
                new Object[] {"kind", "password", "name", "Nobody", "password", "none"},
                new Object[] {"name", "Ada"})) {
            Peer eve = house.hello("Eve", auth);
            assertThat(eve.greeting().text("code")).isIn(FAILURES);
            assertThat(eve.closeCode()).isEqualTo(4001);
        }
    }

    private static void anotherProtocolIsUnsupported(House house) {
        Peer ada = house.connect("Ada");
        String hello =
                Peer.helloFrame(1, "kind", "guest", "name", house.account("Ada").name());
        ada.refusedRaw("unsupported", 1, hello.replace("\"protocol\":1", "\"protocol\":2"));
        assertThat(ada.closeCode()).isEqualTo(4001);
    }

    private static void anotherKindIsUnsupported(House house) {
        fails(house, "unsupported", "kind", "telepathy", "name", "Ada");
    }

    private static void theServersPasswordIsAskedFor(House house) {
        Frame answer = house.hello(
                        "Ada", "kind", "guest", "name", house.account("Ada").name())
                .greeting();
        if (!answer.is("type", "error")) {
            throw new NotOfferedException("this server asks for no password of its own");
        }
        assertThat(answer.text("code")).isEqualTo("unauthorized");
        assertThat(answer.text("needs")).isEqualTo("serverPassword");
    }

    private static void aGuestClaimsAFreeName(House house) {
        Peer.Account account = house.account("Ada");
        assertThat(house.logIn("Ada", account).welcome().text("user.name")).isEqualTo(account.name());
    }

    private static void aNameIsTakenWhateverTheToken(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        fails(house, "name-taken", "kind", "guest", "name", ada.name());
        fails(house, "name-taken", "kind", "guest", "name", ada.name(), "token", house.token());
        fails(
                house,
                "name-taken",
                "kind",
                "guest",
                "name",
                ada.name(),
                "token",
                bob.account().token());
    }

    private static void theSameTokenIsTheSameUser(House house) {
        Peer ada = house.guest("Ada");
        assertThat(house.logIn("Ada2", ada.account()).id()).isEqualTo(ada.id());
    }

    private static void aTokenHasOneUser(House house) {
        Peer ada = house.guest("Ada");
        String free = house.account("Eve").name();
        fails(
                house,
                "unauthorized",
                "kind",
                "guest",
                "name",
                free,
                "token",
                ada.account().token());
        house.logIn("Bob", new Peer.Account(free, house.token()));
    }

    private static void aTokenLogsIn(House house) {
        Peer ada = house.guest("Ada");
        Frame user = house.again(ada).welcome().at("user");
        assertThat(user.text("id")).isEqualTo(ada.id());
        assertThat(user.text("name")).isEqualTo(ada.name());
    }

    private static void anUnknownTokenDoesNot(House house) {
        fails(house, "unauthorized", "kind", "token", "token", house.token());
    }

    private static void newTokensHaveAForm(House house) {
        for (String token : List.of("", "x".repeat(42), "x".repeat(129), "x".repeat(43) + "=", "x".repeat(43) + "ü")) {
            fails(
                    house,
                    "bad-frame",
                    "kind",
                    "guest",
                    "name",
                    house.account("Eve").name(),
                    "token",
                    token);
        }
        String longest = (house.token() + house.token() + house.token()).substring(0, 128);
        house.logIn("Ada", new Peer.Account(house.account("Ada").name(), longest));
    }

    private static void knownTokensOfAnotherFormAreNobodys(House house) {
        fails(house, "unauthorized", "kind", "token", "token", "short");
    }

    private static void aDeadTokenStaysDead(House house) {
        Peer ada = house.guest("Ada");
        ada.ok("log-out");
        ada.closeCode();
        fails(house, "unauthorized", "kind", "token", "token", ada.account().token());
        String free = house.account("Eve").name();
        fails(
                house,
                "unauthorized",
                "kind",
                "guest",
                "name",
                free,
                "token",
                ada.account().token());
    }

    private static void helloNeedsItsFields(House house) {
        for (String hello : List.of(
                "{\"type\":\"hello\",\"id\":1,\"client\":\"x\",\"auth\":{\"kind\":\"guest\",\"name\":\"Ada\"}}",
                "{\"type\":\"hello\",\"id\":1,\"protocol\":1,\"client\":\"x\"}",
                "{\"type\":\"hello\",\"id\":1,\"protocol\":1,\"client\":\"x\",\"auth\":\"guest\"}",
                "{\"type\":\"hello\",\"id\":1,\"protocol\":1,\"client\":7,\"auth\":{\"kind\":\"guest\",\"name\":\"Ada\"}}")) {
            Peer eve = house.connect("Eve");
            eve.refusedRaw("bad-frame", 1, hello);
            assertThat(eve.closeCode()).isEqualTo(4001);
        }
    }
}
