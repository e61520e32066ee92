package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.session.Outcome;
import hearth.client.session.SessionEvent;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.ForeignChats;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.conversations.SwitchRow;
import hearth.protocol.Answer;
import hearth.protocol.ErrorCode;
import hearth.protocol.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does to be somewhere else at once. */
class SwitcherFxTest {
    private final FakeChatSession session = new FakeChatSession();
    private ChatWindow window;

    @BeforeEach
    void open() {
        session.tell(Workshop.full().toArray(SessionEvent[]::new));
        window = ChatWindow.inChat(session);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void jump(String typed) {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.awaitShown("#switcher-find");
        window.type(typed);
    }

    private List<String> goals() {
        ListView<?> list = window.find("#switcher-list", ListView.class);
        return window.onFx(() ->
                list.getItems().stream().map(row -> ((SwitchRow) row).title()).toList());
    }

    @Test
    void theFieldInTheSidebarOpensItWhereThePictureHasIt() {
        assertThat(window.find("#jump", Region.class).getHeight()).isEqualTo(32);
        window.click("#jump");
        Region dialog = window.find("#switcher", Region.class);
        assertThat(dialog.getWidth()).isEqualTo(560);
        assertThat(window.onFx(() -> dialog.localToScene(0, 0).getY())).isEqualTo(88);
        assertThat(window.hasFocus("#switcher-find")).isTrue();
    }

    @Test
    void typingAPartOfANameAndEnterIsThere() {
        jump("PRIN");
        assertThat(goals()).containsExactly("printers");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("open")).contains("open c-print");
        assertThat(window.isShown("#switcher")).isFalse();
        assertThat(window.hasFocus("#composer")).isTrue();
        assertThat(window.words(".header-title")).containsExactly("printers");
    }

    @Test
    void accentsInitialsAndChineseFind() {
        jump("tomas");
        assertThat(goals()).containsExactly("Tomás");
        retype("od");
        assertThat(goals()).containsExactly("open-day");
        retype("林");
        assertThat(goals()).containsExactly("林晓");
        retype("lx");
        assertThat(goals()).containsExactly("林晓");
        retype("wf");
        assertThat(goals()).containsExactly("午饭");
    }

    private void retype(String text) {
        window.onFx(() -> {
            window.find("#switcher-find", javafx.scene.control.TextField.class).setText(text);
            return null;
        });
        window.settle();
    }

    @Test
    void theArrowsChooseAndWhatBeginsSoStandsFirst() {
        jump("pr");
        assertThat(goals()).containsExactly("printers", "Priya");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        assertThat(session.commands("open")).contains("open d-priya");
    }

    @Test
    void aPersonWhoWasNotWrittenToYetIsWrittenTo() {
        session.answerEntering(new Outcome.Done<>(Workshop.direct("d-lin", Workshop.LIN, 0, 0)));
        jump("@l");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("openDirect")).hasSize(1).first().asString().contains("u-lin");
        window.awaitThat(
                "the conversation is shown", () -> window.words(".header-title").contains("林晓"));
        assertThat(window.isShown("#switcher")).isFalse();
    }

    @Test
    void aRoomThatOneIsNotInIsJoined() {
        session.answerRooms(new Outcome.Done<>(new Answer.RoomsPage(
                List.of(new Answer.RoomEntry("c-3d", "3d-printing", "", Visibility.PUBLIC, 18, 2, Optional.empty())),
                false)));
        session.answerEntering(new Outcome.Done<>(Workshop.room("c-3d", "3d-printing", "Slicers", 0, 0)));
        jump("3d");
        await().atMost(Duration.ofMinutes(1)).until(() -> goals().equals(List.of("3d-printing")));
        assertThat(window.reads("Room you have not joined")).isTrue();
        window.press(KeyCode.ENTER);
        assertThat(session.commands("join")).hasSize(1).first().asString().contains("c-3d");
        window.awaitReads("Slicers");
    }

    @Test
    void whatIsNotThereIsSaidAndARefusalToo() {
        jump("zzz");
        window.awaitReads("No room and nobody is called “zzz”.");
        window.press(KeyCode.ENTER);
        assertThat(window.isShown("#switcher")).isTrue();
        session.answerEntering(new Outcome.Refused<>(ErrorCode.RATE_LIMITED, OptionalLong.empty()));
        retype("yusuf");
        window.press(KeyCode.ENTER);
        window.awaitReads("You are faster than the server allows. Try again in a moment.");
    }

    @Test
    void escapeClosesItAndGivesTheFocusBack() {
        jump("");
        window.press(KeyCode.ESCAPE);
        assertThat(window.isShown("#switcher")).isFalse();
        assertThat(window.hasFocus("#composer")).isTrue();
    }

    @Test
    void itOpensOverAnotherDialogToo() {
        window.click("#browse-rooms");
        window.awaitShown("#rooms-find");
        jump("prin");
        assertThat(window.isShown("#rooms-find")).isFalse();
        assertThat(goals()).containsExactly("printers");
    }

    @Test
    void whereNobodyIsWrittenToPrivatelyOnlyRoomsAreOffered() {
        session.tell(new SessionEvent.AbilitiesTold(ForeignChats.JSON_ROOM));
        window.settle();
        jump("lin");
        assertThat(goals()).isEmpty();
        assertThat(session.commands("rooms")).isEmpty();
    }

    @Test
    void enterThatEndsACompositionChoosesNothing() {
        jump("");
        window.onFx(() -> {
            TextField find = (TextField) window.root().lookup("#switcher-find");
            find.fireEvent(new InputMethodEvent(
                    InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                    List.of(new InputMethodTextRun("wu fan", InputMethodHighlight.UNSELECTED_RAW)),
                    "",
                    6));
            return null;
        });
        List<String> opened = session.commands("open");
        window.press(KeyCode.ENTER);
        assertThat(window.isShown("#switcher")).isTrue();
        assertThat(session.commands("open")).isEqualTo(opened);
    }
}
