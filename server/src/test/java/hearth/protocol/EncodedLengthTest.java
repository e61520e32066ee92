package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The lengths of parts are what the parts add to a frame, byte for byte. */
class EncodedLengthTest {

    private static final long LARGEST = Limits.MAX_ID;

    private final FrameCodec codec = new FrameCodec();

    @RepeatedTest(20)
    void lengthsOfEntriesAddUpToTheFrame(RepetitionInfo repetition) {
        RandomFrames random = new RandomFrames(repetition.getCurrentRepetition());
        addUp(random, HistoryItem.class, codec::encodedLength, all -> new Answer.HistoryPage(all, 1, true, true));
        addUp(
                random,
                Answer.Hit.class,
                codec::encodedLength,
                all -> new Answer.SearchPage(all, true, Optional.of("n")));
        addUp(random, Answer.RoomEntry.class, codec::encodedLength, all -> new Answer.RoomsPage(all, true));
        addUp(random, Answer.MemberEntry.class, codec::encodedLength, all -> new Answer.MembersPage(all, true));
        addUp(random, Answer.BanEntry.class, codec::encodedLength, all -> new Answer.BansPage(all, true));
        addUp(
                random,
                Answer.AuditEntry.class,
                codec::encodedLength,
                all -> new Answer.AuditPage(all, true, Optional.empty()));
        addUp(
                random,
                Event.class,
                codec::encodedLength,
                all -> new Answer.Synced(Map.of("c", new Answer.SyncResult.Recovered(all, 1))));
    }

    @RepeatedTest(20)
    void lengthsOfPeopleAndConversationsAddUpToTheirFrames(RepetitionInfo repetition) {
        RandomFrames random = new RandomFrames(repetition.getCurrentRepetition());
        var people = List.of(random.any(PresenceEntry.class), random.any(PresenceEntry.class));
        assertThat(codec.encode(new ServerFrame.Presence(people, false)).length())
                .isEqualTo(
                        codec.encode(new ServerFrame.Presence(List.of(), false)).length()
                                + people.stream().mapToInt(codec::encodedLength).sum()
                                + 1);
        var summary = random.any(ConversationSummary.class);
        assertThat(codec.encode(new ServerFrame.Ok(1, new Answer.Entered(summary)))
                        .length())
                .isEqualTo("{\"type\":\"ok\",\"re\":1,\"conversation\":}".length() + codec.encodedLength(summary));
    }

    @RepeatedTest(20)
    void lengthsOfConversationsAddUpToTheAnswerToSync(RepetitionInfo repetition) {
        RandomFrames random = new RandomFrames(repetition.getCurrentRepetition());
        var result = random.any(Answer.SyncResult.class);
        assertThat(codec.encode(new ServerFrame.Ok(1, new Answer.Synced(Map.of("c\"1", result))))
                        .length())
                .isEqualTo(codec.encode(new ServerFrame.Ok(1, new Answer.Synced(Map.of())))
                                .length()
                        + codec.encodedLength("c\"1", result));
    }

    @Test
    void anEventIsAsLongAsItsFrame() {
        Event event = new RandomFrames(5).any(Event.class);
        assertThat(codec.encodedLength(event))
                .isEqualTo(codec.encode(new ServerFrame.Happened(event)).length())
                .isPositive();
    }

    @Test
    void theEnvelopeHoldsTheLongestNumbersAndNext() {
        Optional<String> next = Optional.of("n".repeat(128));
        for (Answer empty : List.of(
                new Answer.HistoryPage(List.of(), LARGEST, false, false),
                new Answer.SearchPage(List.of(), false, next),
                new Answer.AuditPage(List.of(), false, next),
                new Answer.Synced(Map.of()))) {
            assertThat(codec.encode(new ServerFrame.Ok(LARGEST, empty)).length())
                    .isLessThanOrEqualTo(FrameCodec.PAGE_ENVELOPE_BYTES);
        }
    }

    private <T> void addUp(
            RandomFrames random, Class<T> type, ToIntFunction<T> length, Function<List<T>, Answer> page) {
        List<T> three = List.of(random.any(type), random.any(type), random.any(type));
        assertThat(codec.encode(new ServerFrame.Ok(1, page.apply(three))).length())
                .as(type.getSimpleName())
                .isEqualTo(codec.encode(new ServerFrame.Ok(1, page.apply(List.of())))
                                .length()
                        + three.stream().mapToInt(length).sum()
                        + 2);
    }
}
