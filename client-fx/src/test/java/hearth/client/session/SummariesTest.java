package hearth.client.session;

import static hearth.client.session.SessionBench.ADA;
import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.direct;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.message;
import static hearth.client.session.SessionBench.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ConversationSummary;
import hearth.protocol.ConversationSummary.Direct;
import hearth.protocol.ConversationSummary.Room;
import hearth.protocol.Event;
import hearth.protocol.LeaveReason;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummariesTest {
    private final ConversationSummary before = lobby(3);

    @Test
    void theLastMessageIsTheNewestOne() {
        assertThat(after(before, message("c1", 4, BO, "hi"))
                        .last()
                        .orElseThrow()
                        .text())
                .isEqualTo("hi");
    }

    @Test
    void thePreviewIsCutAtTwoHundredCharacters() {
        String text = "🔥".repeat(201);
        String shown =
                after(before, message("c1", 4, BO, text)).last().orElseThrow().text();
        assertThat(shown).isEqualTo("🔥".repeat(200));
        String fits = "🔥".repeat(200);
        assertThat(after(before, message("c1", 4, BO, fits))
                        .last()
                        .orElseThrow()
                        .text())
                .isEqualTo(fits);
    }

    @Test
    void anEditOrDeletionOfTheLastMessageChangesIt() {
        ConversationSummary with = after(before, message("c1", 4, BO, "hi"));
        Event.Edited edit = new Event.Edited(stamp("c1", 5, BO), 4, "hello", List.of("u"), false);
        assertThat(after(with, edit).last().orElseThrow().text()).isEqualTo("hello");
        assertThat(after(with, edit).last().orElseThrow().mentions()).containsExactly("u");
        Event.Message gone =
                after(with, new Event.Deleted(stamp("c1", 5, BO), 4)).last().orElseThrow();
        assertThat(gone.text()).isEmpty();
        assertThat(gone.deleted()).isTrue();
    }

    @Test
    void anEditOrDeletionOfAnotherMessageDoesNot() {
        ConversationSummary with = after(before, message("c1", 4, BO, "hi"));
        assertThat(after(with, new Event.Edited(stamp("c1", 5, BO), 2, "x", List.of(), false)))
                .isEqualTo(with);
        assertThat(after(with, new Event.Deleted(stamp("c1", 5, BO), 2))).isEqualTo(with);
        assertThat(after(before, new Event.Deleted(stamp("c1", 5, BO), 2))).isEqualTo(before);
    }

    @Test
    void membersComeAndGo() {
        assertThat(after(before, new Event.Joined(stamp("c1", 4, BO), BO, Optional.empty()))
                        .members())
                .isEqualTo(3);
        Event left = new Event.Left(stamp("c1", 4, BO), BO, LeaveReason.KICKED, Optional.empty(), Optional.empty());
        assertThat(after(before, left).members()).isEqualTo(1);
        assertThat(after(after(after(before, left), left), left).members()).isZero();
    }

    @Test
    void aRoomChangesInWhatIsNew() {
        Event changed = new Event.Changed(
                stamp("c1", 4, BO),
                Optional.of("hall"),
                Optional.of("talk"),
                Optional.of(Visibility.PRIVATE),
                Optional.of(new Event.RoleChange(ADA, Role.OWNER)));
        assertThat(after(before, changed).title()).isEqualTo(new Room("hall", "talk", Visibility.PRIVATE, Role.OWNER));
        Event other = new Event.Changed(
                stamp("c1", 4, BO),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Event.RoleChange(BO, Role.OWNER)));
        assertThat(after(before, other)).isEqualTo(before);
        ConversationSummary direct = direct("d1", BO, 1);
        assertThat(after(direct, changed).title()).isEqualTo(direct.title());
    }

    @Test
    void reactionsAndUnknownEventsChangeNothing() {
        assertThat(after(before, new Event.Reacted(stamp("c1", 4, BO), 1, "+1", true)))
                .isEqualTo(before);
        assertThat(after(before, new Event.Unknown(stamp("c1", 4, BO), "x"))).isEqualTo(before);
    }

    @Test
    void theOtherSidesMarkerOnlyGoesForward() {
        ConversationSummary direct = direct("d1", BO, 9);
        ConversationSummary read = Summaries.readByOther(direct, 5);
        assertThat(read.title()).isEqualTo(new Direct(BO, 5));
        assertThat(Summaries.readByOther(read, 4).title()).isEqualTo(new Direct(BO, 5));
        assertThat(Summaries.readByOther(before, 4)).isEqualTo(before);
    }

    private static ConversationSummary after(ConversationSummary summary, Event event) {
        return Summaries.after(summary, event, ADA.id());
    }
}
