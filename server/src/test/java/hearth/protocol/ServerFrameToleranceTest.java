package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client reads servers newer, poorer or sloppier than ours. Single quotes stand for double ones. */
class ServerFrameToleranceTest {

    private static final String STAMP =
            "'type':'event','conversation':'c1','seq':5,'at':'2026-11-20T08:00:00Z','author':{'id':'u1','name':'Ada'}";

    private static final Event.Stamp STAMPED =
            new Event.Stamp("c1", 5, Instant.parse("2026-11-20T08:00:00Z"), new UserRef("u1", "Ada"));

    private final FrameCodec codec = new FrameCodec();

    @Test
    void unknownTypesAndFieldsAreIgnored() throws MalformedFrameException {
        assertThat(decode("{'type':'poll','x':[[]]}")).isEqualTo(new ServerFrame.Unknown("poll"));
        assertThat(decode("{'type':'ping','t':'a','x':{}}")).isEqualTo(new ServerFrame.Ping(Optional.of("a")));
    }

    @Test
    void anOkThatNobodyWaitsForIsUnknown() throws MalformedFrameException {
        assertThat(codec.decodeServer("{\"type\":\"ok\",\"re\":4}", _ -> Optional.empty()))
                .isEqualTo(new ServerFrame.Unknown("ok"));
        assertThat(answer(AnswerKind.WELCOME, "'re':4")).isEqualTo(new ServerFrame.Unknown("ok"));
    }

    @Test
    void theKindOfAnswerIsAskedForByTheIdOfTheRequest() throws MalformedFrameException {
        assertThat(codec.decodeServer(
                        "{\"type\":\"ok\",\"re\":4,\"seq\":9}",
                        re -> re == 4 ? Optional.of(AnswerKind.APPLIED) : Optional.empty()))
                .isEqualTo(new ServerFrame.Ok(4, new Answer.Applied(OptionalLong.of(9))));
    }

    @Test
    void anEventOfAnUnknownKindKeepsItsNumber() throws MalformedFrameException {
        assertThat(decode("{" + STAMP + ",'kind':'pinned','target':3}"))
                .isEqualTo(new ServerFrame.Happened(new Event.Unknown(STAMPED, "pinned")));
    }

