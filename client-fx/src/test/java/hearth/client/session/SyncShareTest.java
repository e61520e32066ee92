package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ClientFrame;
import hearth.protocol.FrameCodec;
import hearth.protocol.Limits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncShareTest {

    @Test
    void whatFitsIsAskedForWhole() {
        Map<String, Long> cursors = cursors(500, 22, new Random(1));
        assertThat(SyncShare.fitting(cursors, 65_536)).isEqualTo(cursors);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theFirstOnesAreAskedForWhereNotAllFit(long seed) {
        Random random = new Random(seed);
        Map<String, Long> cursors = cursors(5_000, 1 + random.nextInt(200), random);
        int frameBytes = 1_024 + random.nextInt(65_536);
        Map<String, Long> share = SyncShare.fitting(cursors, frameBytes);
        assertThat(new FrameCodec()
                        .encode(new ClientFrame.Sync(Limits.MAX_ID, share))
                        .length())
                .isLessThanOrEqualTo(frameBytes);
        assertThat(share.keySet())
                .isNotEmpty()
                .containsExactlyElementsOf(
                        cursors.keySet().stream().limit(share.size()).toList());
    }

    @Test
    void oneIsLeftWhereNotEvenThatFits() {
        assertThat(SyncShare.fitting(cursors(3, 22, new Random(1)), 10)).hasSize(1);
    }

    private static Map<String, Long> cursors(int count, int idChars, Random random) {
        Map<String, Long> cursors = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            cursors.put(i + "\u4f1a".repeat(idChars), random.nextLong(1L << 40));
        }
        return cursors;
    }
}
