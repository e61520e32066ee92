package hearth.conformance;

import static hearth.conformance.Check.check;
import static hearth.conformance.Check.patient;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** From the opening of a connection to the end of {@code welcome}. */
final class LoginChecks {
    private static final Duration HELLO_WITHIN = Duration.ofSeconds(10);
    private static final Set<String> FAILURES = Set.of(
            "unauthorized", "name-taken", "name-invalid", "bad-frame", "unsupported", "rate-limited", "banned", "full");
    private static final Set<String> CAPABILITIES = Set.of(
            "rooms",
            "direct",
            "history",
            "search",
            "presence",
            "typing",
            "read",
            "edit",
            "react",
            "reply",
            "files",
            "admin");

    private LoginChecks() {}

    static List<Check> checks() {
        return List.of(
                check("L1.1", LoginChecks::thePongTellsTheServer),
                patient("L3.1", LoginChecks::whoSaysNothingIsClosed),
                check("L3.2", LoginChecks::aPersonMayBeginWithHello),
                check("L4.1", LoginChecks::whatIsSentBehindHelloWaits),
                check("L4.2", LoginChecks::whatIsSentBehindAFailedHelloIsNotAnswered),
                check("L5.1 X4", LoginChecks::aFailedLoginIsClosed),
                check("L6.1", LoginChecks::theCodesOfFailedLoginsAreKnown),
                check("L6.2", LoginChecks::anotherProtocolIsUnsupported),
                check("L6.3", LoginChecks::anotherKindIsUnsupported),
                check("L7", LoginChecks::theServersPasswordIsAskedFor),
                check("L8.1", LoginChecks::aGuestClaimsAFreeName),
                check("L8.2", LoginChecks::aNameIsTakenWhateverTheToken),
                check("L8.3", LoginChecks::theSameTokenIsTheSameUser),
                check("L8.4", LoginChecks::aTokenHasOneUser),
                check("L9", LoginChecks::aTokenLogsIn),
                check("L9", LoginChecks::anUnknownTokenDoesNot),
                check("L12.1", LoginChecks::newTokensHaveAForm),
                check("L12.2", LoginChecks::knownTokensOfAnotherFormAreNobodys),
                check("L13.3", LoginChecks::aDeadTokenStaysDead),
                check("L14.1 L22.10", LoginChecks::whoBringsNoTokenGetsOne),
                check("L14.2", LoginChecks::theTokenIsToldOnce),
                check("L15.1", LoginChecks::theServerIsTheSameForAll),
                check("L18.1 L18.2 L22.11", LoginChecks::aLargeWelcomeGoesOn),
                check("L20", LoginChecks::fromTheWelcomeOnNothingIsMissing),
                check("L21", LoginChecks::helloNeedsItsFields),
                check("L22.1", house -> assertThat(welcome(house).number("re")).isEqualTo(1)),
                check("L22.2", LoginChecks::theWelcomeTellsTheServer),
                check("L22.3", LoginChecks::theWelcomeTellsWhoOneIs),
                check(
                        "L22.4",
                        house ->
                                assertThat(welcome(house).number("heartbeatMs")).isPositive()),
                check("L22.5", LoginChecks::theWelcomeTellsTheLimits),
                check(
                        "L22.6",
                        house -> assertThat(CAPABILITIES)
                                .containsAll(welcome(house).texts("capabilities"))),
                check(
                        "L22.7",
                        house -> assertThat(welcome(house).texts("alternates")).allMatch(a -> a.startsWith("ws"))),
                check(
                        "L22.8",
                        house -> assertThat(welcome(house).texts("conversations", "id"))
                                .hasSize(1)),
                check("L22.9", LoginChecks::theWelcomeTellsWhoIsOnline));
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
        assertThat(eve.wire().closeCode(house.patience().plus(HELLO_WITHIN))).isEqualTo(4001);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(HELLO_WITHIN.minusSeconds(1));
    }

