package hearth.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.protocol.EncodedFrame;
import hearth.server.gateway.ControlBudget.Verdict;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The small parts that stand alone. */
class GatewayPartsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void tenControlFramesASecondAreAnsweredAndAThousandBorne() {
        ControlBudget budget = new ControlBudget(0);
        for (int i = 1; i <= 1_000; i++) {
            assertThat(budget.spend(SECOND - 1)).isEqualTo(i <= 10 ? Verdict.ANSWER : Verdict.IGNORE);
        }
        assertThat(budget.spend(SECOND - 1)).isEqualTo(Verdict.ABUSE);
        assertThat(budget.spend(SECOND)).isEqualTo(Verdict.ANSWER);
    }

    @Test
    void aHeadIsCompleteWithItsEmptyLineAndLeavesTheRest() {
        HeadReader reader = new HeadReader();
        assertThat(reader.read(bytes("GET / HTTP/1.1\r\n\r"))).isEqualTo(HeadReader.Progress.INCOMPLETE);
        ByteBuffer rest = bytes("\nframe");
        assertThat(reader.read(rest)).isEqualTo(HeadReader.Progress.COMPLETE);
        assertThat(rest.remaining()).isEqualTo(5);
        assertThat(new String(reader.head(), StandardCharsets.US_ASCII)).isEqualTo("GET / HTTP/1.1\r\n\r\n");
    }

    @Test
    void aCarriageReturnTooManyDoesNotHideTheEnd() {
        assertThat(new HeadReader().read(bytes("A\r\n\r\r\n\r\n"))).isEqualTo(HeadReader.Progress.COMPLETE);
    }

    @Test
    void eightKibibytesOfHeadAreEnough() {
        HeadReader reader = new HeadReader();
        assertThat(reader.read(bytes("x".repeat(HeadReader.MOST_BYTES)))).isEqualTo(HeadReader.Progress.INCOMPLETE);
        assertThat(reader.read(bytes("x"))).isEqualTo(HeadReader.Progress.TOO_LARGE);
    }

    @Test
    void framesHaveTheShortestHeader() {
        assertThat(header(125)).containsExactly(0x81, 125);
        assertThat(header(126)).containsExactly(0x81, 126, 0, 126);
        assertThat(header(65_535)).containsExactly(0x81, 126, 0xFF, 0xFF);
        assertThat(header(65_536)).containsExactly(0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0);
    }

    @Test
    void aReasonIsCutToWhatAControlFrameHolds() {
        byte[] frame = WireFrames.close(4000, "r".repeat(200));
        assertThat(frame).hasSize(127);
        assertThat(frame).startsWith(0x88, 125, 0x0F, 0xA0, 'r');
    }

    @Test
    void connectionsStayWellUnderWhatTheProcessMayOpen() {
        assertThat(Descriptors.connections(1_024, 40)).isEqualTo(690);
        assertThat(Descriptors.connections(120, 60)).isEqualTo(1);
        assertThat(Descriptors.connections(1 << 20, 40)).isEqualTo(GatewaySettings.MOST_CONNECTIONS);
        assertThat(Descriptors.connections()).isPositive();
    }

    @Test
    void settingsWithoutAnyConnectionAreRefused() {
        assertThatThrownBy(() -> new GatewaySettings(Optional.empty(), 0, List.of(), Duration.ofSeconds(15), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] header(int length) {
        byte[] frame = WireFrames.text(new EncodedFrame(new byte[length]));
        int[] header = new int[frame.length - length];
        for (int i = 0; i < header.length; i++) {
            header[i] = frame[i] & 0xFF;
        }
        return header;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
