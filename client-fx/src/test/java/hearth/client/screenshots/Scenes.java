package hearth.client.screenshots;

import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import hearth.client.transport.Ending;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.protocol.ConversationSummary;
import hearth.protocol.HistoryItem;
import hearth.protocol.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What goes on in the chat that is to be seen: as far as it can, the same as on the pictures that the window is drawn after. */
final class Scenes {
    private static final String MEI = "d-mei";
    private static final ConversationSummary LOBBY = Workshop.room(
            Workshop.LOBBY, "lobby", "Everybody on the workshop network. Open day is Saturday at ten.", 0, 0);

    private Scenes() {}

    /** A morning in the workshop: the user comes back to a line that calls for an answer. */
    static FakeChatSession full() {
        FakeChatSession session = chat();
        // Once its newest is in sight, the room is read; the line over what was new stays.
        session.onCommand(command -> {
            if (command.startsWith("markRead " + Workshop.LOBBY)) {
                session.tell(new SessionEvent.ConversationChanged(LOBBY));
            }
        });
        return session.tell(new SessionEvent.ConversationChanged(
                new ConversationSummary(LOBBY.id(), LOBBY.title(), LOBBY.members(), 13, 12, 1, 1, Optional.empty())));
    }

    /** The workshop, in which the lobby is read. */
    private static FakeChatSession chat() {
        List<TimelineEntry> talk =
                Workshop.talk().stream().map(Scenes::withScript).toList();
        return new FakeChatSession()
                .tell(Workshop.full().toArray(SessionEvent[]::new))
                .tell(
                        new SessionEvent.DraftsKept(Set.of("c-lunch")),
                        new SessionEvent.TimelineChanged(Workshop.LOBBY, new TimelineChange.Reset(talk, false)));
    }

    private static TimelineEntry withScript(TimelineEntry entry) {
        return entry.key().equals("m12") ? Workshop.message(12, "09:21", Workshop.ADA, """
                        A script for the sign-in desk, it prints the badges:
                        ```
                        for name in open("guests.txt"):
                            badge.print(name.strip(), room=2)
                        ```""") : entry;
    }

    /** The connection is gone, and what was written since waits. */
    static FakeChatSession waiting() {
        FakeChatSession session = chat();
        session.state(new ConnectionState.Waiting(
                Workshop.NOW.plusSeconds(12), Duration.ofSeconds(12), new Ending.Refused("")));
        return session.tell(
                queued("q1", Workshop.LOBBY),
                queued("q4", "d-kenji"),
                new SessionEvent.TypingChanged(Workshop.LOBBY, Set.of()),
                new SessionEvent.TimelineChanged(
                        Workshop.LOBBY,
                        new TimelineChange.Reset(
                                List.of(
                                        Workshop.message(30, "14:02", Workshop.JONAS, "Who has the long ladder?"),
                                        Workshop.with(
                                                Workshop.message(
                                                        31,
                                                        "14:05",
                                                        Workshop.YUSUF,
                                                        "Leaning behind the laser cutter since Tuesday."),
                                                Optional.empty(),
                                                reactions(reaction("🪜", 1, false), reaction("🙏", 1, true))),
                                        Workshop.with(
                                                Workshop.message(
                                                        32,
                                                        "14:08",
                                                        Workshop.TOMAS,
                                                        "Posters are printed. I will hang them in the stairwell and by the tram stop: "
                                                                + "https://posters.workshop.lan/tram"),
                                                Optional.empty(),
                                                new TimelineEntry.Marks(true, false, List.of())),
                                        Workshop.own(
                                                "q1",
                                                "14:11",
                                                "Take the blue tape for the tram stop, the clear one does not hold in the rain.",
                                                new Delivery.Sending()),
                                        Workshop.own(
                                                "q2",
                                                "14:11",
                                                "I can bring a second roll at three.",
                                                new Delivery.Sending()),
                                        Workshop.own(
                                                "q3",
                                                "14:12",
                                                "Also: does anybody know where the extension reels went?",
                                                new Delivery.Sending())),
                                false)));
    }

    private static SessionEvent queued(String clientId, String conversation) {
        return new SessionEvent.OutboxChanged(
                clientId,
                new Target.Conversation(conversation),
                new Work.Post("…", OptionalLong.empty()),
                SessionEvent.OutboxState.SENDING,
                Optional.empty());
    }

    private static TimelineEntry.Marks reactions(HistoryItem.Reaction... each) {
        return new TimelineEntry.Marks(false, false, List.of(each));
    }

    private static HistoryItem.Reaction reaction(String emoji, int count, boolean own) {
        return new HistoryItem.Reaction(emoji, count, own, List.of());
    }

    /** A room of the user's own in which nobody has written. */
    static FakeChatSession empty() {
        ConversationSummary printers = Workshop.owned("c-print", "printers", "");
        return chat().tell(
                        new SessionEvent.ConversationChanged(printers),
                        new SessionEvent.MembersChanged(
                                printers.id(), List.of(Workshop.member(Workshop.ADA, Role.OWNER))),
                        new SessionEvent.TimelineChanged(printers.id(), new TimelineChange.Reset(List.of(), false)));
    }

    /** Two people, yesterday and today. */
    static FakeChatSession direct() {
        String posters = "我把签到台的海报改好了，你看一下？";
        return chat().tell(
                        new SessionEvent.ConversationChanged(Workshop.direct(MEI, Workshop.MEI, 0, 1)),
                        new SessionEvent.TypingChanged(MEI, Set.of(Workshop.MEI.id())),
                        new SessionEvent.TimelineChanged(
                                MEI,
                                new TimelineChange.Reset(
                                        List.of(
                                                yesterday(Workshop.message(12, "18:40", Workshop.MEI, "明天几点布置？")),
                                                yesterday(Workshop.message(
                                                        13,
                                                        "18:52",
                                                        Workshop.ADA,
                                                        "Nine, before the heating comes on. 九点见！")),
                                                Workshop.message(14, "08:02", Workshop.MEI, posters),
                                                Workshop.message(
                                                        15,
                                                        "08:03",
                                                        Workshop.MEI,
                                                        "The arrow pointed at the wrong door, embarrassing 🙈"),
                                                Workshop.with(
                                                        Workshop.message(
                                                                16,
                                                                "08:04",
                                                                Workshop.ADA,
                                                                "Much better. Print two, one for each door."),
                                                        Optional.of(new TimelineEntry.Quote(
                                                                14, Optional.of(Workshop.MEI), Optional.of(posters))),
                                                        TimelineEntry.Marks.NONE),
                                                Workshop.with(
                                                        Workshop.message(
                                                                18,
                                                                "08:05",
                                                                Workshop.ADA,
                                                                "And thank you for the translation! I would have written something silly."),
                                                        Optional.empty(),
                                                        reactions(reaction("🧡", 1, false))),
                                                Workshop.with(
                                                        Workshop.message(19, "08:06", Workshop.MEI, ""),
                                                        Optional.empty(),
                                                        new TimelineEntry.Marks(false, true, List.of())),
                                                Workshop.message(20, "08:06", Workshop.MEI, "下午见"),
                                                Workshop.message(21, "08:07", Workshop.ADA, "See you there.")),
                                        false)));
    }

    private static TimelineEntry yesterday(TimelineEntry.Message message) {
        return new TimelineEntry.Message(
                message.key(),
                message.seq(),
                message.at().minus(Duration.ofDays(1)),
                message.author(),
                message.clientId(),
                message.text(),
                message.own(),
                message.mentionsMe(),
                message.delivery(),
                message.quote(),
                message.marks());
    }
}
