package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ClientFrame;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HubInboxTest {
    private final HubInbox inbox = new HubInbox();

    @Test
    void whatHasQueuedUpIsTakenTogetherInOrderAndBounded() throws InterruptedException {
        for (long connection = 1; connection <= 5; connection++) {
            inbox.post(new FromGateway.Drained(connection));
        }

        assertThat(inbox.take(3, 100, OptionalLong.empty()))
                .containsExactly(new FromGateway.Drained(1), new FromGateway.Drained(2), new FromGateway.Drained(3));
        assertThat(inbox.take(3, 100, OptionalLong.empty())).hasSize(2);
    }

    @Test
    void aBatchEndsWhereItsTextsAreLong() throws InterruptedException {
        inbox.post(post("x".repeat(60)));
        inbox.post(edit("x".repeat(40)));
        inbox.post(post("x"));

        assertThat(inbox.take(3, 100, OptionalLong.empty())).hasSize(2);
        assertThat(inbox.take(3, 100, OptionalLong.empty())).hasSize(1);
    }

    private static HubInput post(String text) {
        return new FromGateway.Received(1, new ClientFrame.Post(1, "c", "a", text, OptionalLong.empty()), false);
    }

    private static HubInput edit(String text) {
        return new FromGateway.Received(1, new ClientFrame.Edit(1, "c", 1, text), false);
    }

    @Test
    void waitingEndsWithTheTime() throws InterruptedException {
        assertThat(inbox.take(3, 100, OptionalLong.of(1_000_000))).isEmpty();
        assertThat(inbox.take(3, 100, OptionalLong.of(-1))).isEmpty();
        assertThat(inbox.isExhausted()).isFalse();
    }

    @Test
    void waitingEndsWhenSomethingComes() throws InterruptedException {
        Thread poster = Thread.ofPlatform().start(() -> inbox.post(new FromGateway.Drained(1)));

        assertThat(inbox.take(3, 100, OptionalLong.empty())).hasSize(1);
        poster.join();
    }

    @Test
    void aClosedInboxGivesWhatItHasAndThenNothing() throws InterruptedException {
        inbox.post(new FromGateway.Drained(1));
        inbox.close();
        inbox.post(new FromGateway.Drained(2));

        assertThat(inbox.isExhausted()).isFalse();
        assertThat(inbox.take(3, 100, OptionalLong.empty())).containsExactly(new FromGateway.Drained(1));
        assertThat(inbox.isExhausted()).isTrue();
        assertThat(inbox.take(3, 100, OptionalLong.empty())).isEmpty();
    }

    @Test
    void closingEndsTheWaiting() throws InterruptedException {
        Thread closer = Thread.ofPlatform().start(inbox::close);

        assertThat(inbox.take(3, 100, OptionalLong.empty())).isEmpty();
        closer.join();
    }
}
