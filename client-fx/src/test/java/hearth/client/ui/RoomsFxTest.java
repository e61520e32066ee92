package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.session.Outcome;
import hearth.client.session.SessionEvent;
import hearth.client.timeline.TimelineChange;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.protocol.Answer;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does to get into rooms, and to people. */
class RoomsFxTest {
    private final FakeChatSession session = new FakeChatSession();
    private ChatWindow window;

    @BeforeEach
    void open() {
        session.tell(Workshop.full().toArray(SessionEvent[]::new));
        session.answerRooms(new Outcome.Done<>(new Answer.RoomsPage(
                List.of(
                        room("c-garden", "garden", Optional.empty()),
                        room("c-music", "music", Optional.of(Role.MEMBER))),
                false)));
        window = ChatWindow.inChat(session);
    }

    private static Answer.RoomEntry room(String id, String name, Optional<Role> role) {
        return new Answer.RoomEntry(id, name, "", Visibility.PUBLIC, 9, 2, role);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void anEmptyRoomOfOnesOwnSaysWhatToDoFirst() {
        ConversationSummary seeds = Workshop.owned("c-seeds", "seeds", "");
        session.tell(
                new SessionEvent.ConversationChanged(seeds),
                new SessionEvent.TimelineChanged(seeds.id(), new TimelineChange.Reset(List.of(), false)));
        window.click(".conversation-title", "seeds");
        window.awaitShown("#first-invite");
        window.click("#first-topic");
        window.awaitShown("#details-save");
        window.press(KeyCode.ESCAPE);
        window.click(".header-topic", "Add a topic");
        window.awaitShown("#details-save");
    }

    @Test
    void enterMakesTheRoomThatNobodyHas() {
        window.click("#browse-rooms");
        window.awaitReads("garden");
        session.answerRooms(new Outcome.Done<>(new Answer.RoomsPage(List.of(), false)));
        window.type("printers");
        window.awaitReads("No room is called “printers”");
        window.press(KeyCode.ENTER);
        window.awaitReads("New room");
        window.awaitReads("Create room");
    }

    @Test
    void aRoomIsFoundAndJoinedByKeyboard() {
        session.answerEntering(new Outcome.Done<>(Workshop.room("c-garden", "garden", "Who waters?", 0, 0)));
        window.click("#browse-rooms");
        window.awaitReads("garden");
        window.type("gar");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> session.commands("rooms").contains("rooms gar"));
        window.press(KeyCode.ENTER);
        assertThat(session.commands("join")).hasSize(1).first().asString().contains("c-garden");
        window.awaitReads("Who waters?");
        window.awaitGone("Find a room by name");
        assertThat(window.hasFocus("#composer")).isTrue();
    }

    @Test
    void aRoomThatOneIsInIsOnlyShown() {
        window.click("#browse-rooms");
        window.awaitReads("garden");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        assertThat(session.commands("join")).isEmpty();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> session.commands("open").contains("open c-music"));
    }

    @Test
    void aPrivateRoomIsMade() {
        session.answerEntering(new Outcome.Done<>(Workshop.room("c-new", "secret", "", Visibility.PRIVATE, 0, 0)));
        window.click("#browse-rooms");
        window.click("#rooms-new");
        window.type("secret");
        window.click("#new-room-topic");
        window.type("sh");
        window.click("#new-room-private");
        window.click("#new-room-create");
        assertThat(session.commands("createRoom")).containsExactly("createRoom secret sh private");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> session.commands("open").contains("open c-new"));
    }

    @Test
    void aTakenNameOfARoomIsSaid() {
        session.answerEntering(new Outcome.Refused<>(ErrorCode.EXISTS, OptionalLong.empty()));
        window.click("#browse-rooms");
        window.click("#rooms-new");
        window.type("lobby");
        window.press(KeyCode.ENTER);
        window.awaitReads("There is a room of this name already. Choose another one.");
    }

    @Test
    void escapeClosesTheDialogAndGivesTheFocusBack() {
        window.click("#browse-rooms");
        window.press(KeyCode.ESCAPE);
        await().atMost(Duration.ofMinutes(1)).until(() -> !window.isShown("#rooms-find"));
        assertThat(window.hasFocus("#browse-rooms")).isTrue();
    }

    @Test
    void somebodyIsWrittenToByName() {
        session.answerEntering(new Outcome.Done<>(Workshop.direct("d-noor", Workshop.NOOR, 0, 0)));
        window.click("#new-direct");
        window.type("noor");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("openDirect")).hasSize(1).first().asString().contains("u-noor");
        window.awaitThat(
                "the conversation is shown", () -> window.words(".header-title").contains("Noor"));
    }

    @Test
    void aRefusedConversationIsSaidInTheDialog() {
        session.answerEntering(new Outcome.Refused<>(ErrorCode.UNKNOWN_USER, OptionalLong.empty()));
        window.click("#new-direct");
        window.type("Zoe");
        window.click("#direct-by-name");
        window.awaitReads("Nobody is called so here.");
        assertThat(session.commands("openDirect").getFirst())
                .contains("Optional.empty")
                .contains("Zoe");
    }

    @Test
    void enterThatEndsACompositionMakesNoRoom() {
        window.click("#browse-rooms");
        window.click("#rooms-new");
        window.type("g");
        window.onFx(() -> {
            TextField name = (TextField) window.root().lookup("#new-room-name");
            name.fireEvent(new InputMethodEvent(
                    InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                    List.of(new InputMethodTextRun("hua yuan", InputMethodHighlight.UNSELECTED_RAW)),
                    "",
                    8));
            return null;
        });
        window.press(KeyCode.ENTER);
        assertThat(session.commands("createRoom")).isEmpty();
    }
}
