package hearth.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What was encoded is decoded to the same; a failure names the seed that makes the frame again. */
class FrameRoundTripTest {

    private static final int FRAMES = 40;

    private final FrameCodec codec = new FrameCodec();

    @RepeatedTest(50)
    void framesOfClientsComeBackAsTheyWere(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        RandomFrames frames = new RandomFrames(seed);
        for (int i = 0; i < FRAMES; i++) {
            ClientFrame frame = frames.any(ClientFrame.class);
            assertThat(codec.decodeClient(text(codec.encode(frame))))
                    .as("seed %d, frame %d", seed, i)
                    .isEqualTo(new Decoded.Frame(frame));
        }
    }

    @RepeatedTest(50)
    void framesOfServersComeBackAsTheyWere(RepetitionInfo repetition) throws MalformedFrameException {
        long seed = 1_000_000L + repetition.getCurrentRepetition();
        RandomFrames frames = new RandomFrames(seed);
        for (int i = 0; i < FRAMES; i++) {
            ServerFrame frame = frames.any(ServerFrame.class);
            if (frame.toString().contains("Unknown[")) { // of random types and kinds, some could be known ones
                continue;
            }
            assertThat(codec.decodeServer(text(codec.encode(frame)), _ -> kindOf(frame)))
                    .as("seed %d, frame %d", seed, i)
                    .isEqualTo(frame);
        }
    }

    private static String text(EncodedFrame frame) {
        return new String(frame.payload(), UTF_8);
    }

    private static Optional<AnswerKind> kindOf(ServerFrame frame) {
        if (!(frame instanceof ServerFrame.Ok ok)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (ok.answer()) {
                    case Answer.Done _ -> AnswerKind.DONE;
                    case Answer.Posted _ -> AnswerKind.POSTED;
                    case Answer.Applied _ -> AnswerKind.APPLIED;
                    case Answer.Marked _ -> AnswerKind.MARKED;
                    case Answer.Synced _ -> AnswerKind.SYNCED;
                    case Answer.HistoryPage _ -> AnswerKind.HISTORY;
                    case Answer.SearchPage _ -> AnswerKind.SEARCH;
                    case Answer.RoomsPage _ -> AnswerKind.ROOMS;
                    case Answer.MembersPage _ -> AnswerKind.MEMBERS;
                    case Answer.Entered _ -> AnswerKind.ENTERED;
                    case Answer.BansPage _ -> AnswerKind.BANS;
                    case Answer.PasswordReset _ -> AnswerKind.PASSWORD_RESET;
                    case Answer.AuditPage _ -> AnswerKind.AUDIT;
                });
    }
}
