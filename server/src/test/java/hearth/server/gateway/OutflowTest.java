package hearth.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutflowTest {
    private final NarrowChannel channel = new NarrowChannel();
    private final Outflow outflow = new Outflow(channel, 0);
    private final ByteBuffer block = ByteBuffer.allocate(8);

    /** Takes so many bytes, and then none. */
    private static final class NarrowChannel implements WritableByteChannel {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int room;
        private int writes;

        @Override
        public int write(ByteBuffer source) {
            writes++;
            int count = Math.min(room, source.remaining());
            byte[] bytes = new byte[count];
            source.get(bytes);
            taken.writeBytes(bytes);
            room -= count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}

        private String text() {
            return taken.toString(StandardCharsets.US_ASCII);
        }
    }

    private static byte[] frame(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private boolean flush(int room, long now) throws Exception {
        channel.room = room;
        return outflow.flush(block, now);
    }

    @Test
    void manySmallFramesLeaveInFewWrites() throws Exception {
        for (int i = 0; i < 8; i++) {
            outflow.queue(frame("ab"));
        }
        assertThat(flush(100, 1)).isTrue();
        assertThat(channel.text()).isEqualTo("ab".repeat(8));
        assertThat(channel.writes).isEqualTo(2);
    }

    @Test
    void aFrameThatWasCutGoesOnWhereItStopped() throws Exception {
        outflow.queue(frame("abcdef"));
        outflow.queue(frame("ghi"));
        assertThat(flush(4, 1)).isFalse();
        assertThat(outflow.isBlocked()).isTrue();
        assertThat(flush(100, 2)).isTrue();
        assertThat(channel.text()).isEqualTo("abcdefghi");
        assertThat(outflow.isBlocked()).isFalse();
    }

    @Test
    void theLastFrameOfOneWhoIsTooSlowFollowsTheOneThatIsOnItsWay() throws Exception {
        outflow.queue(frame("begun"));
        outflow.queue(frame("dropped"));
        flush(2, 1);
        outflow.queueLastNow(frame("last"));
        flush(100, 2);
        assertThat(channel.text()).isEqualTo("begunlast");
    }

    @Test
    void withNothingOnItsWayTheLastFrameIsAlone() throws Exception {
        outflow.queue(frame("dropped"));
        outflow.queueLastNow(frame("last"));
        flush(100, 1);
        assertThat(channel.text()).isEqualTo("last");
    }

    @Test
    void whatDoesNotFitIsNotQueuedButTheLastFrameIs() throws Exception {
        byte[] half = new byte[Outbox.MOST_BYTES / 2];
        assertThat(outflow.queue(half)).isTrue();
        assertThat(outflow.isBacklogged()).isFalse();
        assertThat(outflow.queue(half)).isTrue();
        assertThat(outflow.isBacklogged()).isTrue();
        assertThat(outflow.queue(new byte[1])).isFalse();
        outflow.queueLast(new byte[1]);
        assertThat(flush(Outbox.MOST_BYTES + 1, 1)).isTrue();
        assertThat(outflow.isBacklogged()).isFalse();
    }

    @Test
    void drainedIsToldOnceWhenWhatWasQueuedBeforeIsWritten() throws Exception {
        outflow.queue(frame("abc"));
        outflow.awaitDrained();
        outflow.queue(frame("def"));
        flush(2, 1);
        assertThat(outflow.takeDrained()).isFalse();
        flush(1, 2);
        assertThat(outflow.takeDrained()).isTrue();
        assertThat(outflow.takeDrained()).isFalse();
    }

    @Test
    void progressIsWhenTheSocketLastTookSomethingOrNothingWaited() throws Exception {
        outflow.queue(frame("abcd"));
        flush(0, 5);
        assertThat(outflow.lastProgress()).isEqualTo(5);
        assertThat(outflow.lastSent()).isZero();
        flush(0, 9);
        assertThat(outflow.lastProgress()).isEqualTo(5);
        flush(1, 11);
        assertThat(outflow.lastProgress()).isEqualTo(11);
        assertThat(outflow.lastSent()).isEqualTo(11);
    }
}
