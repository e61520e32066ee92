package hearth.client.screenshots;

import hearth.client.session.ConnectionState;
import hearth.client.session.Outcome;
import hearth.client.session.SessionEvent;
import hearth.client.timeline.TimelineChange;
import hearth.client.ui.ChatWindow;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.protocol.Answer;
import hearth.protocol.ConversationSummary;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Role;
import hearth.protocol.Status;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** The screens of who somebody is, of what one may do with rooms and people, and of the way to them. */
final class PeopleScreens {
    private static final List<Look> WIDE = List.of(Look.USUAL, Look.WIDE_DARK);

    private PeopleScreens() {}

    static List<Screen> all() {
        return List.of(
                ChatScreens.chat(
                        "switcher", List.of(Look.USUAL, Look.SMALL, Look.WIDE_DARK), ChatScreens::rooms, window -> {
                            window.press(KeyCode.CONTROL, KeyCode.K);
                            window.type("pr");
                            window.awaitReads("3d-");
                        }),
                ChatScreens.chat(
                        "profile",
                        List.of(Look.USUAL),
                        PeopleScreens::spoken,
                        window -> window.click(".author", "Jonas")),
                ChatScreens.chat("profile", List.of(Look.SMALL), Scenes::full, window -> window.click(".author", "林晓")),
                ChatScreens.chat("details", Look.ALL, PeopleScreens::owned, window -> {
                    window.click("#header-more");
                    chooseFromEnd(window, 3);
                    window.awaitShown("#details-save");
                    window.awaitReads("Otto");
                }),
                ChatScreens.chat("invite", WIDE, PeopleScreens::owned, window -> window.click("#people-invite")),
                ChatScreens.chat("status", WIDE, Scenes::full, window -> {
                    window.click("#rail-self");
                    chooseFromEnd(window, 2);
                    window.awaitShown("#status-text");
                }),
                ChatScreens.chat("moderation", WIDE, PeopleScreens::owned, window -> {
                    window.click(".author", "林晓");
                    window.click("#person-moderate");
                    chooseFromEnd(window, 1);
                    window.awaitShown("#ban-reason");
                }));
    }

    /** Chooses in a menu that has opened, whatever its language. */
    private static void chooseFromEnd(ChatWindow window, int place) {
        for (int item = 0; item < place; item++) {
            window.press(KeyCode.UP);
        }
        window.press(KeyCode.ENTER);
    }

    /** Where the owner of the lobby says what they do. */
    private static FakeChatSession spoken() {
        return Scenes.full()
                .tell(new SessionEvent.PresenceChanged(
                        List.of(new PresenceEntry(
                                Workshop.JONAS.id(),
                                Workshop.JONAS.name(),
                                Status.ONLINE,
                                Optional.of("Ladder, cables, anything that is broken."))),
                        false));
    }

    /** A room of the user's own. */
    private static FakeChatSession owned() {
        ConversationSummary mine = Workshop.owned("c-garden", "garden", "Who waters on Thursday?");
        FakeChatSession session = new FakeChatSession()
                .tell(
                        new SessionEvent.StateChanged(new ConnectionState.Online()),
                        Workshop.signedIn(),
                        new SessionEvent.ConversationChanged(mine),
                        Workshop.presence(),
                        Workshop.members(mine.id(), Role.OWNER),
                        new SessionEvent.TimelineChanged(
                                mine.id(),
                                new TimelineChange.Reset(Workshop.talk().subList(5, 9), false)));
        session.answerBans(new Outcome.Done<>(new Answer.BansPage(
                List.of(
                        new Answer.BanEntry(
                                "u-otto", "Otto", Workshop.ADA.id(), Workshop.NOW, Optional.of("Advertising")),
                        new Answer.BanEntry("u-wu", "吴刚", Workshop.JONAS.id(), Workshop.NOW, Optional.empty())),
                false)));
        return session;
    }
}
