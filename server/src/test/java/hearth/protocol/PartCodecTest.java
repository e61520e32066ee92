package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PartCodecTest {
    private static final int TRIALS = 2_000;

    private final PartCodec codec = new PartCodec();

    @Test
    void everyItemComesBackAsItWas() throws MalformedFrameException {
        RandomFrames random = new RandomFrames(4);
        for (int i = 0; i < TRIALS; i++) {
            HistoryItem item = random.any(HistoryItem.class);
            HistoryItem back = codec.decodeItem(codec.encode(item));
            assertThat(back.event()).isEqualTo(item.event());
            assertThat(back.edited()).isEqualTo(item.edited());
            assertThat(back.reactions()).isEqualTo(item.reactions());
            assertThat(back.rev().orElse(back.event().seq()))
                    .isEqualTo(item.rev().orElse(item.event().seq()));
        }
    }

    @Test
    void everySummaryComesBackAsItWas() throws MalformedFrameException {
        RandomFrames random = new RandomFrames(5);
        for (int i = 0; i < TRIALS; i++) {
            ConversationSummary summary = random.any(ConversationSummary.class);
            assertThat(codec.decodeSummary(codec.encode(summary))).isEqualTo(summary);
        }
    }

    @Test
    void aPartIsWrittenAsItStandsInsideAFrame() {
        RandomFrames random = new RandomFrames(6);
        HistoryItem item = random.any(HistoryItem.class);
        var page = new Answer.HistoryPage(List.of(item), 1, false, false);
        String frame =
                new String(new FrameCodec().encode(new ServerFrame.Ok(1, page)).payload(), StandardCharsets.UTF_8);
        assertThat(frame).contains(codec.encode(item));
    }

    @Test
    void ofADeletedMessageNoTextIsWritten() {
        Event.Stamp stamp = new Event.Stamp("c1", 1, Instant.EPOCH, new UserRef("u1", "Ada"));
        Event gone = new Event.Message(stamp, "x", "secret", OptionalLong.empty(), List.of("u2"), true);
        assertThat(codec.encode(new HistoryItem(gone, false, List.of(), OptionalLong.empty())))
                .doesNotContain("secret", "u2");
    }

    @Test
    void whatIsNoPartIsRefused() {
        for (String text : List.of("", "[]", "{}", "{\"id\":1}", "{\"id\":\"c1\"")) {
            assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> codec.decodeItem(text));
            assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> codec.decodeSummary(text));
        }
    }
}
