package hearth.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ClientFrame;
import hearth.server.hub.FromGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InflowTest {
    private final List<FromGateway> told = new ArrayList<>();
    private final List<String> reading = new ArrayList<>();
    private boolean backlogged;
    private final Inflow inflow = new Inflow(7, told::add, new RecordingReading(), () -> backlogged);

    private final class RecordingReading implements Inflow.Reading {
        @Override
        public void pause() {
            reading.add("pause");
        }

        @Override
        public void resume() {
            reading.add("resume");
        }
    }

    private static FromGateway frame() {
        return new FromGateway.Received(7, new ClientFrame.Ping(Optional.empty()), false);
    }

    private void offer(int count) {
        for (int i = 0; i < count; i++) {
            inflow.offer(frame(), 10);
        }
    }

    @Test
    void theHubHearsOfTheConnectionBeforeItsFrames() {
        offer(2);
        assertThat(told).isEmpty();
        assertThat(reading).containsExactly("pause");
        inflow.open("10.0.0.1");
        assertThat(told).containsExactly(new FromGateway.Opened(7, "10.0.0.1"), frame(), frame());
        assertThat(reading).containsExactly("pause", "resume");
    }

    @Test
    void noMoreThanTheBoundIsAtTheHubAndReadingStops() {
        inflow.open("");
        offer(Inflow.MOST_FRAMES);
        assertThat(reading).isEmpty();
        offer(3);
        assertThat(told).hasSize(1 + Inflow.MOST_FRAMES);
        assertThat(reading).containsExactly("pause");
        inflow.handled(2);
        assertThat(told).hasSize(1 + Inflow.MOST_FRAMES + 2);
        assertThat(reading).containsExactly("pause");
        inflow.handled(1);
        assertThat(told).hasSize(1 + Inflow.MOST_FRAMES + 3);
        assertThat(reading).containsExactly("pause", "resume");
    }

    @Test
    void largeFramesFillTheBoundSooner() {
        inflow.open("");
        inflow.offer(frame(), Inflow.MOST_BYTES);
        inflow.offer(frame(), 1);
        assertThat(told).hasSize(2);
        inflow.handled(1);
        assertThat(told).hasSize(3);
    }

    @Test
    void nothingIsHandedOverBehindTheEnd() {
        inflow.open("");
        offer(Inflow.MOST_FRAMES + 5);
        inflow.close();
        inflow.close();
        inflow.handled(20);
        offer(1);
        inflow.tell(new FromGateway.Drained(7));
        inflow.open("");
        assertThat(told).hasSize(1 + Inflow.MOST_FRAMES + 1).last().isEqualTo(new FromGateway.Closed(7));
        assertThat(reading).as("the end of the stream is still to be seen").containsExactly("pause", "resume");
    }

    @Test
    void theHubNeverHearsOfOneThatEndsBeforeItIsOpen() {
        offer(1);
        inflow.tell(new FromGateway.Drained(7));
        inflow.close();
        assertThat(told).isEmpty();
    }

    @Test
    void aBacklogIsAskedForWhenAFrameIsHandedOver() {
        inflow.open("");
        offer(Inflow.MOST_FRAMES + 1);
        backlogged = true;
        inflow.handled(1);
        assertThat(told.getLast()).isEqualTo(new FromGateway.Received(7, new ClientFrame.Ping(Optional.empty()), true));
    }
}
