package hearth.client.link.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Abilities;
import hearth.client.link.ChatLink.Recollection;
import hearth.client.link.text.TextDialect;
import hearth.protocol.Answer;
import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    private static final Place LOBBY = new Place.Lobby();
    private static final String ID = LOBBY.id();

    private final Memory memory = new Memory(Abilities.Past.LAST_20);
    private final People people = new People(true);
    private final Answers answers = new Answers(TextDialect.KIND.abilities(), memory, people);

    private void say(int count) {
        for (int i = 0; i < count; i++) {
            memory.say(new Line(LOBBY, "Bo", "line"), "c" + i, ForeignBench.NOW);
        }
    }

    private ServerFrame ask(LongFunction<ClientFrame.Request> request) {
        return answers.of(request.apply(7), "Ada");
    }

    private <T extends Answer> T ok(LongFunction<ClientFrame.Request> request, Class<T> type) {
        return type.cast(((ServerFrame.Ok) ask(request)).answer());
    }

    private HistoryPage page(ClientFrame.Place place, int limit) {
        return ok(id -> new ClientFrame.History(id, ID, place, OptionalInt.of(limit)), HistoryPage.class);
    }

    private static List<Long> numbers(HistoryPage page) {
        return page.items().stream().map(item -> item.event().seq()).toList();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void theLatestPageEndsAtTheHead() {
        say(120);
        HistoryPage page = page(new ClientFrame.Place.Latest(), 50);
        assertThat(numbers(page)).isEqualTo(range(71, 120));
        assertThat(page.asOf()).isEqualTo(120);
        assertThat(page.more()).isTrue();
        assertThat(page.moreAfter()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"100, 50, 50, 99, true", "51, 50, 1, 50, false", "2, 50, 1, 1, false", "200, 10, 111, 120, true"})
    void aPageBeforeANumberEndsRightBeforeIt(long before, int limit, long from, long to, boolean more) {
        say(120);
        HistoryPage page = page(new ClientFrame.Place.Before(before), limit);
        assertThat(numbers(page)).isEqualTo(range(from, to));
        assertThat(page.more()).isEqualTo(more);
        assertThat(page.moreAfter()).isEqualTo(before <= 120);
    }

    @ParameterizedTest
    @CsvSource({
        "95, 50, 96, 100, true, false",
        "0, 50, 1, 50, false, true",
        "40, 10, 41, 50, true, true",
        "50, 50, 51, 100, true, false"
    })
    void aPageAfterANumberBeginsRightBehindIt(
            long after, int limit, long from, long to, boolean more, boolean moreAfter) {
        say(100);
        HistoryPage page = page(new ClientFrame.Place.After(after), limit);
        assertThat(numbers(page)).isEqualTo(range(from, to));
        assertThat(page.more()).isEqualTo(more);
        assertThat(page.moreAfter()).isEqualTo(moreAfter);
    }

    @Test
    void nothingIsBehindTheHead() {
        say(100);
        HistoryPage page = page(new ClientFrame.Place.After(100), 50);
        assertThat(page.items()).isEmpty();
        assertThat(page.moreAfter()).isFalse();
    }

    @Test
    void aPageAroundANumberHasAboutAsManyOnEitherSide() {
        say(100);
        assertThat(numbers(page(new ClientFrame.Place.Around(50), 10))).isEqualTo(range(45, 54));
        assertThat(numbers(page(new ClientFrame.Place.Around(1), 10))).isEqualTo(range(1, 5));
    }

    @Test
    void noPageIsLongerThanWhatTheWelcomeSays() {
        say(300);
        assertThat(page(new ClientFrame.Place.Latest(), 1_000).items()).hasSize(100);
    }

    @Test
    void aConversationThatIsNoneHasNoHistory() {
        assertThat(ask(id ->
                        new ClientFrame.History(id, "#nowhere", new ClientFrame.Place.Latest(), OptionalInt.empty())))
                .isEqualTo(Answers.refusal(7, ErrorCode.UNKNOWN_CONVERSATION));
    }

    @Test
    void syncTellsWhatIsMissingOrThatItIsToBeLoadedAnew() {
        say(3);
        Map<String, Long> cursors = Map.of(ID, 1L, "#nowhere", 0L);
        Map<String, SyncResult> results =
                ok(id -> new ClientFrame.Sync(id, cursors), Answer.Synced.class).conversations();
        assertThat(results.get("#nowhere")).isEqualTo(new SyncResult.Lost(ErrorCode.NOT_MEMBER));
        assertThat(results.get(ID)).isInstanceOfSatisfying(SyncResult.Recovered.class, recovered -> {
            assertThat(recovered.head()).isEqualTo(3);
            assertThat(recovered.events()).extracting(Event::seq).containsExactly(2L, 3L);
        });
        assertThat(ok(id -> new ClientFrame.Sync(id, Map.of(ID, 4L)), Answer.Synced.class)
                        .conversations()
                        .get(ID))
                .isEqualTo(new SyncResult.Reload(3));
        say(Log.MOST);
        assertThat(ok(id -> new ClientFrame.Sync(id, Map.of(ID, 2L)), Answer.Synced.class)
                        .conversations()
                        .get(ID))
                .isEqualTo(new SyncResult.Reload(Log.MOST + 3L));
    }

    @Test
    void aMarkerNeverGoesBackNorBeyondTheHead() {
        say(5);
        memory.say(new Line(LOBBY, "Ada", "own"), "own", ForeignBench.NOW);
        assertThat(marked(3)).isEqualTo(new Answer.Marked(3, 2, 0));
        assertThat(marked(1)).isEqualTo(new Answer.Marked(3, 2, 0));
        assertThat(marked(99)).isEqualTo(new Answer.Marked(6, 0, 0));
        assertThat(ask(id -> new ClientFrame.Read(id, "#nowhere", 1)))
                .isEqualTo(Answers.refusal(7, ErrorCode.UNKNOWN_CONVERSATION));
    }

    private Answer.Marked marked(long seq) {
        return ok(id -> new ClientFrame.Read(id, ID, seq), Answer.Marked.class);
    }

    @Test
    void whatNoForeignServerCanDoIsUnsupported() {
        assertThat(ask(id -> new ClientFrame.Delete(id, ID, 1))).isEqualTo(Answers.refusal(7, ErrorCode.UNSUPPORTED));
    }

    @Test
    void theWelcomeTellsWhatIsKnownAndWhoIsThere() {
        say(2);
        people.came("Bo");
        ServerFrame.Welcome welcome =
                (ServerFrame.Welcome) answers.welcome(1, new ServerInfo("s", "1", "kitchen", "text"), "Ada");
        assertThat(welcome.conversations()).singleElement().satisfies(lobby -> {
            assertThat(lobby.head()).isEqualTo(2);
            assertThat(lobby.unread()).isEqualTo(2);
        });
        assertThat(welcome.online()).extracting(each -> each.name()).containsExactly("Bo", "Ada");
    }

    @Test
    void aServerCanMakeUpOnlySoManyPeople() {
        for (int i = 0; i < People.MOST + 5; i++) {
            people.came("guest " + i);
        }
        assertThat(people.online()).hasSize(People.MOST);
        people.present(
                IntStream.range(0, People.MOST + 5).mapToObj(i -> "other " + i).toList());
        assertThat(people.online()).hasSize(People.MOST);
        assertThat(people.members()).hasSize(People.MOST);
    }

    @Test
    void whoIsThereIsNewsOnlyWhereItIsAChange() {
        assertThat(people.came("Bo")).isPresent();
        assertThat(people.came("Bo")).isEmpty();
        assertThat(people.went("Bo")).isPresent();
        assertThat(people.went("Bo")).isEmpty();
    }

    @Test
    void whereNobodyTellsWhoIsThereOnlyTheUserIsKnownToBe() {
        People unlisted = new People(false);
        unlisted.self("Ada");
        assertThat(unlisted.came("Bo")).isEmpty();
        assertThat(unlisted.present(List.of("Cy"))).isEmpty();
        assertThat(unlisted.went("Ada")).isEmpty();
        assertThat(unlisted.members()).extracting(each -> each.name()).containsExactly("Ada");
    }

    @Test
    void whatTheClientHasIsGoneOnFromUnlessSomethingWasNumberedSince() {
        memory.count(LOBBY, 5);
        memory.recall(List.of(recollection(50)));
        assertThat(memory.say(new Line(LOBBY, "Bo", "next"), "c", ForeignBench.NOW)
                        .seq())
                .isEqualTo(51);
        memory.recall(List.of(recollection(40)));
        assertThat(memory.say(new Line(LOBBY, "Bo", "next"), "c", ForeignBench.NOW)
                        .seq())
                .isEqualTo(52);
    }

    private static Recollection recollection(long cursor) {
        Memory other = new Memory(Abilities.Past.LAST_20);
        other.open(LOBBY);
        return new Recollection(other.summary(ID, "Ada").orElseThrow(), true, cursor, List.of(), List.of());
    }
}
