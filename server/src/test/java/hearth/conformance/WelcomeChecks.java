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
                check("L22.8", WelcomeChecks::theWelcomeTellsTheConversations),
                check("L22.9", WelcomeChecks::theWelcomeTellsWhoIsOnline));
    }

    private static void whoBringsNoTokenGetsOne(House house) {
        Peer.Account account = house.account("Ada");
        Frame welcome =
                house.hello("Ada", "kind", "guest", "name", account.name()).greeting();
        assertThat(welcome.text("token")).matches("[A-Za-z0-9_-]{43,128}");
        Peer again = house.logInAgain("Ada2", new Peer.Account(account.name(), welcome.text("token")));
        assertThat(again.id()).isEqualTo(welcome.text("user.id"));
    }

    private static void theTokenIsToldOnce(House house) {
        Peer ada = house.guest("Ada");
        assertThat(ada.welcome().has("token")).as("a token for who brought one").isFalse();
        Peer.Account account = house.account("Bob");
        Frame welcome =
                house.hello("Bob", "kind", "guest", "name", account.name()).greeting();
        Peer again = house.logInAgain("Bob2", new Peer.Account(account.name(), welcome.text("token")));
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
        Set<String> rooms = new HashSet<>(conversations(ada));
        String topic = "😀".repeat(250);
        int count = Math.toIntExact(ada.welcome().number("limits.replyBytes") / 1_000) + 20;
        for (int i = 0; i < count; i++) {
            rooms.add(ada.ok("create-room", "name", house.unique(), "topic", topic, "visibility", "private")
                    .text("conversation.id"));
        }
        Peer again = house.again(ada);
        assertThat(parts(again)).as("parts of the welcome").hasSizeGreaterThan(1);
        assertThat(conversations(again)).containsExactlyInAnyOrderElementsOf(rooms);
    }

    /** The welcome, and what belongs to it of what follows. */
    private static List<Frame> parts(Peer peer) {
        peer.settle();
        List<Frame> parts = new ArrayList<>();
        for (Frame frame : peer.wire().received()) {
            boolean part = Set.of("welcome", "conversation", "presence").contains(frame.type());
            if (part && (parts.isEmpty() || parts.getLast().flag("more"))) {
                parts.add(frame);
            }
        }
        assertThat(parts.getLast().flag("more")).as("more behind the last part").isFalse();
        return parts;
    }

    /** The ids of all conversations that the welcome and its other parts tell. */
    private static List<String> conversations(Peer peer) {
        List<String> told = new ArrayList<>(peer.welcome().texts("conversations", "id"));
        parts(peer).stream()
                .filter(part -> part.is("type", "conversation"))
                .forEach(part -> told.add(part.text("conversation.id")));
        return told;
    }

    private static void theWelcomeTellsTheConversations(House house) {
        Peer ada = house.guest("Ada");
        Set<String> own = new HashSet<>(conversations(ada));
        assertThat(own).contains(ada.lobby());
        own.add(ada.createRoom());
        own.add(ada.createRoom("private"));
        String left = ada.createRoom();
        ada.ok("leave", "conversation", left);
        own.add(ada.openDirect(house.guest("Bob")).text("id"));
        assertThat(conversations(house.again(ada))).containsExactlyInAnyOrderElementsOf(own);
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
        long last = bob.post(room, "the last").number("seq");
        again.message(room, "the last");
        assertThat(Pages.seqs(again.events(room))).isEqualTo(Pages.range(head + 1, last));
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
            assertThat(limits.decimal("posts.perSecond")).isPositive();
        }
    }

    private static void theWelcomeTellsWhoIsOnline(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        List<Frame> online = new ArrayList<>(bob.welcome().list("online"));
        parts(bob).stream()
                .filter(part -> part.is("type", "presence"))
                .forEach(part -> online.addAll(part.list("changes")));
        assertThat(online.stream().map(each -> each.text("id")))
                .contains(ada.id(), bob.id())
                .doesNotHaveDuplicates();
        assertThat(online.stream().map(each -> each.text("name"))).contains(ada.name(), bob.name());
        assertThat(online.stream().map(each -> each.text("status")))
                .allMatch(Set.of("online", "away", "busy")::contains);
    }

    private static Frame welcome(House house) {
        return house.guest("Ada").welcome();
    }
}
