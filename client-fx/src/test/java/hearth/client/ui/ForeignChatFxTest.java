package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionEvent;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.ForeignChats;
import hearth.client.ui.common.Workshop;
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
        for (String part :
                new String[] {"#browse-rooms", "#new-direct", "#header-people", "#members", "#header-more"}) {
            window.awaitShown(part);
        }
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
    void whatTheServerTurnsOutToOfferIsOfferedAtOnce() {
        FakeChatSession session = ForeignChats.text();
        open(session);
        assertThat(window.isShown("#new-direct")).isFalse();
        session.tell(new SessionEvent.AbilitiesTold(ForeignChats.SOCKETIO_CHAT));
        window.awaitShown("#new-direct");
    }
}
