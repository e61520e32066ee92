package hearth.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.protocol.CloseCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    private final List<String> seen = new ArrayList<>();
    private boolean admitted = true;
    private final FrameReader reader = new FrameReader(new RecordingSink(), () -> admitted);

    private final class RecordingSink implements FrameReader.Sink {
        @Override
        public void text(String text, int bytes) {
            seen.add("text " + text + " " + bytes);
        }

        @Override
        public void ping(byte[] payload) {
            seen.add("ping " + payload.length);
        }

        @Override
        public void pong() {
            seen.add("pong");
        }

        @Override
        public void close(int code) {
            seen.add("close " + code);
        }
    }

    private void read(byte[]... frames) throws WireViolationException {
        for (byte[] frame : frames) {
            reader.read(ByteBuffer.wrap(frame));
        }
    }

    private static byte[] text(String text) {
        return RawClient.masked(0x81, utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aMessageIsTheSameHoweverItIsCutIntoReads() throws WireViolationException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(text("one 世界"));
        stream.writeBytes(RawClient.masked(0x01, utf8("x".repeat(130))));
        stream.writeBytes(RawClient.masked(0x89, new byte[5]));
        stream.writeBytes(RawClient.masked(0x80, utf8("y".repeat(60_000))));
        stream.writeBytes(RawClient.masked(0x8A, new byte[0]));
        stream.writeBytes(RawClient.masked(0x88, new byte[] {0x0F, (byte) 0xA0}));
        byte[] bytes = stream.toByteArray();
        long seed = System.identityHashCode(bytes);
        Random random = new Random(seed);
        for (int at = 0; at < bytes.length; ) {
            int count = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 3 : 9_000));
            reader.read(ByteBuffer.wrap(bytes, at, count).slice());
            at += count;
        }
        assertThat(seen)
                .as("seed %d", seed)
                .containsExactly(
                        "text one 世界 10",
                        "ping 5",
                        "text " + "x".repeat(130) + "y".repeat(60_000) + " 60130",
                        "pong",
                        "close 4000");
    }

    @Test
    void aReplacementCharacterThatWasSentIsNoError() throws WireViolationException {
        read(text("\uFFFD"));
        assertThat(seen).containsExactly("text \uFFFD 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C328", "A0A1", "E28228", "F0288CBC", "EDA080", "C080", "F4908080", "C3"})
    void bytesThatAreNoUtf8AreToldAsSuch(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertViolation(CloseCode.NOT_UTF8, RawClient.masked(0x81, bytes));
    }

    @Test
    void aCharacterMayBeCutByFragments() throws WireViolationException {
        byte[] euro = utf8("€");
        read(RawClient.masked(0x01, new byte[] {euro[0]}), RawClient.masked(0x80, new byte[] {euro[1], euro[2]}));
        assertThat(seen).containsExactly("text € 3");
    }

    @Test
    void aCloseFrameWithoutACodeIsNormal() throws WireViolationException {
        read(RawClient.masked(0x88, new byte[0]));
        assertThat(seen).containsExactly("close 1000");
    }

    @Test
    void aNewMessageWithinAMessageIsBroken() throws WireViolationException {
        read(RawClient.masked(0x01, utf8("a")));
        assertViolation(CloseCode.PROTOCOL_BROKEN, text("b"));
    }

    @Test
    void whatIsAnnouncedIsRefusedBeforeItArrives() throws WireViolationException {
        read(RawClient.masked(0x01, new byte[65_000]));
        byte[] more = RawClient.masked(0x80, new byte[600]);
        assertViolation(CloseCode.TOO_LARGE, Arrays.copyOf(more, 8));
    }

    @Test
    void theBudgetBeforeTheWelcomeCountsEveryFrame() throws WireViolationException {
        admitted = false;
        read(
                RawClient.masked(0x81, new byte[10_000]),
                RawClient.masked(0x89, new byte[125]),
                RawClient.masked(0x8A, new byte[115]));
        assertViolation(CloseCode.TOO_LARGE, RawClient.masked(0x89, new byte[1]));
    }

    @Test
    void afterTheWelcomeTheBudgetIsNoMore() throws WireViolationException {
        admitted = false;
        read(RawClient.masked(0x81, new byte[10_000]));
        admitted = true;
        read(RawClient.masked(0x81, new byte[10_000]));
        assertThat(seen).hasSize(2);
    }

    private void assertViolation(CloseCode code, byte[] bytes) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        WireViolationException.class, v -> assertThat(v.code()).isEqualTo(code));
    }
}
