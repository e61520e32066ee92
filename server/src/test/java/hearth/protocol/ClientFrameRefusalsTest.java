package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong in a way that the connection outlives. Single quotes stand for double ones. */
class ClientFrameRefusalsTest {

    private static final String TOKEN_43 = "t".repeat(43);

    private final FrameCodec codec = new FrameCodec();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'type':'post','id':7}                                                                 | BAD_FRAME
                    {'type':'post','id':7,'conversation':'c','clientId':'x'}                               | BAD_FRAME
                    {'type':'post','id':7,'conversation':'c','clientId':'x','text':5}                      | BAD_FRAME
                    {'type':'post','id':7,'conversation':'c','clientId':'x','text':null}                   | BAD_FRAME
                    {'type':'post','id':7,'conversation':5,'clientId':'x','text':'a'}                      | BAD_FRAME
                    {'type':'post','id':7,'conversation':'c','clientId':'','text':'a'}                     | BAD_FRAME
                    {'type':'post','id':7,'conversation':'c','clientId':'x','text':'a','replyTo':'5'}      | BAD_FRAME
                    {'type':'post','id':7,'conversation':'c','clientId':'x','text':'a','replyTo':1.0}      | BAD_FRAME
                    {'type':'post','id':7,'conversation':'c','clientId':'x','text':'a\\ud800'}             | BAD_FRAME
                    {'type':'post','id':7,'conversation':'c','clientId':'x','text':'\\udc00\\ud800'}       | BAD_FRAME
                    {'type':'post','id':7,'conversation':'c','clientId':'x','text':'a\\u0000'}             | BAD_FRAME
                    {'type':'post','id':7,'conversation':'\\ud800','clientId':'x','text':'a'}              | BAD_FRAME
                    {'type':'edit','id':7,'conversation':'c','text':'a'}                                   | BAD_FRAME
                    {'type':'edit','id':7,'conversation':'c','target':true,'text':'a'}                     | BAD_FRAME
                    {'type':'delete','id':7,'conversation':'c','target':'4'}                               | BAD_FRAME
                    {'type':'react','id':7,'conversation':'c','target':4,'emoji':'','on':true}             | BAD_FRAME
                    {'type':'react','id':7,'conversation':'c','target':4,'emoji':'a b','on':true}          | BAD_FRAME
                    {'type':'react','id':7,'conversation':'c','target':4,'emoji':'a\\u00a0','on':true}     | BAD_FRAME
                    {'type':'react','id':7,'conversation':'c','target':4,'emoji':'a','on':1}               | BAD_FRAME
                    {'type':'react','id':7,'conversation':'c','target':4,'emoji':'a'}                      | BAD_FRAME
                    {'type':'read','id':7,'conversation':'c','seq':{}}                                     | BAD_FRAME
                    {'type':'sync','id':7}                                                                 | BAD_FRAME
                    {'type':'sync','id':7,'conversations':[]}                                              | BAD_FRAME
                    {'type':'sync','id':7,'conversations':{'c':'5'}}                                       | BAD_FRAME
                    {'type':'sync','id':7,'conversations':{'c':null}}                                      | BAD_FRAME
                    {'type':'sync','id':7,'conversations':{'c':-1}}                                        | BAD_FRAME
                    {'type':'sync','id':7,'conversations':{'\\u0000':1}}                                   | BAD_FRAME
                    {'type':'history','id':7,'conversation':'c','before':1,'after':2}                      | BAD_FRAME
                    {'type':'history','id':7,'conversation':'c','around':1,'after':2}                      | BAD_FRAME
                    {'type':'history','id':7,'conversation':'c','around':1,'before':2}                     | BAD_FRAME
                    {'type':'history','id':7,'conversation':'c','limit':0}                                 | BAD_FRAME
                    {'type':'history','id':7,'conversation':'c','limit':-99999999999999999999}             | BAD_FRAME
                    {'type':'search','id':7}                                                               | BAD_FRAME
                    {'type':'search','id':7,'query':''}                                                    | EMPTY
                    {'type':'search','id':7,'query':'a','before':5}                                        | BAD_FRAME
                    {'type':'search','id':7,'query':'a','limit':'5'}                                       | BAD_FRAME
                    {'type':'members','id':7,'conversation':'c','after':3}                                 | BAD_FRAME
                    {'type':'create-room','id':7,'name':'n'}                                               | BAD_FRAME
                    {'type':'create-room','id':7,'name':'n','visibility':'secret'}                         | BAD_FRAME
                    {'type':'create-room','id':7,'name':'n','visibility':'PUBLIC'}                         | BAD_FRAME
                    {'type':'set-room','id':7,'conversation':'c','visibility':'secret'}                    | BAD_FRAME
                    {'type':'join','id':7}                                                                 | BAD_FRAME
                    {'type':'join','id':7,'conversation':'c','room':'r'}                                   | BAD_FRAME
                    {'type':'leave','id':7,'conversation':null,'room':null}                                | BAD_FRAME
                    {'type':'open-direct','id':7,'user':'u','name':'n'}                                    | BAD_FRAME
                    {'type':'open-direct','id':7}                                                          | BAD_FRAME
                    {'type':'kick','id':7,'conversation':'c'}                                              | BAD_FRAME
                    {'type':'mute','id':7,'conversation':'c','user':'u','seconds':-1}                      | BAD_FRAME
                    {'type':'mute','id':7,'conversation':'c','user':'u'}                                   | BAD_FRAME
                    {'type':'set-role','id':7,'conversation':'c','user':'u','role':'admin'}                | BAD_FRAME
                    {'type':'set-server-role','id':7,'user':'u','role':'owner'}                            | BAD_FRAME
                    {'type':'set-status','id':7,'status':'offline'}                                        | BAD_FRAME
                    {'type':'set-status','id':7,'status':'asleep'}                                         | BAD_FRAME
                    {'type':'set-password','id':7,'password':''}                                           | EMPTY
                    {'type':'log-out','id':7,'everywhere':'yes'}                                           | BAD_FRAME
                    {'type':'ban-user','id':7,'user':'u','addresses':0}                                    | BAD_FRAME
                    {'type':'hello','id':7,'protocol':1}                                                   | BAD_FRAME
                    {'type':'hello','id':7,'auth':{'kind':'guest','name':'Ada'}}                           | BAD_FRAME
                    {'type':'hello','id':7,'protocol':2,'auth':{'kind':'telepathy'}}                       | UNSUPPORTED
                    {'type':'hello','id':7,'protocol':1,'auth':{'kind':'telepathy'}}                       | UNSUPPORTED
                    {'type':'hello','id':7,'protocol':1,'auth':{'name':'Ada'}}                             | BAD_FRAME
                    {'type':'hello','id':7,'protocol':1,'auth':'guest'}                                    | BAD_FRAME
                    {'type':'hello','id':7,'protocol':1,'client':5,'auth':{'kind':'guest','name':'Ada'}}   | BAD_FRAME
                    {'type':'hello','id':7,'protocol':1,'auth':{'kind':'guest'}}                           | BAD_FRAME
                    {'type':'hello','id':7,'protocol':1,'auth':{'kind':'guest','name':'A','token':'abc'}}  | BAD_FRAME
                    {'type':'hello','id':7,'protocol':1,'auth':{'kind':'token','token':'abc'}}             | UNAUTHORIZED
                    {'type':'hello','id':7,'protocol':1,'auth':{'kind':'token'}}                           | BAD_FRAME
                    {'type':'hello','id':7,'protocol':1,'auth':{'kind':'password','name':'A'}}             | BAD_FRAME
                    {'type':'hello','id':7,'protocol':1,'auth':{'kind':'jwt'}}                             | BAD_FRAME
                    {'type':'dance','id':7}                                                                | UNKNOWN_TYPE
                    {'type':'','id':7}                                                                     | UNKNOWN_TYPE
                    {'type':'\\ud800','id':7}                                                              | BAD_FRAME
                    """)
    void aWrongFieldIsRefusedWithTheIdOfItsRequest(String json, ErrorCode code) {
        Decoded.Invalid refused = refused(json);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.re()).hasValue(7);
        assertThat(refused.message()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'rooms'}",
                "{'type':'rooms','id':0}",
                "{'type':'rooms','id':-1}",
                "{'type':'rooms','id':'1'}",
                "{'type':'rooms','id':1.0}",
                "{'type':'rooms','id':null}",
                "{'type':'rooms','id':9007199254740992}",
                "{'type':'rooms','id':99999999999999999999999}",
                "{'type':'search','query':''}",
                "{'type':'hello','protocol':2}",
                "{'type':'ping','t':5,'id':7}",
                "{'type':'ping','t':'\\ud800'}",
                "{'type':'pong','t':[]}",
                "{'type':'typing','id':7}",
                "{'type':'typing','conversation':'c'}",
                "{'type':'typing','conversation':'c','active':'true'}"
            })
    void whereNoAnswerCanNameTheRequestItIsABadFrameWithoutRe(String json) {
        Decoded.Invalid refused = refused(json);
        assertThat(refused.code()).isEqualTo(ErrorCode.BAD_FRAME);
        assertThat(refused.re()).isEmpty();
    }

    @Test
    void anUnknownTypeWithoutUsableIdIsStillUnknown() {
        assertThat(refused("{'type':'dance','id':'x'}"))
                .isEqualTo(new Decoded.Invalid(
                        OptionalLong.empty(), ErrorCode.UNKNOWN_TYPE, "dance", "no such type of frame"));
    }

    @Test
    void aRefusalNamesTheFieldButQuotesNothing() {
        assertThat(refused("{'type':'set-password','id':7,'password':'hunter2','current':5}"))
                .isEqualTo(new Decoded.Invalid(
                        OptionalLong.of(7), ErrorCode.BAD_FRAME, "set-password", "'current' must be a string"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'type':'post','id':7,'conversation':'c','text':'a','clientId':'%s'}            | 64  | BAD_FRAME
                    {'type':'react','id':7,'conversation':'c','target':4,'on':true,'emoji':'%s'}    | 32  | BAD_FRAME
                    {'type':'search','id':7,'query':'%s'}                                           | 200 | TOO_LONG
                    {'type':'rooms','id':7,'query':'%s'}                                            | 200 | TOO_LONG
                    {'type':'create-room','id':7,'name':'n','visibility':'public','topic':'%s'}     | 250 | TOO_LONG
                    {'type':'set-room','id':7,'conversation':'c','topic':'%s'}                      | 250 | TOO_LONG
                    {'type':'invite','id':7,'conversation':'c','user':'u','reason':'%s'}            | 250 | TOO_LONG
                    {'type':'kick','id':7,'conversation':'c','user':'u','reason':'%s'}              | 250 | TOO_LONG
                    {'type':'ban','id':7,'conversation':'c','user':'u','reason':'%s'}               | 250 | TOO_LONG
                    {'type':'unban','id':7,'conversation':'c','user':'u','reason':'%s'}             | 250 | TOO_LONG
                    {'type':'ban-user','id':7,'user':'u','reason':'%s'}                             | 250 | TOO_LONG
                    {'type':'unban-user','id':7,'user':'u','reason':'%s'}                           | 250 | TOO_LONG
                    {'type':'set-status','id':7,'status':'away','text':'%s'}                        | 250 | TOO_LONG
                    {'type':'set-password','id':7,'password':'%s'}                                  | 256 | TOO_LONG
                    {'type':'ping','t':'%s'}                                                        | 64  | BAD_FRAME
                    {'type':'pong','t':'%s'}                                                        | 64  | BAD_FRAME
                    """)
    void lengthsCountCodePoints(String json, int most, ErrorCode code) {
        assertThat(decode(json.formatted("😀".repeat(most)))).isInstanceOf(Decoded.Frame.class);
        assertThat(refused(json.formatted("😀".repeat(most + 1))).code()).isEqualTo(code);
        assertThat(refused(json.formatted("a".repeat(most + 1))).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {43, 128})
    void tokensOfTheSmallestAndLargestLengthPass(int length) {
        String token = "aZ09-_".repeat(22).substring(0, length);
        assertThat(decode("{'type':'hello','id':7,'protocol':1,'auth':{'kind':'token','token':'" + token + "'}}"))
                .isInstanceOf(Decoded.Frame.class);
    }

    @Test
    void tokensOfAnyOtherFormAreRefused() {
        for (String token : new String[] {"t".repeat(42), "t".repeat(129), TOKEN_43 + "=", TOKEN_43 + "+", ""}) {
            assertThat(refused(
                                    "{'type':'hello','id':7,'protocol':1,'auth':{'kind':'password','name':'A','password':'p',"
                                            + "'token':'" + token + "'}}")
                            .code())
                    .isEqualTo(ErrorCode.BAD_FRAME);
        }
    }

    private Decoded.Invalid refused(String json) {
        Decoded decoded = decode(json);
        assertThat(decoded).as(json).isInstanceOf(Decoded.Invalid.class);
        return (Decoded.Invalid) decoded;
    }

    private Decoded decode(String json) {
        return codec.decodeClient(json.replace('\'', '"'));
    }
}