    private static void aPersonMayBeginWithHello(House house) {
        assertThat(house.connect("Ada")
                        .hello("kind", "guest", "name", house.account("Ada").name())
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
        Peer eve = house.connect("Eve");
        Frame answer = eve.hello(auth);
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
            Peer eve = house.connect("Eve");
            assertThat(eve.hello(auth).text("code")).isIn(FAILURES);
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
        Frame answer = house.connect("Ada")
                .hello("kind", "guest", "name", house.account("Ada").name());
        if (!answer.is("type", "error")) {
            throw new NotOfferedException("this server asks for no password of its own");
        }
        assertThat(answer.text("code")).isEqualTo("unauthorized");
        assertThat(answer.text("needs")).isEqualTo("serverPassword");
    }

    private static void aGuestClaimsAFreeName(House house) {
        Peer.Account account = house.account("Ada");
        assertThat(house.connect("Ada").logIn(account).welcome().text("user.name"))
                .isEqualTo(account.name());
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
        assertThat(house.connect("Ada2").logIn(ada.account()).id()).isEqualTo(ada.id());
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
        house.connect("Bob").logIn(new Peer.Account(free, house.token()));
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
        house.connect("Ada").logIn(new Peer.Account(house.account("Ada").name(), longest));
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

    private static void whoBringsNoTokenGetsOne(House house) {
        Peer.Account account = house.account("Ada");
        Frame welcome = house.connect("Ada").hello("kind", "guest", "name", account.name());
        assertThat(welcome.text("token")).matches("[A-Za-z0-9_-]{43,128}");
        Peer again = house.connect("Ada2").logInAgain(new Peer.Account(account.name(), welcome.text("token")));
        assertThat(again.id()).isEqualTo(welcome.text("user.id"));
    }

    private static void theTokenIsToldOnce(House house) {
        Peer ada = house.guest("Ada");
        assertThat(ada.welcome().has("token")).as("a token for who brought one").isFalse();
        Peer.Account account = house.account("Bob");
        Frame welcome = house.connect("Bob").hello("kind", "guest", "name", account.name());
        Peer again = house.connect("Bob2").logInAgain(new Peer.Account(account.name(), welcome.text("token")));
        assertThat(again.welcome().has("token"))
                .as("a token for the second time")
                .isFalse();
    }

    private static void theServerIsTheSameForAll(House house) {
        Peer ada = house.connect("Ada");
        ada.send(Frame.of("ping"));
        Frame server = ada.next("pong").at("server");
        Frame welcomed = house.guest("Bob").welcome().at("server");
        assertThat(welcomed.text("id")).isEqualTo(server.text("id"));
        assertThat(welcomed.text("epoch")).isEqualTo(server.text("epoch"));
    }

    private static void aLargeWelcomeGoesOn(House house) {
        Peer ada = house.guest("Ada");
        Set<String> rooms = new java.util.HashSet<>(Set.of(ada.lobby()));
        String topic = "😀".repeat(250);
        int count = Math.toIntExact(ada.welcome().number("limits.replyBytes") / 1_000) + 20;
        for (int i = 0; i < count; i++) {
            ada.request("create-room", "name", house.unique(), "topic", topic, "visibility", "private");
        }
        for (int i = 0; i < count; i++) {
            rooms.add(ada.next("ok").text("conversation.id"));
        }
        Peer again = house.again(ada);
        again.settle();
        List<Frame> parts = new ArrayList<>();
        for (Frame frame : again.wire().received()) {
            boolean part = Set.of("welcome", "conversation", "presence").contains(frame.type());
            if (part && (parts.isEmpty() || parts.getLast().flag("more"))) {
                parts.add(frame);
            }
        }
        assertThat(parts).as("parts of the welcome").hasSizeGreaterThan(1);
        assertThat(parts.getLast().flag("more")).as("more behind the last part").isFalse();
        List<String> told = new ArrayList<>(parts.getFirst().texts("conversations", "id"));
        parts.stream()
                .filter(part -> part.is("type", "conversation"))
                .forEach(part -> told.add(part.text("conversation.id")));
        assertThat(told).containsExactlyInAnyOrderElementsOf(rooms);
    }

    private static void fromTheWelcomeOnNothingIsMissing(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String room = ada.createRoom();
        bob.join(room);
        for (int i = 0; i < 30; i++) {
            bob.request("post", "conversation", room, "clientId", "c" + i, "text", "text " + i);
        }
        Peer again = house.again(ada);
        long head = again.summary(room).number("head");
        bob.message(room, "text 29");
        bob.post(room, "the last");
        again.message(room, "the last");
        List<Long> expected = new ArrayList<>();
        for (long seq = head + 1; seq <= 33; seq++) {
            expected.add(seq);
        }
        assertThat(again.events(room).stream().map(event -> event.number("seq")))
                .isEqualTo(expected);
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

    private static Frame welcome(House house) {
        return house.guest("Ada").welcome();
    }

    private static void theWelcomeTellsTheServer(House house) {
        Frame server = welcome(house).at("server");
        for (String field : List.of("id", "epoch", "name", "version")) {
            assertThat(server.text(field)).isNotEmpty();
        }
    }

    private static void theWelcomeTellsWhoOneIs(House house) {
        Peer ada = house.guest("Ada");
        assertThat(ada.id()).isNotEmpty();
        assertThat(ada.welcome().text("user.name")).isEqualTo(ada.name());
        assertThat(ada.welcome().text("user.role")).isIn("member", "admin");
    }

    private static void theWelcomeTellsTheLimits(House house) {
        Frame limits = welcome(house).at("limits");
        for (String field : List.of("frameBytes", "replyBytes", "textChars", "historyPage", "nameChars")) {
            assertThat(limits.number(field)).as(field).isPositive();
        }
        if (limits.has("posts")) {
            assertThat(limits.number("posts.burst")).isPositive();
            assertThat(limits.has("posts.perSecond")).isTrue();
        }
    }

    private static void theWelcomeTellsWhoIsOnline(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        Frame welcome = bob.welcome();
        if (welcome.flag("more")) {
            return; // Those who did not fit follow, which L18 is about.
        }
        assertThat(welcome.texts("online", "id")).contains(ada.id(), bob.id()).doesNotHaveDuplicates();
        assertThat(welcome.texts("online", "name")).contains(ada.name(), bob.name());
        assertThat(welcome.texts("online", "status")).allMatch(Set.of("online", "away", "busy")::contains);
    }
}
