package hearth.server.history;

import static hearth.server.history.Scribe.ADA;
import static hearth.server.history.Scribe.BOB;
import static hearth.server.history.Scribe.DEN;
import static hearth.server.history.Scribe.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer.Hit;
import hearth.protocol.Answer.Range;
import hearth.protocol.Answer.SearchPage;
import hearth.protocol.FrameCodec;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private static final int ENOUGH = 262_144;
    private static final Set<String> BOTH = Set.of(LOBBY, DEN);

    @TempDir
    Path folder;

    private HistoryStore store;
    private HistoryReader reader;
    private Scribe scribe;

    @BeforeEach
    void open() throws Exception {
        store = SqliteHistoryStore.open(folder, new SecureRandom());
        reader = store.openReader();
        scribe = Scribe.withRooms(store);
    }

    @AfterEach
    void close() {
        reader.close();
        store.close();
    }

    private SearchPage search(String query) throws StorageException {
        return reader.search(query, BOTH, Optional.empty(), Optional.empty(), 50, ENOUGH);
    }

    private List<String> texts(String query) throws StorageException {
        return search(query).hits().stream().map(Hit::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "天",
                "会议",
                "议明",
                "会议明天",
                "👋",
                "👋🏽",
                "\"",
                "\"quoted\"",
                "%",
                "50%",
                "_",
                "a_b",
                "*",
                "'",
                "''",
                ":",
                "NEAR(",
                "text:",
                "^",
                "-",
                "AND",
                "OR NOT",
                "é",
                "CAFÉ",
                "caf",
                "sS",
                "ß",
                "STRAß",
                "Σ",
                "όσος",
                "𐐀",
                "(a",
                "\\",
                "x y",
                "Y Z",
                "` `",
                "d.d",
                "{"
            })
    void everyTextIsFoundAsItStands(String query) throws Exception {
        String everything =
                "会议明天 👋🏽 \"quoted\" 50% a_b * '' NEAR( text: ^ - AND OR NOT café Straße ss ΌΣΟΣ 𐐨 (a) \\ x  x y z d.d {}";
        scribe.say(LOBBY, ADA, everything);
        scribe.say(LOBBY, ADA, "0");
        assertThat(texts(query)).containsExactly(everything);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lik", "l%ke", "l_ke", "li*", "lke", "ke l", "e  t", "\"like\"", "thisX", "天地", "ℓ"})
    void nothingElseIsFound(String query) throws Exception {
        scribe.say(LOBBY, ADA, query.equals("lik") ? "li k" : "like this 天 地");
        assertThat(texts(query)).isEmpty();
    }

    @Test
    void foldingIsSimpleOneCodePointForOne() throws Exception {
        scribe.say(LOBBY, ADA, "STRASSE");
        scribe.say(LOBBY, ADA, "straße");
        scribe.say(LOBBY, ADA, "STRAẞE");
        scribe.say(LOBBY, ADA, "İstanbul");
        scribe.say(LOBBY, ADA, "istanbul");
        scribe.say(LOBBY, ADA, "ΣΊΣΥΦΟΣ");
        assertThat(texts("Straße")).containsExactly("STRAẞE", "straße");
        assertThat(texts("strasse")).containsExactly("STRASSE");
        assertThat(texts("ISTANBUL")).containsExactly("istanbul");
        assertThat(texts("İst")).containsExactly("İstanbul");
        assertThat(texts("σίσυφος")).containsExactly("ΣΊΣΥΦΟΣ");
    }

    @Test
    void rangesAreEveryPlaceInCodeUnitsOfTheText() throws Exception {
        scribe.say(LOBBY, ADA, "👋 aXa AxA");
        assertThat(search("axa").hits().getFirst().ranges()).containsExactly(new Range(3, 6), new Range(7, 10));
        scribe.say(DEN, ADA, "👋👋👋");
        assertThat(search("👋").hits().getFirst().ranges())
                .containsExactly(new Range(0, 2), new Range(2, 4), new Range(4, 6));
        assertThat(search("👋👋").hits().getFirst().ranges()).containsExactly(new Range(0, 4), new Range(2, 6));
        String ligature = "\uD837\uDF95";
        scribe.say(DEN, ADA, ligature + "-" + ligature + "ab");
        assertThat(search("ßAB").hits().getFirst().ranges()).containsExactly(new Range(3, 7));
        assertThat(search("ß").hits().getFirst().ranges()).containsExactly(new Range(0, 2), new Range(3, 5));
    }

    @Test
    void hitsAreNewestFirstInTheOrderOfStorage() throws Exception {
        scribe.say(LOBBY, ADA, "find 1");
        scribe.say(DEN, BOB, "find 2");
        scribe.say(LOBBY, ADA, "find 3");
        assertThat(texts("find")).containsExactly("find 3", "find 2", "find 1");
        Hit hit = search("find 2").hits().getFirst();
        assertThat(hit).isEqualTo(new Hit(DEN, 1, Scribe.START.plusMillis(1), BOB, "find 2", List.of(new Range(0, 6))));
    }

    @Test
    void onlyTheCurrentTextOfWhatMayBeReadIsFound() throws Exception {
        long edited = scribe.say(LOBBY, ADA, "before it");
        long deleted = scribe.say(LOBBY, ADA, "secret it");
        scribe.say(DEN, BOB, "private it");
        scribe.edit(LOBBY, ADA, edited, "behind it");
        scribe.edit(LOBBY, ADA, deleted, "secret it too");
        scribe.delete(LOBBY, ADA, deleted);
        assertThat(texts("before")).isEmpty();
        assertThat(texts("secret")).isEmpty();
        assertThat(texts("it")).containsExactly("private it", "behind it");
        assertThat(reader.search("it", Set.of(LOBBY), Optional.empty(), Optional.empty(), 9, ENOUGH)
                        .hits())
                .extracting(Hit::conversation)
                .containsExactly(LOBBY);
        assertThat(reader.search("it", BOTH, Optional.of(BOB.id()), Optional.empty(), 9, ENOUGH)
                        .hits())
                .extracting(Hit::author)
                .containsExactly(BOB);
        assertThat(reader.search("it", Set.of(), Optional.empty(), Optional.empty(), 9, ENOUGH)
                        .hits())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 7})
    void pagesFollowEachOtherWithoutHoleOrRepetition(int limit) throws Exception {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            expected.addFirst("find " + i);
            scribe.say(i % 2 == 0 ? LOBBY : DEN, ADA, "find " + i);
            scribe.say(LOBBY, ADA, "else");
        }
        List<String> found = new ArrayList<>();
        Optional<String> next = Optional.empty();
        boolean more = true;
        while (more) {
            SearchPage page = reader.search("find", BOTH, Optional.empty(), next, limit, ENOUGH);
            assertThat(page.hits()).hasSizeBetween(1, limit);
            page.hits().forEach(hit -> found.add(hit.text()));
            more = page.more();
            next = page.next();
            assertThat(next.isPresent()).isEqualTo(more);
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aPageIsCutToItsBytes() throws Exception {
        for (int i = 0; i < 4; i++) {
            scribe.say(LOBBY, ADA, i + " find " + "\"".repeat(400));
        }
        SearchPage first = reader.search("find", BOTH, Optional.empty(), Optional.empty(), 50, 3_000);
        assertThat(first.hits()).extracting(Hit::seq).containsExactly(4L, 3L);
        assertThat(first.more()).isTrue();
        SearchPage second = reader.search("find", BOTH, Optional.empty(), first.next(), 50, 1);
        assertThat(second.hits()).extracting(Hit::seq).containsExactly(2L);
        assertThat(second.more()).isTrue();
        FrameCodec codec = new FrameCodec();
        int exact = FrameCodec.PAGE_ENVELOPE_BYTES
                + first.hits().stream()
                        .mapToInt(hit -> codec.encodedLength(hit) + 1)
                        .sum();
        assertThat(reader.search("find", BOTH, Optional.empty(), Optional.empty(), 50, exact)
                        .hits())
                .hasSize(2);
        assertThat(reader.search("find", BOTH, Optional.empty(), Optional.empty(), 50, exact - 1)
                        .hits())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "1", "s0", "s-1", "sABC", "s1 ", "szzzzzzzzzzzzz", "' OR 1=1", "x9"})
    void aCursorThatNobodyMadeGivesAnEmptyPage(String cursor) throws Exception {
        scribe.say(LOBBY, ADA, "find");
        assertThat(reader.search("find", BOTH, Optional.empty(), Optional.of(cursor), 9, ENOUGH))
                .isEqualTo(new SearchPage(List.of(), false, Optional.empty()));
    }

    @Test
    void oneSearchLooksAtSoManyMessagesAndTheNextGoesOnBehindThem() throws Exception {
        scribe.say(DEN, ADA, "x marks the spot");
        store.begin();
        for (int i = 0; i < MessageSearch.MOST_STEPS; i++) {
            store.apply(new Change.Appended(scribe.message(LOBBY, ADA, "x")));
        }
        store.commit();
        SearchPage first = reader.search("x", Set.of(DEN), Optional.empty(), Optional.empty(), 9, ENOUGH);
        assertThat(first.hits()).isEmpty();
        assertThat(first.more()).isTrue();
        SearchPage second = reader.search("x", Set.of(DEN), Optional.empty(), first.next(), 9, ENOUGH);
        assertThat(second.hits()).extracting(Hit::text).containsExactly("x marks the spot");
        assertThat(second.more()).isFalse();
    }

    @Test
    void theIndexIsMadeAnewUnderAnotherVersionOfUnicode() throws Exception {
        scribe.say(LOBBY, ADA, "Hello");
        long edited = scribe.say(LOBBY, ADA, "old");
        scribe.edit(LOBBY, ADA, edited, "Hello again");
        scribe.delete(LOBBY, ADA, scribe.say(LOBBY, ADA, "Hello, gone"));
        reader.close();
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("hearth.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE server SET folding = '1.1'");
            statement.executeUpdate("DELETE FROM search_grams");
            statement.executeUpdate("INSERT INTO search_grams VALUES (0, 120)");
        }
        store = SqliteHistoryStore.open(folder, new SecureRandom());
        reader = store.openReader();
        assertThat(texts("hello")).containsExactly("Hello again", "Hello");
        assertThat(texts("h")).containsExactly("Hello again", "Hello");
        assertThat(texts("x")).isEmpty();
        Scribe next = new Scribe(store);
        next.heads(LOBBY, scribe.head(LOBBY));
        next.edit(LOBBY, ADA, 1, "bye");
        assertThat(texts("hello")).containsExactly("Hello again");
    }
}
