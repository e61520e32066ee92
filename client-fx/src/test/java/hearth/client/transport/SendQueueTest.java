package hearth.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SendQueueTest {
    private final ManualTimers timers = new ManualTimers();
    private final FakeWebSocket platform = new FakeWebSocket();
    private final Deque<Runnable> executor = new ArrayDeque<>();
    private final List<Ending> stuck = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final SendQueue queue = new SendQueue(executor::add, timers, stuck::add, failures::add);

    @Test
    void sendsOneAfterTheOtherInOrder() {
        queue.start(platform);
        queue.text("a");
        queue.text("b");
        queue.close(1000, "bye");
        assertThat(platform.sent).containsExactly("text a");

        completeSend();
        assertThat(platform.sent).containsExactly("text a", "text b");
        completeSend();
        completeSend();

        assertThat(platform.sent).containsExactly("text a", "text b", "close 1000 bye");
        assertThat(timers.pending()).isZero();
        assertThat(failures).isEmpty();
    }

    @Test
    void holdsWhatIsSentBeforeTheStart() {
        queue.text("early");
        assertThat(platform.sent).isEmpty();

        queue.start(platform);

        assertThat(platform.sent).containsExactly("text early");
    }

    @Test
    void everySendHasADeadlineOfItsOwn() {
        queue.start(platform);
        queue.text("a");
        timers.advance(SendQueue.DEADLINE.minusMillis(1));
        completeSend();
        queue.text("b");
        timers.advance(SendQueue.DEADLINE.minusMillis(1));
        assertThat(stuck).isEmpty();

        timers.advance(Duration.ofMillis(1));

        assertThat(stuck).containsExactly(new Ending.Lost("nothing could be sent for 10 s"));
    }

    @Test
    void longQueueOfShortMessagesDoesNotPileUpOnTheStack() {
        platform.instant = true;
        for (int i = 0; i < 100_000; i++) {
            queue.text("x");
        }

        queue.start(platform);
        runExecutor();

        assertThat(platform.sent).hasSize(100_000);
        assertThat(failures).isEmpty();
    }

    @Test
    void holdsAMebibyteAndNoMore() {
        queue.text("世".repeat(SendQueue.CAPACITY_BYTES / 3));
        queue.text("1");
        assertThat(stuck).isEmpty();

        queue.text("2");

        assertThat(stuck).containsExactly(new Ending.Lost("more than 1048576 bytes wait to be sent"));
    }

    @Test
    void whatWasSentMakesRoom() {
        queue.start(platform);
        String half = "x".repeat(SendQueue.CAPACITY_BYTES / 2);
        for (int i = 0; i < 5; i++) {
            queue.text(half);
            completeSend();
        }

        assertThat(stuck).isEmpty();
        assertThat(platform.sent).hasSize(5);
    }

    @Test
    void sendsNothingBehindAFailure() {
        queue.start(platform);
        queue.text("a");
        queue.text("b");
        IOException failure = new IOException("Broken pipe");

        platform.failSend(failure);
        runExecutor();
        queue.text("c");

        assertThat(failures).containsExactly(failure);
        assertThat(platform.sent).containsExactly("text a");
        assertThat(timers.pending()).isZero();
    }

    @Test
    void sendsNothingAfterTheStop() {
        queue.start(platform);
        queue.text("a");
        queue.text("b");
        queue.stop();
        completeSend();
        queue.text("c");
        queue.start(platform);

        assertThat(platform.sent).containsExactly("text a");
    }

    private void completeSend() {
        platform.completeSend();
        runExecutor();
    }

    private void runExecutor() {
        while (!executor.isEmpty()) {
            executor.remove().run();
        }
    }
}
