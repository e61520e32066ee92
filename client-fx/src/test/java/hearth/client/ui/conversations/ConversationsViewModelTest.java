package hearth.client.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.People;
import hearth.client.ui.common.Workshop;
import hearth.protocol.ConversationSummary;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConversationsViewModelTest {
    private final FakeChatSession session = new FakeChatSession();
    private final ConversationsViewModel model = new ConversationsViewModel(session, new People(), Locale.UK);

    private void add(ConversationSummary... conversations) {
        List.of(conversations).forEach(model::onChanged);
        model.refresh();
    }

    private List<String> titles() {
        return model.rows().stream()
                .map(row -> switch (row) {
                    case SidebarRow.Head head -> head.section().name();
                    case SidebarRow.Conversation conversation ->
                        conversation.title() + (conversation.current() ? "*" : "");
                })
                .toList();
    }

    @Test
    void roomsStandByNameAfterTheLobbyAndPeopleByTheirNewest() {
        add(
                Workshop.room("c2", "zebra", "", 0, 0),
                Workshop.room("c3", "Apple", "", 0, 0),
                Workshop.room("c1", "lobby", "", 0, 0),
                Workshop.direct("d1", Workshop.NOOR, 0, 10),
                Workshop.direct("d2", Workshop.MEI, 0, 1));
        assertThat(titles()).containsExactly("ROOMS", "lobby*", "Apple", "zebra", "DIRECTS", "美 Mei", "Noor");
    }

    @Test
    void aConversationThatIsGoneGivesItsPlaceToTheLobby() {
        add(Workshop.room("c1", "lobby", "", 0, 0), Workshop.room("c2", "zebra", "", 0, 0));
        model.choose("c2");
        assertThat(model.onRemoved("c2")).contains("zebra");
        model.refresh();
        assertThat(model.currentProperty().get().orElseThrow().id()).isEqualTo("c1");
    }

    @Test
    void aConversationThatWasJustEnteredIsShownBeforeItsOwnEventComes() {
        add(Workshop.room("c1", "lobby", "", 0, 0));
        model.enter(Workshop.room("c9", "garden", "", 0, 0));
        assertThat(titles()).containsExactly("ROOMS", "lobby", "garden*", "DIRECTS");
    }

    @Test
    void somethingUnreadElsewhereIsSeen() {
        add(Workshop.room("c1", "lobby", "", 3, 0));
        assertThat(model.elsewhereUnreadProperty().get()).isFalse();
        add(Workshop.room("c2", "zebra", "", 1, 0));
        assertThat(model.elsewhereUnreadProperty().get()).isTrue();
    }

    @Test
    void markingReadMovesTheMarkerToTheHead() {
        add(Workshop.room("c1", "lobby", "", 3, 0));
        model.markRead("c1");
        assertThat(session.commands()).containsExactly("markRead c1 20");
    }
}