    @Test
    void spellingsThatAreNotKnownHaveTheMostModestMeaning() throws MalformedFrameException {
        assertThat(decode("{" + STAMP + ",'kind':'left','user':{'id':'u1','name':'Ada'},'reason':'expired'}"))
                .isEqualTo(new ServerFrame.Happened(new Event.Left(
                        STAMPED, new UserRef("u1", "Ada"), LeaveReason.LEFT, Optional.empty(), Optional.empty())));
        assertThat(decode("{" + STAMP
                        + ",'kind':'changed','visibility':'secret','user':{'id':'u1','name':'Ada'},'role':'king'}"))
                .isEqualTo(new ServerFrame.Happened(new Event.Changed(
                        STAMPED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
        assertThat(decode("{'type':'conversation-gone','conversation':'c1','reason':'expired'}"))
                .isEqualTo(new ServerFrame.Gone("c1", GoneReason.LEFT));
        assertThat(decode("{'type':'presence','changes':[{'id':'u1','name':'Ada','status':'dnd'}]}"))
                .isEqualTo(new ServerFrame.Presence(
                        List.of(new PresenceEntry("u1", "Ada", Status.ONLINE, Optional.empty())), false));
        assertThat(answer(
                        AnswerKind.MEMBERS,
                        "'re':4,'members':[{'id':'u1','name':'Ada','role':'king','status':'dnd'},"
                                + "{'id':'u2','name':'Bo','role':'member'}]"))
                .isEqualTo(new ServerFrame.Ok(
                        4,
                        new Answer.MembersPage(
                                List.of(
                                        new Answer.MemberEntry(
                                                "u1", "Ada", Role.MEMBER, Status.ONLINE, Optional.empty()),
                                        new Answer.MemberEntry(
                                                "u2", "Bo", Role.MEMBER, Status.OFFLINE, Optional.empty())),
                                false)));
        assertThat(answer(
                        AnswerKind.ROOMS,
                        "'re':4,'rooms':[{'id':'c1','name':'n','visibility':'secret','role':'king'}]"))
                .isEqualTo(new ServerFrame.Ok(
                        4,
                        new Answer.RoomsPage(
                                List.of(new Answer.RoomEntry(
                                        "c1", "n", "", Visibility.PRIVATE, 0, 0, Optional.of(Role.MEMBER))),
                                false)));
        assertThat(answer(AnswerKind.SYNCED, "'re':4,'conversations':{'c1':{'recovered':false,'code':'evaporated'}}"))
                .extracting("answer.conversations.c1.code")
                .isEqualTo(ErrorCode.UNKNOWN_CONVERSATION);
    }

    @Test
    void aCodeThatIsNotKnownIsFinalAndStaysReadable() throws MalformedFrameException {
        assertThat(decode("{'type':'error','re':4,'code':'too-sleepy','message':'yawn'}"))
                .isEqualTo(new ServerFrame.Error(
                        OptionalLong.of(4),
                        ErrorCode.UNSUPPORTED,
                        "too-sleepy: yawn",
                        OptionalLong.empty(),
                        Optional.empty()));
    }

    @Test
    void aConversationOfAnUnknownKindIsShownAsARoom() throws MalformedFrameException {
        assertThat(decode("{'type':'conversation','conversation':{'id':'c9','kind':'stage','name':'n','head':3}}"))
                .isEqualTo(new ServerFrame.Gained(
                        new ConversationSummary(
                                "c9",
                                new ConversationSummary.Room("n", "", Visibility.PRIVATE, Role.MEMBER),
                                0,
                                3,
                                0,
                                0,
                                0,
                                Optional.empty()),
                        false));
    }

    @Test
    void aBareWelcomeIsEnough() throws MalformedFrameException {
        assertThat(decode("{'type':'welcome','re':1,'server':{'id':'s','epoch':'e'},'user':{'id':'u1','name':'Ada',"
                        + "'role':'king'},'capabilities':['rooms','telepathy'],'limits':null,'token':null}"))
                .isEqualTo(new ServerFrame.Welcome(
                        1,
                        new ServerInfo("s", "e", "", ""),
                        new ServerFrame.Self("u1", "Ada", ServerRole.MEMBER),
                        15_000,
                        Limits.STANDARD,
                        Set.of(Capability.ROOMS),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false));
    }

    @Test
    void limitsThatAreNotNamedAreTheUsualOnes() throws MalformedFrameException {
        ServerFrame welcome = decode("{'type':'welcome','re':1,'server':{'id':'s','epoch':'e'},'user':{'id':'u1',"
                + "'name':'Ada'},'limits':{'textChars':500,'posts':{'perSecond':2}}}");
        assertThat(((ServerFrame.Welcome) welcome).limits())
                .isEqualTo(new Limits(65_536, 262_144, 500, 100, 32, Optional.of(new Limits.PostRate(1, 2))));
    }

    @Test
    void whatMayBeAbsentMayBeNull() throws MalformedFrameException {
        assertThat(decode("{" + STAMP + ",'kind':'message','text':'a','replyTo':null,'mentions':null,'deleted':null}"))
                .isEqualTo(new ServerFrame.Happened(
                        new Event.Message(STAMPED, "", "a", OptionalLong.empty(), List.of(), false)));
        assertThat(decode("{'type':'read','conversation':'c','user':'u','seq':4,'unread':null,'mentions':-3}"))
                .isEqualTo(new ServerFrame.Read("c", "u", 4, OptionalInt.empty(), OptionalInt.of(0)));
        assertThat(decode("{'type':'bye','retryAfterMs':-5}")).isEqualTo(new ServerFrame.Bye("", 0));
        assertThat(decode("{'type':'error','re':null,'code':'full'}"))
                .isEqualTo(new ServerFrame.Error(
                        OptionalLong.empty(), ErrorCode.FULL, "", OptionalLong.empty(), Optional.empty()));
        assertThat(answer(AnswerKind.APPLIED, "'re':4"))
                .isEqualTo(new ServerFrame.Ok(4, new Answer.Applied(OptionalLong.empty())));
    }

    @Test
    void anItemWhoseRevIsItsOwnNumberWasChangedByNothing() throws MalformedFrameException {
        String item = "{" + STAMP + ",'kind':'message','text':'a'%s}";
        var message = new Event.Message(STAMPED, "", "a", OptionalLong.empty(), List.of(), false);
        assertThat(answer(
                        AnswerKind.HISTORY,
                        "'re':4,'asOf':9,'items':[" + item.formatted("") + "," + item.formatted(",'rev':5") + ","
                                + item.formatted(",'rev':6") + "]"))
                .isEqualTo(new ServerFrame.Ok(
                        4,
                        new Answer.HistoryPage(
                                List.of(
                                        new HistoryItem(message, false, List.of(), OptionalLong.empty()),
                                        new HistoryItem(message, false, List.of(), OptionalLong.empty()),
                                        new HistoryItem(message, false, List.of(), OptionalLong.of(6))),
                                9,
                                false,
                                false)));
    }

    @Test
    void theAuthorOfAHitMayBeABareId() throws MalformedFrameException {
        assertThat(answer(
                        AnswerKind.SEARCH,
                        "'re':4,'hits':[{'conversation':'c1','seq':5,'at':'2026-11-20T09:00:00.5+01:00',"
                                + "'author':'u1','text':'aa','ranges':[[0,1],[1,99999999999]]}]"))
                .isEqualTo(new ServerFrame.Ok(
                        4,
                        new Answer.SearchPage(
                                List.of(new Answer.Hit(
                                        "c1",
                                        5,
                                        Instant.parse("2026-11-20T08:00:00.500Z"),
                                        new UserRef("u1", ""),
                                        "aa",
                                        List.of(new Answer.Range(0, 1), new Answer.Range(1, Integer.MAX_VALUE)))),
                                false,
                                Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{'type':5}",
                "{'type':'ping'} x",
                "{'type':'ping','t':'\\ud800'}",
                "{'type':'ok'}",
                "{'type':'ok','re':'4'}",
                "{'type':'error','re':4}",
                "{'type':'error','re':'4','code':'full'}",
                "{'type':'event'}",
                "{'type':'typing','conversation':'c','user':'u'}",
                "{'type':'welcome','re':1,'user':{'id':'u1','name':'Ada'}}",
                "{'type':'welcome','re':1,'server':[],'user':{'id':'u1','name':'Ada'}}",
                "{'type':'presence','changes':{}}",
                "{'type':'presence','changes':['u1']}",
                "{'type':'conversation','conversation':{'id':'c','kind':'direct','head':3}}",
                "{'type':'conversation','conversation':{'id':'c','kind':'room','head':3}}"
            })
    void whatNoServerMaySendIsMalformed(String json) {
        assertMalformed(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'heartbeatMs':0
                    'heartbeatMs':'fast'
                    'limits':{'replyBytes':0}
                    'limits':{'replyBytes':-1}
                    'limits':{'posts':{'burst':0,'perSecond':1}}
                    'limits':{'posts':{'burst':1,'perSecond':0}}
                    'limits':{'posts':{'burst':1,'perSecond':-0.5}}
                    'limits':{'posts':{'burst':1,'perSecond':1e999}}
                    'limits':{'posts':{'burst':1,'perSecond':'1'}}
                    'limits':{'posts':{'burst':1}}
                    'capabilities':'rooms'
                    'capabilities':[5]
                    'more':'no'
                    """)
    void aWelcomeWithNumbersThatCannotBeIsMalformed(String field) {
        assertMalformed("{'type':'welcome','re':1,'server':{'id':'s','epoch':'e'},'user':{'id':'u1','name':'Ada'},"
                + field + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ranges':5",
                "'ranges':[5]",
                "'ranges':[[1]]",
                "'ranges':[[1,2,3]]",
                "'ranges':[['1',2]]",
                "'at':'yesterday'",
                "'at':1700000000"
            })
    void aHitOfAnotherFormIsMalformed(String field) {
        assertMalformed(
                "{'type':'ok','re':4,'hits':[{'conversation':'c1','seq':5,'at':'2026-11-20T08:00:00Z',"
                        + "'author':'u1','text':'aa','ranges':[]," + field + "}]}",
                AnswerKind.SEARCH);
    }

    @Test
    void lastIsAMessage() {
        assertMalformed("{'type':'conversation','conversation':{'id':'c1','kind':'room','name':'n','head':5,'last':{"
                + STAMP + ",'kind':'deleted','target':3}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "yesterday"
            })
    void aTimeThatNobodyCanShowOrCountIsMalformed(String at) {
        assertMalformed("{" + STAMP.replace("2026-11-20T08:00:00Z", at) + ",'kind':'deleted','target':3}");
    }

    @Test
    void aHundredThousandLevelsAreMalformedAndNothingWorse() {
        assertMalformed("{'type':'x','y':" + "[".repeat(100_000));
    }

    private void assertMalformed(String json) {
        assertMalformed(json, AnswerKind.DONE);
    }

    private void assertMalformed(String json, AnswerKind kind) {
        assertThatCode(() -> codec.decodeServer(json.replace('\'', '"'), _ -> Optional.of(kind)))
                .isInstanceOf(MalformedFrameException.class)
                .hasNoCause();
    }

    private ServerFrame answer(AnswerKind kind, String fields) throws MalformedFrameException {
        return codec.decodeServer("{\"type\":\"ok\"," + fields.replace('\'', '"') + "}", _ -> Optional.of(kind));
    }

    private ServerFrame decode(String json) throws MalformedFrameException {
        return codec.decodeServer(json.replace('\'', '"'), _ -> Optional.empty());
    }
}
