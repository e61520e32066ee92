package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import hearth.protocol.Status;
import hearth.protocol.UserRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PostTest {
    private final FakeHistoryStore store = new FakeHistoryStore();
    private final HubHarness hub = new HubHarness(store);
    private final TestClient ada = hub.login("Ada");
    private final TestClient ben = hub.login("Ben");
    private final String kitchen = hub.room("kitchen", ada, ben);

    @Test
    void aMessageGetsItsPlaceAndGoesToEveryMemberTheSenderIncluded() {
        Answer.Posted posted = ada.ok(Answer.Posted.class, Requests.post(kitchen, "c1", " Hello 世界\n"));

        assertThat(posted).isEqualTo(new Answer.Posted(kitchen, 3, hub.clock.now(), false));
        Event.Message message = new Event.Message(
                new Event.Stamp(kitchen, 3, hub.clock.now(), new UserRef(ada.id(), "Ada")),
                "c1",
                " Hello 世界\n",
                OptionalLong.empty(),
                List.of(),
                false);
        assertThat(ben.takeEvent(Event.Message.class)).isEqualTo(message);
        assertThat(ada.takeEvent(Event.Message.class)).isEqualTo(message);
        hub.assertNothingLeft();
    }

    @Test
    void anEventIsEncodedOnceForAll() {
        hub.said.clear();

        ada.post(kitchen, "hello");

        assertThat(hub.said)
                .filteredOn(ToGateway.Deliver.class::isInstance)
                .extracting(message -> ((ToGateway.Deliver) message).connections().length)
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void othersSeeNothing() {
        TestClient cyd = hub.login("Cyd");

        ada.post(kitchen, "hello");

        assertThat(cyd.takeAll()).isEmpty();
    }

    @Test
    void aRepeatGetsTheFirstAnswerWhateverIsInIt() {
        Answer.Posted first = ada.ok(Answer.Posted.class, Requests.post(kitchen, "c1", "hello"));
        hub.settle();
        Answer.Posted repeat = new Answer.Posted(kitchen, 3, first.at(), true);

        assertThat(ada.ok(Answer.Posted.class, Requests.post(kitchen, "c1", "hello")))
                .isEqualTo(repeat);
        assertThat(ada.ok(Answer.Posted.class, Requests.post("nowhere", "c1", "")))
                .isEqualTo(repeat);
        assertThat(ada.ok(Answer.Posted.class, Requests.reply(hub.lobby(), "c1", "x".repeat(10_001), 99)))
                .isEqualTo(repeat);
        ada.done(Requests.leave(kitchen));
        assertThat(hub.login("Ada").ok(Answer.Posted.class, Requests.post(kitchen, "c1", "hello")))
                .isEqualTo(repeat);
    }

    @Test
    void aRepeatInTheSameBatchIsOneToo() {
        hub.process(ada.request(Requests.post(kitchen, "c1", "a")), ada.request(Requests.post(kitchen, "c1", "b")));

        assertThat(((ServerFrame.Ok) ada.lastAnswer(0)).answer())
                .isEqualTo(new Answer.Posted(kitchen, 3, hub.clock.now(), true));
        assertThat(((Event.Message) ben.takeEvents().getFirst()).text()).isEqualTo("a");
        assertThat(ben.takeAll()).isEmpty();
    }

    @Test
    void clientIdsAreEachSendersOwn() {
        ada.ok(Answer.Posted.class, Requests.post(kitchen, "c1", "hello"));

        assertThat(ben.ok(Answer.Posted.class, Requests.post(kitchen, "c1", "hello")))
                .extracting(Answer.Posted::duplicate)
                .isEqualTo(false);
    }

    @Test
    void aClientIdStaysTakenWhenTheRoomIsDeleted() {
        ada.ok(Answer.Posted.class, Requests.post(kitchen, "c1", "hello"));
        ada.done(Requests.deleteRoom(kitchen));

        assertThat(ada.ok(Answer.Posted.class, Requests.post(hub.lobby(), "c1", "hello")))
                .extracting(Answer.Posted::duplicate)
                .isEqualTo(true);
    }

    @Test
    void aRefusedPostLeavesItsClientIdFree() {
        ada.refused(ErrorCode.EMPTY, Requests.post(kitchen, "c1", " \n\u200b"));

        assertThat(ada.ok(Answer.Posted.class, Requests.post(kitchen, "c1", "now"))
                        .duplicate())
                .isFalse();
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndTheLongestIsNot() {
        ada.refused(ErrorCode.TOO_LONG, Requests.post(kitchen, "c1", "x".repeat(10_001)));

        assertThat(ada.ok(Answer.Posted.class, Requests.post(kitchen, "c1", "😀".repeat(10_000)))
                        .seq())
                .isEqualTo(3);
    }

    @Test
    void onlyMembersPost() {
        TestClient cyd = hub.login("Cyd");
        String secret = ada.ok(Answer.Entered.class, Requests.createPrivate("secret"))
                .conversation()
                .id();

        cyd.refused(ErrorCode.NOT_MEMBER, Requests.post(kitchen, "c1", "hello"));
        cyd.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.post(secret, "c1", "hello"));
        cyd.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.post("nowhere", "c1", "hello"));
    }

    @Test
    void aReplyNamesAMessage() {
        long first = ada.post(kitchen, "hello");
        ada.done(id -> new ClientFrame.SetStatus(id, Status.AWAY, Optional.empty()));
        hub.settle();

        ben.refused(ErrorCode.UNKNOWN_MESSAGE, Requests.reply(kitchen, "r1", "to a join", 1));
        ben.refused(ErrorCode.UNKNOWN_MESSAGE, Requests.reply(kitchen, "r1", "to nothing", 99));
        ben.ok(Answer.Posted.class, Requests.reply(kitchen, "r1", "to you", first));

        assertThat(ada.takeEvent(Event.Message.class).replyTo()).hasValue(first);
    }

    @Test
    void aReplyToADeletedMessageIsAllowed() {
        long first = ada.post(kitchen, "hello");
        ada.ok(Answer.Applied.class, Requests.delete(kitchen, first));

        assertThat(ben.ok(Answer.Posted.class, Requests.reply(kitchen, "r1", "why?", first))
                        .seq())
                .isEqualTo(5);
    }

    @Test
    void membersAreMentionedByName() {
        TestClient cyd = hub.login("Cyd");

        ada.post(kitchen, "@ben and @cyd and mail@ben");

        assertThat(ben.takeEvent(Event.Message.class).mentions()).containsExactly(ben.id());
        assertThat(cyd.takeAll()).isEmpty();
    }

    @Test
    void aMutedMemberWaits() {
        ada.done(Requests.mute(kitchen, ben.id(), 60));
        hub.advance(Duration.ofSeconds(20));

        ServerFrame.Error error = ben.refused(ErrorCode.MUTED, Requests.post(kitchen, "c1", "hello"));
        assertThat(error.retryAfterMs()).hasValue(40_000);

        hub.advance(Duration.ofSeconds(40));
        assertThat(ben.post(kitchen, "hello")).isEqualTo(3);
    }

    @Test
    void aMuteLastsAsLongAsItWasMeantToWhoeverSetsTheTimeOfDay() {
        ada.done(Requests.mute(kitchen, ben.id(), 60));
        for (Duration jump : List.of(Duration.ofDays(365), Duration.ofDays(-365))) {
            hub.clock.jump(jump);
            ServerFrame.Error error = ben.refused(ErrorCode.MUTED, Requests.post(kitchen, "c1", "hello"));
            assertThat(error.retryAfterMs()).hasValue(60_000);
        }
        hub.advance(Duration.ofSeconds(60));
        assertThat(ben.post(kitchen, "hello")).isEqualTo(3);
    }

    @Test
    void aBatchIsOneCommitAndReadingIsNone() {
        int before = store.commits;

        hub.process(
                ada.request(Requests.post(kitchen, "c1", "a")),
                ben.request(Requests.post(kitchen, "c2", "b")),
                ada.request(Requests.post(kitchen, "c3", "c")));
        assertThat(store.commits).isEqualTo(before + 1);

        ada.ok(Answer.RoomsPage.class, Requests.rooms());
        assertThat(store.commits).isEqualTo(before + 1);
    }
}
