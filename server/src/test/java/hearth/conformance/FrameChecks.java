package hearth.conformance;

import static hearth.conformance.Check.check;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** JSON: its form, and what is broken or merely wrong. */
final class FrameChecks {
    private static final int DEPTH = 32;
    private static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Set<String> CONSTANTS = Set.of("type", "code", "kind", "status", "role", "visibility");

    private FrameChecks() {}

    static List<Check> checks() {
        return List.of(
                check("F1.1", FrameChecks::everyFrameHasAType),
                check("F1.2", FrameChecks::namesAndConstantsAreWrittenAsTheyShouldBe),
                check("F2", FrameChecks::whatIsNestedAsDeepAsAllowedIsRead),
                check("F3.1", FrameChecks::aMessageThatIsMuchTooLargeIsBroken),
                check("F3.2", FrameChecks::whatIsNotUtf8IsBroken),
                check("F3.3", house -> broken(house, "hello")),
                check("F3.3", house -> broken(house, "{\"type\":\"ping\"")),
                check("F3.3", house -> broken(house, "{\"type\":\"ping\"} {}")),
                check("F3.3", house -> broken(house, "")),
                check("F3.4", house -> broken(house, "[{\"type\":\"ping\"}]")),
                check("F3.4", house -> broken(house, "\"ping\"")),
                check("F3.4", house -> broken(house, "null")),
                check("F3.5", house -> broken(house, "{\"id\":1}")),
                check("F3.5", house -> broken(house, "{\"type\":7,\"id\":1}")),
                check("F3.5", house -> broken(house, "{\"type\":null}")),
                check("F3.6", house -> broken(house, nested(DEPTH + 1))),
                check("F3.7", FrameChecks::aSecondHelloIsBroken),
                check("X3", house -> broken(house, "{")),
                check("F4", FrameChecks::aWrongFieldIsAnsweredAndTheConnectionLives),
                check("F5.1", FrameChecks::anUnknownTypeIsAnswered),
                check("F5.2", FrameChecks::beforeHelloNothingIsKnown),
                check("F6.2", FrameChecks::unknownFieldsAreIgnored),
                check("F7.1", house -> refusedInHistory(house, "\"limit\":\"5\"")),
                check("F7.1", house -> refusedInHistory(house, "\"before\":\"5\"")),
                check("F7.2", FrameChecks::oneIsNoBoolean),
                check("F7.3", house -> refusedInHistory(house, "\"limit\":5.0")),
                check("F7.3", house -> refusedInHistory(house, "\"limit\":5e0")),
                check("F8", FrameChecks::nullIsAbsent),
                check("F9.1", FrameChecks::timesHaveMilliseconds));
    }

    private static void everyFrameHasAType(House house) {
        assertThat(aBusyDay(house)).allSatisfy(frame -> assertThat(frame.type()).isNotEmpty());
    }

    private static void namesAndConstantsAreWrittenAsTheyShouldBe(House house) {
        assertThat(aBusyDay(house)).allSatisfy(frame -> checkNames(frame.json(), frame.is("type", "ok")));
    }

    /** All that came to somebody who tried a little of everything. */
    private static List<Frame> aBusyDay(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String room = bob.createRoom();
        ada.join(room);
        ada.post(room, "Hello @" + bob.name());
        ada.ok("history", "conversation", room);
        ada.ok("members", "conversation", room);
        ada.ok("rooms");
        String direct = ada.openDirect(bob).text("id");
        ada.post(direct, "psst");
        ada.refused("unknown-conversation", "join", "conversation", "nowhere");
        ada.ok("leave", "conversation", room);
        ada.next("conversation-gone");
        ada.settle();
        return ada.wire().received();
    }

    private static void checkNames(JsonNode node, boolean keyedByIds) {
        node.forEachEntry((name, value) -> {
            // The results of sync stand under ids.
            if (!(keyedByIds && name.equals("conversations"))) {
                assertThat(name).matches(CAMEL);
                checkNames(value, false);
            }
            if (CONSTANTS.contains(name) && value.isString()) {
                assertThat(value.asString()).as(name).matches(KEBAB);
            }
        });
        if (node.isArray()) {
            node.forEach(each -> checkNames(each, false));
        }
    }

