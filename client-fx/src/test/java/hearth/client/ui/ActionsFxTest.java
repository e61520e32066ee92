package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.session.SessionEvent;
import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.ForeignChats;
import hearth.client.ui.common.Workshop;
import hearth.protocol.ConversationSummary;
import hearth.protocol.HistoryItem;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does to messages: with the pointer, in menus, and with the keyboard alone. */
class ActionsFxTest {
    private static final String CABLE = "It was the cable.";
    private static final String ROOM = "Room 2 it is!";
    private static final String BADGES = "It prints the badges.";

    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));
    private ChatWindow window;

    @BeforeEach
    void open() {
        window = ChatWindow.inChat(session);
        show(reactions(List.of()));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static TimelineEntry.Marks reactions(List<HistoryItem.Reaction> reactions) {
        return new TimelineEntry.Marks(false, false, reactions);
    }

    private void show(TimelineEntry.Marks marks) {
        List<TimelineEntry> talk = List.of(
                Workshop.message(21, "09:12", Workshop.JONAS, CABLE),
                Workshop.with(Workshop.message(22, "09:20", Workshop.MEI, ROOM), Optional.empty(), marks),
                Workshop.message(23, "09:30", Workshop.ADA, BADGES));
        session.tell(new SessionEvent.TimelineChanged(Workshop.LOBBY, new TimelineChange.Reset(talk, false)));
        window.awaitReads(BADGES);
        window.settle();
    }

    @Test
    void theToolbarStandsAtTheEdgeOfTheMessageUnderThePointer() {
        assertThat(window.isShown("#message-toolbar")).isFalse();
        window.point(ROOM);
        assertThat(window.onFx(() -> {
                    Region bar = (Region) window.root().lookup("#message-toolbar");
                    Region view = (Region) bar.getParent();
                    return List.of(bar.getHeight(), view.getWidth() - bar.getLayoutX() - bar.getWidth());
                }))
                .containsExactly(32.0, 20.0);
        assertThat(window.onFx(() -> {
                    Node bar = window.root().lookup("#message-toolbar");
                    Node row = bar.getParent().lookupAll(".message").stream()
                            .filter(Node::isHover)
                            .findFirst()
                            .orElseThrow();
                    return bar.getLayoutY() + ((Region) bar).getHeight() - row.getLayoutY();
                }))
                .as("9 px of the cell stand above the row that is seen")
                .isEqualTo(9 + 6.0);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> window.find("#message-toolbar", Node.class).getOpacity() == 1);
        window.point("Today");
        assertThat(window.isShown("#message-toolbar")).isFalse();
    }

    @Test
    void threeReactionsAreOneClickAway() {
        window.point(ROOM);
        window.onFx(() -> {
            assertThat(window.root().lookupAll(".toolbar-reaction").stream().map(Node::getAccessibleText))
                    .containsExactly("React with 👍", "React with ❤️", "React with 😂");
            return null;
        });
        window.click(".toolbar-reaction");
        assertThat(session.commands("react")).containsExactly("react c-lobby 22 👍 true");
        show(reactions(List.of(new HistoryItem.Reaction("👍", 1, true, List.of(Workshop.ADA.id())))));
        window.point(ROOM);
        window.click(".toolbar-reaction");
        assertThat(session.commands("react")).last().isEqualTo("react c-lobby 22 👍 false");
    }

    @Test
    void aPillTogglesAndSaysWhoReacted() {
        show(reactions(List.of(
                new HistoryItem.Reaction(
                        "🎉", 41, true, List.of(Workshop.ADA.id(), Workshop.JONAS.id(), "u-nobody-knows")),
                new HistoryItem.Reaction("👀", 31, false, List.of(Workshop.LIN.id())))));
        window.point("41");
        assertThat(tooltips()).contains("You, Jonas and 39 others");
        window.clickWords("41");
        window.clickWords("31");
        assertThat(session.commands("react")).containsExactly("react c-lobby 22 🎉 false", "react c-lobby 22 👀 true");
        assertThat(tooltips()).contains("林晓 and 30 others");
        window.point(CABLE);
        window.onFx(() -> {
            assertThat(window.root().lookupAll(".toolbar-reaction").stream().map(Node::getAccessibleText))
                    .as("what was used last is near at hand")
                    .containsExactly("React with 👀", "React with 👍", "React with ❤️");
            return null;
        });
    }

    private List<String> tooltips() {
        return window.onFx(() -> window.root().lookupAll(".reaction").stream()
                .map(Label.class::cast)
                .flatMap(pill -> Optional.ofNullable(pill.getTooltip()).stream())
                .map(javafx.scene.control.Tooltip::getText)
                .toList());
    }

    @Test
    void anAnswerSaysWhichMessageItAnswers() {
        window.point(ROOM);
        window.click("#message-reply");
        window.awaitReads("Reply to 美 Mei");
        assertThat(window.hasFocus("#composer")).isTrue();
        window.type("good");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("post")).containsExactly("post c-lobby (re 22) good");
        window.awaitGone("Reply to 美 Mei");
        window.type("more");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("post")).last().isEqualTo("post c-lobby more");
    }

    @Test
    void onesOwnMessageIsEditedInTheComposer() {
        window.type("half a thought");
        window.point(BADGES);
        window.click("#message-more");
        window.clickInMenu("Edit");
        assertThat(window.textIn("#composer")).isEqualTo(BADGES);
        window.type(" Twice");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("edit")).containsExactly("edit c-lobby 23 " + BADGES + " Twice");
        assertThat(session.commands("post")).isEmpty();
        assertThat(window.textIn("#composer")).isEqualTo("half a thought");
    }

    @Test
    void aMessageIsDeletedOnlyAfterAQuestion() {
        window.rightClickWords(BADGES);
        window.clickInMenu("Delete");
        window.awaitShown("#delete-dialog");
        window.press(KeyCode.ESCAPE);
        assertThat(window.isShown("#delete-dialog")).isFalse();
        assertThat(session.commands("delete")).isEmpty();
        window.rightClickWords(BADGES);
        window.clickInMenu("Delete");
        window.click("#delete-confirm");
        assertThat(session.commands("delete")).containsExactly("delete c-lobby 23");
        assertThat(window.isShown("#delete-dialog")).isFalse();
    }

    @Test
    void onlyWhoCaresForARoomDeletesWhatOthersWrote() {
        window.rightClickWords(CABLE);
        assertThat(window.menuOffers("Copy text")).isTrue();
        assertThat(window.menuOffers("Message Jonas")).isTrue();
        assertThat(window.menuOffers("Edit")).isFalse();
        assertThat(window.menuOffers("Delete")).isFalse();
        window.press(KeyCode.ESCAPE);
        session.tell(new SessionEvent.ConversationChanged(new ConversationSummary(
                Workshop.LOBBY,
                new ConversationSummary.Room("lobby", "", Visibility.PUBLIC, Role.MODERATOR),
                12,
                23,
                23,
                0,
                0,
                Optional.empty())));
        window.settle();
        window.rightClickWords(CABLE);
        assertThat(window.menuOffers("Edit")).isFalse();
        window.clickInMenu("Delete");
        window.click("#delete-confirm");
        assertThat(session.commands("delete")).containsExactly("delete c-lobby 21");
    }

    @Test
    void theMenuWritesToTheAuthorAndCopies() {
        window.rightClickWords(CABLE);
        window.clickInMenu("Copy text");
        assertThat(clipboard()).isEqualTo(CABLE);
        window.rightClickWords(CABLE);
        window.clickInMenu("Message Jonas");
        assertThat(session.commands("openDirect")).hasSize(1);
    }

    @Test
    void everythingIsDoneWithTheKeyboardAlone() {
        window.press(KeyCode.SHIFT, KeyCode.TAB);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            if (!window.hasFocus("#timeline")) {
                window.press(KeyCode.SHIFT, KeyCode.TAB);
            }
            return window.hasFocus("#timeline");
        });
        assertThat(current()).containsExactly("Ada, 09:30, " + BADGES);
        window.press(KeyCode.UP);
        window.press(KeyCode.UP);
        window.press(KeyCode.UP);
        assertThat(current()).containsExactly("Jonas, 09:12, " + CABLE);
        window.press(KeyCode.DOWN);
        assertThat(current()).containsExactly("美 Mei, 09:20, " + ROOM);
        window.press(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo(ROOM);
        window.press(KeyCode.ENTER);
        window.awaitShown("#message-toolbar");
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.ENTER);
        assertThat(session.commands("react")).containsExactly("react c-lobby 22 ❤️ true");
        window.press(KeyCode.ESCAPE);
        assertThat(window.isShown("#message-toolbar")).isFalse();
        assertThat(window.hasFocus("#timeline")).isTrue();
        window.press(KeyCode.ENTER);
        for (int step = 0; step < 3; step++) {
            window.press(KeyCode.RIGHT);
        }
        window.press(KeyCode.ENTER);
        window.awaitReads("Reply to 美 Mei");
        assertThat(window.hasFocus("#composer")).isTrue();
        assertThat(window.isShown("#message-toolbar")).isFalse();
    }

    @Test
    void escapeLeavesTheMessagesForTheComposer() {
        window.clickWords(ROOM);
        window.press(KeyCode.UP);
        assertThat(current()).containsExactly("Jonas, 09:12, " + CABLE);
        window.press(KeyCode.ESCAPE);
        assertThat(window.hasFocus("#composer")).isTrue();
        assertThat(current()).isEmpty();
    }

    @Test
    void whatIsTypedAtTheMessagesIsWrittenInTheComposer() {
        window.type("so ");
        window.clickWords(ROOM);
        assertThat(window.hasFocus("#composer")).isFalse();
        window.type("it is");
        assertThat(window.textIn("#composer")).isEqualTo("so it is");
        assertThat(window.hasFocus("#composer")).isTrue();
    }

    @Test
    void aMessageThatFailedCanBeSentAgainFromItsMenu() {
        session.tell(new SessionEvent.TimelineChanged(
                Workshop.LOBBY,
                new TimelineChange.Reset(
                        List.of(Workshop.own("k1", "09:40", "On my way.", Workshop.failed())), false)));
        window.awaitReads("On my way.");
        window.point("On my way.");
        assertThat(window.isShown("#message-reply")).isFalse();
        window.rightClickWords("On my way.");
        assertThat(window.menuOffers("Edit")).isFalse();
        window.clickInMenu("Give up");
        assertThat(session.commands("discard")).containsExactly("discard k1");
    }

    @Test
    void whatAForeignServerCannotDoIsNotThere() {
        show(reactions(List.of(new HistoryItem.Reaction("🎉", 41, true, List.of()))));
        session.tell(new SessionEvent.AbilitiesTold(ForeignChats.SOCKETIO_CHAT));
        window.settle();
        window.point(BADGES);
        assertThat(window.isShown("#message-more")).isTrue();
        assertThat(window.isShown("#message-reply")).isFalse();
        assertThat(window.isShown(".toolbar-reaction")).isFalse();
        window.rightClickWords(BADGES);
        assertThat(window.menuOffers("Copy text")).isTrue();
        for (String words : List.of("React", "Reply", "Edit", "Delete")) {
            assertThat(window.menuOffers(words)).as(words).isFalse();
        }
        window.press(KeyCode.ESCAPE);
        window.clickWords("41");
        window.click("#composer");
        window.press(KeyCode.UP);
        assertThat(session.commands("react")).isEmpty();
        assertThat(window.textIn("#composer")).isEmpty();
    }

    private List<String> current() {
        return window.onFx(() -> window.root().lookupAll(".message").stream()
                .filter(Node::isVisible)
                .filter(node -> node.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("current")))
                .map(Node::getAccessibleText)
                .toList());
    }

    private String clipboard() {
        String copied = window.onFx(() -> Clipboard.getSystemClipboard().getString());
        window.onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "other")));
        return copied;
    }
}
