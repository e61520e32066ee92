package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hearth.client.link.Colour;
import hearth.client.session.SessionEvent;
import hearth.client.timeline.TimelineChange;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.ForeignChats;
import hearth.client.ui.common.Theme;
import hearth.client.ui.common.Workshop;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.GoneReason;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the window offers on servers that can do less than ours, and what it says there. */
class ForeignChatFxTest {
    private static final String SILENT = "This server does not tell whether private messages arrive.";

    private ChatWindow window;

    @AfterEach
    void close() {
        window.close();
    }

    private void open(FakeChatSession session) {
        window = ChatWindow.inChat(session);
    }

    @Test
    void aServerOfOursOffersEverything() {
        open(new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new)));
        for (String part : new String[] {"#browse-rooms", "#new-direct", "#header-people", "#members"}) {
            window.awaitShown(part);
        }
        window.click(".conversation-title", "keys");
        window.awaitShown("#header-more");
    }

    @Test
    void aSocketIoChatHasRoomsAndPrivateMessagesAndNoListOfPeople() {
        open(ForeignChats.socketIoChat());
        window.awaitShown("#browse-rooms");
        window.awaitShown("#new-direct");
        assertThat(window.isShown("#header-people")).isFalse();
        assertThat(window.isShown("#members")).isFalse();
        window.awaitReads("Online");
        window.awaitGone("12 people");
        window.awaitReads("<b>hello</b> everybody");
    }

    @Test
    void whereNobodyTellsWhetherPrivateMessagesArriveItIsSaid() {
        open(ForeignChats.privately());
        window.awaitReads(SILENT);
        window.awaitGone("Only the two of you see what is said here.");
    }

    @Test
    void anEchoServerHasOnePlaceToWriteAndNothingElse() {
        open(ForeignChats.text());
        window.awaitShown("#composer");
        for (String part :
                new String[] {"#browse-rooms", "#new-direct", "#header-people", "#members", "#header-more"}) {
            assertThat(window.isShown(part)).as(part).isFalse();
        }
        window.awaitGone("Direct messages");
    }

    @Test
    void aJsonRoomTellsHowManyThereAreAndNotWho() {
        open(ForeignChats.jsonRoom());
        window.awaitShown("#browse-rooms");
        assertThat(window.isShown("#new-direct")).isFalse();
        assertThat(window.isShown("#members")).isFalse();
        window.awaitReads("Online · 12 people");
    }

    @Test
    void whereOneIsInOneRoomAtATimeItTellsHowManyAreInThatOne() {
        FakeChatSession session = ForeignChats.jsonRoom();
        open(session);
        window.awaitReads("Online · 12 people");
        session.tell(new SessionEvent.ConversationChanged(new ConversationSummary(
                "#garden",
                new ConversationSummary.Room("garden", "", Visibility.PUBLIC, Role.MEMBER),
                2,
                0,
                0,
                0,
                0,
                Optional.empty())));
        window.awaitReads("Online · 2 people");
        session.tell(new SessionEvent.ConversationRemoved("#garden", GoneReason.LEFT));
        window.awaitReads("Online · 12 people");
    }

    @Test
    void aServerThatListsNoRoomsIsAskedForOneByName() {
        FakeChatSession session = ForeignChats.socketIoChat();
        open(session);
        window.click("#browse-rooms");
        window.awaitShown("#enter-room-dialog");
        for (String part : new String[] {"#rooms-find", "#new-room-topic", "#new-room-private"}) {
            assertThat(window.isShown(part)).as(part).isFalse();
        }
        window.awaitReads("This server does not list its rooms.");
        window.press(KeyCode.ENTER);
        window.awaitReads("A room needs a name.");
        window.type("garden");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("join")).containsExactly("join " + new ClientFrame.RoomKey.ByName("garden"));
    }

    @Test
    void whereOneIsInOneRoomAtATimeItIsSaidInTheRoomAndBeforeEnteringAnother() {
        open(ForeignChats.jsonRoom());
        window.awaitReads("You are in one room at a time on this server");
        window.click("#browse-rooms");
        window.awaitReads("entering another one leaves the one before");
    }

    @Test
    void whereNobodyTellsPrivateFromPublicItIsSaidInTheLobby() {
        FakeChatSession session = ForeignChats.socketIoChat();
        session.tell(new SessionEvent.ConversationRemoved("room:news", GoneReason.LEFT));
        open(session);
        window.awaitReads("This server does not tell private messages to you from public ones");
        session.tell(new SessionEvent.ConversationChanged(Workshop.room("room:news", "news", "", 2, 0)));
        window.awaitReads("While you are in a room of this server, you write there and not here.");
        window.awaitGone("No topic yet");
    }

    @Test
    void whereNobodyTellsWhoWroteItIsSaid() {
        open(ForeignChats.text());
        window.awaitReads("it does not tell who wrote it");
        window.awaitGone("No topic yet");
        window.awaitGone("Rooms");
    }

    @Test
    void onlyWhatCanBeLeftIsOfferedToBeLeft() {
        open(ForeignChats.socketIoChat());
        assertThat(window.isShown("#header-more")).isFalse();
        window.rightClick(".conversation-title", "lobby");
        assertThat(window.menuOffers("Mark as read")).isTrue();
        assertThat(window.menuOffers("Leave room")).isFalse();
        window.press(KeyCode.ESCAPE);
        window.rightClick(".conversation-title", "news");
        assertThat(window.menuOffers("Leave room")).isTrue();
        window.press(KeyCode.ESCAPE);
        window.click(".conversation-title", "news");
        window.awaitShown("#header-more");
    }

    @Test
    void whereThereIsNothingToSayTheNameStandsInTheMiddleOfTheHead() {
        open(ForeignChats.commands());
        window.awaitGone("No topic yet");
        assertThat(middleOf(".header-title")).isCloseTo(middleOf(".header"), within(2.0));
    }

    private double middleOf(String selector) {
        return window.onFx(() -> {
            Node node = window.root().lookup(selector);
            return node.localToScene(node.getBoundsInLocal()).getCenterY();
        });
    }

    @Test
    void aRoomIsNotCalledEmptyWhereThePastIsNotTold() {
        FakeChatSession session = ForeignChats.text();
        session.tell(new SessionEvent.TimelineChanged("lobby", new TimelineChange.Reset(List.of(), false)));
        open(session);
        window.awaitReads("Nothing new in lobby yet");
        window.awaitReads("This server does not tell what was said before you came.");
        window.awaitGone("bring somebody in");
    }

    @Test
    void whoeverWritesPublicWordsThatLookPrivateIsToldBefore() {
        open(ForeignChats.socketIoChat());
        window.type("see you @ noon");
        window.awaitGone("Everybody here reads this.");
        window.type(" a@b.example hello");
        window.awaitReads("Everybody here reads this.");
        window.click(".conversation-title", Workshop.MEI.name());
        window.awaitGone("Everybody here reads this.");
    }

    @Test
    void whereNobodyCanBeWrittenToNothingLeadsThere() {
        FakeChatSession session = ForeignChats.jsonRoom();
        open(session);
        window.rightClickWords("我来了。");
        assertThat(window.menuOffers("Copy text")).isTrue();
        assertThat(window.menuOffers("Message Lin")).isFalse();
        window.press(KeyCode.ESCAPE);
        window.click(".author");
        window.awaitShown("#person-mention");
        assertThat(window.isShown("#person-message")).isFalse();
    }

    @Test
    void whereNobodyTellsWhoWroteNobodyIsShown() {
        open(ForeignChats.text());
        window.click(".message .avatar");
        assertThat(window.isShown("#person-card")).isFalse();
    }

    @Test
    void aNameHasTheServersColourWhereItCanBeRead() {
        FakeChatSession session = ForeignChats.socketIoChat();
        open(session);
        Paint own = fillOf(Workshop.LIN.name());
        Paint ofJonas = fillOf(Workshop.JONAS.name());
        session.tell(
                new SessionEvent.PersonColoured(Workshop.LIN.id(), new Colour("#00bcd4")),
                new SessionEvent.PersonColoured(Workshop.JONAS.id(), new Colour("#9c0044")));
        window.settle();
        assertThat(fillOf(Workshop.LIN.name())).as("too pale on white").isEqualTo(own);
        assertThat(fillOf(Workshop.JONAS.name())).isNotEqualTo(ofJonas).isEqualTo(Color.web("#9c0044"));
        assertThat(window.onFx(() -> window.root().lookupAll(".avatar:given-colour")))
                .hasSize(2);

        window.theme(Theme.DARK);
        assertThat(fillOf(Workshop.LIN.name())).isEqualTo(Color.web("#00bcd4"));
        assertThat(fillOf(Workshop.JONAS.name())).as("too dark on black").isNotEqualTo(Color.web("#9c0044"));
    }

    private Paint fillOf(String author) {
        return window.onFx(() -> window.root().lookupAll(".author").stream()
                .map(Label.class::cast)
                .filter(label -> label.getText().equals(author))
                .findFirst()
                .orElseThrow()
                .getTextFill());
    }

    @Test
    void whatTheServerTurnsOutToOfferIsOfferedAtOnce() {
        FakeChatSession session = ForeignChats.text();
        open(session);
        assertThat(window.isShown("#new-direct")).isFalse();
        session.tell(new SessionEvent.AbilitiesTold(ForeignChats.SOCKETIO_CHAT));
        window.awaitShown("#new-direct");
    }
}
