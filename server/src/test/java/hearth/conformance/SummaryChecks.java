package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What the summary of a room tells. */
final class SummaryChecks {
    private static final String ADA = "Ada";
    private static final String BOB = "Bob";

    private SummaryChecks() {}

    static List<Check> checks() {
        return List.of(
                check("C4.1", house -> assertThat(summary(house).text("id")).isNotEmpty()),
                check("C4.2", house -> assertThat(summary(house).text("kind")).isEqualTo("room")),
                check("C4.3", SummaryChecks::theSummaryNamesTheRoom),
                check("C4.4", house -> assertThat(summary(house).text("role")).isEqualTo("owner")),
                check("C4.6", SummaryChecks::theSummaryCountsTheMembers),
                check("C4.7", SummaryChecks::theSummaryTellsTheHead),
                check("C4.8", SummaryChecks::theSummaryTellsTheMarker),
                check("C4.9", SummaryChecks::theSummaryCountsWhatOthersWrote),
                check("C4.10", SummaryChecks::theSummaryCountsMentions),
                check("C4.11", SummaryChecks::theSummaryShowsTheLastMessage),
                check("C4.11", SummaryChecks::theLastMessageIsCut),
                check("C6.1", SummaryChecks::whoJoinsHasReadAll),
                check("C6.2", SummaryChecks::postingMovesNoMarker));
    }

    private static void theSummaryNamesTheRoom(House house) {
        Frame summary = summary(house);
        assertThat(summary.text("name")).isNotEmpty();
        assertThat(summary.text("topic")).isEqualTo("What grows");
        assertThat(summary.text("visibility")).isEqualTo("public");
    }

    private static void theSummaryCountsTheMembers(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        assertThat(house.again(ada).summary(room).number("members")).isEqualTo(1);
        assertThat(house.guest(BOB).join(room).number("members")).isEqualTo(2);
    }

    private static void theSummaryTellsTheHead(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long seq = ada.post(room, "text").number("seq");
        assertThat(house.again(ada).summary(room).number("head")).isEqualTo(seq);
    }

    private static void theSummaryTellsTheMarker(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        long joined = bob.join(room).number("head");
        ada.post(room, "unread");
        assertThat(house.again(bob).summary(room).number("read")).isEqualTo(joined);
    }

    private static void theSummaryCountsWhatOthersWrote(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        ada.post(room, "one");
        ada.post(room, "two");
        bob.post(room, "my own");
        assertThat(house.again(bob).summary(room).number("unread")).isEqualTo(2);
        assertThat(house.again(ada).summary(room).number("unread")).isEqualTo(1);
    }

    private static void theSummaryCountsMentions(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        ada.post(room, "Hello");
        ada.post(room, "Hello @" + bob.name());
        assertThat(house.again(bob).summary(room).number("mentions")).isEqualTo(1);
        assertThat(house.again(ada).summary(room).number("mentions")).isZero();
    }

    private static void theSummaryShowsTheLastMessage(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        assertThat(house.again(ada).summary(room).has("last"))
                .as("a last message where there is none")
                .isFalse();
        ada.post(room, "first");
        long seq = ada.post(room, "second").number("seq");
        Frame last = bob.join(room).at("last");
        assertThat(last.number("seq")).isEqualTo(seq);
        assertThat(last.text("text")).isEqualTo("second");
    }

    private static void theLastMessageIsCut(House house) {
        Peer ada = house.guest(ADA);
        if (ada.welcome().number("limits.textChars") <= 200) {
            throw new NotOfferedException("no text is as long as what is cut");
        }
        String room = ada.createRoom();
        ada.post(room, "😀".repeat(201));
        assertThat(house.again(ada).summary(room).text("last.text")).isEqualTo("😀".repeat(200));
    }

    private static void whoJoinsHasReadAll(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        ada.post(room, "old");
        Frame summary = house.guest(BOB).join(room);
        assertThat(summary.number("read")).isEqualTo(summary.number("head"));
        assertThat(summary.number("unread")).isZero();
    }

    private static void postingMovesNoMarker(House house) {
        Peer ada = house.guest(ADA);
        Frame made = ada.makeRoom("public");
        String room = made.text("id");
        ada.post(room, "one");
        ada.post(room, "two");
        assertThat(house.again(ada).summary(room).number("read")).isEqualTo(made.number("read"));
    }

    private static Frame summary(House house) {
        return house.guest(ADA)
                .ok("create-room", "name", house.unique(), "topic", "What grows", "visibility", "public")
                .at("conversation");
    }
}
