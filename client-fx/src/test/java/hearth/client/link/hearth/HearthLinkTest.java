package hearth.client.link.hearth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import hearth.client.link.ChatLink;
import hearth.client.link.LinkEvent;
import hearth.client.transport.Ending;
import hearth.client.transport.FakeTransport;
import hearth.client.transport.ManualTimers;
import hearth.protocol.Answer;
import hearth.protocol.Auth;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HearthLinkTest {
    private static final URI ADDRESS = URI.create("ws://10.0.0.5:7878/chat");
    private static final ServerInfo SERVER = new ServerInfo("k3", "9f", "Kitchen", "1.0.0");
    private static final String PONG = """
            {"type":"pong","t":"secret","server":{"id":"k3","epoch":"9f","name":"Kitchen","version":"1.0.0"}}""";
    private static final ClientFrame HELLO =
            new ClientFrame.Hello(1, 1, "hearth-fx 1.0", new Auth.Guest("Ada", Optional.empty()), Optional.empty());

    private final FakeTransport transport = new FakeTransport();
    private final ManualTimers timers = new ManualTimers();
    private final RecordingLinkListener listener = new RecordingLinkListener();
    private ChatLink link;

    @BeforeEach
    void dial() {
        link = new HearthDialler(transport, timers, () -> "secret").dial(ADDRESS, listener);
    }

    @Test
    void dialsOfferingTheProtocolAndTakingTheLongestMessageOfAnyServer() {
        assertThat(transport.dialled).isEqualTo("ws://10.0.0.5:7878/chat hearth.v1 1048576");
    }

    @Test
    void asksWhoIsThereBeforeAnythingElse() {
        transport.listener.onOpen();

        assertThat(transport.sent).containsExactly("{\"type\":\"ping\",\"t\":\"secret\"}");
        assertThat(listener.takeAll()).isEmpty();
    }

    @Test
    void recognisesTheServerByTheAnswerAndTellsNothingBefore() {
        transport.listener.onOpen();
        transport.receive(PONG);

        assertThat(listener.takeAll()).containsExactly(new LinkEvent.Recognised(SERVER));
        assertThat(timers.pending()).isZero();
    }

    @Test
    void nothingPersonalLeavesBeforeTheServerIsRecognised() {
        transport.listener.onOpen();

        assertThatIllegalStateException().isThrownBy(() -> link.send(HELLO));
        assertThat(transport.sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"ping\",\"t\":\"secret\"}",
                "{\"type\":\"pong\",\"t\":\"secret\"}",
                "{\"type\":\"pong\",\"t\":\"other\",\"server\":{\"id\":\"k3\",\"epoch\":\"9f\"}}",
                "{\"type\":\"typing\",\"conversation\":\"c1\",\"user\":\"u1\",\"active\":true}",
                "{\"type\":\"conversation-gone\",\"conversation\":\"c1\",\"reason\":\"left\"}",
                "{\"type\":\"error\",\"message\":\"unknown message type ping\"}",
                "{\"hello\":\"world\"}",
                "0{\"sid\":\"lv_VI97HAXpY6yYWAAAC\"}",
                "Request served by 5",
                ""
            })
    void peerThatAnswersOtherwiseIsNoChatServer(String answer) {
        transport.listener.onOpen();
        transport.receive(answer);

        assertThat(listener.takeAll())
                .singleElement()
                .isInstanceOfSatisfying(
                        LinkEvent.Ended.class,
                        ended -> assertThat(ended.ending()).isInstanceOf(Ending.NotAChatServer.class));
        assertThat(transport.asked).containsExactly("abort");
    }

    @Test
    void peerThatSaysNothingIsNoChatServerAfterTenSeconds() {
        transport.listener.onOpen();
        timers.advance(HearthLink.RECOGNITION_DEADLINE.minusMillis(1));
        assertThat(listener.takeAll()).isEmpty();

        timers.advance(HearthLink.RECOGNITION_DEADLINE);

        assertThat(listener.takeAll())
                .containsExactly(new LinkEvent.Ended(new Ending.NotAChatServer("no answer after 10 s")));
    }

    @Test
    void whatANewerServerMaySayFirstIsPassedOver() {
        transport.listener.onOpen();
        transport.receive("{\"type\":\"from-the-future\"}");
        transport.receive("{\"type\":\"error\",\"code\":\"full\",\"message\":\"full\"}");
        transport.receive("{\"type\":\"bye\",\"reason\":\"shutting-down\",\"retryAfterMs\":2000}");
        transport.receive("{\"type\":\"ping\",\"t\":\"theirs\"}");
        transport.receive(PONG);

        assertThat(listener.takeAll()).containsExactly(new LinkEvent.Recognised(SERVER));
        assertThat(transport.sent).last().isEqualTo("{\"type\":\"pong\",\"t\":\"theirs\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 4001, 4003, 4008, 4009, 4010})
    void closeCodeOfTheProtocolIsBelievedBeforeTheServerIsRecognised(int code) {
        transport.listener.onOpen();
        transport.end(new Ending.Closed(code, ""));

        assertThat(listener.take()).containsExactly(new LinkEvent.Ended(new Ending.Closed(code, "")));
        assertThat(timers.pending()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1002, 1003, 1005, 1007, 1008, 1009, 1011, 4000, 4999})
    void anyOtherCloseCodeBeforeThatIsOfNoChatServer(int code) {
        transport.listener.onOpen();
        transport.end(new Ending.Closed(code, "what?"));

        assertThat(listener.take())
                .containsExactly(new LinkEvent.Ended(new Ending.NotAChatServer("closed with " + code + " what?")));
    }

    @Test
    void failureToDialIsToldAsItIs() {
        transport.end(new Ending.Refused("nobody"));

        assertThat(listener.take()).containsExactly(new LinkEvent.Ended(new Ending.Refused("nobody")));
    }

    @Test
    void framesArriveAndEveryOneIsASignOfLife() {
        recognise();
        transport.receive("{\"type\":\"typing\",\"conversation\":\"c1\",\"user\":\"u1\",\"active\":true}");
        transport.listener.onHeard();

        assertThat(listener.takeAll())
                .containsExactly(
                        new LinkEvent.Heard(),
                        new LinkEvent.Arrived(new ServerFrame.Typing("c1", "u1", true)),
                        new LinkEvent.Heard());
    }

    @Test
    void pingOfTheServerIsAnsweredHere() {
        recognise();
        transport.receive("{\"type\":\"ping\",\"t\":\"theirs\"}");

        assertThat(transport.sent).last().isEqualTo("{\"type\":\"pong\",\"t\":\"theirs\"}");
        assertThat(listener.take()).isEmpty();
    }

    @Test
    void answerIsReadAsWhatItsRequestAsksFor() {
        recognise();
        link.send(new ClientFrame.Read(7, "c1", 3));
        link.send(new ClientFrame.LogOut(8, false));
        assertThat(transport.sent).contains("{\"type\":\"read\",\"id\":7,\"conversation\":\"c1\",\"seq\":3}");

        transport.receive("{\"type\":\"ok\",\"re\":7,\"seq\":3,\"unread\":0,\"mentions\":0}");
        transport.receive("{\"type\":\"ok\",\"re\":8}");

        assertThat(listener.take())
                .containsExactly(
                        new LinkEvent.Arrived(new ServerFrame.Ok(7, new Answer.Marked(3, 0, 0))),
                        new LinkEvent.Arrived(new ServerFrame.Ok(8, new Answer.Done())));
    }

    @Test
    void secondAnswerToARequestSaysNothing() {
        recognise();
        link.send(new ClientFrame.LogOut(8, false));
        link.send(new ClientFrame.LogOut(9, false));
        transport.receive("{\"type\":\"ok\",\"re\":8}");
        transport.receive("{\"type\":\"error\",\"re\":9,\"code\":\"internal\",\"message\":\"\"}");
        listener.take();

        transport.receive("{\"type\":\"ok\",\"re\":8}");
        transport.receive("{\"type\":\"ok\",\"re\":9}");

        assertThat(listener.take()).containsOnly(new LinkEvent.Arrived(new ServerFrame.Unknown("ok")));
    }

    @Test
    void requestThatIsTooLongIsAnsweredHere() {
        recognise();
        int before = transport.sent.size();

        link.send(new ClientFrame.Post(7, "c1", "a", "x".repeat(65_536), OptionalLong.empty()));

        assertThat(transport.sent).hasSize(before);
        assertThat(listener.take())
                .singleElement()
                .isInstanceOfSatisfying(LinkEvent.Arrived.class, arrived -> assertRefused(arrived, ErrorCode.TOO_LONG));
    }

    @Test
    void beforeTheWelcomeNoMoreIsSentThanServersTakeFromStrangers() {
        recognise();
        link.send(new ClientFrame.Hello(
                7, 1, "hearth-fx 1.0", new Auth.Guest("A".repeat(10_240), Optional.empty()), Optional.empty()));

        assertThat(transport.sent).isEmpty();
        assertThat(listener.take())
                .singleElement()
                .isInstanceOfSatisfying(LinkEvent.Arrived.class, arrived -> assertRefused(arrived, ErrorCode.TOO_LONG));
    }

    @Test
    void welcomeTellsWhatMayBeSentAndTaken() {
        recognise();
        link.send(HELLO);
        transport.receive(welcome(200, 300_000));
        assertThat(transport.asked).containsExactly("takeUpTo 300000");
        listener.take();

        link.send(new ClientFrame.Post(7, "c1", "a", "x".repeat(200), OptionalLong.empty()));
        link.send(new ClientFrame.Typing("c".repeat(200), true));

        assertThat(listener.take()).hasSize(1);
        assertThat(transport.sent).hasSize(1);
    }

    @Test
    void noWelcomeRaisesTheCeilingOfWhatIsTaken() {
        recognise();
        link.send(HELLO);
        transport.receive(welcome(65_536, Integer.MAX_VALUE));

        assertThat(transport.asked).containsExactly("takeUpTo 1048576");
    }

    @Test
    void requestsBeyondWhatAServerIsTrustedToAnswerAreRefusedHere() {
        recognise();
        for (int id = 1; id <= HearthLink.MAX_UNANSWERED; id++) {
            link.send(new ClientFrame.LogOut(id, false));
        }
        assertThat(listener.take()).isEmpty();

        link.send(new ClientFrame.Sync(7, Map.of("c1", 0L)));

        assertThat(listener.take())
                .singleElement()
                .isInstanceOfSatisfying(
                        LinkEvent.Arrived.class, arrived -> assertRefused(arrived, ErrorCode.RATE_LIMITED));
    }

    @Test
    void serverThatBreaksTheProtocolIsClosedAndNothingMoreOfItIsTold() {
        recognise();
        transport.receive("{\"type\":\"event\"}");
        assertThat(transport.asked).containsExactly("close 4000 not a frame of the protocol");
        assertThat(listener.take()).isEmpty();

        transport.receive("{\"type\":\"typing\",\"conversation\":\"c1\",\"user\":\"u1\",\"active\":true}");
        transport.end(new Ending.Cancelled());

        assertThat(listener.takeAll())
                .filteredOn(event -> !(event instanceof LinkEvent.Heard))
                .singleElement()
                .isInstanceOfSatisfying(
                        LinkEvent.Ended.class,
                        ended -> assertThat(ended.ending()).isInstanceOf(Ending.Garbled.class));
    }

    @Test
    void endingsAfterTheServerIsKnownAreToldAsTheyAre() {
        recognise();
        transport.end(new Ending.Closed(1008, "policy"));

        assertThat(listener.take()).containsExactly(new LinkEvent.Ended(new Ending.Closed(1008, "policy")));
    }

    @Test
    void closingAndAbortingReachTheSocket() {
        recognise();
        link.close();
        link.abort();

        assertThat(transport.asked).containsExactly("close 1000 ", "abort");
        assertThat(listener.take()).containsExactly(new LinkEvent.Ended(new Ending.Cancelled()));
    }

    @Test
    void nothingIsToldAfterTheEnd() {
        recognise();
        link.abort();
        listener.take();

        link.send(new ClientFrame.Post(7, "c1", "a", "x".repeat(65_536), OptionalLong.empty()));

        assertThat(listener.takeAll()).isEmpty();
    }

    private void recognise() {
        transport.listener.onOpen();
        transport.receive(PONG);
        listener.takeAll();
        transport.sent.clear();
    }

    private static void assertRefused(LinkEvent.Arrived arrived, ErrorCode code) {
        ServerFrame.Error error = (ServerFrame.Error) arrived.frame();
        assertThat(error.re()).hasValue(7);
        assertThat(error.code()).isEqualTo(code);
    }

    private static String welcome(int frameBytes, int replyBytes) {
        return String.join(
                "",
                List.of(
                        "{\"type\":\"welcome\",\"re\":1,",
                        "\"server\":{\"id\":\"k3\",\"epoch\":\"9f\",\"name\":\"Kitchen\",\"version\":\"1.0.0\"},",
                        "\"user\":{\"id\":\"u7\",\"name\":\"Ada\",\"role\":\"member\"},\"heartbeatMs\":15000,",
                        "\"limits\":{\"frameBytes\":" + frameBytes + ",\"replyBytes\":" + replyBytes + ",",
                        "\"textChars\":10000,\"historyPage\":100,\"nameChars\":32},\"capabilities\":[],",
                        "\"alternates\":[],\"conversations\":[],\"online\":[],\"more\":false}"));
    }
}
