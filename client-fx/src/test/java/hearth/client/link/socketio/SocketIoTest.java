package hearth.client.link.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.LinkEvent;
import hearth.client.link.foreign.ForeignBench;
import hearth.client.transport.Ending;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the version of a server is found out that does not tell it in its handshake. */
class SocketIoTest {
    private static final String CERTAIN = "0{\"sid\":\"a\",\"pingInterval\":25000,\"maxPayload\":1000000}";
    private static final String UNCERTAIN = "0{\"sid\":\"a\",\"pingInterval\":25000}";
    private static final Duration LATE = SocketIo.UNASKED.plusSeconds(1);

    private final ForeignBench bench = new ForeignBench(ChatDialect.KIND);

    @Test
    void aSlowServerOfVersion2IsRedialledOnceAndThenWaitedFor() {
        bench.open().receive(UNCERTAIN).pass(LATE).receive("40");
        assertThat(bench.told())
                .as("nothing has failed")
                .endsWith(
                        new LinkEvent.Misjudged(),
                        new LinkEvent.Ended(new Ending.Lost("the server is of version 2 after all")));
        bench.sent();

        bench.open().receive(UNCERTAIN).pass(LATE).receive("40");
        assertThat(endings()).isEmpty();
        assertThat(bench.signIn("Ada").sent())
                .startsWith("42[\"message\",\"Ada\"]")
                .doesNotContain("40");
    }

    @Test
    void whoHearsAGreetingInTimeWaitsForItLater() {
        bench.open().receive(UNCERTAIN, "40");
        bench.lose();
        bench.told();
        bench.open().receive(UNCERTAIN).pass(LATE);
        assertThat(bench.sent()).isEmpty();
        bench.receive("40").signIn("Ada");
        assertThat(bench.sent()).startsWith("42[\"message\",\"Ada\"]");
        assertThat(endings()).isEmpty();
    }

    @Test
    void aServerThatIsNoLongerOfVersion2IsFoundOutAnew() {
        bench.open().receive(UNCERTAIN, "40");
        bench.lose();
        bench.told();
        bench.open().receive(UNCERTAIN).pass(SocketIo.GREETING);
        assertThat(endings()).containsExactly(new Ending.Lost("the server is no longer of version 2"));
        bench.open().receive(UNCERTAIN).pass(LATE);
        assertThat(bench.sent()).containsExactly("40");
        bench.receive("40{\"sid\":\"b\"}").signIn("Ada").pass(SocketIo.GREETING);
        assertThat(bench.words()).containsExactly("welcome [lobby 0]");
    }

    @Test
    void anEarlyVersion4IsNotWaitedForAgain() {
        bench.open().receive(UNCERTAIN).pass(LATE).receive("40{\"sid\":\"b\"}");
        bench.lose();
        bench.sent();
        bench.open().receive(UNCERTAIN);
        assertThat(bench.sent()).containsExactly("40");
    }

    @Test
    void aServerThatWasSetBackToVersion2IsRedialledOnce() {
        bench.open().receive(UNCERTAIN).pass(LATE).receive("40{\"sid\":\"b\"}");
        bench.lose();
        bench.told();
        bench.open().receive(UNCERTAIN, "40");
        assertThat(endings()).hasSize(1);
        bench.sent();
        bench.open().receive(UNCERTAIN, "40").signIn("Ada");
        assertThat(endings()).isEmpty();
        assertThat(bench.sent()).startsWith("42[\"message\",\"Ada\"]");
    }

    @Test
    void whereTheHandshakeTellsTheVersionABareAnswerIsEnough() {
        bench.open().receive(CERTAIN, "40").signIn("Ada");
        assertThat(endings()).isEmpty();
        assertThat(bench.sent()).startsWith("40", "42[\"message\",\"Ada\"]");
    }

    @Test
    void inANamespaceALateGreetingDoesNoHarm() {
        ForeignBench news = new ForeignBench(TalkDialect.KIND, "ws://kitchen:3000/news");
        news.open().receive(UNCERTAIN).pass(LATE).signIn("Ada");
        news.receive("40", "40/news,");
        assertThat(news.sent()).containsExactly("40/news,");
        assertThat(news.words()).containsExactly("welcome [lobby 0]");
        news.pass(Duration.ofSeconds(25));
        assertThat(news.sent()).as("version 2 is pinged").containsExactly("2");
    }

    @Test
    void aPingThatCarriesSomethingIsAnsweredWithTheSame() {
        bench.open().receive(CERTAIN, "40{\"sid\":\"b\"}");
        bench.sent();
        bench.receive("2probe", "2");
        assertThat(bench.sent()).containsExactly("3probe", "3");
    }

    @Test
    void whatIsSaidBeforeTheNamespaceIsOpenIsNotForUs() {
        ForeignBench news = new ForeignBench(TalkDialect.KIND, "ws://kitchen:3000/news");
        news.open().receive(CERTAIN).signIn("Ada");
        news.receive("42/news,[\"talk\",\"too early\"]", "40/news,{\"sid\":\"b\"}");
        news.receive("42/news,[\"talk\",\"in time\"]", "42[\"talk\",\"elsewhere\"]");
        assertThat(news.words()).containsExactly("welcome [lobby 0]", "lobby 1 kitchen: in time");
    }

    private List<Ending> endings() {
        return bench.told().stream()
                .filter(LinkEvent.Ended.class::isInstance)
                .map(event -> ((LinkEvent.Ended) event).ending())
                .toList();
    }
}
