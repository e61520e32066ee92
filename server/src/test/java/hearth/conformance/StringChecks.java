package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Texts, names and ids, as far as they belong to the core. */
final class StringChecks {
    private static final int LEAST_ID_CHARS = 10;
    private static final String SOME_CONVERSATION = "somewhere";

    private StringChecks() {}

    static List<Check> checks() {
        return List.of(
                check("S1.1", StringChecks::textsAreCountedInCodePoints),
                check("S1.1", StringChecks::namesAreCountedInCodePoints),
                check("S2.1", house -> refusedText(house, "\\ud83d")),
                check("S2.1", house -> refusedText(house, "\\udc00 \\ud83d")),
                check("S2.2", house -> refusedText(house, "a\\u0000b")),
                check("S3", StringChecks::textsStayAsTheyCame),
                check("S4", StringChecks::whatNobodySeesIsEmpty),
                check("S5.1", StringChecks::namesHaveALength),
                check("S5.2", StringChecks::namesOfAllKindsAreTaken),
                check("S5.2", house -> invalid(house, "a/b", "<b>", "a  b", "a ", "a,b", "a@b", "a\"b")),
                check("S5.3", house -> invalid(house, "-a", ".a", "'a", "_a", " a", "\u0301a")),
                check(
                        "S5.4",
                        house -> invalid(
                                house,
                                "a\u0007b",
                                "a\u200Bb",
                                "a\u202Eb",
                                "a\u00ADb",
                                "a\u0378b",
                                "a\u3164b",
                                "a\u034Fb")),
                check("S6.2", StringChecks::caseAndWidthMakeNoOtherName),
                check("S7", StringChecks::theNfkcFormIsTheName),
                check("S8", StringChecks::namesOfPrivateRoomsAreTakenToo),
                check("S9.1", StringChecks::idsAreLong),
                check("S9.2", StringChecks::noTwoIdsAreTheSame),
                check("S10.1", StringChecks::inEventsPeopleAreObjects),
                check("S10.3", StringChecks::elsewhereUsersAreIds));
    }

    private static void textsAreCountedInCodePoints(House house) {
        Peer ada = house.guest("Ada");
        int most = Math.toIntExact(ada.welcome().number("limits.textChars"));
        ada.post(ada.createRoom(), ada.longest());
        ada.refused(
                "too-long",
                "post",
                "conversation",
                ada.lobby(),
                "clientId",
                house.unique(),
                "text",
                "x".repeat(most + 1));
    }

    private static void namesAreCountedInCodePoints(House house) {
        Peer ada = house.guest("Ada");
        int most = Math.toIntExact(ada.welcome().number("limits.nameChars"));
        String name = house.unique() + "😀".repeat(most - 10);
        assertThat(create(ada, name).text("conversation.name")).isEqualTo(name);
    }

    private static void refusedText(House house, String escaped) {
        Peer ada = house.guest("Ada");
        long id = ada.nextId();
        ada.refusedRaw(
                "bad-frame",
                id,
                "{\"type\":\"post\",\"id\":" + id + ",\"conversation\":\"" + ada.lobby()
                        + "\",\"clientId\":\"c\",\"text\":\"" + escaped + "\"}");
        ada.settle();
    }

    private static void textsStayAsTheyCame(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String room = ada.createRoom();
        bob.join(room);
        String text = " \t<b>&amp;</b> A\u030A ﬁ \u202E 世界 \r\n\\\"/\u0007\u2028 " + house.unique() + "\n ";
        ada.post(room, text);
        bob.message(room, text);
        assertThat(Pages.messages(bob, room)).anyMatch(item -> item.is("text", text));
    }

    private static void whatNobodySeesIsEmpty(House house) {
        Peer ada = house.guest("Ada");
        for (String text : List.of("", " ", "\t\r\n", "\u200B", "\u00AD \u00A0", "\u3164", "\uFE0F", "\u2060\u3000")) {
            ada.refused("empty", "post", "conversation", ada.lobby(), "clientId", "c", "text", text);
        }
    }

