package hearth.client.ui.common;

import hearth.client.link.Abilities;
import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.SignIn;
import hearth.client.link.Abilities.Trait;
import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Limits;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.protocol.ServerRole;
import java.util.List;
import java.util.Set;

/** What sessions tell on servers of other kinds. */
public final class ForeignChats {
    /** A chat with rooms, whose private messages nobody hears of again. */
    public static final Abilities SOCKETIO_CHAT =
            new Abilities(Rooms.MANY, Privates.SILENT, Past.LAST_20, Presence.NOTICES, SignIn.NAME, Set.of(Trait.ECHO));

    /** Of one that knows a user in one room at a time, and no private messages. */
    public static final Abilities JSON_ROOM =
            new Abilities(Rooms.ONE, Privates.NONE, Past.UNREAD, Presence.COUNT, SignIn.NAME, Set.of(Trait.ECHO));

    private static final Abilities COMMANDS =
            new Abilities(Rooms.NONE, Privates.NONE, Past.FULL, Presence.NONE, SignIn.NAME, Set.of(Trait.SERVER_TIME));
    private static final Abilities TEXT =
            new Abilities(Rooms.NONE, Privates.NONE, Past.NONE, Presence.NONE, SignIn.NONE, Set.of());

    private ForeignChats() {}

    /** The lobby of a Socket.IO chat, a room, and a private conversation. */
    public static FakeChatSession socketIoChat() {
        return inLobby(
                "socketio-chat",
                SOCKETIO_CHAT,
                List.of(
                        Workshop.message(1, "09:01", Workshop.LIN, "大家好"),
                        Workshop.message(2, "09:02", Workshop.JONAS, "<b>hello</b> everybody"),
                        Workshop.message(3, "09:03", Workshop.ADA, "Good morning.")),
                Workshop.room("room:news", "news", "", 2, 0),
                Workshop.direct("person:Mei", Workshop.MEI, 0, 5));
    }

    /** The same, with the private conversation in sight. */
    public static FakeChatSession privately() {
        FakeChatSession session = begin("socketio-chat", SOCKETIO_CHAT);
        session.tell(new SessionEvent.ConversationChanged(Workshop.direct("person:Mei", Workshop.MEI, 0, 5)));
        return session.tell(shown("person:Mei", List.of(Workshop.message(1, "09:01", Workshop.MEI, "Psst."))));
    }

    /** A JSON room. */
    public static FakeChatSession jsonRoom() {
        return inLobby("jsonroom", JSON_ROOM, List.of(Workshop.message(1, "09:01", Workshop.LIN, "我来了。")));
    }

    /** A chat of which there is nothing to say but what is said in it. */
    public static FakeChatSession commands() {
        return inLobby("socketio-commands", COMMANDS, List.of(Workshop.message(1, "09:01", Workshop.LIN, "早")));
    }

    /** An echo server. */
    public static FakeChatSession text() {
        return inLobby("text", TEXT, List.of(Workshop.message(1, "09:01", Workshop.ADA, "Is anybody there?")));
    }

    private static FakeChatSession begin(String kind, Abilities abilities) {
        return new FakeChatSession()
                .state(new ConnectionState.Online())
                .tell(
                        new SessionEvent.AbilitiesTold(abilities),
                        new SessionEvent.SignedIn(
                                new ServerFrame.Self(Workshop.ADA.id(), Workshop.ADA.name(), ServerRole.MEMBER),
                                new ServerInfo(kind + " 10.0.0.9:3000/chat", "1", "10.0.0.9", kind),
                                Limits.STANDARD,
                                Set.of()));
    }

    private static FakeChatSession inLobby(
            String kind, Abilities abilities, List<TimelineEntry> talk, ConversationSummary... others) {
        FakeChatSession session = begin(kind, abilities);
        session.tell(new SessionEvent.ConversationChanged(Workshop.room("lobby", "lobby", "", 0, 0)));
        for (ConversationSummary other : others) {
            session.tell(new SessionEvent.ConversationChanged(other));
        }
        return session.tell(shown("lobby", talk));
    }

    private static SessionEvent shown(String conversation, List<TimelineEntry> talk) {
        return new SessionEvent.TimelineChanged(conversation, new TimelineChange.Reset(talk, false));
    }
}
