package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ConversationSummary;
import hearth.protocol.ConversationSummary.Room;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnreadCountTest {
    private final UnreadCount count = new UnreadCount(summary(100, 90, 5, 2));

    @Test
    void beginsWithWhatTheServerCounted() {
        assertCounts(5, 2);
        assertThat(count.read()).isEqualTo(90);
    }

    @Test
    void addsWhatIsWrittenAfterwards() {
        count.written(101, false);
        count.written(102, true);
        count.written(102, true);
        assertCounts(7, 3);
    }

    @Test
    void leavesOutWhatTheServerCounted() {
        assertThat(count.isCounted(100)).isTrue();
        assertThat(count.isCounted(101)).isFalse();
        count.written(100, true);
        assertCounts(5, 2);
    }

    @Test
    void leavesOutWhatIsReadAlready() {
        count.marked(103);
        count.written(103, true);
        count.written(104, false);
        assertCounts(1, 0);
    }

    @Test
    void takesOutWhatIsDeletedAndKnown() {
        count.written(101, true);
        assertThat(count.deleted(101)).isFalse();
        assertCounts(5, 2);
    }

    @Test
    void aDeletionOfWhatTheServerCountedIsUncertain() {
        assertThat(count.deleted(95)).isTrue();
        assertThat(count.deleted(90)).as("read already").isFalse();
        assertThat(count.deleted(101)).as("never an unread message").isFalse();
    }

    @Test
    void nothingIsUncertainWhereNothingIsUnread() {
        UnreadCount none = new UnreadCount(summary(100, 90, 0, 0));
        assertThat(none.deleted(95)).isFalse();
        assertThat(none.edited(95, true)).isFalse();
    }

    @Test
    void anEditChangesWhetherAMessageMentions() {
        count.written(101, false);
        assertThat(count.edited(101, true)).isFalse();
        assertCounts(6, 3);
        assertThat(count.edited(101, false)).isFalse();
        assertCounts(6, 2);
        assertThat(count.edited(95, true)).isTrue();
    }

    @Test
    void markingBeyondWhatTheServerCountedIsExactAtOnce() {
        count.written(101, true);
        count.written(102, true);
        count.marked(101);
        assertCounts(1, 1);
        count.marked(50);
        assertThat(count.read()).isEqualTo(101);
        count.marked(102);
        assertCounts(0, 0);
    }

    @Test
    void markingAtTheServersHeadReadsAllThatItCounted() {
        count.marked(100);
        assertCounts(0, 0);
    }

    @Test
    void markingWithinWhatTheServerCountedWaitsForItsWord() {
        count.written(101, true);
        count.marked(95);
        assertCounts(6, 3);
        count.told(95, 4, 2);
        assertCounts(4, 2);
    }

    @Test
    void anOlderWordOfTheServerIsNoNews() {
        count.marked(95);
        count.told(92, 50, 50);
        assertCounts(5, 2);
    }

    @Test
    void theServersWordNeverMakesLessThanNothing() {
        count.written(101, true);
        count.told(95, 0, 0);
        assertCounts(1, 1);
    }

    @Test
    void beyondTheServersCountItsWordIsNotNeeded() {
        count.written(101, false);
        count.told(100, 30, 30);
        assertCounts(1, 0);
    }

    @Test
    void aNewSummaryReplacesAll() {
        count.written(101, true);
        count.reset(summary(200, 150, 7, 0));
        assertCounts(7, 0);
        count.written(150, true);
        assertCounts(7, 0);
    }

    @Test
    void remembersOnlyTheNewestOnesSinglyButCountsAll() {
        for (long seq = 101; seq <= 6_100; seq++) {
            count.written(seq, seq == 101);
        }
        assertCounts(6_005, 3);
        assertThat(count.deleted(101)).as("no longer known singly").isTrue();
        assertThat(count.deleted(6_100)).isFalse();
    }

    private void assertCounts(int messages, int mentions) {
        assertThat(count.messages()).isEqualTo(messages);
        assertThat(count.mentions()).isEqualTo(mentions);
    }

    private static ConversationSummary summary(long head, long read, int unread, int mentions) {
        Room title = new Room("lobby", "", Visibility.PUBLIC, Role.MEMBER);
        return new ConversationSummary("c1", title, 3, head, read, unread, mentions, Optional.empty());
    }
}
