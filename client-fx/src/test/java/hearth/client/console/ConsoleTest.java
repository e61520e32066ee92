package hearth.client.console;

import static hearth.client.session.SessionBench.ADA;
import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.direct;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.message;
import static hearth.client.session.SessionBench.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Missed;
import hearth.client.session.SessionBench;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.LeaveReason;
import hearth.protocol.ServerFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private SessionBench bench = new SessionBench();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private Console console = console(true, Optional.empty());
    private CompletableFuture<Integer> exit;

    @Test
    void linesWrittenBeforeTheLoginWaitForIt() {
        start();
        type("one", "two");
        assertThat(bench.link().takeSent()).isEmpty();
        logIn();
        answerPost("one", 4);
        answerPost("two", 5);
        assertThat(bench.store.outboxOfAll()).isEmpty();
    }

    @Test
    void atTheEndOfInputItWaitsForTheLastAnswerAndEndsWithZero() {
        startOnline();
        typeAndEnd("one");
        assertThat(exit).isNotDone();
        answerPost("one", 4);
        assertEnded(0);
    }

    @Test
    void withoutAnyInputItEndsWithZero() {
        startOnline();
        typeAndEnd();
        assertEnded(0);
    }

    @Test
    void aFailedMessageMakesItOne() {
        startOnline();
        typeAndEnd("one");
        bench.refuse(bench.sent(ClientFrame.Post.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
        assertEnded(1);
        assertThat(lastOutbox()).contains("\"state\":\"failed\",\"reason\":\"forbidden\"");
    }

    @Test
    void aMessageThatMayNotHaveArrivedMakesItOne() {
        useServerThatConfirmsNothing();
        startOnline();
        typeAndEnd("one");
        bench.sent(ClientFrame.Post.class);
        bench.end(new Ending.Lost("cut"));
        assertThat(exit).isCompletedWithValue(1);
        assertThat(lastOutbox()).contains("\"text\":\"one\",\"state\":\"unconfirmed\",\"reason\":null");
    }

    @Test
    void aMessageThatTurnsUpAfterAllMakesItZero() {
        useServerThatConfirmsNothing();
        startOnline();
        type("one");
        ClientFrame.Post post = bench.sent(ClientFrame.Post.class);
        bench.end(new Ending.Lost("cut"));
        bench.comeBack();
        logIn();
        bench.happen(SessionBench.own("c1", 4, post.clientId(), "one"));
        typeAndEnd();
        assertEnded(0);
    }

    @Test
    void whyThereIsNoConnectionIsToldOnceForEachReason() {
        start();
        for (Ending ending : List.of(
                new Ending.Refused("a"), new Ending.Refused("b"), new Ending.Lost("c"), new Ending.Refused("d"))) {
            bench.end(ending);
            bench.comeBack();
        }
        assertThat(notices()).containsExactly("Refused[detail=a]", "Lost[detail=c]");
        logIn();
        bench.end(new Ending.Lost("e"));
        assertThat(notices()).last().isEqualTo("Lost[detail=e]");
    }

    @Test
    void aRefusedLoginMakesItTwo() {
        start();
        bench.recognise();
        bench.arrive(new ServerFrame.Error(
                OptionalLong.of(1), ErrorCode.NAME_TAKEN, "", OptionalLong.empty(), Optional.empty()));
        assertEnded(2);
        assertThat(notices())
                .containsExactly("The server refuses: LOGIN name-taken. "
                        + "RefusalReason[kind=LOGIN, code=Optional[NAME_TAKEN], detail=]");
    }

    @Test
    void theTimeoutRunsFromTheEndOfInput() {
        console = console(true, Optional.of(Duration.ofSeconds(5)));
        start();
        type("one");
        bench.loop.advance(Duration.ofMinutes(1));
        assertThat(exit).isNotDone();
        typeAndEnd();
        bench.loop.advance(Duration.ofSeconds(10));
        assertEnded(1);
        assertThat(lines()).contains("{\"event\":\"notice\",\"text\":\"Time is up: 1 lines are not confirmed.\"}");
    }

    @Test
    void aTimeoutThatIsNotNeededDoesNothing() {
        console = console(true, Optional.of(Duration.ofSeconds(5)));
        startOnline();
        typeAndEnd("one");
        answerPost("one", 4);
        assertEnded(0);
    }

    @Test
    void quitEndsLikeTheInputAndTheRestIsNotLookedAt() {
        startOnline();
        type("one", "/quit", "two");
        answerPost("one", 4);
        assertEnded(0);
        assertThat(bench.store.outboxOfAll()).isEmpty();
    }

    @Test
    void eventsArePrintedAsTheyCome() {
        startOnline(direct("d1", BO, 1));
        bench.happen(message("c1", 4, BO, "hi"));
        bench.happen(message("d1", 2, BO, "psst"));
        bench.happen(new Event.Edited(stamp("c1", 5, BO), 4, "ho", List.of(), false));
        bench.happen(new Event.Deleted(stamp("c1", 6, BO), 4));
        bench.happen(new Event.Joined(stamp("c1", 7, BO), BO, Optional.empty()));
        bench.happen(new Event.Left(stamp("c1", 8, BO), BO, LeaveReason.LEFT, Optional.empty(), Optional.empty()));
        bench.happen(new Event.Reacted(stamp("c1", 9, BO), 4, "+1", true));
        bench.happen(new Event.Unknown(stamp("c1", 10, BO), "of a later version"));
        bench.happen(Missed.at(stamp("c1", 11, BO)));
        bench.happen(message("c1", 12, ADA, "mine"));
        assertThat(lines().subList(lines().size() - 8, lines().size()))
                .containsExactly(
                        "{\"event\":\"message\",\"conversation\":\"lobby\",\"kind\":\"room\",\"author\":\"Bo\",\"text\":\"hi\",\"own\":false,\"seq\":4,\"history\":false}",
                        "{\"event\":\"message\",\"conversation\":\"Bo\",\"kind\":\"direct\",\"author\":\"Bo\",\"text\":\"psst\",\"own\":false,\"seq\":2,\"history\":false}",
                        "{\"event\":\"edited\",\"conversation\":\"lobby\",\"target\":4,\"text\":\"ho\"}",
                        "{\"event\":\"deleted\",\"conversation\":\"lobby\",\"target\":4,\"text\":\"\"}",
                        "{\"event\":\"joined\",\"conversation\":\"lobby\",\"user\":\"Bo\"}",
                        "{\"event\":\"left\",\"conversation\":\"lobby\",\"user\":\"Bo\"}",
                        "{\"event\":\"missed\",\"conversation\":\"lobby\"}",
                        "{\"event\":\"message\",\"conversation\":\"lobby\",\"kind\":\"room\",\"author\":\"Ada\",\"text\":\"mine\",\"own\":true,\"seq\":12,\"history\":false}");
    }

    @Test
    void statesAndNoticesArePrinted() {
        startOnline();
        bench.loop.advance(Duration.ofSeconds(20));
        bench.end(new Ending.Closed(1009, ""));
        assertThat(lines())
                .contains("{\"event\":\"state\",\"state\":\"STALE\"}", "{\"event\":\"state\",\"state\":\"WAITING\"}")
                .anyMatch(line -> line.contains("ended the connection for something that was sent"));
    }

    @Test
    void afterARefusedJoinNothingIsWrittenToAnotherRoom() {
        startOnline();
        type("/join attic");
        bench.refuse(bench.sent(ClientFrame.Join.class), ErrorCode.BANNED, OptionalLong.empty());
        typeAndEnd("secret");
        assertEnded(1);
        assertThat(lines()).noneMatch(line -> line.contains("outbox"));
    }

    @Test
    void blankLinesAndMistakesSendNothing() {
        startOnline();
        typeAndEnd("", "  ", "/nonsense");
        assertEnded(0);
        assertThat(notices()).anyMatch(text -> text.contains("/nonsense"));
    }

    @Test
    void aLineThatIsTooLongFails() {
        startOnline();
        typeAndEnd("x".repeat(100_001));
        assertEnded(1);
    }

    @Test
    void aTextThatIsTooLongForTheServerIsNotSentAndCounted() {
        startOnline();
        typeAndEnd("😀".repeat(10_002));
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
        assertEnded(1);
        assertThat(notices()).anyMatch(text -> text.contains("10002 characters") && text.contains("10000"));
    }

    @Test
    void whereTheServerCountsBytesTheyAreCounted() {
        bench = SessionBench.withoutAcknowledgements(bench.store, Optional.empty());
        console = console(true, Optional.empty());
        startOnline();
        typeAndEnd("😀".repeat(2_501));
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
        assertEnded(1);
        assertThat(notices()).anyMatch(text -> text.contains("10004 bytes") && text.contains("10000"));
    }

    @Test
    void aMessageThatCannotBeKeptFails() {
        startOnline();
        bench.store.breakDown(true);
        typeAndEnd("precious");
        assertEnded(1);
        assertThat(notices()).anyMatch(text -> text.contains("STORE_FAILED") && text.contains("precious"));
    }

    @Test
    void withoutJsonItWritesForPeople() {
        console = console(false, Optional.empty());
        startOnline();
        bench.happen(message("c1", 4, BO, "hi"));
        assertThat(lines()).contains("-- online", "[lobby] Bo: hi");
    }

    @Test
    void anInputThatBreaksIsAtItsEnd() {
        startOnline();
        console.read(new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("the pipe broke");
            }

            @Override
            public void close() {
                throw new AssertionError("it is not ours");
            }
        });
        bench.loop.settle();
        assertEnded(0);
    }

    private Console console(boolean json, Optional<Duration> timeout) {
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return new Console(bench.session, bench.loop, out, new ConsoleOptions(json, timeout), new PlainWhys());
    }

    private void useServerThatConfirmsNothing() {
        bench = SessionBench.withoutAcknowledgements(bench.store, Optional.empty());
        console = console(true, Optional.empty());
    }

    private void start() {
        exit = console.start().toCompletableFuture();
        bench.loop.settle();
    }

    private void startOnline(ConversationSummary... more) {
        start();
        logIn(more);
        bench.link().takeSent();
    }

    private void logIn(ConversationSummary... more) {
        ConversationSummary[] all = new ConversationSummary[more.length + 1];
        all[0] = lobby(3);
        System.arraycopy(more, 0, all, 1, more.length);
        bench.logIn(all);
    }

    /** As read does for each line, but without the end of input. */
    private void type(String... lines) {
        for (String line : lines) {
            console.enter(line);
        }
        bench.loop.settle();
    }

    private void typeAndEnd(String... lines) {
        console.read(new StringReader(String.join("\n", lines)));
        bench.loop.settle();
    }

    private void answerPost(String text, long seq) {
        ClientFrame.Post post = bench.sent(ClientFrame.Post.class);
        assertThat(post.text()).isEqualTo(text);
        bench.answer(post, new Answer.Posted("c1", seq, SessionBench.AT, false));
    }

    private void assertEnded(int code) {
        bench.end(new Ending.Closed(1000, ""));
        assertThat(exit).isCompletedWithValue(code);
    }

    private List<String> lines() {
        return screen.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<String> notices() {
        String before = "{\"event\":\"notice\",\"text\":\"";
        return lines().stream()
                .filter(line -> line.startsWith(before))
                .map(line -> line.substring(before.length(), line.length() - 2))
                .toList();
    }

    private String lastOutbox() {
        return lines().stream()
                .filter(line -> line.startsWith("{\"event\":\"outbox\""))
                .toList()
                .getLast();
    }
}
