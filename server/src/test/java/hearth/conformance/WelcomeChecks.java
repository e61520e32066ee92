package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code welcome} tells, and how it goes on. */
final class WelcomeChecks {
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

    private WelcomeChecks() {}

    static List<Check> checks() {
        return List.of(
                check("L14.1 L22.10", WelcomeChecks::whoBringsNoTokenGetsOne),
                check("L14.2", WelcomeChecks::theTokenIsToldOnce),
                check("L15.1", WelcomeChecks::theServerIsTheSameForAll),
                check("L18.1 L18.2 L22.11", WelcomeChecks::aLargeWelcomeGoesOn),
                check("L20", WelcomeChecks::fromTheWelcomeOnNothingIsMissing),
                check("L22.1", house -> assertThat(welcome(house).number("re")).isEqualTo(1)),
                check("L22.2", WelcomeChecks::theWelcomeTellsTheServer),
                check("L22.3", WelcomeChecks::theWelcomeTellsWhoOneIs),
                check(
                        "L22.4",
                        house ->
                                assertThat(welcome(house).number("heartbeatMs")).isPositive()),
                check("L22.5", WelcomeChecks::theWelcomeTellsTheLimits),
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
                check("L22.9", WelcomeChecks::theWelcomeTellsWhoIsOnline));
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
        Set<String> rooms = new HashSet<>(Set.of(ada.lobby()));
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

    private static Frame welcome(House house) {
        return house.guest("Ada").welcome();
    }
}
