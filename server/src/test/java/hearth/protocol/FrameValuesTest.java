package hearth.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the values themselves promise. */
class FrameValuesTest {

    private static final String SECRET = "hunter2";

    private final FrameCodec codec = new FrameCodec();

    static Stream<WireName> wireNames() {
        return Stream.<WireName[]>of(
                        Capability.values(),
                        ConversationKind.values(),
                        ErrorCode.values(),
                        GoneReason.values(),
                        LeaveReason.values(),
                        Role.values(),
                        ServerRole.values(),
                        Status.values(),
                        Visibility.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void spellingsAreKebabCase(WireName constant) {
        assertThat(constant.wire())
                .isEqualTo(constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Test
    void spellingsAreFoundAgain() {
        assertThat(Capability.ofWire("react")).contains(Capability.REACT);
        assertThat(ConversationKind.ofWire("direct")).contains(ConversationKind.DIRECT);
        assertThat(ErrorCode.ofWire("too-long")).contains(ErrorCode.TOO_LONG);
        assertThat(GoneReason.ofWire("deleted")).contains(GoneReason.DELETED);
        assertThat(LeaveReason.ofWire("kicked")).contains(LeaveReason.KICKED);
        assertThat(Role.ofWire("owner")).contains(Role.OWNER);
        assertThat(ServerRole.ofWire("admin")).contains(ServerRole.ADMIN);
        assertThat(Status.ofWire("busy")).contains(Status.BUSY);
        assertThat(Visibility.ofWire("private")).contains(Visibility.PRIVATE);
        assertThat(Visibility.ofWire("PRIVATE")).isEmpty();
    }

    @Test
    void closeCodesAreTheOnesOfTheProtocol() {
        assertThat(Arrays.stream(CloseCode.values()).map(CloseCode::code))
                .containsExactly(1000, 1001, 1003, 1007, 1009, 4000, 4001, 4003, 4008, 4009, 4010);
    }

    @Test
    void noSecretIsPrinted() {
        Optional<String> secret = Optional.of(SECRET);
        assertThat(List.<Object>of(
                        new Auth.Guest("Ada", secret),
                        new Auth.Token(SECRET),
                        new Auth.Password("Ada", SECRET, secret),
                        new Auth.Jwt(SECRET),
                        new ClientFrame.Hello(1, 1, "c", new Auth.Token(SECRET), secret),
                        new ClientFrame.SetPassword(1, SECRET, secret),
                        new ClientFrame.ClaimServer(1, SECRET),
                        new Answer.PasswordReset(SECRET),
                        new ServerFrame.Welcome(
                                1,
                                new ServerInfo("s", "e", "n", "v"),
                                new ServerFrame.Self("u", "Ada", ServerRole.MEMBER),
                                1,
                                Limits.STANDARD,
                                Set.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                secret,
                                false)))
                .allSatisfy(value -> assertThat(value.toString())
                        .doesNotContain(SECRET)
                        .startsWith(value.getClass().getSimpleName()));
    }

    @Test
    void everyRequestHasItsKindOfAnswer() {
        assertThat(Map.of(
                        AnswerKind.of(new ClientFrame.Hello(1, 1, "", new Auth.Jwt(""), Optional.empty())), 1,
                        AnswerKind.of(new ClientFrame.Post(1, "c", "x", "", OptionalLong.empty())), 2,
                        AnswerKind.of(new ClientFrame.LogOut(1, true)), 3,
                        AnswerKind.of(new ClientFrame.Read(1, "c", 5)), 4))
                .isEqualTo(
                        Map.of(AnswerKind.WELCOME, 1, AnswerKind.POSTED, 2, AnswerKind.DONE, 3, AnswerKind.MARKED, 4));
        assertThat(requests().map(AnswerKind::of)).containsOnly(AnswerKind.values());
    }

    @Test
    void aConversationTellsItsKind() {
        assertThat(summary(new ConversationSummary.Room("n", "", Visibility.PUBLIC, Role.OWNER))
                        .kind())
                .isEqualTo(ConversationKind.ROOM);
        assertThat(summary(new ConversationSummary.Direct(new UserRef("u", "n"), 3))
                        .kind())
                .isEqualTo(ConversationKind.DIRECT);
    }

    @Test
    void encodedFramesAreEqualByContentAndPrintNone() {
        EncodedFrame one = new EncodedFrame("ab".getBytes(UTF_8));
        assertThat(one)
                .isEqualTo(new EncodedFrame("ab".getBytes(UTF_8)))
                .hasSameHashCodeAs(new EncodedFrame("ab".getBytes(UTF_8)))
                .isNotEqualTo(new EncodedFrame("ac".getBytes(UTF_8)))
                .isNotEqualTo("ab")
                .hasToString("EncodedFrame[2 bytes]");
        assertThat(one.length()).isEqualTo(2);
    }

    @Test
    void anEventTellsItsStamp() {
        var stamp = new Event.Stamp("c", 5, Instant.EPOCH, new UserRef("u", "n"));
        Event event = new Event.Deleted(stamp, 4);
        assertThat(event.conversation()).isEqualTo("c");
        assertThat(event.seq()).isEqualTo(5);
        assertThat(event.author()).isEqualTo(new UserRef("u", "n"));
    }

    @Test
    void nothingOfADeletedMessageLeaves() {
        var stamp = new Event.Stamp("c", 5, Instant.EPOCH, new UserRef("u", "n"));
        var message = new Event.Message(stamp, "x", SECRET, OptionalLong.empty(), List.of(SECRET), true);
        var edited = new Event.Edited(stamp, 5, SECRET, List.of(SECRET), true);
        var reactions = List.of(new HistoryItem.Reaction(SECRET, 1, true, List.of()));
        var item = new HistoryItem(message, false, reactions, OptionalLong.empty());
        for (ServerFrame frame : List.of(
                new ServerFrame.Happened(message),
                new ServerFrame.Happened(edited),
                new ServerFrame.Ok(1, new Answer.HistoryPage(List.of(item), 5, false, false)))) {
            assertThat(new String(codec.encode(frame).payload(), UTF_8))
                    .doesNotContain(SECRET)
                    .contains("\"text\":\"\",\"mentions\":[],\"deleted\":true");
        }
    }

    @Test
    void timesHaveThreeDigitsOfMillisecondsAlways() {
        for (var time : Map.of(
                        "2026-11-20T08:00:00Z", "2026-11-20T08:00:00.000Z",
                        "2026-11-20T08:00:00.1239Z", "2026-11-20T08:00:00.123Z",
                        "2026-11-20T08:00:00.5Z", "2026-11-20T08:00:00.500Z")
                .entrySet()) {
            var posted = new Answer.Posted("c", 1, Instant.parse(time.getKey()), false);
            assertThat(new String(codec.encode(new ServerFrame.Ok(1, posted)).payload(), UTF_8))
                    .contains("\"at\":\"" + time.getValue() + "\"");
        }
    }

    @Test
    void aRateThatIsNotWholeKeepsItsFraction() {
        for (var rate : Map.of(5.0, "5", 0.5, "0.5", 1e30, "1.0E30").entrySet()) {
            var limits = new Limits(1, 1, 1, 1, 1, Optional.of(new Limits.PostRate(1, rate.getKey())));
            assertThat(new String(codec.encode(welcome(limits)).payload(), UTF_8))
                    .contains("\"perSecond\":" + rate.getValue() + "}");
        }
    }

    @Test
    void longTextsOfManyBytesStayWhole() throws MalformedFrameException {
        for (int offset = 0; offset < 40; offset++) {
            String text = "a".repeat(offset) + "😀".repeat(10_000);
            var post = new ClientFrame.Post(1, "c", "x", text, OptionalLong.empty());
            EncodedFrame frame = codec.encode(post);
            assertThat(frame.length()).isLessThan(Limits.STANDARD.frameBytes());
            assertThat(codec.decodeClient(new String(frame.payload(), UTF_8))).isEqualTo(new Decoded.Frame(post));
        }
    }

    private static Stream<ClientFrame.Request> requests() {
        RandomFrames random = new RandomFrames(3);
        return Stream.generate(() -> random.any(ClientFrame.Request.class)).limit(2_000);
    }

    private static ConversationSummary summary(ConversationSummary.Title title) {
        return new ConversationSummary("c", title, 2, 1, 1, 0, 0, Optional.empty());
    }

    private static ServerFrame welcome(Limits limits) {
        return new ServerFrame.Welcome(
                1,
                new ServerInfo("s", "e", "n", "v"),
                new ServerFrame.Self("u", "Ada", ServerRole.MEMBER),
                1,
                limits,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
    }
}
