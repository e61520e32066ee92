package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerFrame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PageReadsTest {
    private final FakeHistoryStore store = new FakeHistoryStore();
    private final HubHarness hub = new HubHarness(store);
    private final TestClient ada = hub.login("Ada");
    private final TestClient ben = hub.login("Ben");
    private final String kitchen = hub.room("kitchen", ada, ben);

    @Test
    void aPageShowsWhatTheSameBatchStored() {
        hub.process(ada.request(Requests.post(kitchen, "c1", "one")), ada.request(Requests.history(kitchen)));

        Answer.HistoryPage page = (Answer.HistoryPage) ((ServerFrame.Ok) ada.lastAnswer(0)).answer();
        assertThat(page.asOf()).isEqualTo(3);
        assertThat(page.items()).hasSize(1);
    }

    @Test
    void theReaderIsAskedWithTheLimitsOfTheProtocol() {
        ben.ok(Answer.HistoryPage.class, Requests.history(kitchen));
        ben.ok(
                Answer.HistoryPage.class,
                id -> new ClientFrame.History(id, kitchen, new ClientFrame.Place.Before(7), OptionalInt.of(1_000)));
        ben.ok(
                Answer.SearchPage.class,
                id -> new ClientFrame.Search(
                        id, "tea", Optional.empty(), Optional.of("u1"), Optional.of("next"), OptionalInt.of(7)));

        assertThat(store.reader.asked)
                .containsExactly(
                        "page of " + kitchen + " for " + ben.id() + " at Latest[], 50 in 261632",
                        "page of " + kitchen + " for " + ben.id() + " at Before[seq=7], 100 in 261632",
                        "search tea by Optional[u1] before Optional[next], 7 in 261632");
    }

    @Test
    void aSearchFindsOnlyWhatTheUserMayRead() {
        String secret = ada.ok(Answer.Entered.class, Requests.createPrivate("secret"))
                .conversation()
                .id();
        ada.post(secret, "tea for one");
        ada.post(kitchen, "tea for two");
        ada.post(hub.lobby(), "tea for all");

        assertThat(ben.ok(Answer.SearchPage.class, Requests.search("tea")).hits())
                .extracting(Answer.Hit::text)
                .containsExactlyInAnyOrder("tea for two", "tea for all");
        assertThat(ben.ok(Answer.SearchPage.class, Requests.searchIn(kitchen, "tea"))
                        .hits())
                .extracting(Answer.Hit::text)
                .containsExactly("tea for two");
        ben.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.searchIn(secret, "tea"));
        hub.login("Cyd").refused(ErrorCode.NOT_MEMBER, Requests.searchIn(kitchen, "tea"));
    }

    @Test
    void otherAnswersDoNotWaitForAPage() {
        hub.processWithoutReading(ben.request(Requests.history(kitchen)), ben.request(Requests.members(kitchen)));

        assertThat(ben.takeAll()).hasSize(1);
        assertThat(hub.handled.get(ben.connection()))
                .as("the page counts when it is answered")
                .isEqualTo(3);

        hub.finishReads();
        assertThat(ben.takeOne(ServerFrame.Ok.class).answer()).isInstanceOf(Answer.HistoryPage.class);
        assertThat(hub.handled.get(ben.connection())).isEqualTo(4);
    }

    @Test
    void whoIsNoLongerAMemberGetsNoPage() {
        ada.post(kitchen, "tea");
        hub.settle();
        hub.processWithoutReading(ben.request(Requests.history(kitchen)), ben.request(Requests.search("tea")));
        hub.processWithoutReading(ada.request(Requests.kick(kitchen, ben.id())));
        ben.takeAll();

        hub.finishReads();

        assertThat(ben.takeOne(ServerFrame.Error.class).code()).isEqualTo(ErrorCode.NOT_MEMBER);
        assertThat(ben.takeOne(ServerFrame.Ok.class).answer())
                .isEqualTo(new Answer.SearchPage(List.of(), false, Optional.empty()));
    }

    @Test
    void aPageForAConnectionThatIsGoneGoesNowhere() {
        hub.processWithoutReading(ben.request(Requests.history(kitchen)));
        hub.processWithoutReading(new FromGateway.Closed(ben.connection()));

        hub.finishReads();

        assertThat(ben.takeAll()).isEmpty();
    }

    @Test
    void aPageThatCannotBeReadIsAnInternalError() {
        store.reader.failing = true;

        ben.refused(ErrorCode.INTERNAL, Requests.history(kitchen));
        ben.refused(ErrorCode.INTERNAL, Requests.search("tea"));
    }

    @Test
    void aReaderThatThrowsIsAnInternalError() {
        store.reader.throwing = true;

        ben.refused(ErrorCode.INTERNAL, Requests.history(kitchen));
    }

    @Test
    void strangersReadNothing() {
        TestClient cyd = hub.login("Cyd");

        cyd.refused(ErrorCode.NOT_MEMBER, Requests.history(kitchen));
        cyd.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.history("nowhere"));
    }
}
