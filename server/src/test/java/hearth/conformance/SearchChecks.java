package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Finding what was said. */
final class SearchChecks {
    private SearchChecks() {}

    static List<Check> checks() {
        return List.of(
                check("R-search-0", SearchChecks::theNewestComeFirst),
                check("R-search-0", SearchChecks::itCanBeNarrowed),
                check("R-search-0", SearchChecks::hitsHavePages),
                check("R-search-1.1", SearchChecks::aQueryIsTakenLiterally),
                check("R-search-1.2", SearchChecks::caseDoesNotMatter),
                check("R-search-2", SearchChecks::whatOneMayNotReadIsNotFound),
                check("R-search-2", SearchChecks::theCurrentTextIsFound),
                check("R-search-3", SearchChecks::aHitTellsEveryPlace),
                check("S1.2", SearchChecks::rangesCountCodeUnits),
                check("S10.2", SearchChecks::theAuthorIsAnObject),
                check("R-len-2", SearchChecks::aQueryHasALength));
    }

    private static Frame search(Peer peer, String query, Object... more) {
        Object[] fields = new Object[2 + more.length];
        fields[0] = "query";
        fields[1] = query;
        System.arraycopy(more, 0, fields, 2, more.length);
        return peer.ok("search", fields);
    }

    private static void theNewestComeFirst(House house) {
        Peer ada = house.guest("Ada");
        String room = ada.createRoom();
        String word = house.unique();
        ada.post(room, "first " + word);
        ada.post(ada.lobby(), "second " + word);
        ada.post(room, "third " + word);
        Frame answer = search(ada, word);
        assertThat(answer.texts("hits", "text")).containsExactly("third " + word, "second " + word, "first " + word);
        assertThat(answer.flag("more")).isFalse();
    }

    private static void itCanBeNarrowed(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String room = ada.createRoom();
        bob.join(room);
        String word = house.unique();
        ada.post(room, "Ada here " + word);
        bob.post(room, "Bob here " + word);
        bob.post(bob.lobby(), "Bob there " + word);
        assertThat(search(ada, word, "conversation", room).list("hits")).hasSize(2);
        assertThat(search(ada, word, "author", bob.id()).list("hits")).hasSize(2);
        assertThat(search(ada, word, "author", bob.id(), "conversation", room).texts("hits", "text"))
                .containsExactly("Bob here " + word);
    }

    private static void hitsHavePages(House house) {
        Peer ada = house.guest("Ada");
        String room = ada.createRoom();
        String word = house.unique();
        for (int i = 0; i < 5; i++) {
            ada.post(room, word + " " + i);
        }
        Frame page = search(ada, word, "limit", 3);
        assertThat(page.flag("more")).isTrue();
        List<String> texts = new ArrayList<>(page.texts("hits", "text"));
        while (page.flag("more")) {
            page = search(ada, word, "limit", 3, "before", page.json().get("next"));
            assertThat(page.list("hits")).hasSizeBetween(1, 3);
            texts.addAll(page.texts("hits", "text"));
        }
        assertThat(texts).containsExactly(word + " 4", word + " 3", word + " 2", word + " 1", word + " 0");
    }

    private static void aQueryIsTakenLiterally(House house) {
        Peer ada = house.guest("Ada");
        String room = ada.createRoom();
        String word = house.unique();
        for (String text : List.of("100% \"" + word + "\" a_b* OR NOT (x)", word + "会议室", "😀" + word)) {
            ada.post(room, text);
        }
        assertThat(search(ada, "0% \"" + word + "\" a_b* OR NOT (").list("hits"))
                .hasSize(1);
        assertThat(search(ada, word + "会", "conversation", room).list("hits")).hasSize(1);
        assertThat(search(ada, "议", "conversation", room).list("hits")).hasSize(1);
        assertThat(search(ada, "😀", "conversation", room).list("hits")).hasSize(1);
        assertThat(search(ada, "a%b", "conversation", room).list("hits")).isEmpty();
        assertThat(search(ada, word.substring(2, 8)).list("hits")).hasSize(3);
    }

    private static void caseDoesNotMatter(House house) {
        Peer ada = house.guest("Ada");
        String room = ada.createRoom();
        String word = house.unique();
        ada.post(room, "ÄÖ ΣΟΦΟΣ Привет " + word);
        for (String query : List.of("äö", "σοφοσ", "σοφος", "ПРИВЕТ", word.toUpperCase(java.util.Locale.ROOT))) {
            assertThat(search(ada, query, "conversation", room).list("hits"))
                    .as(query)
                    .hasSize(1);
        }
        assertThat(search(ada, "ao", "conversation", room).list("hits")).isEmpty();
    }

    private static void whatOneMayNotReadIsNotFound(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String word = house.unique();
        String room = ada.createRoom("private");
        ada.post(room, word);
        ada.post(ada.openDirect(house.guest("Cyd")).text("id"), word);
        assertThat(search(ada, word).list("hits")).hasSize(2);
        assertThat(search(bob, word).list("hits")).isEmpty();
        bob.refused("unknown-conversation", "search", "query", word, "conversation", room);
    }

    private static void theCurrentTextIsFound(House house) {
        Peer ada = house.guest("Ada");
        String room = ada.createRoom();
        String first = house.unique();
        String second = house.unique();
        long target = ada.post(room, first).number("seq");
        ada.ok("edit", "conversation", room, "target", target, "text", second);
        assertThat(search(ada, first).list("hits")).isEmpty();
        assertThat(search(ada, second).list("hits")).hasSize(1);
    }

    private static void aHitTellsEveryPlace(House house) {
        Peer ada = house.guest("Ada");
        String word = house.unique();
        Frame posted = ada.post(ada.lobby(), word + " and " + word);
        Frame hit = search(ada, word).list("hits").getFirst();
        assertThat(hit.text("conversation")).isEqualTo(ada.lobby());
        assertThat(hit.number("seq")).isEqualTo(posted.number("seq"));
        assertThat(hit.text("at")).isEqualTo(posted.text("at"));
        assertThat(hit.text("text")).isEqualTo(word + " and " + word);
        assertThat(hit.json().get("ranges")).hasToString("[[0,10],[15,25]]");
    }

    private static void rangesCountCodeUnits(House house) {
        Peer ada = house.guest("Ada");
        String word = house.unique();
        ada.post(ada.lobby(), "😀" + word);
        assertThat(search(ada, word).list("hits").getFirst().json().get("ranges"))
                .hasToString("[[2,12]]");
    }

    private static void theAuthorIsAnObject(House house) {
        Peer ada = house.guest("Ada");
        String word = house.unique();
        ada.post(ada.lobby(), word);
        Frame author = search(ada, word).list("hits").getFirst().at("author");
        assertThat(author.text("id")).isEqualTo(ada.id());
        assertThat(author.text("name")).isEqualTo(ada.name());
    }

    private static void aQueryHasALength(House house) {
        Peer ada = house.guest("Ada");
        search(ada, "😀".repeat(200));
        ada.refused("too-long", "search", "query", "x".repeat(201));
        ada.refused("empty", "search", "query", "");
    }
}
