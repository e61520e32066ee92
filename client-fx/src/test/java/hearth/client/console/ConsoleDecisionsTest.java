package hearth.client.console;

import static hearth.client.session.SessionBench.lobby;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionBench;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What failed or may not have arrived, and what the user decides about it. */
class ConsoleDecisionsTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private SessionBench bench;
    private Console console;
    private CompletableFuture<Integer> exit;

    @Test
    void whatFailedIsSentAgainAndCountsAsDone() {
        startOnline(new SessionBench());
        failOne("one");
        enter("/resend 1");
        ClientFrame.Post again = bench.sent(ClientFrame.Post.class);
        assertThat(again.text()).isEqualTo("one");
        bench.answer(again, new Answer.Posted("c1", 4, SessionBench.AT, false));
        assertEnds(0);
    }

    @Test
    void whatIsSentAgainInVainHasStillFailed() {
        startOnline(new SessionBench());
        failOne("one");
        enter("/resend all");
        bench.refuse(bench.sent(ClientFrame.Post.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
        assertEnds(1);
    }

    @Test
    void whatIsDismissedIsForgotten() {
        startOnline(new SessionBench());
        failOne("one");
        failOne("two");
        enter("/dismiss all", "/unsent");
        assertThat(lines()).last().asString().contains("Nothing failed, and nothing is in doubt.");
        assertThat(bench.store.outboxOfAll()).isEmpty();
        assertEnds(0);
    }

    @Test
    void aNumberNeverMeansAnother() {
        startOnline(new SessionBench());
        failOne("one");
        failOne("two");
        enter("/dismiss 1", "/dismiss 1", "/unsent");
        assertThat(lines()).contains("-- There is nothing like that; /unsent lists what there is.");
        assertThat(lines()).last().isEqualTo("-- 2. [lobby] failed (forbidden): two");
        failOne("three");
        enter("/unsent");
        assertThat(lines()).last().isEqualTo("-- 3. [lobby] failed (forbidden): three");
    }

    @Test
    void whatMayNotHaveArrivedIsSentOnceMoreOnlyOnDemand() {
        startOnline(SessionBench.withoutAcknowledgements(new SessionBench().store, Optional.empty()));
        enter("one");
        assertThat(bench.allSent(ClientFrame.Post.class)).hasSize(1);
        bench.end(new Ending.Lost("cut"));
        bench.comeBack();
        bench.logIn(lobby(3));
        enter("/unsent");
        assertThat(lines()).last().isEqualTo("-- 1. [lobby] unconfirmed: one");
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();

        enter("/resend 1");
        ClientFrame.Post again = bench.sent(ClientFrame.Post.class);
        assertThat(again.text()).isEqualTo("one");
        bench.happen(SessionBench.own("c1", 4, again.clientId(), "one"));
        assertEnds(0);
    }

    @Test
    void whatMayNotHaveArrivedIsDismissed() {
        startOnline(SessionBench.withoutAcknowledgements(new SessionBench().store, Optional.empty()));
        enter("one");
        bench.end(new Ending.Lost("cut"));
        enter("/dismiss 1", "/quit");
        assertThat(lines()).contains("-- discarded: one");
        bench.comeBack();
        bench.logIn(lobby(3));
        assertEnds(0);
    }

    @Test
    void whatToDoIsToldOnce() {
        startOnline(new SessionBench());
        failOne("one");
        failOne("two");
        assertThat(lines()).filteredOn(line -> line.contains("/unsent lists")).hasSize(1);
        enter("/help");
        assertThat(lines()).anyMatch(line -> line.startsWith("-- /resend N|all, /dismiss N|all: "));
    }

    private void startOnline(SessionBench on) {
        bench = on;
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        console = new Console(
                bench.session, bench.loop, out, new ConsoleOptions(false, Optional.empty()), new PlainWhys());
        exit = console.start().toCompletableFuture();
        bench.loop.settle();
        bench.logIn(lobby(3));
        bench.link().takeSent();
    }

    private void enter(String... lines) {
        for (String line : lines) {
            console.enter(line);
        }
        bench.loop.settle();
    }

    private void failOne(String text) {
        enter(text);
        bench.refuse(bench.sent(ClientFrame.Post.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
    }

    private void assertEnds(int code) {
        enter("/quit");
        bench.end(new Ending.Closed(1000, ""));
        assertThat(exit).isCompletedWithValue(code);
    }

    private List<String> lines() {
        return screen.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
