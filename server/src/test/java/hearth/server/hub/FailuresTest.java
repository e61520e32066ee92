package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.CloseCode;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import hearth.server.history.StorageException;
import hearth.server.hub.FakeHistoryStore.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a batch when the storage fails, or a handler throws. */
class FailuresTest {
    /** What is logged here is meant to happen. */
    private static final Logger LOG = Logger.getLogger(Hub.class.getName());

    private final FakeHistoryStore store = new FakeHistoryStore();
    private final HubHarness hub = new HubHarness(store);
    private final TestClient ada = hub.login("Ada");
    private final TestClient ben = hub.login("Ben");
    private final String kitchen = hub.room("kitchen", ada, ben);

    @BeforeAll
    static void silence() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOG.setLevel(null);
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"BEGIN", "APPLY", "COMMIT", "FIND_POST"})
    void whereTheStorageFailsEveryRequestOfTheBatchIsReadOnlyAndNothingHasHappened(Call call) {
        TestClient newcomer = hub.connect();
        List<Object> before = List.copyOf(store.committed);
        store.failing.add(call);

        hub.process(
                ben.request(Requests.members(kitchen)),
                ada.request(Requests.createRoom("garden")),
                ada.request(Requests.post(kitchen, "c1", "one")),
                ada.received(new ClientFrame.Ping(Optional.of("t"))),
                ben.request(Requests.leave(kitchen)),
                newcomer.request(Requests.guest("Cyd", HubHarness.tokenOf("Cyd"))),
                ada.received(new ClientFrame.Typing(kitchen, true)),
                ada.request(Requests.history(kitchen)));

        assertThat(ada.takeAll())
                .extracting(FailuresTest::codeOf)
                .containsExactly("read-only", "read-only", "Pong", "read-only");
        assertThat(ben.takeAll()).extracting(FailuresTest::codeOf).containsExactly("read-only", "read-only", "Typing");
        assertThat(newcomer.takeAll()).extracting(FailuresTest::codeOf).containsExactly("read-only");
        assertThat(newcomer.closed()).contains(CloseCode.LOGIN_FAILED);
        assertThat(store.committed).isEqualTo(before);
        assertThat(store.batch).isEmpty();
        assertThat(hub.handled.get(ada.connection()))
                .as("all frames are handled")
                .isEqualTo(7);

        store.failing.clear();
        assertThat(ada.post(kitchen, "again")).isEqualTo(3);
        assertThat(ben.takeEvent(Event.Message.class).seq()).isEqualTo(3);
        ada.ok(Answer.Entered.class, Requests.createRoom("garden"));
        ada.take(ServerFrame.Happened.class);
        hub.login("Cyd");
        hub.settle();
        hub.assertNothingLeft();
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"MESSAGE", "IS_MESSAGE", "REACTION", "UNREAD", "LAST_MESSAGE", "EVENTS"})
    void aReadThatFailsIsAStorageFailureToo(Call call) {
        long message = ada.post(kitchen, "hello");
        hub.settle();
        store.failing.add(call);

        hub.process(
                ada.request(Requests.post(kitchen, "c1", "undone")),
                ben.request(Requests.reply(kitchen, "c2", "reply", message)),
                ben.request(Requests.react(kitchen, message, "x", true)),
                ben.request(Requests.read(kitchen, 3)),
                ben.request(Requests.createRoom("garden")),
                ben.request(Requests.sync(Map.of(kitchen, 0L))));

        assertThat(ada.takeAll()).extracting(FailuresTest::codeOf).containsExactly("read-only");
        assertThat(ben.takeAll()).extracting(FailuresTest::codeOf).containsOnly("read-only");
        store.failing.clear();
        assertThat(ada.post(kitchen, "again")).isEqualTo(4);
    }

    @Test
    void aRefusalForReadOnlySaysWhenToComeBack() {
        store.failing.add(Call.COMMIT);

        assertThat(ada.refused(ErrorCode.READ_ONLY, Requests.post(kitchen, "c1", "x"))
                        .retryAfterMs())
                .isPresent();
    }

    @Test
    void whatNeedsNoRequestGoesOnWhileTheStorageFails() {
        store.failing.add(Call.COMMIT);
        TestClient third = hub.connect();

        hub.process(
                ada.request(Requests.post(kitchen, "c1", "x")),
                new FromGateway.Closed(ben.connection()),
                third.request(Requests.rooms()),
                new FromGateway.Malformed(ada.connection(), OptionalLong.empty(), ErrorCode.BAD_FRAME, "post", "bad"));

        assertThat(third.takeAll()).extracting(FailuresTest::codeOf).containsExactly("not-logged-in");
        hub.advance(Duration.ofSeconds(2));
        assertThat(ada.take(ServerFrame.Presence.class)).hasSize(1);
    }

    @Test
    void readingGoesOnWhileOnlyWritingFails() {
        store.failing.add(Call.BEGIN);

        ada.ok(Answer.MembersPage.class, Requests.members(kitchen));
        ada.ok(Answer.HistoryPage.class, Requests.history(kitchen));
    }

    @Test
    void aSecondHelloIsOneEvenWhileTheStorageFails() {
        store.failing.add(Call.COMMIT);

        hub.process(
                ben.request(Requests.post(kitchen, "c1", "x")), ada.request(Requests.token(HubHarness.tokenOf("Ada"))));

        assertThat(ada.takeAll()).extracting(FailuresTest::codeOf).containsExactly("already-logged-in");
        assertThat(ada.closed()).contains(CloseCode.PROTOCOL_BROKEN);
    }

    @Test
    void aRequestWhoseHandlingThrowsIsTakenOutAndTheOthersCommit() {
        store.throwing.put(Call.REACTION, new IllegalStateException("a bug"));

        hub.process(
                ada.request(Requests.post(kitchen, "c1", "one")),
                ben.received(new ClientFrame.Typing(kitchen, true)),
                ben.request(Requests.react(kitchen, 3, "x", true)),
                ben.request(Requests.leave(kitchen)),
                ben.request(Requests.react(kitchen, 3, "x", true)),
                ada.request(Requests.react(kitchen, 3, "x", true)),
                ada.request(Requests.post(kitchen, "c2", "two")));

        assertThat(ada.takeAll())
                .extracting(FailuresTest::codeOf)
                .containsExactly("Happened", "Posted", "Typing", "Happened", "internal", "Happened", "Posted");
        assertThat(ben.takeAll())
                .extracting(FailuresTest::codeOf)
                .containsExactly("Happened", "internal", "Happened", "Gone", "Done", "not-member");
        store.throwing.clear();
        assertThat(ada.post(kitchen, "three")).isEqualTo(6);
    }

    @Test
    void aHelloWhoseHandlingThrowsFails() {
        store.throwing.put(Call.UNREAD, new IllegalStateException("a bug"));
        TestClient cyd = hub.connect();

        cyd.refused(ErrorCode.INTERNAL, Requests.guest("Cyd", HubHarness.tokenOf("Cyd")));

        assertThat(cyd.closed()).contains(CloseCode.LOGIN_FAILED);
        store.throwing.clear();
        assertThat(hub.login("Cyd").welcome()).isNotNull();
    }

    @Test
    void aCommitThatThrowsIsAStorageFailure() {
        store.throwing.put(Call.COMMIT, new IllegalStateException("a bug"));

        ada.refused(ErrorCode.READ_ONLY, Requests.post(kitchen, "c1", "x"));

        store.throwing.clear();
        assertThat(ada.post(kitchen, "x")).isEqualTo(3);
    }

    @Test
    void bothFailuresInOneBatchLeaveEveryRequestAnswered() {
        store.throwing.put(Call.REACTION, new IllegalStateException("a bug"));
        store.failing.add(Call.COMMIT);

        hub.process(
                ada.request(Requests.post(kitchen, "c1", "x")),
                ada.request(Requests.post(kitchen, "c2", "y")),
                ada.request(Requests.react(kitchen, 3, "x", true)));

        assertThat(ada.takeAll())
                .extracting(FailuresTest::codeOf)
                .containsExactly("read-only", "read-only", "internal");
    }

    @Test
    void whatFailsEvenToBeRefusedIsDroppedAndTheOthersCommit() {
        hub.clock.failing = true;

        hub.process(
                ada.received(new ClientFrame.Typing(kitchen, true)),
                ada.received(new ClientFrame.Ping(Optional.of("t"))),
                ada.request(Requests.members(kitchen)));

        assertThat(ada.takeAll()).extracting(FailuresTest::codeOf).containsExactly("Pong", "MembersPage");
        assertThat(ben.takeAll()).isEmpty();
    }

    @Test
    void whatFailsEvenToBeRefusedIsDroppedWhileTheStorageFailsToo() {
        hub.clock.failing = true;
        store.failing.add(Call.FIND_POST);

        hub.process(
                ada.request(Requests.post(kitchen, "c1", "x")),
                ada.received(new ClientFrame.Typing(kitchen, true)),
                ada.request(Requests.members(kitchen)));

        assertThat(ada.takeAll()).extracting(FailuresTest::codeOf).containsExactly("read-only", "read-only");
    }

    @Test
    void aTimerThatFailsRestsAndTriesAgain() {
        ada.send(new ClientFrame.Typing(kitchen, true));
        ada.send(new ClientFrame.Typing(kitchen, false));
        ben.takeAll();
        hub.clock.failing = true;
        hub.advance(TypingRelay.INTERVAL);
        assertThat(ben.takeAll()).isEmpty();
        assertThat(hub.hub().nextTickNanos())
                .hasValue(hub.clock.nanos() + Duration.ofSeconds(1).toNanos());
        hub.clock.failing = false;
        hub.advance(Duration.ofMillis(999));
        assertThat(ben.takeAll()).isEmpty();

        hub.advance(Duration.ofMillis(1));

        assertThat(ben.takeAll()).containsExactly(new ServerFrame.Typing(kitchen, ada.id(), false));
    }

    @Test
    void aHubDoesNotStartOnAStorageThatCannotBeRead() {
        FakeHistoryStore broken = new FakeHistoryStore();
        broken.failing.add(Call.REPLAY);

        assertThat(catchThrowable(() -> new HubHarness(broken))).hasCauseInstanceOf(StorageException.class);
    }

    private static String codeOf(ServerFrame frame) {
        return switch (frame) {
            case ServerFrame.Error error -> error.code().wire();
            case ServerFrame.Ok ok -> ok.answer().getClass().getSimpleName();
            default -> frame.getClass().getSimpleName();
        };
    }
}
