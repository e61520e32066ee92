package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionEvent;
import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelectionFxTest {
    /** No letter here is wider on average, so that so much for each is behind the last, and not below a toolbar at the right. */
    private static final double WIDE_LETTER = 7.5;

    private static final String CODE = "Run:\n```\nmake clean\n```\nthen wait";

    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));
    private ChatWindow window;

    @BeforeEach
    void open() {
        List<TimelineEntry> talk = List.of(
                Workshop.message(21, "09:12", Workshop.JONAS, "The projector works again 👍 at last"),
                Workshop.message(22, "09:13", Workshop.JONAS, "It was the cable."),
                Workshop.message(23, "09:20", Workshop.MEI, "Notes: https://example.org/notes, room 2."));
        window = ChatWindow.inChat(session);
        session.tell(new SessionEvent.TimelineChanged(Workshop.LOBBY, new TimelineChange.Reset(talk, false)));
        window.awaitReads("room 2.");
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aDoubleClickSelectsAWordAndCopyTakesIt() {
        Point2D word = left("It was the cable.", 3);
        window.click(word);
        window.click(word);
        assertThat(copied()).isEqualTo("It");
    }

    @Test
    void aDragSelectsAcrossMessagesWithTheirAuthors() {
        window.drag(
                "#timeline",
                left("The projector works again 👍 at last", 1),
                right("Notes: https://example.org/notes, room 2."));
        assertThat(copied()).isEqualTo("""
                        Jonas, 09:12
                        The projector works again 👍 at last
                        It was the cable.

                        美 Mei, 09:20
                        Notes: https://example.org/notes, room 2.""");
    }

    @Test
    void aDragUpwardsSelectsTheSame() {
        window.drag("#timeline", right("It was the cable."), left("The projector works again 👍 at last", 1));
        assertThat(copied()).isEqualTo("Jonas, 09:12\nThe projector works again 👍 at last\nIt was the cable.");
    }

    @Test
    void everythingCanBeSelectedAndEscapeTakesItBack() {
        window.click(left("It was the cable.", 3));
        window.press(KeyCode.CONTROL, KeyCode.A);
        assertThat(copied()).startsWith("Jonas").endsWith("room 2.");
        window.press(KeyCode.ESCAPE);
        window.onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "before")));
        assertThat(copied()).isEqualTo("before");
    }

    @Test
    void codeIsSelectedWithWhatWasWrittenAroundIt() {
        showCode();
        Point2D word = left("make clean", 45);
        window.click(word);
        window.click(word);
        assertThat(copied()).isEqualTo("clean");
        window.drag("#timeline", left("Run:", 1), right("then wait"));
        assertThat(copied()).isEqualTo(CODE);
    }

    @Test
    void theButtonInTheBoxCopiesTheCodeAlone() {
        showCode();
        window.click(".code-copy");
        assertThat(window.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("make clean");
    }

    private void showCode() {
        List<TimelineEntry> talk = List.of(Workshop.message(24, "09:30", Workshop.MEI, CODE));
        session.tell(new SessionEvent.TimelineChanged(Workshop.LOBBY, new TimelineChange.Reset(talk, false)));
        window.awaitReads("make clean");
    }

    @Test
    void aLinkOpensInTheBrowserAndADragOverItDoesNot() {
        window.drag("#timeline", link(2), right("It was the cable."));
        assertThat(window.opened()).isEmpty();
        window.click(link(4));
        assertThat(window.opened()).containsExactly(URI.create("https://example.org/notes"));
    }

    @Test
    void aQuoteLeadsToTheMessageThatIsAnswered() {
        TimelineEntry.Message plain = Workshop.message(60, "09:40", Workshop.MEI, "Which cable?");
        TimelineEntry answer = new TimelineEntry.Message(
                plain.key(),
                plain.seq(),
                plain.at(),
                plain.author(),
                plain.clientId(),
                plain.text(),
                false,
                false,
                plain.delivery(),
                Optional.of(new TimelineEntry.Quote(21, Optional.of(Workshop.JONAS), Optional.of("The projector"))),
                plain.marks());
        List<TimelineEntry> talk = new ArrayList<>();
        talk.add(Workshop.message(21, "09:00", Workshop.JONAS, "The projector works again."));
        for (int seq = 22; seq < 60; seq++) {
            talk.add(Workshop.message(seq, "09:10", Workshop.LIN, "line " + seq));
        }
        talk.add(answer);
        session.tell(new SessionEvent.TimelineChanged(Workshop.LOBBY, new TimelineChange.Reset(talk, false)));
        window.awaitReads("Which cable?");
        assertThat(window.reads("The projector works again.")).isFalse();
        window.clickWords("The projector");
        window.awaitReads("The projector works again.");
    }

    private String copied() {
        window.press(KeyCode.CONTROL, KeyCode.C);
        return window.onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    private Point2D left(String words, double into) {
        Bounds there = window.place(words);
        return new Point2D(there.getMinX() + into, there.getCenterY());
    }

    private Point2D right(String words) {
        Bounds there = window.place(words);
        return new Point2D(there.getMinX() + WIDE_LETTER * words.length(), there.getCenterY());
    }

    private Point2D link(double into) {
        Bounds there = window.placeOf(".link-text");
        return new Point2D(there.getMinX() + into, there.getCenterY());
    }
}