    private static void whatIsNestedAsDeepAsAllowedIsRead(House house) {
        Peer ada = house.guest("Ada");
        ada.send(nested(DEPTH));
        ada.await("the pong", frame -> frame.is("t", "deep"));
    }

    /** A ping with an unknown field; so many levels in all. */
    private static String nested(int levels) {
        return "{\"type\":\"ping\",\"t\":\"deep\",\"more\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
    }

    private static void aMessageThatIsMuchTooLargeIsBroken(House house) {
        Peer ada = house.guest("Ada");
        long most = ada.welcome().number("limits.frameBytes");
        ada.send(TransportChecks.padded("large", 2 * most));
        assertThat(ada.closeCode()).isEqualTo(1009);
    }

    private static void whatIsNotUtf8IsBroken(House house) throws Exception {
        RawPeer eve = house.raw("Eve");
        byte[] text = "{\"type\":\"ping\",\"t\":\"?\"}".getBytes(UTF_8);
        text[text.length - 3] = (byte) 0xC3;
        eve.frame(0x81, text);
        assertThat(eve.readToClose()).isEqualTo(1007);
    }

    private static void broken(House house, String text) {
        Peer eve = house.guest("Eve");
        eve.send(text);
        assertThat(eve.closeCode()).isEqualTo(4000);
    }

    private static void aSecondHelloIsBroken(House house) {
        Peer ada = house.guest("Ada");
        ada.refusedRaw(
                "already-logged-in",
                77,
                Peer.helloFrame(77, "kind", "token", "token", ada.account().token()));
        assertThat(ada.closeCode()).isEqualTo(4000);
    }

    private static void aWrongFieldIsAnsweredAndTheConnectionLives(House house) {
        Peer ada = house.guest("Ada");
        ada.refused("bad-frame", "post", "conversation", ada.lobby(), "clientId", "c");
        ada.refused("bad-frame", "post", "conversation", 7, "clientId", "c", "text", "x");
        ada.refused("bad-frame", "post", "conversation", ada.lobby(), "clientId", "c", "text", List.of("x"));
        ada.refused("bad-frame", "sync", "conversations", List.of(ada.lobby()));
        ada.settle();
    }

    private static void anUnknownTypeIsAnswered(House house) {
        Peer ada = house.guest("Ada");
        ada.refused("unknown-type", "dance");
        ada.settle();
    }

    private static void beforeHelloNothingIsKnown(House house) {
        Peer ada = house.connect("Ada");
        ada.refused("not-logged-in", "dance");
        ada.refused("not-logged-in", "sync", "conversations", Frame.object());
        ada.logIn(house.account("Ada"));
    }

    private static void unknownFieldsAreIgnored(House house) {
        Peer ada = house.guest("Ada");
        String text = house.unique();
        ada.ok(
                "post",
                "conversation",
                ada.lobby(),
                "clientId",
                text,
                "text",
                text,
                "colour",
                "red",
                "size",
                1.5,
                "parts",
                List.of(1, Frame.object("type", "ping")));
        ada.message(ada.lobby(), text);
    }

    private static void refusedInHistory(House house, String field) {
        Peer ada = house.guest("Ada");
        house.offer().require("history");
        long id = ada.nextId();
        ada.refusedRaw(
                "bad-frame",
                id,
                "{\"type\":\"history\",\"id\":" + id + ",\"conversation\":\"" + ada.lobby() + "\"," + field + "}");
        ada.settle();
    }

    private static void oneIsNoBoolean(House house) {
        Peer ada = house.guest("Ada");
        ada.refused("bad-frame", "log-out", "everywhere", 1);
        ada.refused("bad-frame", "log-out", "everywhere", "true");
        ada.settle();
    }

    private static void nullIsAbsent(House house) {
        Peer ada = house.guest("Ada");
        Frame page = ada.ok("history", "conversation", ada.lobby(), "before", null, "limit", null, "around", null);
        assertThat(page.list("items")).isNotEmpty();
    }

    private static void timesHaveMilliseconds(House house) {
        Peer ada = house.guest("Ada");
        String text = house.unique();
        assertThat(ada.post(ada.lobby(), text).text("at")).matches(TIME);
        assertThat(ada.message(ada.lobby(), text).text("at")).matches(TIME);
        assertThat(ada.ok("history", "conversation", ada.lobby()).texts("items", "at"))
                .allMatch(TIME.asMatchPredicate());
    }
}