    private static void namesHaveALength(House house) {
        Peer ada = house.guest("Ada");
        int most = Math.toIntExact(ada.welcome().number("limits.nameChars"));
        String longest = house.unique() + "x".repeat(most - 10);
        create(ada, longest);
        ada.refused("name-invalid", "create-room", "name", longest + "x", "visibility", "public");
        ada.refused("name-invalid", "create-room", "name", "", "visibility", "public");
        // One letter that NFKC makes eighteen of.
        ada.refused("name-invalid", "create-room", "name", house.unique() + "\uFDFA\uFDFA", "visibility", "public");
    }

    private static void namesOfAllKindsAreTaken(House house) {
        Peer ada = house.guest("Ada");
        String unique = house.unique();
        for (String name : List.of("Zoë " + unique, "会议 " + unique, "7-" + unique, unique + "_.'’-", "☕️ " + unique)) {
            assertThat(create(ada, name).text("conversation.name")).isEqualTo(name);
        }
    }

    private static void invalid(House house, String... names) {
        Peer ada = house.guest("Ada");
        for (String name : names) {
            ada.refused("name-invalid", "create-room", "name", name, "visibility", "public");
        }
        Frame refused = house.hello("Eve", "kind", "guest", "name", names[0], "token", house.token())
                .greeting();
        assertThat(refused.text("code")).isEqualTo("name-invalid");
    }

    private static void caseAndWidthMakeNoOtherName(House house) {
        Peer ada = house.guest("Ada");
        String name = house.unique();
        create(ada, name);
        ada.refused("exists", "create-room", "name", name.toUpperCase(java.util.Locale.ROOT), "visibility", "public");
        ada.refused("exists", "create-room", "name", wide(name), "visibility", "public");
        String other = ada.name().toUpperCase(java.util.Locale.ROOT);
        Frame refused = house.hello("Eve", "kind", "guest", "name", other, "token", house.token())
                .greeting();
        assertThat(refused.text("code")).isEqualTo("name-taken");
    }

    private static void theNfkcFormIsTheName(House house) {
        String name = house.unique();
        Peer ada = house.logIn("Ada", new Peer.Account(wide(name), house.token()));
        assertThat(ada.welcome().text("user.name")).isEqualTo(name);
        assertThat(create(ada, wide(name)).text("conversation.name")).isEqualTo(name);
    }

    /** The same letters in their full-width forms. */
    private static String wide(String ascii) {
        StringBuilder wide = new StringBuilder();
        ascii.chars().forEach(letter -> wide.append((char) (letter - '!' + '！')));
        return wide.toString();
    }

    private static void namesOfPrivateRoomsAreTakenToo(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String name = house.unique();
        ada.ok("create-room", "name", name, "visibility", "private");
        bob.refused("exists", "create-room", "name", name, "visibility", "private");
        bob.refused("exists", "create-room", "name", name, "visibility", "public");
    }

    private static void idsAreLong(House house) {
        Peer ada = house.guest("Ada");
        assertThat(List.of(ada.id(), ada.lobby(), ada.createRoom()))
                .as("64 bits need %d characters", LEAST_ID_CHARS)
                .allMatch(id -> id.length() >= LEAST_ID_CHARS);
    }

    private static void noTwoIdsAreTheSame(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        Set<String> ids = new HashSet<>(List.of(ada.id(), bob.id(), ada.lobby()));
        for (int i = 0; i < 10; i++) {
            ids.add(ada.createRoom());
        }
        ids.add(ada.openDirect(bob).text("id"));
        assertThat(ids).hasSize(14).doesNotContain(SOME_CONVERSATION);
    }

    private static void inEventsPeopleAreObjects(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String room = ada.createRoom();
        bob.join(room);
        Frame joined = ada.event(room, "joined");
        for (String person : List.of("author", "user")) {
            assertThat(joined.text(person + ".id")).isEqualTo(bob.id());
            assertThat(joined.text(person + ".name")).isEqualTo(bob.name());
        }
    }

    private static void elsewhereUsersAreIds(House house) {
        house.offer().require("read");
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String direct = ada.openDirect(bob).text("id");
        long seq = ada.post(direct, "read me").number("seq");
        bob.next("conversation");
        bob.ok("read", "conversation", direct, "seq", seq);
        assertThat(ada.next("read").text("user")).isEqualTo(bob.id());
    }

    private static Frame create(Peer peer, String name) {
        return peer.ok("create-room", "name", name, "visibility", "public");
    }
}
