package hearth.server.history;

import static hearth.server.history.Scribe.ADA;
import static hearth.server.history.Scribe.BOB;
import static hearth.server.history.Scribe.DEN;
import static hearth.server.history.Scribe.EVE;
import static hearth.server.history.Scribe.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.ClientFrame.Place;
import hearth.protocol.Event;
import hearth.protocol.FrameCodec;
import hearth.protocol.HistoryItem;
import hearth.protocol.HistoryItem.Reaction;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerRole;
import hearth.protocol.UserRef;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryPagesTest {
    private static final int ENOUGH = 262_144;

    @TempDir
    Path folder;

    private HistoryStore store;
    private HistoryReader reader;
    private Scribe scribe;

    @BeforeEach
    void open() throws Exception {
        store = SqliteHistoryStore.open(folder, new SecureRandom());
        reader = store.openReader();
        scribe = Scribe.withRooms(store);
    }

    @AfterEach
    void close() {
        reader.close();
        store.close();
    }

    private HistoryPage page(Place place, int limit) throws StorageException {
        return reader.page(LOBBY, ADA.id(), place, limit, ENOUGH);
    }

    private static List<Long> seqs(HistoryPage page) {
        return page.items().stream().map(item -> item.event().seq()).toList();
    }

    /** Shown events have the numbers 1, 2, 5, 6, 9, 10; between them lie reactions to the first. */
    private void sayWithGaps() throws StorageException {
        for (int i = 0; i < 3; i++) {
            scribe.say(LOBBY, ADA, "message");
            scribe.join(LOBBY, BOB);
            scribe.react(LOBBY, BOB, 1, "👍", true);
            scribe.react(LOBBY, BOB, 1, "👍", false);
        }
    }

    @Test
    void anEmptyConversationHasAnEmptyPage() throws Exception {
        for (Place place : List.of(new Place.Latest(), new Place.Before(5), new Place.After(0), new Place.Around(3))) {
            assertThat(page(place, 10)).isEqualTo(new HistoryPage(List.of(), 0, false, false));
        }
    }

    @Test
    void theLatestPageEndsAtTheNewest() throws Exception {
        sayWithGaps();
        HistoryPage page = page(new Place.Latest(), 2);
        assertThat(seqs(page)).containsExactly(9L, 10L);
        assertThat(page.asOf()).isEqualTo(12);
        assertThat(page.more()).isTrue();
        assertThat(page.moreAfter()).isFalse();

        HistoryPage all = page(new Place.Latest(), 6);
        assertThat(seqs(all)).containsExactly(1L, 2L, 5L, 6L, 9L, 10L);
        assertThat(all.more()).isFalse();
        assertThat(all.moreAfter()).isFalse();
    }

    @Test
    void beforeAndAfterLeaveOutTheNumberItself() throws Exception {
        sayWithGaps();
        HistoryPage before = page(new Place.Before(9), 3);
        assertThat(seqs(before)).containsExactly(2L, 5L, 6L);
        assertThat(before.more()).isTrue();
        assertThat(before.moreAfter()).isTrue();
        HistoryPage after = page(new Place.After(2), 3);
        assertThat(seqs(after)).containsExactly(5L, 6L, 9L);
        assertThat(after.more()).isTrue();
        assertThat(after.moreAfter()).isTrue();

        assertThat(seqs(page(new Place.Before(5), 9))).containsExactly(1L, 2L);
        assertThat(page(new Place.Before(5), 9).more()).isFalse();
        assertThat(seqs(page(new Place.After(6), 9))).containsExactly(9L, 10L);
        assertThat(page(new Place.After(6), 9).moreAfter()).isFalse();
    }

    @Test
    void anEmptyPageTellsWhatLiesOnTheOtherSide() throws Exception {
        sayWithGaps();
        HistoryPage before = page(new Place.Before(1), 3);
        assertThat(before).isEqualTo(new HistoryPage(List.of(), 12, false, true));
        HistoryPage after = page(new Place.After(10), 3);
        assertThat(after).isEqualTo(new HistoryPage(List.of(), 12, true, false));
        assertThat(page(new Place.Before(11), 1).moreAfter()).isFalse();
        assertThat(page(new Place.After(0), 1).more()).isFalse();
    }

    @Test
    void aroundTakesTheNearestAndAboutHalfOnEachSide() throws Exception {
        sayWithGaps();
        assertThat(seqs(page(new Place.Around(5), 3))).containsExactly(2L, 5L, 6L);
        assertThat(seqs(page(new Place.Around(5), 1))).containsExactly(5L);
        assertThat(seqs(page(new Place.Around(7), 1))).containsExactly(6L);
        assertThat(seqs(page(new Place.Around(8), 1))).containsExactly(9L);
        assertThat(seqs(page(new Place.Around(8), 2))).containsExactly(6L, 9L);
        assertThat(seqs(page(new Place.Around(0), 2))).containsExactly(1L, 2L);
        assertThat(seqs(page(new Place.Around(99), 2))).containsExactly(9L, 10L);
        assertThat(seqs(page(new Place.Around(1), 4))).containsExactly(1L, 2L, 5L, 6L);
        HistoryPage middle = page(new Place.Around(5), 2);
        assertThat(middle.more()).isTrue();
        assertThat(middle.moreAfter()).isTrue();
    }

    @Test
    void ofTwoThatAreEquallyNearTheOlderIsTaken() throws Exception {
        scribe.say(LOBBY, ADA, "1");
        scribe.react(LOBBY, BOB, 1, "👍", true);
        scribe.say(LOBBY, ADA, "3");
        assertThat(seqs(page(new Place.Around(2), 1))).containsExactly(1L);
    }

    @Test
    void itemsAreInTheirFinalState() throws Exception {
        long edited = scribe.say(LOBBY, ADA, "first @Bob", BOB.id());
        long deleted = scribe.say(LOBBY, BOB, "oops");
        scribe.edit(LOBBY, ADA, edited, "second @Eve", EVE.id());
        scribe.edit(LOBBY, BOB, deleted, "oops!");
        scribe.react(LOBBY, EVE, deleted, "👍", true);
        long deletion = scribe.delete(LOBBY, BOB, deleted);
        long reaction = scribe.react(LOBBY, EVE, edited, "👍", true);
        scribe.say(DEN, ADA, "elsewhere");
        Event promoted = scribe.promoted(LOBBY, ADA, BOB);
        Event kicked = scribe.kicked(LOBBY, ADA, EVE, "noise");

        List<HistoryItem> items = page(new Place.Latest(), 10).items();
        assertThat(items).hasSize(4);
        HistoryItem first = items.get(0);
        assertThat(first.event()).isInstanceOfSatisfying(Event.Message.class, message -> {
            assertThat(message.text()).isEqualTo("second @Eve");
            assertThat(message.mentions()).containsExactly(EVE.id());
            assertThat(message.deleted()).isFalse();
        });
        assertThat(first.edited()).isTrue();
        assertThat(first.rev()).isEqualTo(OptionalLong.of(reaction));
        assertThat(first.reactions()).containsExactly(new Reaction("👍", 1, false, List.of(EVE.id())));

        HistoryItem second = items.get(1);
        assertThat(second.event()).isInstanceOfSatisfying(Event.Message.class, message -> {
            assertThat(message.text()).isEmpty();
            assertThat(message.deleted()).isTrue();
        });
        assertThat(second.rev()).isEqualTo(OptionalLong.of(deletion));
        assertThat(second.reactions()).isEmpty();
        assertThat(items.get(2)).isEqualTo(new HistoryItem(promoted, false, List.of(), OptionalLong.empty()));
        assertThat(items.get(3)).isEqualTo(new HistoryItem(kicked, false, List.of(), OptionalLong.empty()));
    }

    @Test
    void reactionsStandInTheOrderInWhichTheyCame() throws Exception {
        long message = scribe.say(LOBBY, ADA, "hi");
        scribe.react(LOBBY, BOB, message, "🦊", true);
        scribe.react(LOBBY, EVE, message, "👍", true);
        scribe.react(LOBBY, ADA, message, "👍", true);
        scribe.react(LOBBY, ADA, message, "🦊", true);
        scribe.react(LOBBY, BOB, message, "🦊", false);

        HistoryItem item = page(new Place.Latest(), 1).items().getFirst();
        assertThat(item.reactions())
                .containsExactly(
                        new Reaction("👍", 2, true, List.of(EVE.id(), ADA.id())),
                        new Reaction("🦊", 1, true, List.of(ADA.id())));
        assertThat(item.edited()).isFalse();
    }

    @Test
    void aReactionListsTheFirstTwentyAndCountsAll() throws Exception {
        long message = scribe.say(LOBBY, ADA, "hi");
        List<String> fans = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            UserRef fan = new UserRef("fan-" + i, "Fan " + i);
            scribe.write(new Change.UserAdded(fan, "fan " + i, ServerRole.MEMBER));
            scribe.react(LOBBY, fan, message, "👍", true);
            fans.add(fan.id());
        }
        Reaction reaction = reader.page(LOBBY, "fan-24", new Place.Latest(), 1, ENOUGH)
                .items()
                .getFirst()
                .reactions()
                .getFirst();
        assertThat(reaction).isEqualTo(new Reaction("👍", 25, true, fans.subList(0, 20)));
    }

    @Test
    void aPageIsCutToItsBytesFromTheFarEnd() throws Exception {
        for (int i = 0; i < 10; i++) {
            scribe.say(LOBBY, ADA, ("\"" + i).repeat(300));
        }
        int maxBytes = 4_000;
        HistoryPage latest = reader.page(LOBBY, ADA.id(), new Place.Latest(), 10, maxBytes);
        assertThat(seqs(latest)).containsExactly(8L, 9L, 10L);
        assertThat(latest.more()).isTrue();
        HistoryPage after = reader.page(LOBBY, ADA.id(), new Place.After(2), 10, maxBytes);
        assertThat(seqs(after)).containsExactly(3L, 4L, 5L);
        assertThat(after.moreAfter()).isTrue();
        HistoryPage around = reader.page(LOBBY, ADA.id(), new Place.Around(5), 10, maxBytes);
        assertThat(seqs(around)).containsExactly(4L, 5L, 6L);
        FrameCodec codec = new FrameCodec();
        assertThat(codec.encode(new ServerFrame.Ok(1, around)).length()).isBetween(3_000, maxBytes);

        assertThat(seqs(reader.page(LOBBY, ADA.id(), new Place.Latest(), 10, 1)))
                .containsExactly(10L);
    }

    @Test
    void aPageExactlyAsLargeAsItMayBeIsWhole() throws Exception {
        scribe.say(LOBBY, ADA, "one");
        scribe.say(LOBBY, ADA, "two");
        FrameCodec codec = new FrameCodec();
        int bytes = FrameCodec.PAGE_ENVELOPE_BYTES
                + page(new Place.Latest(), 2).items().stream()
                        .mapToInt(item -> codec.encodedLength(item) + 1)
                        .sum();
        assertThat(seqs(reader.page(LOBBY, ADA.id(), new Place.Latest(), 2, bytes)))
                .containsExactly(1L, 2L);
        assertThat(seqs(reader.page(LOBBY, ADA.id(), new Place.Latest(), 2, bytes - 1)))
                .containsExactly(2L);
    }

    @Test
    void theReaderSeesTheLastCommitAndNothingOfABatchUnderWay() throws Exception {
        scribe.say(LOBBY, ADA, "done");
        store.begin();
        store.apply(new Change.Appended(scribe.message(LOBBY, ADA, "under way")));
        assertThat(page(new Place.Latest(), 10).asOf()).isEqualTo(1);
        store.commit();
        assertThat(page(new Place.Latest(), 10).asOf()).isEqualTo(2);
    }
}
