package hearth.client.session;

import hearth.client.link.Abilities;
import hearth.client.link.Colour;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.client.timeline.TimelineChange;
import hearth.protocol.Answer;
import hearth.protocol.Capability;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.GoneReason;
import hearth.protocol.Limits;
import hearth.protocol.PresenceEntry;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a session tells its observers, in the order in which it happened. */
public sealed interface SessionEvent {

    /** The connection stands elsewhere. */
    record StateChanged(ConnectionState state) implements SessionEvent {}

    /** Who we are, where, and what can be done there: from a login, or before the first one as it was at the last login of an earlier process. */
    record SignedIn(ServerFrame.Self self, ServerInfo server, Limits limits, Set<Capability> capabilities)
            implements SessionEvent {}

    /** What can be done there: on any server of its kind, until a login tells what this one offers. */
    record AbilitiesTold(Abilities abilities) implements SessionEvent {}

    /** A conversation is there, or its counts, title or newest message are others. */
    record ConversationChanged(ConversationSummary conversation) implements SessionEvent {}

    /** A conversation is no longer the user's. */
    record ConversationRemoved(String conversation, GoneReason reason) implements SessionEvent {}

    /** A timeline changed by one step. */
    record TimelineChanged(String conversation, TimelineChange change) implements SessionEvent {}

    /** A direct conversation that was shown before the server knew it has its own id now. What was shown under the one is told anew under the other. */
    record ConversationReplaced(String before, String now) implements SessionEvent {}

    /** These conversations have an unfinished text on disk. */
    record DraftsKept(Set<String> conversations) implements SessionEvent {}

    /** An event of a conversation was applied, live or by catching up: each once, in the order of the log. Pages of history are not told so. */
    record EventApplied(Event event) implements SessionEvent {}

    /** Something that the user did moved on. */
    record OutboxChanged(String clientId, Target target, Work work, OutboxState state, Optional<ErrorCode> reason)
            implements SessionEvent {

        /** The id of the conversation that shows it. */
        public String conversation() {
            return switch (target) {
                case Target.Conversation(String id) -> id;
                case Target.Person person -> Prospects.id(person);
            };
        }

        /** What the user wrote; empty where nothing was. */
        public String text() {
            return switch (work) {
                case Work.Post(String text, OptionalLong _) -> text;
                case Work.Edit(long _, String text) -> text;
                case Work.Delete _, Work.React _ -> "";
            };
        }
    }

    /** How far something that the user did is. */
    enum OutboxState {
        /** Written down, not confirmed. */
        SENDING,
        /** Confirmed. */
        SENT,
        /** Refused for good. */
        FAILED,
        /** Sent once to a server that confirms nothing, and nobody knows whether it arrived: the user decides. */
        UNCONFIRMED,
        /** Given up by the user, or taken back before it was sent. */
        DISCARDED
    }

    /** What people do now; {@code whole} where everybody who is not named is offline. */
    record PresenceChanged(List<PresenceEntry> changes, boolean whole) implements SessionEvent {}

    /** The server shows a person, by their user id, in this colour. Not told of servers that give none; forgotten with the process. */
    record PersonColoured(String user, Colour colour) implements SessionEvent {}

    /** Who is in a conversation that was opened. */
    record MembersChanged(String conversation, List<Answer.MemberEntry> members) implements SessionEvent {}

    /** Who writes in a conversation right now, by user id. */
    record TypingChanged(String conversation, Set<String> users) implements SessionEvent {}

    /** How far the other side of a direct conversation has read, or we on another device. */
    record MarkerMoved(String conversation, String user, long seq) implements SessionEvent {}

    /** Something the user should know that is not an answer to a command. */
    record Noticed(Notice notice, String detail) implements SessionEvent {}

    /** What a notice is about. */
    enum Notice {
        /** The local file cannot be written: unsent messages would not survive. */
        STORE_FAILED,
        /** The local copy of what the server has was damaged, and is made anew. */
        CACHE_REBUILT,
        /** There is no local copy of what the server has until the next start: without a connection, little of it can be read. */
        CACHE_FAILED,
        /** The server sends again later what it cannot take now. */
        SERVER_READ_ONLY,
        /** The server asked us to write more slowly. */
        RATE_LIMITED,
        /** A moderator of the room lets the user write there later only; until then the server is asked again and again. */
        MUTED,
        /** The server was set back to an earlier state: what the user had changed and it had not confirmed is not done. */
        HISTORY_REPLACED,
        /** The server cut the connection off for something that this client sent; what it was is not sent again. */
        PROTOCOL_BROKEN
    }
}
