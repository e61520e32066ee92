package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the codec lets pass, and where it ends the connection. Single quotes stand for double ones. */
class ClientFrameToleranceTest {

    private final FrameCodec codec = new FrameCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "5",
                "[]",
                "'ping'",
                "{",
                "{'type'}",
                "{'type':'ping'",
                "{'type':'ping'} x",
                "{'type':'ping'}{}",
                "{'type':'ping',}",
                "{type:'ping'}",
                "{'type':'ping' /* so */}",
                "{'type':'ping','t':'a\tb'}",
                "{'type':'ping','x':NaN}",
                "{'type':'ping','x':01}",
                "{'type':'ping','x':'\\x'}",
                "{}",
                "{'id':1}",
                "{'type':5,'id':1}",
                "{'type':null}",
                "{'Type':'ping'}",
                "{'type':'ping','\\ud800':1}",
                "\ufeff{'type':'ping'}"
            })
    void whatIsNoObjectWithATypeIsBroken(String json) {
        assertThat(decode(json)).isInstanceOf(Decoded.Broken.class);
    }

    @Test
    void thirtyTwoLevelsPassAndOneMoreIsBroken() {
        assertThat(decode("{'type':'ping','x':" + "[".repeat(31) + "]".repeat(31) + "}"))
                .isInstanceOf(Decoded.Frame.class);
        assertThat(decode("{'type':'ping','x':" + "[".repeat(32) + "]".repeat(32) + "}"))
                .isInstanceOf(Decoded.Broken.class);
        assertThat(decode("{'x':".repeat(32) + "1" + "}".repeat(32))).isInstanceOf(Decoded.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{'a':", "{'type':'ping','x':["})
    void aHundredThousandLevelsAreBrokenAndNothingWorse(String opening) {
        assertThat(decode(opening.repeat(100_000))).isInstanceOf(Decoded.Broken.class);
    }

    @Test
    void fieldsThatAreNotKnownAreIgnoredWhateverTheyHold() {
        String odd = "'x':[1e999,-0,{},'\\ud800',null,true," + "9".repeat(5_000) + ",0." + "1".repeat(5_000) + "]";
        assertThat(frame("{'type':'delete','id':7,'conversation':'c','target':4," + odd + "}"))
                .isEqualTo(new ClientFrame.Delete(7, "c", 4));
    }

    @Test
    void ofEqualNamesTheLastCounts() {
        assertThat(frame("{'type':'ping','type':'delete','id':6,'id':7,'conversation':'c','target':4}"))
                .isEqualTo(new ClientFrame.Delete(7, "c", 4));
    }

    @Test
    void nullStandsForAnAbsentField() {
        assertThat(frame("{'type':'post','id':7,'conversation':'c','clientId':'x','text':'a','replyTo':null}"))
                .isEqualTo(new ClientFrame.Post(7, "c", "x", "a", OptionalLong.empty()));
        assertThat(frame("{'type':'rooms','id':7,'query':null,'after':null,'limit':null}"))
                .isEqualTo(new ClientFrame.Rooms(7, Optional.empty(), Optional.empty(), OptionalInt.empty()));
        assertThat(frame("{'type':'log-out','id':7,'everywhere':null}")).isEqualTo(new ClientFrame.LogOut(7, false));
    }

    @Test
    void textsOfAnyLengthPassForTheHubLooksUpClientIdsFirst() {
        for (String text : new String[] {"", " ", "a".repeat(60_000)}) {
            assertThat(frame("{'type':'post','id':7,'conversation':'c','clientId':'x','text':'" + text + "'}"))
                    .isEqualTo(new ClientFrame.Post(7, "c", "x", text, OptionalLong.empty()));
        }
    }

    @Test
    void integersBeyondTheSafeOnesCountAsTheNearestOfThem() {
        assertThat(frame("{'type':'delete','id':7,'conversation':'c','target':9007199254740993}"))
                .isEqualTo(new ClientFrame.Delete(7, "c", Limits.MAX_ID));
        assertThat(frame("{'type':'delete','id':7,'conversation':'c','target':-" + "9".repeat(400) + "}"))
                .isEqualTo(new ClientFrame.Delete(7, "c", -Limits.MAX_ID));
        assertThat(frame("{'type':'delete','id':7,'conversation':'c','target':999999999999999999}"))
                .isEqualTo(new ClientFrame.Delete(7, "c", Limits.MAX_ID));
        assertThat(frame("{'type':'members','id':7,'conversation':'c','limit':99999999999}"))
                .isEqualTo(new ClientFrame.Members(7, "c", Optional.empty(), OptionalInt.of(Integer.MAX_VALUE)));
        assertThat(frame("{'type':'mute','id':7,'conversation':'c','user':'u','seconds':99999999999}"))
                .isEqualTo(new ClientFrame.Mute(7, "c", "u", Limits.MUTE_SECONDS));
    }

    @Test
    void theSmallestValuesPass() {
        assertThat(frame("{'type':'mute','id':1,'conversation':'c','user':'u','seconds':0}"))
                .isEqualTo(new ClientFrame.Mute(1, "c", "u", 0));
        assertThat(frame("{'type':'sync','id':1,'conversations':{'c':0}}"))
                .isEqualTo(new ClientFrame.Sync(1, Map.of("c", 0L)));
        assertThat(frame("{'type':'bans','id':1,'conversation':'c','limit':1}"))
                .isEqualTo(new ClientFrame.Bans(1, "c", Optional.empty(), OptionalInt.of(1)));
        assertThat(frame("{'type':'rooms','id':1,'query':''}"))
                .isEqualTo(new ClientFrame.Rooms(1, Optional.of(""), Optional.empty(), OptionalInt.empty()));
    }

    @Test
    void aClientNeedNotNameItselfAndALongNameIsCut() {
        String hello = "{'type':'hello','id':1,'protocol':1,%s'auth':{'kind':'guest','name':'Ada'}}";
        var auth = new Auth.Guest("Ada", Optional.empty());
        assertThat(frame(hello.formatted(""))).isEqualTo(new ClientFrame.Hello(1, 1, "", auth, Optional.empty()));
        assertThat(frame(hello.formatted("'client':'" + "😀".repeat(251) + "',")))
                .isEqualTo(new ClientFrame.Hello(1, 1, "😀".repeat(250), auth, Optional.empty()));
    }

    private ClientFrame frame(String json) {
        Decoded decoded = decode(json);
        assertThat(decoded).isInstanceOf(Decoded.Frame.class);
        return ((Decoded.Frame) decoded).frame();
    }

    private Decoded decode(String json) {
        return codec.decodeClient(json.replace('\'', '"'));
    }
}
