package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged frames have one of the documented results, whatever the damage is. */
class MutatedFramesTest {

    private static final String[] SPLINTERS = {
        "null",
        "true",
        "-1",
        "0",
        "1e400",
        "0.5",
        "99999999999999999999999",
        "\"\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "[]",
        "{}",
        "[[]]",
        "{\"id\":1}",
        "\"",
        ",",
        ":",
        "}",
        "]",
        "\u0000",
        "\ud800"
    };

    private final FrameCodec codec = new FrameCodec();

    static List<Golden> ofClients() {
        return Golden.ofClients();
    }

    static List<Golden> ofServers() {
        return Golden.ofServers();
    }

    @ParameterizedTest
    @MethodSource("ofClients")
    void aTruncatedFrameOfAClientIsBroken(Golden golden) {
        for (int end = 0; end < golden.json().length(); end++) {
            assertThat(codec.decodeClient(golden.json().substring(0, end))).isInstanceOf(Decoded.Broken.class);
        }
    }

    @ParameterizedTest
    @MethodSource("ofServers")
    void aTruncatedFrameOfAServerIsMalformed(Golden golden) {
        for (int end = 0; end < golden.json().length(); end++) {
            String text = golden.json().substring(0, end);
            assertThatCode(() -> codec.decodeServer(text, golden.expected()))
                    .isInstanceOf(MalformedFrameException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("ofClients")
    void aDamagedFrameOfAClientHasAResult(Golden golden) {
        Random random = new Random(golden.name().hashCode());
        for (int i = 0; i < 300; i++) {
            String text = damage(golden.json(), random);
            assertThatCode(() -> codec.decodeClient(text)).as(text).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("ofServers")
    void aDamagedFrameOfAServerIsReadOrMalformed(Golden golden) {
        Random random = new Random(golden.name().hashCode());
        for (int i = 0; i < 300; i++) {
            String text = damage(golden.json(), random);
            try {
                assertThat(codec.decodeServer(text, golden.expected())).isNotNull();
            } catch (MalformedFrameException e) {
                assertThat(e).hasNoCause().message().isNotBlank();
            }
        }
    }

    /** Replaces a value, or any stretch of the text, by something else. */
    private static String damage(String json, Random random) {
        String splinter = SPLINTERS[random.nextInt(SPLINTERS.length)];
        int colon = json.indexOf(':', random.nextInt(json.length()));
        int from = colon >= 0 && random.nextInt(4) > 0 ? colon + 1 : random.nextInt(json.length());
        int to = from + endOfScalar(json.substring(from), random);
        return json.substring(0, from) + splinter + json.substring(to);
    }

    private static int endOfScalar(String rest, Random random) {
        int end = 0;
        while (end < rest.length() && ",}]".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return random.nextInt(4) > 0 ? end : random.nextInt(rest.length() + 1);
    }
}
